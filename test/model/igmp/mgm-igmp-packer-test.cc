/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "ns3/mgm-igmp-codec.h"
#include "ns3/mgm-igmp-packer.h"

#include <gtest/gtest.h>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint32_t MTU = 1500;
constexpr uint32_t IP_HEADER = 24;

std::vector<Ipv4Address>
MakeSources(uint32_t count)
{
    std::vector<Ipv4Address> sources;
    for (uint32_t i = 0; i < count; ++i)
    {
        sources.emplace_back(0x0A000001 + i);
    }
    return sources;
}

std::vector<IgmpGroupRecord>
MakeRecords(uint32_t count)
{
    std::vector<IgmpGroupRecord> records;
    for (uint32_t i = 0; i < count; ++i)
    {
        records.push_back({IgmpRecordType::IS_EX, Ipv4Address(0xEF010000 + i), {}});
    }
    return records;
}

void
ExpectFit(const std::vector<IgmpV3Report>& reports)
{
    for (const auto& report : reports)
    {
        EXPECT_LE(GetEncodedSize(report) + IP_HEADER, MTU);
    }
}

TEST(IgmpPacker, NothingGivesNothing)
{
    EXPECT_TRUE(PackReports({}, MTU).empty());
}

TEST(IgmpPacker, RFC_3376_5_2_RecordsShareAReport)
{
    const auto records = MakeRecords(3);
    const auto reports = PackReports(records, MTU);
    ASSERT_EQ(reports.size(), 1U);
    EXPECT_EQ(reports[0].records, records);
}

/// (1500 - 24 - 8) / 8 = 183 records fit.
TEST(IgmpPacker, RFC_3376_4_2_16_TooManyRecordsNeedSeveralReports)
{
    EXPECT_EQ(PackReports(MakeRecords(183), MTU).size(), 1U);
    const auto records = MakeRecords(400);
    const auto reports = PackReports(records, MTU);
    ASSERT_EQ(reports.size(), 3U);
    ExpectFit(reports);
    std::vector<IgmpGroupRecord> all;
    for (const auto& report : reports)
    {
        all.insert(all.end(), report.records.begin(), report.records.end());
    }
    EXPECT_EQ(all, records);
}

/// (1500 - 24 - 8 - 8) / 4 = 365 sources fit.
TEST(IgmpPacker, RFC_3376_4_2_16_ALargeRecordIsSplit)
{
    const auto sources = MakeSources(1000);
    for (const auto type : {IgmpRecordType::IS_IN,
                            IgmpRecordType::TO_IN,
                            IgmpRecordType::ALLOW,
                            IgmpRecordType::BLOCK})
    {
        const auto reports = PackReports({{type, Ipv4Address("232.1.1.1"), sources}}, MTU);
        ASSERT_EQ(reports.size(), 3U);
        ExpectFit(reports);
        std::vector<Ipv4Address> all;
        for (const auto& report : reports)
        {
            ASSERT_EQ(report.records.size(), 1U);
            EXPECT_EQ(report.records[0].type, type);
            const auto& part = report.records[0].sources;
            all.insert(all.end(), part.begin(), part.end());
        }
        EXPECT_EQ(all, sources);
        EXPECT_EQ(reports[0].records[0].sources.size(), 365U);
    }
}

TEST(IgmpPacker, RFC_3376_4_2_16_ALargeExcludeRecordIsTruncated)
{
    const auto sources = MakeSources(1000);
    for (const auto type : {IgmpRecordType::IS_EX, IgmpRecordType::TO_EX})
    {
        const auto reports = PackReports({{type, Ipv4Address("232.1.1.1"), sources}}, MTU);
        ASSERT_EQ(reports.size(), 1U);
        ExpectFit(reports);
        ASSERT_EQ(reports[0].records.size(), 1U);
        EXPECT_EQ(reports[0].records[0].sources,
                  std::vector<Ipv4Address>(sources.begin(), sources.begin() + 365));
    }
}

TEST(IgmpPacker, ALargeRecordDoesNotChangeTheOrder)
{
    auto records = MakeRecords(3);
    records[1] = {IgmpRecordType::ALLOW, records[1].group, MakeSources(400)};
    const auto reports = PackReports(records, MTU);
    ASSERT_EQ(reports.size(), 4U);
    EXPECT_EQ(reports[0].records[0].group, records[0].group);
    EXPECT_EQ(reports[1].records[0].group, records[1].group);
    EXPECT_EQ(reports[3].records[0].group, records[2].group);
}

/// 366 sources fit into a query (RFC 3376 section 4.1.8 says so for Ethernet).
TEST(IgmpPacker, RFC_3376_4_1_8_QueriesFitTheMtu)
{
    IgmpV3Query query;
    query.group = Ipv4Address("232.1.1.1");
    query.suppress = true;
    query.sources = MakeSources(366);
    EXPECT_EQ(SplitQuery(query, MTU), std::vector<IgmpV3Query>{query});
    query.sources = MakeSources(367);
    const auto queries = SplitQuery(query, MTU);
    ASSERT_EQ(queries.size(), 2U);
    EXPECT_EQ(queries[0].sources.size(), 366U);
    EXPECT_EQ(queries[1].sources.size(), 1U);
    EXPECT_TRUE(queries[1].suppress);
    EXPECT_LE(GetEncodedSize(queries[0]) + IP_HEADER, MTU);
}

TEST(IgmpPacker, AnMtuThatIsTooSmallGivesTheSmallestReports)
{
    const auto reports =
        PackReports({{IgmpRecordType::ALLOW, Ipv4Address("232.1.1.1"), MakeSources(3)}}, 20);
    EXPECT_EQ(reports.size(), 3U);
}

} // namespace

} // namespace mgm
} // namespace ns3

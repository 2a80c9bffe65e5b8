/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-v3-group-fixture.h"

#include "ns3/mgm-tracer.h"

#include <ostream>

namespace ns3
{
namespace mgm
{

namespace
{

using Type = IgmpRecordType;

/// @brief A row of RFC 3376 section 6.4: what a record does to a group, 10 s after its state was
///        set up.
struct StatementRow
{
    const char* name;                 ///< of the test
    bool exclude;                     ///< EXCLUDE ({1,2},{3,4}), or INCLUDE ({1,2})
    Type record;                      ///< type of the record
    std::vector<uint32_t> sources;    ///< its sources
    std::string state;                ///< the state it gives
    std::vector<std::string> queries; ///< the queries that are sent at once
    std::vector<std::string> members; ///< what the manager knows
};

/// The membership of the group in EXCLUDE mode.
const std::vector<std::string> ANY{"(*,239.1.1.1)"};

/// Expected values are the "New Router State" and "Actions" columns, with A={1,2} and B={2,3}, or
/// X={1,2}, Y={3,4} and A={2,4,5}; timers with 250 s left were not touched, GMI is 260 s, and LMQT
/// 2 s.
const std::vector<StatementRow> STATEMENT_ROWS{
    {"RFC_3376_6_4_1_Row1_INCLUDE_IS_IN",
     false,
     Type::IS_IN,
     {2, 3},
     "INCLUDE({1=250,2=260,3=260})",
     {},
     {"(10.0.1.1,239.1.1.1)", "(10.0.1.2,239.1.1.1)", "(10.0.1.3,239.1.1.1)"}},
    {"RFC_3376_6_4_1_Row2_INCLUDE_IS_EX",
     false,
     Type::IS_EX,
     {2, 3},
     "EXCLUDE({2=250},{3}) 260",
     {},
     ANY},
    {"RFC_3376_6_4_1_Row3_EXCLUDE_IS_IN",
     true,
     Type::IS_IN,
     {2, 4, 5},
     "EXCLUDE({1=250,2=260,4=260,5=260},{3}) 250",
     {},
     ANY},
    {"RFC_3376_6_4_1_Row4_EXCLUDE_IS_EX",
     true,
     Type::IS_EX,
     {2, 4, 5},
     "EXCLUDE({2=250,5=260},{4}) 260",
     {},
     ANY},
    {"RFC_3376_6_4_2_Row1_INCLUDE_ALLOW",
     false,
     Type::ALLOW,
     {2, 3},
     "INCLUDE({1=250,2=260,3=260})",
     {},
     {"(10.0.1.1,239.1.1.1)", "(10.0.1.2,239.1.1.1)", "(10.0.1.3,239.1.1.1)"}},
    {"RFC_3376_6_4_2_Row2_INCLUDE_BLOCK",
     false,
     Type::BLOCK,
     {2, 3},
     "INCLUDE({1=250,2=2})",
     {"{10.0.1.2}"},
     {"(10.0.1.1,239.1.1.1)", "(10.0.1.2,239.1.1.1)"}},
    {"RFC_3376_6_4_2_Row3_INCLUDE_TO_EX",
     false,
     Type::TO_EX,
     {2, 3},
     "EXCLUDE({2=2},{3}) 260",
     {"{10.0.1.2}"},
     ANY},
    {"RFC_3376_6_4_2_Row4_INCLUDE_TO_IN",
     false,
     Type::TO_IN,
     {2, 3},
     "INCLUDE({1=2,2=260,3=260})",
     {"{10.0.1.1}"},
     {"(10.0.1.1,239.1.1.1)", "(10.0.1.2,239.1.1.1)", "(10.0.1.3,239.1.1.1)"}},
    {"RFC_3376_6_4_2_Row5_EXCLUDE_ALLOW",
     true,
     Type::ALLOW,
     {2, 4, 5},
     "EXCLUDE({1=250,2=260,4=260,5=260},{3}) 250",
     {},
     ANY},
    {"RFC_3376_6_4_2_Row6_EXCLUDE_BLOCK",
     true,
     Type::BLOCK,
     {2, 4, 5},
     "EXCLUDE({1=250,2=2,5=2},{3,4}) 250",
     {"{10.0.1.2,10.0.1.5}"},
     ANY},
    {"RFC_3376_6_4_2_Row7_EXCLUDE_TO_EX",
     true,
     Type::TO_EX,
     {2, 4, 5},
     "EXCLUDE({2=2,5=2},{4}) 260",
     {"{10.0.1.2,10.0.1.5}"},
     ANY},
    {"RFC_3376_6_4_2_Row8_EXCLUDE_TO_IN",
     true,
     Type::TO_IN,
     {2, 4, 5},
     "EXCLUDE({1=2,2=260,4=260,5=260},{3}) 2",
     {"{10.0.1.1}", ""},
     ANY},
};

std::ostream&
operator<<(std::ostream& os, const StatementRow& row)
{
    return os << row.name;
}

/// @brief Each row.
class IgmpV3GroupRow : public IgmpV3GroupTest, public testing::WithParamInterface<StatementRow>
{
};

INSTANTIATE_TEST_SUITE_P(Table,
                         IgmpV3GroupRow,
                         testing::ValuesIn(STATEMENT_ROWS),
                         [](const auto& row) { return row.param.name; });

TEST_P(IgmpV3GroupRow, GivesStateTimersAndQueries)
{
    const auto& row = GetParam();
    Record(Seconds(1), Type::ALLOW, {1, 2});
    if (row.exclude)
    {
        Record(Seconds(1), Type::IS_EX, {1, 2, 3, 4});
    }
    RunUntil(Seconds(1));
    ASSERT_EQ(GetState(m_group),
              row.exclude ? "EXCLUDE({1=260,2=260},{3,4}) 260" : "INCLUDE({1=260,2=260})");
    std::vector<Ipv4Address> sources;
    for (const auto number : row.sources)
    {
        sources.push_back(Source(number));
    }
    Report(Seconds(11), {{row.record, m_group, sources}});
    RunUntil(Seconds(11));
    EXPECT_EQ(GetState(m_group), row.state);
    std::vector<std::string> queries;
    for (const auto& query : row.queries)
    {
        queries.push_back(Query("11", query));
    }
    ExpectHeard(queries);
    EXPECT_EQ(GetMemberships(), row.members);
}

TEST_F(IgmpV3GroupTest, RFC_3376_6_2_NoRecordIsIncludeNone)
{
    Record(Seconds(1), Type::TO_EX);
    RunUntil(Seconds(1));
    EXPECT_EQ(GetState(m_group), "EXCLUDE({},{}) 260");
    EXPECT_EQ(GetMemberships(), m_any);
}

TEST_F(IgmpV3GroupTest, RFC_3376_6_2_NothingWantedIsNotKept)
{
    Record(Seconds(1), Type::IS_IN);
    Record(Seconds(2), Type::TO_IN);
    Record(Seconds(3), Type::BLOCK, {1});
    RunUntil(Seconds(3));
    EXPECT_EQ(GetState(m_group), "none");
    EXPECT_EQ(m_router->GetInterface(LAN)->GetNGroups(), 0U);
    ExpectHeard({});
}

TEST_F(IgmpV3GroupTest, RFC_3376_6_3_SourceTimerInIncludeDeletesTheSource)
{
    Record(Seconds(1), Type::ALLOW, {1});
    Record(Seconds(11), Type::ALLOW, {2});
    RunUntil(Seconds(261));
    EXPECT_EQ(GetState(m_group), "INCLUDE({2=10})");
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(10.0.1.2,239.1.1.1)"});
}

TEST_F(IgmpV3GroupTest, RFC_3376_6_3_LastSourceTimerInIncludeDeletesTheGroup)
{
    Record(Seconds(1), Type::ALLOW, {1});
    RunUntil(MilliSeconds(260999));
    EXPECT_EQ(GetState(m_group), "INCLUDE({1=0.001})");
    RunUntil(Seconds(261));
    EXPECT_EQ(GetState(m_group), "none");
    EXPECT_TRUE(GetMemberships().empty());
}

TEST_F(IgmpV3GroupTest, RFC_3376_6_3_SourceTimerInExcludeKeepsTheRecord)
{
    Record(Seconds(1), Type::ALLOW, {1});
    Record(Seconds(11), Type::IS_EX, {1});
    RunUntil(Seconds(261));
    EXPECT_EQ(GetState(m_group), "EXCLUDE({},{1}) 10");
    EXPECT_EQ(GetMemberships(), m_any);
}

TEST_F(IgmpV3GroupTest, RFC_3376_6_5_GroupTimerSwitchesToIncludeX)
{
    Record(Seconds(1), Type::IS_EX, {3});
    Record(Seconds(11), Type::ALLOW, {1, 2});
    RunUntil(Seconds(260));
    EXPECT_EQ(GetState(m_group), "EXCLUDE({1=11,2=11},{3}) 1");
    RunUntil(Seconds(261));
    EXPECT_EQ(GetState(m_group), "INCLUDE({1=10,2=10})");
    EXPECT_EQ(GetMemberships(),
              (std::vector<std::string>{"(10.0.1.1,239.1.1.1)", "(10.0.1.2,239.1.1.1)"}));
}

TEST_F(IgmpV3GroupTest, RFC_3376_6_5_GroupTimerWithoutSourcesDeletesTheGroup)
{
    Record(Seconds(1), Type::IS_EX, {3});
    RunUntil(Seconds(261));
    EXPECT_EQ(GetState(m_group), "none");
    EXPECT_TRUE(GetMemberships().empty());
}

TEST_F(IgmpV3GroupTest, RFC_3376_6_2_2_ReportsKeepTheGroupAlive)
{
    for (int i = 0; i < 5; ++i)
    {
        Record(Seconds(1 + 250 * i), Type::IS_EX);
    }
    RunUntil(Seconds(1260));
    EXPECT_EQ(GetState(m_group), "EXCLUDE({},{}) 1");
    RunUntil(Seconds(1261));
    EXPECT_EQ(GetState(m_group), "none");
}

/// The letters are those of the column `action`, which says what is done with these sets.
TEST_F(IgmpV3GroupTest, RFC_3376_6_4_RecordsOfTheTraceHoldTheSetsBeforeAndThoseReported)
{
    std::vector<std::string> details;
    Tracer::Of(m_node)->TraceConnectWithoutContext(
        "Record",
        Callback<void, const TraceRecord&>([&](const TraceRecord& r) {
            if (r.op == "IgmpV3Group")
            {
                details.emplace_back(r.detail);
            }
        }));
    Record(Seconds(1), Type::ALLOW, {1, 2});
    Record(Seconds(2), Type::TO_EX, {2, 3});
    Record(MilliSeconds(2500), Type::BLOCK, {4});
    Record(Seconds(3), Type::TO_EX, {3});
    RunUntil(Seconds(263));
    EXPECT_EQ(details,
              (std::vector<std::string>{
                  "RFC 3376 section 6.4.2 A={} B={10.0.1.1,10.0.1.2}",
                  "RFC 3376 section 6.4.2 A={10.0.1.1,10.0.1.2} B={10.0.1.2,10.0.1.3}",
                  "RFC 3376 section 6.4.2 X={10.0.1.2} Y={10.0.1.3} B={10.0.1.4}",
                  "RFC 3376 section 6.4.2 X={10.0.1.2,10.0.1.4} Y={10.0.1.3} B={10.0.1.3}",
                  "RFC 3376 section 6.5 X={} Y={10.0.1.3}"}));
}

TEST_F(IgmpV3GroupTest, RFC_3376_4_2_12_UnknownRecordsAreIgnoredAndOthersProcessed)
{
    const Ipv4Address other("239.1.1.9");
    Report(Seconds(1), {{static_cast<Type>(9), m_group, {}}, {Type::TO_EX, other, {}}});
    RunUntil(Seconds(1));
    EXPECT_EQ(GetState(m_group), "none");
    EXPECT_EQ(GetState(other), "EXCLUDE({},{}) 260");
}

TEST_F(IgmpV3GroupTest, MBR_2_LinkLocalGroupsAndWrongSourcesAreNotKept)
{
    Report(Seconds(1),
           {{Type::TO_EX, Ipv4Address("224.0.0.22"), {}},
            {Type::TO_EX, Ipv4Address("10.0.0.1"), {}},
            {Type::ALLOW, m_group, {Ipv4Address::GetZero(), Ipv4Address("239.1.1.2"), Source(1)}}});
    RunUntil(Seconds(1));
    EXPECT_EQ(GetState(Ipv4Address("224.0.0.22")), "none");
    EXPECT_EQ(GetState(m_group), "INCLUDE({1=260})");
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(10.0.1.1,239.1.1.1)"});
}

TEST_F(IgmpV3GroupTest, RFC_3376_7_3_2_OlderReportsAndLeavesAreTranslated)
{
    Say(Seconds(1), IgmpV2Message{IgmpType::V2_REPORT, Time(0), m_group}, m_group);
    RunUntil(Seconds(1));
    EXPECT_EQ(GetState(m_group), "EXCLUDE({},{}) 260");
    Say(Seconds(2), IgmpV2Message{IgmpType::V2_LEAVE, Time(0), m_group}, IGMP_ALL_ROUTERS);
    RunUntil(Seconds(2));
    EXPECT_EQ(GetState(m_group), "EXCLUDE({},{}) 2");
    Say(Seconds(3), IgmpV2Message{IgmpType::V1_REPORT, Time(0), m_group}, m_group);
    RunUntil(Seconds(3));
    EXPECT_EQ(GetState(m_group), "EXCLUDE({},{}) 260");
}

} // namespace

} // namespace mgm
} // namespace ns3

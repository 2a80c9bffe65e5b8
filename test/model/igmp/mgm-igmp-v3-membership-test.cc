/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-host-lan.h"
#include "mgm-igmp-test-addresses.h"

#include "ns3/boolean.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <set>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr auto INCLUDE = FilterMode::INCLUDE;
constexpr auto EXCLUDE = FilterMode::EXCLUDE;

/// @brief A host of IGMPv3. Its Unsolicited Report Interval is 1 s.
class IgmpV3MembershipTest : public IgmpHostLan
{
  protected:
    void SetUp() override
    {
        IgmpHostLan::SetUp();
        MakeHost(3);
        m_host->SetAttribute("SsmAware", BooleanValue(false)); // the group is in the SSM range
    }

    /// @brief The peer sends a query. @param at when @param maxResponseTime its Max Response Time
    ///        @param group the group @param sources the sources
    void Query(Time at,
               Time maxResponseTime,
               Ipv4Address group = Ipv4Address::GetZero(),
               std::vector<Ipv4Address> sources = {})
    {
        Say(at,
            IgmpV3Query{maxResponseTime, group, false, 2, Seconds(125), std::move(sources)},
            group.Get() == 0 ? IGMP_ALL_SYSTEMS : group);
    }

    /// @param lines "TIME RECORDS" expected of reports from a time on @param from the time
    void ExpectReports(const std::vector<std::string>& lines, Time from = Time(0))
    {
        std::vector<std::string> expected;
        for (const auto& line : lines)
        {
            const auto space = line.find(' ');
            expected.push_back(line.substr(0, space) + " IGMPv3 Report" + line.substr(space) +
                               " > 224.0.0.22");
        }
        const auto all = GetHeard();
        std::vector<std::string> heard;
        for (std::size_t i = 0; i < all.size(); ++i)
        {
            if (m_heard[i].time >= from)
            {
                heard.push_back(all[i]);
            }
        }
        EXPECT_EQ(heard, expected);
    }
};

TEST_F(IgmpV3MembershipTest, RFC_3376_5_1_JoinIsReportedAtOnceAndOnceMore)
{
    Join(Seconds(1), SSM_G);
    RunUntil(Seconds(100));
    ExpectReports({"1 TO_EX(232.1.1.1,{})", "1.5 TO_EX(232.1.1.1,{})"});
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_1_LeaveIsReportedAtOnceAndOnceMore)
{
    Join(Seconds(1), SSM_G);
    Leave(Seconds(11), SSM_G);
    RunUntil(Seconds(100));
    ExpectReports({"11 TO_IN(232.1.1.1,{})", "11.5 TO_IN(232.1.1.1,{})"}, Seconds(11));
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_1_Row1_INCLUDE_INCLUDE)
{
    SetFilter(Seconds(1), SSM_G, INCLUDE, {S1, S2});
    SetFilter(Seconds(11), SSM_G, INCLUDE, {S2, S3});
    RunUntil(Seconds(100));
    ExpectReports({"1 ALLOW(232.1.1.1,{10.0.1.1,10.0.1.2})",
                   "1.5 ALLOW(232.1.1.1,{10.0.1.1,10.0.1.2})",
                   "11 ALLOW(232.1.1.1,{10.0.1.3}) BLOCK(232.1.1.1,{10.0.1.1})",
                   "11.5 ALLOW(232.1.1.1,{10.0.1.3}) BLOCK(232.1.1.1,{10.0.1.1})"});
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_1_Row2_EXCLUDE_EXCLUDE)
{
    SetFilter(Seconds(1), SSM_G, EXCLUDE, {S1, S2});
    SetFilter(Seconds(11), SSM_G, EXCLUDE, {S2, S3});
    RunUntil(Seconds(100));
    ExpectReports({"11 ALLOW(232.1.1.1,{10.0.1.1}) BLOCK(232.1.1.1,{10.0.1.3})",
                   "11.5 ALLOW(232.1.1.1,{10.0.1.1}) BLOCK(232.1.1.1,{10.0.1.3})"},
                  Seconds(11));
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_1_Row3_INCLUDE_EXCLUDE)
{
    SetFilter(Seconds(1), SSM_G, INCLUDE, {S1, S2});
    SetFilter(Seconds(11), SSM_G, EXCLUDE, {S2, S3});
    RunUntil(Seconds(100));
    ExpectReports(
        {"11 TO_EX(232.1.1.1,{10.0.1.2,10.0.1.3})", "11.5 TO_EX(232.1.1.1,{10.0.1.2,10.0.1.3})"},
        Seconds(11));
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_1_Row4_EXCLUDE_INCLUDE)
{
    SetFilter(Seconds(1), SSM_G, EXCLUDE, {S1, S2});
    SetFilter(Seconds(11), SSM_G, INCLUDE, {S2, S3});
    RunUntil(Seconds(100));
    ExpectReports(
        {"11 TO_IN(232.1.1.1,{10.0.1.2,10.0.1.3})", "11.5 TO_IN(232.1.1.1,{10.0.1.2,10.0.1.3})"},
        Seconds(11));
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_1_NoChangeIsNotReported)
{
    SetFilter(Seconds(1), SSM_G, INCLUDE, {S1});
    SetFilter(Seconds(11), SSM_G, INCLUDE, {S1});
    Leave(Seconds(12), Ipv4Address("239.9.9.9"));
    RunUntil(Seconds(100));
    ExpectReports({}, Seconds(11));
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_1_RobustnessVariableReportsAreSent)
{
    m_host->SetInterfaceAttribute("RobustnessVariable", UintegerValue(4));
    Join(Seconds(1), SSM_G);
    RunUntil(Seconds(100));
    EXPECT_EQ(m_heard.size(), 4U);
    EXPECT_EQ(m_heard.back().time, MilliSeconds(2500));
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_1_SourceChangesAreMerged)
{
    SetFilter(Seconds(1), SSM_G, INCLUDE, {S1});
    SetFilter(MilliSeconds(1250), SSM_G, INCLUDE, {S2});
    RunUntil(Seconds(100));
    // S1 has been named twice by then; S2 is named once more.
    ExpectReports({"1 ALLOW(232.1.1.1,{10.0.1.1})",
                   "1.25 ALLOW(232.1.1.1,{10.0.1.2}) BLOCK(232.1.1.1,{10.0.1.1})",
                   "1.75 ALLOW(232.1.1.1,{10.0.1.2}) BLOCK(232.1.1.1,{10.0.1.1})"});
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_1_ModeChangesGoBeforeSourceChanges)
{
    SetFilter(Seconds(1), SSM_G, EXCLUDE, {});
    SetFilter(MilliSeconds(1250), SSM_G, EXCLUDE, {S1});
    RunUntil(Seconds(100));
    ExpectReports({"1 TO_EX(232.1.1.1,{})",
                   "1.25 TO_EX(232.1.1.1,{10.0.1.1})",
                   "1.75 BLOCK(232.1.1.1,{10.0.1.1})"});
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_1_ALaterModeChangeRestartsTheCount)
{
    SetFilter(Seconds(1), SSM_G, EXCLUDE, {S1});
    SetFilter(MilliSeconds(1250), SSM_G, INCLUDE, {});
    RunUntil(Seconds(100));
    ExpectReports(
        {"1 TO_EX(232.1.1.1,{10.0.1.1})", "1.25 TO_IN(232.1.1.1,{})", "1.75 TO_IN(232.1.1.1,{})"});
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_AllSystemsIsNeverReported)
{
    Join(Seconds(1), IGMP_ALL_SYSTEMS);
    Query(Seconds(10), Seconds(10));
    RunUntil(Seconds(100));
    EXPECT_TRUE(m_heard.empty());
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_2_Rule2_GeneralQueryIsAnsweredForAllGroups)
{
    Join(Seconds(1), Ipv4Address("239.1.1.1"));
    SetFilter(Seconds(1), SSM_G, INCLUDE, {S1, S2});
    Query(Seconds(10), Seconds(10));
    RunUntil(Seconds(100));
    ExpectReports({"15 IS_IN(232.1.1.1,{10.0.1.1,10.0.1.2}) IS_EX(239.1.1.1,{})"}, Seconds(10));
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_2_Rule1_AnEarlierGeneralResponseCoversLaterOnes)
{
    Join(Seconds(1), SSM_G);
    Query(Seconds(10), Seconds(10)); // due at 15
    Query(Seconds(11), Seconds(10));
    Query(Seconds(12), Seconds(10), SSM_G);
    RunUntil(Seconds(100));
    ExpectReports({"15 IS_EX(232.1.1.1,{})"}, Seconds(10));
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_2_Rule2_AnEarlierOneReplacesThePendingOne)
{
    Join(Seconds(1), SSM_G);
    Query(Seconds(10), Seconds(10)); // due at 15
    Query(Seconds(11), Seconds(2));
    RunUntil(Seconds(100));
    ExpectReports({"12 IS_EX(232.1.1.1,{})"}, Seconds(10));
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_2_Rule3_SpecificQueryIsAnsweredForTheGroup)
{
    Join(Seconds(1), Ipv4Address("239.1.1.1"));
    SetFilter(Seconds(1), SSM_G, INCLUDE, {S1, S2});
    Query(Seconds(10), Seconds(1), SSM_G);
    Query(Seconds(10), Seconds(1), Ipv4Address("239.9.9.9"));
    RunUntil(Seconds(100));
    ExpectReports({"10.5 IS_IN(232.1.1.1,{10.0.1.1,10.0.1.2})"}, Seconds(10));
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_2_Rule3_SourceQueryIsAnsweredForTheSources)
{
    SetFilter(Seconds(1), SSM_G, INCLUDE, {S1, S2});
    Query(Seconds(10), Seconds(1), SSM_G, {S2, S3});
    RunUntil(Seconds(100));
    ExpectReports({"10.5 IS_IN(232.1.1.1,{10.0.1.2})"}, Seconds(10));
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_2_SourceQueryInExcludeIsAnsweredForWantedSources)
{
    SetFilter(Seconds(1), SSM_G, EXCLUDE, {S1, S2});
    Query(Seconds(10), Seconds(1), SSM_G, {S2, S3});
    RunUntil(Seconds(100));
    ExpectReports({"10.5 IS_IN(232.1.1.1,{10.0.1.3})"}, Seconds(10));
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_2_NothingIsSentForUnwantedSources)
{
    SetFilter(Seconds(1), SSM_G, INCLUDE, {S1});
    Query(Seconds(10), Seconds(1), SSM_G, {S2});
    RunUntil(Seconds(100));
    ExpectReports({}, Seconds(10));
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_2_Rule4_GroupQueryTakesThePlaceOfASourceQuery)
{
    SetFilter(Seconds(1), SSM_G, INCLUDE, {S1, S2});
    Query(Seconds(10), Seconds(2), SSM_G, {S1});   // due at 11
    Query(MilliSeconds(10500), Seconds(4), SSM_G); // due at 12.5: the earlier one counts
    RunUntil(Seconds(100));
    ExpectReports({"11 IS_IN(232.1.1.1,{10.0.1.1,10.0.1.2})"}, Seconds(10));
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_2_Rule4_SourceQueryAddsNothingToAGroupQuery)
{
    SetFilter(Seconds(1), SSM_G, INCLUDE, {S1, S2});
    Query(Seconds(10), Seconds(4), SSM_G);               // due at 12
    Query(MilliSeconds(10500), Seconds(1), SSM_G, {S1}); // due at 11: the earlier one counts
    RunUntil(Seconds(100));
    ExpectReports({"11 IS_IN(232.1.1.1,{10.0.1.1,10.0.1.2})"}, Seconds(10));
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_2_Rule5_SourceQueriesAreMerged)
{
    SetFilter(Seconds(1), SSM_G, INCLUDE, {S1, S2, S3});
    Query(Seconds(10), Seconds(4), SSM_G, {S1});         // due at 12
    Query(MilliSeconds(10500), Seconds(1), SSM_G, {S3}); // due at 11: the earlier one counts
    RunUntil(Seconds(100));
    ExpectReports({"11 IS_IN(232.1.1.1,{10.0.1.1,10.0.1.3})"}, Seconds(10));
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_2_AnswersDescribeTheStateWhenTheyAreSent)
{
    Join(Seconds(1), SSM_G);
    Query(Seconds(10), Seconds(10)); // due at 15
    Leave(Seconds(12), SSM_G);
    RunUntil(Seconds(100));
    ExpectReports({"12 TO_IN(232.1.1.1,{})", "12.5 TO_IN(232.1.1.1,{})"}, Seconds(10));
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_2_OthersReportsDoNotSuppress)
{
    Join(Seconds(1), SSM_G);
    Query(Seconds(10), Seconds(10));
    Report(Seconds(11), {{IgmpRecordType::IS_EX, SSM_G, {}}});
    RunUntil(Seconds(100));
    ExpectReports({"15 IS_EX(232.1.1.1,{})"}, Seconds(10));
}

TEST_F(IgmpV3MembershipTest, RFC_3376_4_2_16_AnswersAreSplitByTheMtu)
{
    for (uint32_t i = 0; i < 200; ++i)
    {
        Join(MilliSeconds(i), Ipv4Address(0xEF010000 + i));
    }
    Query(Seconds(10), Seconds(10));
    RunUntil(Seconds(9));
    m_heard.clear();
    RunUntil(Seconds(20));
    ASSERT_EQ(m_heard.size(), 2U);
    EXPECT_EQ(std::get<IgmpV3Report>(m_heard[0].message).records.size(), 183U);
    EXPECT_EQ(std::get<IgmpV3Report>(m_heard[1].message).records.size(), 17U);
}

TEST_F(IgmpV3MembershipTest, RFC_3376_5_2_DelaysAreSpreadOverMaxResponseTime)
{
    m_host->SetInterfaceAttribute("Delay", StringValue("ns3::UniformRandomVariable[Min=0|Max=1]"));
    EXPECT_EQ(m_host->AssignStreams(7), 1);
    Join(Seconds(1), SSM_G);
    constexpr int QUERIES = 200;
    for (int i = 0; i < QUERIES; ++i)
    {
        Query(Seconds(100 + 100 * i), Seconds(10));
    }
    RunUntil(Seconds(50));
    m_heard.clear();
    RunUntil(Seconds(100 + 100 * QUERIES));
    ASSERT_EQ(m_heard.size(), static_cast<std::size_t>(QUERIES));
    double sum = 0;
    std::set<Time> different;
    for (int i = 0; i < QUERIES; ++i)
    {
        const auto delay = m_heard[i].time - Seconds(100 + 100 * i);
        EXPECT_GE(delay, Time(0));
        EXPECT_LE(delay, Seconds(10));
        different.insert(delay);
        sum += delay.GetSeconds();
    }
    EXPECT_GT(different.size(), 190U);
    EXPECT_NEAR(sum / QUERIES, 5, 1); // five standard deviations of the mean
}

} // namespace

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-v3-group-fixture.h"

#include "ns3/string.h"

namespace ns3
{
namespace mgm
{

namespace
{

using Type = IgmpRecordType;

/// @brief A group that hosts leave: the specific queries of RFC 3376 section 6.6.3.
class IgmpV3LastMemberTest : public IgmpV3GroupTest
{
};

/// Leave latency: Last Member Query Time, 2 s.
TEST_F(IgmpV3LastMemberTest, RFC_3376_6_6_3_1_LeaveAsksTwiceAndTakes2Seconds)
{
    Record(Seconds(1), Type::TO_EX);
    Record(Seconds(11), Type::TO_IN);
    RunUntil(MilliSeconds(12999));
    EXPECT_EQ(GetMemberships(), m_any);
    RunUntil(Seconds(20));
    ExpectHeard({Query("11"), Query("12")});
    EXPECT_EQ(GetState(m_group), "none");
    EXPECT_TRUE(GetMemberships().empty());
}

TEST_F(IgmpV3LastMemberTest, RFC_3376_6_4_2_AnAnswerKeepsTheGroupWithoutInterruption)
{
    Record(Seconds(1), Type::TO_EX);
    Record(Seconds(11), Type::TO_IN);
    Record(MilliSeconds(11500), Type::IS_EX);
    RunUntil(Seconds(20));
    // S is set in the repetition, for the group timer is above LMQT again.
    ExpectHeard({Query("11"), Query("12", "S")});
    EXPECT_EQ(GetState(m_group), "EXCLUDE({},{}) 251.5");
    EXPECT_EQ(GetMemberships(), m_any);
}

TEST_F(IgmpV3LastMemberTest, RFC_3376_6_6_3_1_TheGroupTimerIsNeverRaised)
{
    Record(Seconds(1), Type::TO_EX);
    Record(Seconds(11), Type::TO_IN);
    Record(MilliSeconds(11500), Type::TO_IN);
    RunUntil(Seconds(20));
    ExpectHeard({Query("11"), Query("11.5"), Query("12.5")});
    EXPECT_EQ(GetState(m_group), "none");
}

TEST_F(IgmpV3LastMemberTest, RFC_3376_6_6_3_2_BlockAsksTwiceAndTakes2Seconds)
{
    Record(Seconds(1), Type::ALLOW, {1, 2});
    Record(Seconds(11), Type::BLOCK, {2});
    RunUntil(MilliSeconds(12999));
    EXPECT_EQ(GetState(m_group), "INCLUDE({1=248.001,2=0.001})");
    RunUntil(Seconds(20));
    ExpectHeard({Query("11", "{10.0.1.2}"), Query("12", "{10.0.1.2}")});
    EXPECT_EQ(GetState(m_group), "INCLUDE({1=241})");
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(10.0.1.1,239.1.1.1)"});
}

TEST_F(IgmpV3LastMemberTest, RFC_3376_6_6_3_2_RepetitionSeparatesRefreshedAndSilentSources)
{
    Record(Seconds(1), Type::ALLOW, {1, 2, 3});
    Record(Seconds(11), Type::BLOCK, {1, 2});
    Record(MilliSeconds(11500), Type::IS_IN, {1});
    RunUntil(Seconds(20));
    ExpectHeard({Query("11", "{10.0.1.1,10.0.1.2}"),
                 Query("12", "{10.0.1.1} S"),
                 Query("12", "{10.0.1.2}")});
    EXPECT_EQ(GetState(m_group), "INCLUDE({1=251.5,3=241})");
}

TEST_F(IgmpV3LastMemberTest, RFC_3376_6_4_2_NewQueriesAreMergedWithPendingOnes)
{
    Record(Seconds(1), Type::ALLOW, {1, 2, 3});
    Record(Seconds(11), Type::BLOCK, {1});
    Record(MilliSeconds(11500), Type::BLOCK, {2});
    RunUntil(Seconds(20));
    ExpectHeard({Query("11", "{10.0.1.1}"),
                 Query("11.5", "{10.0.1.1,10.0.1.2}"),
                 Query("12.5", "{10.0.1.2}")});
    EXPECT_EQ(GetState(m_group), "INCLUDE({3=241})");
}

/// A host repeats its report; its sources are being asked for already.
TEST_F(IgmpV3LastMemberTest, RFC_3376_6_6_3_2_ARepeatedBlockChangesNothing)
{
    Record(Seconds(1), Type::ALLOW, {1, 2});
    Record(Seconds(11), Type::BLOCK, {1});
    Record(MilliSeconds(11500), Type::BLOCK, {1});
    RunUntil(Seconds(20));
    ExpectHeard({Query("11", "{10.0.1.1}"), Query("12", "{10.0.1.1}")});
}

TEST_F(IgmpV3LastMemberTest, RFC_3376_8_9_LastMemberQueryCountAndInterval)
{
    m_router->SetInterfaceAttribute("LastMemberQueryCount", StringValue("3"));
    m_router->SetInterfaceAttribute("LastMemberQueryInterval", StringValue("500ms"));
    Record(Seconds(1), Type::TO_EX);
    Record(Seconds(11), Type::TO_IN);
    RunUntil(Seconds(12));
    ASSERT_EQ(m_heard.size(), 4U);
    EXPECT_EQ(m_heard[3].time, Seconds(12));
    EXPECT_EQ(std::get<IgmpV3Query>(m_heard[3].message).maxResponseTime, MilliSeconds(500));
    RunUntil(MilliSeconds(12500));
    EXPECT_EQ(GetState(m_group), "none");
}

TEST_F(IgmpV3LastMemberTest, AQueryForMoreSourcesThanTheMtuHoldsIsSplit)
{
    std::vector<Ipv4Address> sources;
    for (uint32_t i = 1; i <= 500; ++i)
    {
        sources.emplace_back(0x0A000100 + i);
    }
    const std::vector<Ipv4Address> half(sources.begin(), sources.begin() + 250);
    const std::vector<Ipv4Address> rest(sources.begin() + 250, sources.end());
    Report(Seconds(1), {{Type::ALLOW, m_group, half}});
    Report(Seconds(1), {{Type::ALLOW, m_group, rest}});
    Report(Seconds(11), {{Type::TO_IN, m_group, {}}});
    RunUntil(Seconds(11));
    ASSERT_EQ(m_heard.size(), 3U);
    EXPECT_EQ(std::get<IgmpV3Query>(m_heard[1].message).sources.size(), 366U);
    EXPECT_EQ(std::get<IgmpV3Query>(m_heard[2].message).sources.size(), 134U);
}

TEST_F(IgmpV3LastMemberTest, RFC_3376_8_9_LastMemberQueryCountOfSources)
{
    m_router->SetInterfaceAttribute("LastMemberQueryCount", StringValue("3"));
    Record(Seconds(1), Type::ALLOW, {1, 2});
    Record(Seconds(11), Type::BLOCK, {2});
    RunUntil(MilliSeconds(13999));
    EXPECT_EQ(GetState(m_group), "INCLUDE({1=247.001,2=0.001})");
    RunUntil(Seconds(20));
    ExpectHeard({Query("11", "{10.0.1.2}"), Query("12", "{10.0.1.2}"), Query("13", "{10.0.1.2}")});
    EXPECT_EQ(GetState(m_group), "INCLUDE({1=241})");
}

/// A source that is heard of again keeps its retransmissions, in queries with the S flag.
TEST_F(IgmpV3LastMemberTest, RFC_3376_6_6_3_2_TheSFlagStaysSetInAllRepetitions)
{
    m_router->SetInterfaceAttribute("LastMemberQueryCount", StringValue("4"));
    Record(Seconds(1), Type::ALLOW, {1});
    Record(Seconds(11), Type::BLOCK, {1});
    Record(MilliSeconds(12500), Type::IS_IN, {1});
    RunUntil(Seconds(20));
    ExpectHeard({Query("11", "{10.0.1.1}"),
                 Query("12", "{10.0.1.1}"),
                 Query("13", "{10.0.1.1} S"),
                 Query("14", "{10.0.1.1} S")});
    EXPECT_EQ(GetState(m_group), "INCLUDE({1=252.5})");
}

/// The retransmission state of a source goes with its record (row 2 of section 6.4.1 deletes A-B).
TEST_F(IgmpV3LastMemberTest, RFC_3376_6_6_3_2_ADeletedSourceIsNotAskedForWhenItIsBack)
{
    Record(Seconds(1), Type::ALLOW, {1, 2, 3});
    Record(Seconds(11), Type::BLOCK, {1, 2});
    Record(MilliSeconds(11200), Type::IS_EX, {1, 3}); // delete 2
    Record(MilliSeconds(11400), Type::ALLOW, {2});
    RunUntil(Seconds(12));
    ExpectHeard({Query("11", "{10.0.1.1,10.0.1.2}"), Query("12", "{10.0.1.1}")});
}

} // namespace

} // namespace mgm
} // namespace ns3

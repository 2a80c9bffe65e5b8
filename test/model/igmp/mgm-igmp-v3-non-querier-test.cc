/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-lan.h"
#include "mgm-igmp-test-addresses.h"

#include "ns3/string.h"

namespace ns3
{
namespace mgm
{

namespace
{

using Type = IgmpRecordType;

/// @brief A router 10.0.0.5 of version 3 that hears specific queries of others.
class IgmpV3NonQuerierTest : public IgmpRouterLan
{
  protected:
    void SetUp() override
    {
        IgmpRouterLan::SetUp();
        SetAddress("10.0.0.5");
        MakeRouter(3);
    }

    /// @brief A host reports. @param at when @param type what @param sources with what
    void Record(Time at, Type type, std::initializer_list<uint32_t> sources = {})
    {
        Report(at, {{type, G, Sources(sources)}});
    }

    /// @brief A router asks. @param at when @param source who @param group what for
    /// @param suppress S flag @param sources what for
    void Ask(Time at,
             const char* source,
             Ipv4Address group,
             bool suppress = false,
             std::initializer_list<uint32_t> sources = {})
    {
        const auto time = group == G ? Seconds(1) : Seconds(10);
        SayIn(at,
              IgmpV3Query{time, group, suppress, 2, Seconds(125), Sources(sources)},
              {source, group == G ? G : IGMP_ALL_SYSTEMS});
    }

    /// @brief Another router becomes the querier. @param at when
    void Yield(Time at)
    {
        Ask(at, "10.0.0.4", Ipv4Address::GetZero());
    }
};

TEST_F(IgmpV3NonQuerierTest, RFC_3376_6_6_1_QueryForTheGroupLowersTheGroupTimer)
{
    Record(Seconds(1), Type::IS_EX);
    Ask(Seconds(11), "10.0.0.4", G);
    RunUntil(Seconds(11));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 2");
    Ask(Seconds(12), "10.0.0.4", G); // never raised
    RunUntil(Seconds(12));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 1");
    RunUntil(Seconds(13));
    EXPECT_EQ(GetState(G), "none");
}

TEST_F(IgmpV3NonQuerierTest, RFC_3376_6_6_1_QueryForSourcesLowersTheirTimers)
{
    Record(Seconds(1), Type::ALLOW, {1, 2, 3});
    Ask(Seconds(11), "10.0.0.4", G, false, {1, 2, 9});
    RunUntil(Seconds(11));
    EXPECT_EQ(GetState(G), "INCLUDE({1=2,2=2,3=250})");
    RunUntil(Seconds(13));
    EXPECT_EQ(GetState(G), "INCLUDE({3=248})");
}

TEST_F(IgmpV3NonQuerierTest, RFC_3376_6_6_1_ExcludedSourcesHaveNoTimerToLower)
{
    Record(Seconds(1), Type::IS_EX, {1});
    Ask(Seconds(11), "10.0.0.4", G, false, {1});
    RunUntil(Seconds(14));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{1}) 247");
}

TEST_F(IgmpV3NonQuerierTest, RFC_3376_6_6_1_WithSSetNoTimerIsLowered)
{
    Record(Seconds(1), Type::ALLOW, {1});
    Record(Seconds(1), Type::IS_EX, {1});
    Ask(Seconds(11), "10.0.0.4", G, true);
    Ask(Seconds(11), "10.0.0.4", G, true, {1});
    RunUntil(Seconds(11));
    EXPECT_EQ(GetState(G), "EXCLUDE({1=250},{}) 250");
}

TEST_F(IgmpV3NonQuerierTest, RFC_3376_6_2_2_InIncludeModeThereIsNoGroupTimer)
{
    Record(Seconds(1), Type::ALLOW, {1});
    Ask(Seconds(11), "10.0.0.4", G);
    RunUntil(Seconds(15));
    EXPECT_EQ(GetState(G), "INCLUDE({1=246})");
}

TEST_F(IgmpV3NonQuerierTest, RFC_3376_6_6_1_TheQuerierHeedsQueriesToo)
{
    Record(Seconds(1), Type::IS_EX);
    Ask(Seconds(11), "10.0.0.6", G);
    RunUntil(Seconds(11));
    EXPECT_TRUE(GetLan()->IsQuerier());
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 2");
}

TEST_F(IgmpV3NonQuerierTest, RFC_3376_6_6_1_AVersion2QueryHasNoSFlag)
{
    Record(Seconds(1), Type::IS_EX);
    SayIn(Seconds(11), IgmpV2Message{IgmpType::QUERY, Seconds(1), G}, {"10.0.0.4", G});
    RunUntil(Seconds(11));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 2");
}

TEST_F(IgmpV3NonQuerierTest, RFC_3376_8_10_TheTimeIsThisRoutersWithTheQueriersRobustness)
{
    Record(Seconds(1), Type::IS_EX);
    const IgmpV3Query query{Seconds(1), G, false, 3, Seconds(125), {}};
    SayIn(Seconds(11), query, {"10.0.0.4", G});
    RunUntil(Seconds(11));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 3");
}

TEST_F(IgmpV3NonQuerierTest, RFC_3376_6_4_2_OnlyTheQuerierAsks)
{
    Yield(Seconds(1));
    Record(Seconds(2), Type::IS_EX);
    Record(Seconds(2), Type::ALLOW, {1});
    Record(Seconds(12), Type::TO_IN);
    RunUntil(Seconds(20));
    // Neither queries nor lowered timers: those come with the querier's query.
    EXPECT_EQ(m_heard.size(), 1U);
    EXPECT_EQ(GetState(G), "EXCLUDE({1=242},{}) 242");
}

TEST_F(IgmpV3NonQuerierTest, RFC_3376_6_4_1_ReportsCountAtEveryRouter)
{
    Yield(Seconds(1));
    Record(Seconds(2), Type::ALLOW, {1, 2});
    RunUntil(Seconds(2));
    EXPECT_EQ(GetMemberships().size(), 2U);
}

TEST_F(IgmpV3NonQuerierTest, RFC_3376_6_6_2_ARouterThatYieldsCeasesToSendQueries)
{
    Record(Seconds(1), Type::TO_EX);
    Record(Seconds(1), Type::ALLOW, {1});
    Record(Seconds(11), Type::TO_IN);
    Yield(MilliSeconds(11500));
    RunUntil(Seconds(20));
    EXPECT_EQ(m_heard.size(), 3U); // the general query, and at 11 s those for source and group
    EXPECT_EQ(GetState(G), "none");
}

TEST_F(IgmpV3NonQuerierTest, RFC_9776_6_6_2_ARouterThatYieldsCeasesToSendGeneralQueries)
{
    m_router->SetInterfaceAttribute("Profile", StringValue("rfc9776"));
    Record(Seconds(1), Type::TO_EX);
    Record(Seconds(1), Type::ALLOW, {1});
    Record(Seconds(11), Type::TO_IN);
    Yield(MilliSeconds(11500));
    RunUntil(Seconds(20));
    EXPECT_EQ(m_heard.size(), 5U);
    EXPECT_FALSE(GetLan()->IsQuerier());
}

TEST_F(IgmpV3NonQuerierTest, RFC_9776_8_4_GroupMembershipIntervalHasTwoResponseIntervals)
{
    m_router->SetInterfaceAttribute("Profile", StringValue("rfc9776"));
    Record(Seconds(1), Type::TO_EX);
    RunUntil(MilliSeconds(270999));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 0.001");
    RunUntil(Seconds(271)); // 2 * 125 + 2 * 10 later
    EXPECT_EQ(GetState(G), "none");
}

/// What the tables have it send, another router sends.
TEST_F(IgmpV3NonQuerierTest, RFC_3376_6_6_3_WhatANonQuerierDoesNotAskIsADrop)
{
    Yield(Seconds(1));
    Record(Seconds(2), Type::TO_EX);
    Record(Seconds(3), Type::TO_IN);      // asks for the group
    Record(Seconds(4), Type::TO_EX);      // asks for no source
    Record(Seconds(5), Type::TO_EX, {1}); // asks for a source
    RunUntil(Seconds(6));
    EXPECT_EQ(m_heard.size(), 1U);
    EXPECT_EQ(GetLan()->GetReception().GetDropCount(IgmpRouterDrop::NOT_QUERIER), 2U);
}

} // namespace

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-fixture.h"

namespace ns3
{
namespace mgm
{

namespace
{

using RowKind = PimOracleKind;

/// Rows of RFC 3973, and what it leaves open.
class PimOracleRowTest : public PimOracleFixture
{
  protected:
    /// A member on interface 2, two neighbors on interface 1: Forwarding.
    void BeginForwarding()
    {
        Begin(MakeSetup(), {2, 0, 0});
        Accept(Member(1, 2, true));
        Accept(Data(2, 1));
        ASSERT_EQ(GetView().upstream, PimOracleUpstream::State::FORWARDING);
    }

    /// Nobody wants it: Pruned at 2.
    void BeginPruned()
    {
        Begin(MakeSetup(), {2, 0, 0});
        Accept(Data(2, 1), {Make(RowKind::PRUNE, 2, 1, 5, 2)});
        ASSERT_EQ(GetView().upstream, PimOracleUpstream::State::PRUNED);
    }

    /// A member joins at 3: AckPending.
    void BeginAckPending()
    {
        BeginPruned();
        Accept(Member(3, 2, true), {Make(RowKind::GRAFT, 3, 1, 5, 2)});
        ASSERT_EQ(GetView().upstream, PimOracleUpstream::State::ACK_PENDING);
    }
};

TEST_F(PimOracleRowTest, RFC_3973_4_4_1_AJoinOfAnotherCancelsTheOverride)
{
    BeginForwarding();
    Accept(Received(Make(RowKind::PRUNE, 10, 1, 8, 2)));
    Accept(Received(Make(RowKind::JOIN, 10, 1, 8, 2)));
    Accept(Nothing(20));
}

TEST_F(PimOracleRowTest, RFC_3973_4_4_1_AStateRefreshOfAPrunedLanIsOverridden)
{
    BeginForwarding();
    Accept(Received(Refresh(10, 1, 2, 8, true)));
    Refuse(Nothing(13));
    Accept(Nothing(13), {Make(RowKind::JOIN, 10, 1, 5, 2)});
}

TEST_F(PimOracleRowTest, RFC_3973_4_4_1_2_AStateRefreshPrunesAgainOnceTheLimitIsOver)
{
    BeginPruned();
    Accept(Received(Refresh(20, 1, 2, 8, false)));
    Accept(Received(Refresh(100, 1, 2, 8, true))); // PLT until 310
    Accept(Received(Refresh(250, 1, 2, 8, false)));
    Accept(Received(Refresh(311, 1, 2, 8, false)), {Make(RowKind::PRUNE, 311, 1, 5, 2)});
}

TEST_F(PimOracleRowTest, RFC_3973_4_4_1_3_GraftsAreRepeatedUntilAnAckOfTheUpstreamNeighbor)
{
    BeginAckPending();
    Accept(Received(Make(RowKind::GRAFT_ACK, 4, 1, 8, 5)));
    Accept(Nothing(7), {Make(RowKind::GRAFT, 6, 1, 5, 2)});
    Accept(Received(Make(RowKind::GRAFT_ACK, 7, 1, 2, 5)));
    EXPECT_EQ(GetView().upstream, PimOracleUpstream::State::FORWARDING);
    Accept(Nothing(20));
}

TEST_F(PimOracleRowTest, RFC_3973_4_4_1_3_ANewUpstreamNeighborIsGrafted)
{
    BeginAckPending();
    Accept(Route(4, {1, Host(1, 8), 110, 20, 24}), {Make(RowKind::GRAFT, 4, 1, 5, 8)});
    Accept(Nothing(8), {Make(RowKind::GRAFT, 7, 1, 5, 8)});
}

TEST_F(PimOracleRowTest, RFC_3973_4_4_1_3_ADirectSourceNeedsNoGraft)
{
    BeginAckPending();
    Accept(Route(4, {1, 0, 0, 0, 24}));
    EXPECT_EQ(GetView().upstream, PimOracleUpstream::State::FORWARDING);
    Accept(Nothing(20));
}

TEST_F(PimOracleRowTest, RFC_3973_4_4_2_AJoinCancelsAPendingPrune)
{
    Begin(MakeSetup(), {1, 2, 0});
    Accept(Data(1, 1));
    Accept(Received(Make(RowKind::PRUNE, 2, 2, 2, 5)));
    EXPECT_EQ(GetView().downstream.at(1), PimOracleDownstream::State::PRUNE_PENDING);
    Accept(Received(Make(RowKind::JOIN, 3, 2, 8, 5)));
    Accept(Nothing(20));
    EXPECT_EQ(GetView().downstream.at(1), PimOracleDownstream::State::NO_INFO);
}

TEST_F(PimOracleRowTest, RFC_3973_4_4_2_WhatIsNotAddressedToThisRouterDoesNothing)
{
    Begin(MakeSetup(), {1, 1, 0});
    Accept(Data(1, 1));
    Accept(Received(Make(RowKind::PRUNE, 2, 2, 2, 8)));
    EXPECT_EQ(GetView().downstream.at(1), PimOracleDownstream::State::NO_INFO);
}

TEST_F(PimOracleRowTest, RFC_3973_4_4_2_2_WithoutTheOptionOfAllTheIntervalIsThreeSeconds)
{
    auto setup = MakeSetup();
    setup.interfaces[1].lanDelay = PimOracleLanDelay{PIM_ORACLE_SECOND, 4 * PIM_ORACLE_SECOND};
    Begin(setup, {1, 2, 1});
    Accept(Data(1, 1));
    Accept(Received(Make(RowKind::PRUNE, 2, 2, 2, 5)));
    Accept(Nothing(8), {Make(RowKind::PRUNE, 7, 2, 5, 5)});
}

TEST_F(PimOracleRowTest, RFC_3973_4_6_4_3_ALoserAnswersAGraftWithAnAssertAndAnAck)
{
    Begin(MakeSetup(), {1, 1, 1});
    Accept(Received(Assert(2, 2, 2, 110, 10)), {Make(RowKind::PRUNE, 2, 2, 5, 2, 180)});
    Accept(Received(Make(RowKind::GRAFT, 3, 2, 2, 5)),
           {Make(RowKind::GRAFT_ACK, 3, 2, 5, 2, 0), Assert(3, 2, 5, 110, 20)});
}

TEST_F(PimOracleRowTest, RFC_3973_4_6_1_EqualMetricsAreWonByTheGreaterAddress)
{
    Begin(MakeSetup(), {1, 2, 0});
    Accept(Received(Assert(2, 2, 2, 110, 20)), {Assert(2, 2, 5, 110, 20)});
    Accept(Received(Assert(3, 2, 8, 110, 20)),
           {Make(RowKind::PRUNE, 3, 2, 5, 8, 180), Make(RowKind::PRUNE, 3, 1, 5, 2)});
}

TEST_F(PimOracleRowTest, RFC_3973_4_6_4_2_AWinnerCancelsWhenItsRouteMovesThere)
{
    Begin(MakeSetup(), {1, 1, 1});
    Accept(Data(2, 2), {Assert(2, 2, 5, 110, 20)});
    const auto cancel = Assert(3, 2, 5, 0x7FFFFFFF, 0xFFFFFFFF);
    Accept(Route(3, {2, Host(2, 2), 110, 20, 24}), {cancel, Make(RowKind::GRAFT, 3, 2, 5, 2)});
}

TEST_F(PimOracleRowTest, RFC_3973_4_3_4_AHelloComesFirstAfterARestart)
{
    auto setup = MakeSetup();
    setup.comparesHellos = true;
    m_judge.emplace(setup);
    PimOracleMessage own;
    own.kind = RowKind::HELLO;
    own.holdtime = 105;
    own.lanDelay = setup.interfaces[0].lanDelay;
    own.refreshInterval = 60;
    Sent sent;
    for (uint32_t interface = 1; interface <= 3; ++interface)
    {
        own.interface = interface;
        own.from = Host(interface, 5);
        own.time = At(interface);
        sent.push_back(own);
    }
    Accept(Nothing(6), sent);
    auto hello = own;
    hello.interface = 1;
    hello.from = Host(1, 2);
    hello.time = At(6);
    Accept(Received(hello));
    Accept(Route(6, {1, Host(1, 2), 110, 20, 24}));
    own.interface = 1;
    own.from = Host(1, 5);
    own.time = At(7);
    Accept(Nothing(12), {own});
    hello.time = At(12);
    hello.generation = 8;
    Accept(Received(hello));
    const auto prune = Make(RowKind::PRUNE, 13, 1, 5, 2);
    own.time = At(13);
    Refuse(Data(13, 1), {prune});
    Refuse(Data(13, 1), {prune, own});
    Accept(Data(13, 1), {own, prune});
}

TEST_F(PimOracleRowTest, RFC_3973_7_AStrangerIsNotHeard)
{
    Begin(MakeSetup(), {1, 1, 0});
    Accept(Data(1, 1));
    Accept(Received(Make(RowKind::PRUNE, 2, 2, 77, 5)));
    EXPECT_EQ(GetView().downstream.at(1), PimOracleDownstream::State::NO_INFO);
}

TEST_F(PimOracleRowTest, RFC_3973_4_2_MembersAreServedThoughTheInterfaceIsPruned)
{
    Begin(MakeSetup(), {1, 1, 0});
    Accept(Member(1, 2, true));
    Accept(Received(Make(RowKind::PRUNE, 2, 2, 2, 5)));
    EXPECT_EQ(GetView().downstream.at(1), PimOracleDownstream::State::PRUNED);
    EXPECT_EQ(GetView().olist, PimOracleOnly(2));
}

} // namespace

} // namespace mgm
} // namespace ns3

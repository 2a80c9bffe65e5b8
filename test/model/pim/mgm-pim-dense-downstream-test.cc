/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-fixture.h"

#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

// The states of interface 2, which has two neighbors. Upstream is in Forwarding.

/// @brief NoInfo.
void
HaveNoInfo(PimDenseTest& t)
{
    t.Branch();
    t.Join(2, "10.0.2.1");
    EXPECT_EQ(t.Data(1), "2 3");
}

/// @brief PrunePending, for a second.
void
HavePrunePending(PimDenseTest& t)
{
    HaveNoInfo(t);
    t.Prune(2, "10.0.2.1");
    t.Wait(1);
    EXPECT_EQ(t.Downstream(2), "PP PPT=2");
    EXPECT_EQ(t.Data(1), "2 3") << "PrunePending is like NoInfo for forwarding";
}

/// @brief Pruned, for 7 s.
void
HavePruned(PimDenseTest& t)
{
    HaveNoInfo(t);
    t.Prune(2, "10.0.2.1");
    t.Wait(10);
    EXPECT_EQ(t.Downstream(2), "P PT=200");
    EXPECT_EQ(t.Data(1), "3");
}

// The events.

void
GetPrune(PimDenseTest& t)
{
    t.Prune(2, "10.0.2.1");
}

void
GetJoin(PimDenseTest& t)
{
    t.Join(2, "10.0.2.1");
}

void
GetGraft(PimDenseTest& t)
{
    t.Graft(2, "10.0.2.2");
}

void
WaitForPrunePending(PimDenseTest& t)
{
    t.Wait(2);
}

void
WaitForPrune(PimDenseTest& t)
{
    t.Wait(200);
}

void
BeRpfInterface(PimDenseTest& t)
{
    t.Route(2, "10.0.2.2");
    t.node.sent.clear(); // the upstream machine has sent a Graft
}

void
SendRefresh(PimDenseTest& t)
{
    t.Refresh(false);
    t.node.sent.clear(); // the State Refresh
}

void
LoseInterface(PimDenseTest& t)
{
    t.node.links.erase(2);
    t.tib->LoseInterface(2);
}

/// The cells of the table in the order of its rows: J/P_Override_Interval is 3 s, the holdtime of
/// Prunes 210 s. N/A: the event has no effect.
const std::vector<PimDenseCell> DOWNSTREAM_CELLS{
    {"RFC_3973_4_4_2_Row1_Prune_NoInfo", HaveNoInfo, GetPrune, "PP PPT=3", ""},
    {"RFC_3973_4_4_2_Row1_Prune_PrunePending", HavePrunePending, GetPrune, "PP PPT=2", ""},
    {"RFC_3973_4_4_2_Row1_Prune_Pruned", HavePruned, GetPrune, "P PT=210", ""},
    {"RFC_3973_4_4_2_Row2_Join_NoInfo", HaveNoInfo, GetJoin, "NI", ""},
    {"RFC_3973_4_4_2_Row2_Join_PrunePending", HavePrunePending, GetJoin, "NI", ""},
    {"RFC_3973_4_4_2_Row2_Join_Pruned", HavePruned, GetJoin, "NI", ""},
    {"RFC_3973_4_4_2_Row3_Graft_NoInfo",
     HaveNoInfo,
     GetGraft,
     "NI",
     "2 GraftAck 10.0.2.2 > 10.0.2.2"},
    {"RFC_3973_4_4_2_Row3_Graft_PrunePending",
     HavePrunePending,
     GetGraft,
     "NI",
     "2 GraftAck 10.0.2.2 > 10.0.2.2"},
    {"RFC_3973_4_4_2_Row3_Graft_Pruned",
     HavePruned,
     GetGraft,
     "NI",
     "2 GraftAck 10.0.2.2 > 10.0.2.2"},
    {"RFC_3973_4_4_2_Row4_PrunePendingTimer_NoInfo",
     [](auto& t) {
         HavePrunePending(t);
         t.Join(2, "10.0.2.1");
     },
     WaitForPrunePending,
     "NI",
     ""},
    {"RFC_3973_4_4_2_Row4_PrunePendingTimer_PrunePending",
     HavePrunePending,
     WaitForPrunePending,
     "P PT=207",
     "2 Prune 10.0.2.1 210s"},
    {"RFC_3973_4_4_2_Row4_PrunePendingTimer_Pruned",
     HavePruned,
     WaitForPrunePending,
     "P PT=198",
     ""},
    {"RFC_3973_4_4_2_Row5_PruneTimer_NoInfo",
     [](auto& t) {
         HavePruned(t);
         t.Graft(2, "10.0.2.2");
     },
     WaitForPrune,
     "NI",
     ""},
    {"RFC_3973_4_4_2_Row5_PruneTimer_PrunePending",
     HavePrunePending,
     [](auto& t) { t.Wait(1); },
     "PP PPT=1",
     ""},
    {"RFC_3973_4_4_2_Row5_PruneTimer_Pruned", HavePruned, WaitForPrune, "NI", ""},
    {"RFC_3973_4_4_2_Row6_RpfInterface_NoInfo", HaveNoInfo, BeRpfInterface, "NI", ""},
    {"RFC_3973_4_4_2_Row6_RpfInterface_PrunePending", HavePrunePending, BeRpfInterface, "NI", ""},
    {"RFC_3973_4_4_2_Row6_RpfInterface_Pruned", HavePruned, BeRpfInterface, "NI", ""},
    {"RFC_3973_4_4_2_Row7_SendRefresh_NoInfo", HaveNoInfo, SendRefresh, "NI", ""},
    {"RFC_3973_4_4_2_Row7_SendRefresh_PrunePending", HavePrunePending, SendRefresh, "PP PPT=2", ""},
    {"RFC_3973_4_4_2_Row7_SendRefresh_Pruned", HavePruned, SendRefresh, "P PT=210", ""},
    {"InterfaceDown_NoInfo", HaveNoInfo, LoseInterface, "NI", ""},
    {"InterfaceDown_PrunePending", HavePrunePending, LoseInterface, "NI", ""},
    {"InterfaceDown_Pruned", HavePruned, LoseInterface, "NI", ""},
};

} // namespace

/// @brief A cell of the table of DownstreamPState(S,G,I).
class PimDenseDownstreamCell : public PimDenseTest, public testing::WithParamInterface<PimDenseCell>
{
};

INSTANTIATE_TEST_SUITE_P(Table,
                         PimDenseDownstreamCell,
                         testing::ValuesIn(DOWNSTREAM_CELLS),
                         [](const auto& cell) { return cell.param.name; });

TEST_P(PimDenseDownstreamCell, GivesStateTimersAndMessages)
{
    const auto& cell = GetParam();
    cell.state(*this);
    Sent();
    cell.event(*this);
    EXPECT_EQ(Downstream(2), cell.result);
    EXPECT_EQ(Sent(), cell.sent);
}

using PimDenseDownstreamTest = PimDenseTest;

TEST_F(PimDenseDownstreamTest, RFC_3973_4_4_2_1_OneNeighborPrunesAtOnce)
{
    Branch();
    node.links.at(2).neighbors.erase(Ipv4Address("10.0.2.3"));
    Data(1);
    Prune(2, "10.0.2.1");
    EXPECT_EQ(Downstream(2), "P PT=207") << "the holdtime less J/P_Override_Interval";
    EXPECT_EQ(Sent(), "") << "no PruneEcho is needed";
    EXPECT_EQ(Data(1), "3");
}

TEST_F(PimDenseDownstreamTest, RFC_3973_4_4_2_LinkAgreesOnPruneDelay)
{
    HaveNoInfo(*this);
    node.links.at(2).overrideInterval = Seconds(30);
    Prune(2, "10.0.2.1");
    EXPECT_EQ(Downstream(2), "PP PPT=30.5");
    Wait(30.5);
    EXPECT_EQ(Downstream(2), "P PT=179.5");
}

TEST_F(PimDenseDownstreamTest, RFC_3973_4_4_2_MessagesToOthersAreNotReceived)
{
    HaveNoInfo(*this);
    Prune(2, "10.0.2.3");
    EXPECT_EQ(Downstream(2), "NI");
    Prune(2, "10.0.1.1");
    EXPECT_EQ(Downstream(2), "NI") << "not the address on that interface";
    Prune(2, "10.0.2.1");
    Join(2, "10.0.2.3");
    EXPECT_EQ(Downstream(2), "PP PPT=3");
    const PimJoinPrune graft{PimType::GRAFT,
                             Ipv4Address("10.0.2.3"),
                             0,
                             {{{stream.group}, {{stream.source}}, {}}}};
    tib->Receive(graft, 2, Ipv4Address("10.0.2.2"), Ipv4Address("10.0.2.1"));
    EXPECT_EQ(Downstream(2), "PP PPT=3");
    EXPECT_EQ(Sent(), "");
}

TEST_F(PimDenseDownstreamTest, RFC_3973_4_4_2_RpfInterfaceStaysInNoInfo)
{
    HaveNoInfo(*this);
    Prune(1, "10.0.1.1");
    EXPECT_EQ(Downstream(1), "NI");
    Graft(1, "10.0.1.3");
    EXPECT_EQ(Downstream(1), "NI");
    EXPECT_EQ(Sent(), "1 GraftAck 10.0.1.3 > 10.0.1.3");
}

TEST_F(PimDenseDownstreamTest, RFC_3973_4_4_2_3_PruneNeverShortensThePruneTimer)
{
    HavePruned(*this);
    Prune(2, "10.0.2.1", 100);
    EXPECT_EQ(Downstream(2), "P PT=200");
    Prune(2, "10.0.2.1", 300);
    EXPECT_EQ(Downstream(2), "P PT=300");
}

TEST_F(PimDenseDownstreamTest, RFC_3973_4_4_2_3_RefreshTakesTheLargestHoldtime)
{
    HaveNoInfo(*this);
    Prune(2, "10.0.2.1", 400);
    Prune(2, "10.0.2.1", 100);
    Wait(10);
    EXPECT_EQ(Downstream(2), "P PT=390") << "397 at first";
    Refresh(false);
    EXPECT_EQ(Downstream(2), "P PT=400");
}

TEST_F(PimDenseDownstreamTest, RFC_3973_4_4_2_3_HoldtimeOfAnEarlierStateIsForgotten)
{
    HaveNoInfo(*this);
    Prune(2, "10.0.2.1", 400);
    Join(2, "10.0.2.1");
    Prune(2, "10.0.2.1", 100);
    Wait(3);
    Refresh(false);
    EXPECT_EQ(Downstream(2), "P PT=100");
}

TEST_F(PimDenseDownstreamTest, RFC_3973_4_7_6_HoldtimeForever)
{
    HaveNoInfo(*this);
    Prune(2, "10.0.2.1", 0xFFFF);
    Wait(3);
    EXPECT_EQ(Downstream(2), "P");
    EXPECT_EQ(Sent(), "2 Prune 10.0.2.1 65535s");
    Prune(2, "10.0.2.1", 210);
    Wait(100000);
    EXPECT_EQ(Downstream(2), "P");
    Join(2, "10.0.2.1");
    EXPECT_EQ(Downstream(2), "NI");
}

TEST_F(PimDenseDownstreamTest, RFC_3973_4_7_6_HoldtimeForeverReplacesAnother)
{
    HavePruned(*this);
    Prune(2, "10.0.2.1", 0xFFFF);
    EXPECT_EQ(Downstream(2), "P");
    node.isInUse = false;
    Wait(1000);
    EXPECT_EQ(Downstream(2), "P") << "it is kept though no timer runs";
}

TEST_F(PimDenseDownstreamTest, RFC_3973_4_4_2_2_HoldtimeShorterThanTheDelay)
{
    HaveNoInfo(*this);
    Prune(2, "10.0.2.1", 1);
    Wait(3);
    EXPECT_EQ(Data(1), "3");
    Wait(0.1);
    EXPECT_EQ(Downstream(2), "NI");
    EXPECT_EQ(Data(1), "2 3");
}

TEST_F(PimDenseDownstreamTest, RFC_3973_5_2_PruneDoesNotCutOffMembers)
{
    HavePruned(*this);
    Member(2);
    EXPECT_EQ(Data(1), "2 3");
    Member(2, false);
    EXPECT_EQ(Data(1), "3");
}

// Case D08 of the collection: nobody on the LAN wants the stream.
TEST_F(PimDenseDownstreamTest, RFC_3973_4_4_2_2_PruneGoesOnUpstream)
{
    HaveNoInfo(*this);
    Member(3, false);
    Prune(2, "10.0.2.1");
    Wait(2.9);
    EXPECT_EQ(Data(1), "2");
    EXPECT_EQ(Sent(), "");
    Wait(0.1);
    EXPECT_EQ(Sent(), "2 Prune 10.0.2.1 210s; 1 Prune 10.0.1.2 210s");
    EXPECT_EQ(Upstream(), "P PLT=210");
    EXPECT_EQ(Data(1), "");
    Graft(2, "10.0.2.3");
    EXPECT_EQ(Upstream(), "AP GRT=3") << "a Graft goes on, too";
    EXPECT_EQ(Sent(), "1 Graft 10.0.1.2 > 10.0.1.2; 2 GraftAck 10.0.2.3 > 10.0.2.3");
}

// Case D10 of the collection: the Join that overrides is lost, and repeated after the PruneEcho.
TEST_F(PimDenseDownstreamTest, RFC_3973_4_4_2_2_JoinAfterThePruneEcho)
{
    HaveNoInfo(*this);
    Prune(2, "10.0.2.1");
    Wait(3.5);
    EXPECT_EQ(Sent(), "2 Prune 10.0.2.1 210s");
    EXPECT_EQ(Data(1), "3");
    Join(2, "10.0.2.1");
    EXPECT_EQ(Data(1), "2 3");
}

TEST_F(PimDenseDownstreamTest, RFC_3973_4_4_2_2_PruneEchoIsOverridden)
{
    HaveNoInfo(*this);
    Prune(1, "10.0.1.2"); // 10.0.1.2 says that it has been pruned
    Wait(1.25);
    EXPECT_EQ(Sent(), "1 Join 10.0.1.2");
}

TEST_F(PimDenseDownstreamTest, RFC_3973_4_4_2_PrunedInterfaceIsFloodedAgainAndPrunedAgain)
{
    HavePruned(*this);
    Wait(200);
    EXPECT_EQ(Data(1), "2 3");
    Prune(2, "10.0.2.1");
    Wait(3);
    EXPECT_EQ(Downstream(2), "P PT=207");
}

TEST_F(PimDenseDownstreamTest, InterfaceDownForgetsPrunes)
{
    HavePruned(*this);
    const auto link = node.links.at(2);
    LoseInterface(*this);
    EXPECT_EQ(Data(1), "3");
    node.links[2] = link;
    tib->Update();
    EXPECT_EQ(Data(1), "2 3");
}

TEST_F(PimDenseDownstreamTest, LastNeighborLostAndFoundKeepsPrunes)
{
    HavePruned(*this);
    Member(3, false);
    EXPECT_EQ(Upstream(), "P PLT=210");
    const auto neighbors = node.links.at(2).neighbors;
    node.links.at(2).neighbors.clear();
    tib->Update();
    Member(2);
    EXPECT_EQ(Upstream(), "AP GRT=3");
    Member(2, false);
    node.links.at(2).neighbors = neighbors;
    tib->Update();
    EXPECT_EQ(Downstream(2), "P PT=200") << "RFC 3973 ends it by Join, Graft and time alone";
}

TEST_F(PimDenseDownstreamTest, RFC_3973_4_1_3_NewNeighborIsFlooded)
{
    Data(1);
    EXPECT_EQ(Upstream(), "P PLT=210");
    Sent();
    node.links.at(2).neighbors = {Ipv4Address("10.0.2.2")};
    tib->Update();
    EXPECT_EQ(Sent(), "1 Graft 10.0.1.2 > 10.0.1.2");
    EXPECT_EQ(Data(1), "2");
    node.links.at(2).neighbors.clear();
    tib->LoseNeighbor(2, Ipv4Address("10.0.2.2"));
    EXPECT_EQ(Sent(), "1 Prune 10.0.1.2 210s");
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-fixture.h"

#include "ns3/mgm-pim-dense-messages.h"
#include "ns3/uinteger.h"

#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

// The states. Nothing that was sent before is looked at.

/// @brief Forwarding, and a member wants the stream.
void
BeForwarding(PimDenseTest& t)
{
    t.Member(3);
    t.Data(1);
}

/// @brief Forwarding, and nobody wants the stream: no data has arrived yet.
void
BeNew(PimDenseTest& t)
{
    t.Refresh(false);
    EXPECT_EQ(t.Upstream(), "F");
}

/// @brief Forwarding, and the override timer has run for a second.
void
BeOverriding(PimDenseTest& t)
{
    BeForwarding(t);
    t.Prune(1, "10.0.1.2");
    t.Wait(1);
    EXPECT_EQ(t.Upstream(), "F OT=0.25");
}

/// @brief Pruned, for 10 s.
void
BePruned(PimDenseTest& t)
{
    t.Data(1);
    t.Wait(10);
    EXPECT_EQ(t.Upstream(), "P PLT=200");
}

/// @brief Pruned, and PLT has expired.
void
BeLongPruned(PimDenseTest& t)
{
    t.Data(1);
    t.Wait(211);
    EXPECT_EQ(t.Upstream(), "P");
}

/// @brief AckPending, for a second.
void
BeAckPending(PimDenseTest& t)
{
    t.Data(1);
    t.Member(3);
    t.Wait(1);
    EXPECT_EQ(t.Upstream(), "AP GRT=2");
}

/// @brief AckPending, and the override timer runs.
void
BeAckPendingAndOverriding(PimDenseTest& t)
{
    BeAckPending(t);
    t.Prune(1, "10.0.1.2");
    EXPECT_EQ(t.Upstream(), "AP GRT=2 OT=1.25");
}

// The events.

void
GetData(PimDenseTest& t)
{
    t.Data(1);
}

void
GetRefreshPruned(PimDenseTest& t)
{
    t.Refresh(true);
}

void
GetRefresh(PimDenseTest& t)
{
    t.Refresh(false);
}

void
SeeJoin(PimDenseTest& t)
{
    t.Join(1, "10.0.1.2");
}

void
SeePrune(PimDenseTest& t)
{
    t.Prune(1, "10.0.1.2");
}

void
WaitForOverride(PimDenseTest& t)
{
    t.Wait(1.25);
}

void
LoseMember(PimDenseTest& t)
{
    t.Member(3, false);
}

void
GainMember(PimDenseTest& t)
{
    t.Member(3);
}

void
ChangeRoute(PimDenseTest& t)
{
    t.Route(1, "10.0.1.3");
}

void
ChangeRouteAndGainMember(PimDenseTest& t)
{
    t.node.links.at(3).includesAny = true;
    t.Route(1, "10.0.1.3");
}

void
ChangeRouteAndLoseMember(PimDenseTest& t)
{
    t.node.links.at(3).includesAny = false;
    t.Route(1, "10.0.1.3");
}

void
BeConnected(PimDenseTest& t)
{
    t.Route(1, nullptr);
}

void
LoseRoute(PimDenseTest& t)
{
    t.node.route.reset();
    t.tib->Update();
}

void
WaitForRetry(PimDenseTest& t)
{
    t.Wait(2);
}

void
GetGraftAck(PimDenseTest& t)
{
    t.GraftAck();
}

/// The cells of the table in the order of its rows, with the addresses of the fixture: t_limit is
/// 210 s, Graft_Retry_Period 3 s, t_override 1.25 s. N/A: the event has no effect.
const std::vector<PimDenseCell> UPSTREAM_CELLS{
    {"RFC_3973_4_4_1_Row1_Data_Forwarding",
     [](auto&) {},
     GetData,
     "P PLT=210",
     "1 Prune 10.0.1.2 210s"},
    {"RFC_3973_4_4_1_Row1_Data_Pruned",
     BeLongPruned,
     GetData,
     "P PLT=210",
     "1 Prune 10.0.1.2 210s"},
    {"RFC_3973_4_4_1_Row1_Data_PrunedAndLimited", BePruned, GetData, "P PLT=200", ""},
    {"RFC_3973_4_4_1_Row1_Data_AckPending", BeAckPending, GetData, "AP GRT=2", ""},
    {"RFC_3973_4_4_1_Row2_RefreshPruned_Forwarding",
     BeForwarding,
     GetRefreshPruned,
     "F OT=1.25",
     ""},
    {"RFC_3973_4_4_1_1_RefreshPruned_ForwardingAndOverriding",
     BeOverriding,
     GetRefreshPruned,
     "F OT=0.25",
     ""},
    {"RFC_3973_4_3_4_RefreshPruned_New", BeNew, GetRefreshPruned, "P PLT=210", ""},
    {"RFC_3973_4_4_1_Row2_RefreshPruned_Pruned", BePruned, GetRefreshPruned, "P PLT=210", ""},
    {"RFC_3973_4_4_1_Row2_RefreshPruned_AckPending",
     BeAckPending,
     GetRefreshPruned,
     "AP GRT=2 OT=1.25",
     ""},
    {"RFC_3973_4_4_1_Row3_Refresh_Forwarding", BeForwarding, GetRefresh, "F", ""},
    {"RFC_3973_4_4_1_Row3_Refresh_Pruned",
     BeLongPruned,
     GetRefresh,
     "P PLT=210",
     "1 Prune 10.0.1.2 210s"},
    {"RFC_3973_4_4_1_Row3_Refresh_PrunedAndLimited", BePruned, GetRefresh, "P PLT=200", ""},
    {"RFC_3973_4_4_1_Row3_Refresh_AckPending", BeAckPending, GetRefresh, "F", ""},
    {"RFC_3973_4_4_1_Row4_SeeJoin_Forwarding", BeOverriding, SeeJoin, "F", ""},
    {"RFC_3973_4_4_1_Row4_SeeJoin_Pruned", BePruned, SeeJoin, "P PLT=200", ""},
    {"RFC_3973_4_4_1_Row4_SeeJoin_AckPending", BeAckPendingAndOverriding, SeeJoin, "AP GRT=2", ""},
    {"RFC_3973_4_4_1_Row5_SeePrune_Forwarding", BeForwarding, SeePrune, "F OT=1.25", ""},
    {"RFC_3973_4_4_1_1_SeePrune_ForwardingAndOverriding", BeOverriding, SeePrune, "F OT=0.25", ""},
    {"RFC_3973_4_4_1_SeePrune_New", BeNew, SeePrune, "F", ""},
    {"RFC_3973_4_4_1_Row5_SeePrune_Pruned", BePruned, SeePrune, "P PLT=200", ""},
    {"RFC_3973_4_4_1_Row5_SeePrune_AckPending", BeAckPending, SeePrune, "AP GRT=2 OT=1.25", ""},
    {"RFC_3973_4_4_1_Row6_OverrideTimer_Forwarding",
     BeOverriding,
     WaitForOverride,
     "F",
     "1 Join 10.0.1.2"},
    {"RFC_3973_4_4_1_Row6_OverrideTimer_Pruned",
     [](auto& t) {
         BeOverriding(t);
         t.Member(3, false);
         t.node.sent.clear();
     },
     WaitForOverride,
     "P PLT=208.75",
     ""},
    {"RFC_3973_4_4_1_Row6_OverrideTimer_AckPending",
     BeAckPendingAndOverriding,
     WaitForOverride,
     "AP GRT=0.75",
     "1 Join 10.0.1.2"},
    {"RFC_3973_4_4_1_Row7_OlistNull_Forwarding",
     BeForwarding,
     LoseMember,
     "P PLT=210",
     "1 Prune 10.0.1.2 210s"},
    {"RFC_3973_4_4_1_Row7_OlistNull_Pruned", BePruned, LoseMember, "P PLT=200", ""},
    {"RFC_3973_4_4_1_Row7_OlistNull_AckPending",
     BeAckPending,
     LoseMember,
     "P PLT=210",
     "1 Prune 10.0.1.2 210s"},
    {"RFC_3973_4_4_1_Row8_OlistNonNull_Forwarding", BeNew, GainMember, "F", ""},
    {"RFC_3973_4_4_1_Row8_OlistNonNull_Pruned",
     BePruned,
     GainMember,
     "AP GRT=3",
     "1 Graft 10.0.1.2 > 10.0.1.2"},
    {"RFC_3973_4_4_1_Row8_OlistNonNull_AckPending",
     BeAckPending,
     [](auto& t) { t.Member(2); },
     "AP GRT=2",
     ""},
    {"RFC_3973_4_4_1_Row9_RpfChanges_Forwarding",
     BeForwarding,
     ChangeRoute,
     "AP GRT=3",
     "1 Graft 10.0.1.3 > 10.0.1.3"},
    {"RFC_3973_4_4_1_Row9_RpfChanges_Pruned",
     BePruned,
     ChangeRouteAndGainMember,
     "AP GRT=3",
     "1 Graft 10.0.1.3 > 10.0.1.3"},
    {"RFC_3973_4_4_1_Row9_RpfChanges_AckPending",
     BeAckPending,
     ChangeRoute,
     "AP GRT=3",
     "1 Graft 10.0.1.3 > 10.0.1.3"},
    {"RFC_3973_4_4_1_Row10_RpfChangesAndOlistNull_Forwarding",
     [](auto& t) { t.Join(2, "10.0.2.1"); },
     ChangeRoute,
     "P",
     ""},
    {"RFC_3973_4_4_1_Row10_RpfChangesAndOlistNull_Pruned", BePruned, ChangeRoute, "P", ""},
    {"RFC_3973_4_4_1_Row10_RpfChangesAndOlistNull_AckPending",
     BeAckPending,
     ChangeRouteAndLoseMember,
     "P",
     ""},
    {"RFC_3973_4_4_1_Row10_RpfChangesAndOlistNull_ForwardingAndOverriding",
     BeOverriding,
     ChangeRouteAndLoseMember,
     "P",
     ""},
    {"RFC_3973_4_4_1_Row11_Direct_New",
     [](auto& t) { t.Join(2, "10.0.2.1"); },
     BeConnected,
     "F",
     ""},
    {"RFC_3973_4_4_1_Row11_Direct_ForwardingAndOverriding", BeOverriding, BeConnected, "F", ""},
    {"RFC_3973_4_4_1_Row11_Direct_AckPendingAndOlistNull",
     BeAckPending,
     [](auto& t) {
         t.node.links.at(3).includesAny = false;
         t.Route(1, nullptr);
     },
     "F",
     ""},
    {"RFC_3973_4_4_1_RouteLost_New", [](auto& t) { t.Join(2, "10.0.2.1"); }, LoseRoute, "F", ""},
    {"RFC_3973_4_4_1_RouteLost_ForwardingAndOverriding", BeOverriding, LoseRoute, "F", ""},
    {"RFC_3973_4_4_1_RouteLost_Pruned", BePruned, LoseRoute, "P PLT=200", ""},
    {"RFC_3973_4_4_1_RouteLost_AckPending", BeAckPending, LoseRoute, "F", ""},
    {"RFC_3973_4_4_1_RouteLost_AckPendingAndOlistNull",
     BeAckPending,
     [](auto& t) {
         t.node.links.at(3).includesAny = false;
         t.node.links.at(1).neighbors.clear();
         LoseRoute(t);
     },
     "F",
     ""},
    {"RFC_3973_4_4_1_Row11_Direct_Forwarding", BeForwarding, BeConnected, "F", ""},
    {"RFC_3973_4_4_1_Row11_Direct_Pruned", BePruned, BeConnected, "P PLT=200", ""},
    {"RFC_3973_4_4_1_Row11_Direct_AckPending", BeAckPending, BeConnected, "F", ""},
    {"RFC_3973_4_4_1_Row12_GraftRetryTimer_Forwarding",
     [](auto& t) {
         BeAckPending(t);
         t.GraftAck();
     },
     WaitForRetry,
     "F",
     ""},
    {"RFC_3973_4_4_1_Row12_GraftRetryTimer_Pruned",
     [](auto& t) {
         BeAckPending(t);
         t.Member(3, false);
     },
     WaitForRetry,
     "P PLT=208",
     ""},
    {"RFC_3973_4_4_1_Row12_GraftRetryTimer_AckPending",
     BeAckPending,
     WaitForRetry,
     "AP GRT=3",
     "1 Graft 10.0.1.2 > 10.0.1.2"},
    {"RFC_3973_4_4_1_Row13_GraftAck_Forwarding", BeForwarding, GetGraftAck, "F", ""},
    {"RFC_3973_4_4_1_Row13_GraftAck_Pruned", BePruned, GetGraftAck, "P PLT=200", ""},
    {"RFC_3973_4_4_1_Row13_GraftAck_AckPending", BeAckPending, GetGraftAck, "F", ""},
};

} // namespace

/// @brief A cell of the table of Upstream(S,G).
class PimDenseUpstreamCell : public PimDenseTest, public testing::WithParamInterface<PimDenseCell>
{
};

INSTANTIATE_TEST_SUITE_P(Table,
                         PimDenseUpstreamCell,
                         testing::ValuesIn(UPSTREAM_CELLS),
                         [](const auto& cell) { return cell.param.name; });

TEST_P(PimDenseUpstreamCell, GivesStateTimersAndMessages)
{
    const auto& cell = GetParam();
    cell.state(*this);
    Sent();
    cell.event(*this);
    EXPECT_EQ(Upstream(), cell.result);
    EXPECT_EQ(Sent(), cell.sent);
}

using PimDenseUpstreamTest = PimDenseTest;

TEST_F(PimDenseUpstreamTest, RFC_3973_4_2_PrunedForwardsNothing)
{
    EXPECT_EQ(Data(1), "");
    EXPECT_EQ(Upstream(), "P PLT=210");
    Member(3);
    EXPECT_EQ(Data(1), "3") << "AckPending forwards";
    EXPECT_EQ(Data(2), "") << "it is not RPF_interface(S)";
    GraftAck();
    EXPECT_EQ(Data(1), "3");
}

TEST_F(PimDenseUpstreamTest, RFC_3973_4_2_NoRouteDiscards)
{
    Member(3);
    node.route.reset();
    EXPECT_EQ(Data(1), "");
    EXPECT_EQ(Sent(), "");
    EXPECT_EQ(Asserted(1), "NI") << "no assert process without a route";
}

TEST_F(PimDenseUpstreamTest, RFC_3973_4_4_1_SourceConnectedSendsNothingUpstream)
{
    Route(1, nullptr);
    EXPECT_EQ(Data(1), "");
    EXPECT_EQ(Upstream(), "F");
    Member(3);
    EXPECT_EQ(Data(1), "3");
    Member(3, false);
    EXPECT_EQ(Upstream(), "F");
    Prune(1, "10.0.1.2");
    Refresh(true);
    EXPECT_EQ(Upstream(), "F");
    EXPECT_EQ(Sent(), "");
}

TEST_F(PimDenseUpstreamTest, RFC_3973_4_2_PrunedWhenSourceIsConnectedForwardsAgain)
{
    Data(1);
    Route(1, nullptr);
    EXPECT_EQ(Upstream(), "P PLT=210");
    Sent();
    Member(3);
    EXPECT_EQ(Upstream(), "F");
    EXPECT_EQ(Data(1), "3");
    EXPECT_EQ(Sent(), "");
}

TEST_F(PimDenseUpstreamTest, RFC_3973_4_4_1_NoLongerConnectedIsAnotherRpfNeighbor)
{
    Member(3);
    Route(1, nullptr);
    Data(1);
    Route(1, "10.0.1.2");
    EXPECT_EQ(Upstream(), "AP GRT=3");
    EXPECT_EQ(Sent(), "1 Graft 10.0.1.2 > 10.0.1.2");
}

TEST_F(PimDenseUpstreamTest, RFC_3973_4_4_1_RouteLostAndFound)
{
    Data(1);
    Member(3);
    Sent();
    LoseRoute(*this);
    EXPECT_EQ(Upstream(), "F");
    Wait(10);
    EXPECT_EQ(Sent(), "") << "nobody is left to be asked";
    Route(1, "10.0.1.2");
    EXPECT_EQ(Upstream(), "AP GRT=3");
    EXPECT_EQ(Sent(), "1 Graft 10.0.1.2 > 10.0.1.2");
}

TEST_F(PimDenseUpstreamTest, RFC_3973_4_4_1_RouteLostWhileTheOverrideTimerRuns)
{
    Member(3);
    Data(1);
    Prune(1, "10.0.1.2");
    node.route.reset(); // and nobody has said so yet when the timer expires
    Wait(2);
    EXPECT_EQ(Upstream(), "F");
    EXPECT_EQ(Sent(), "");
}

TEST_F(PimDenseUpstreamTest, RFC_3973_4_4_1_RpfInterfaceChanges)
{
    Branch();
    Data(1);
    Route(2, "10.0.2.2");
    EXPECT_EQ(Upstream(), "AP GRT=3");
    EXPECT_EQ(Sent(), "2 Graft 10.0.2.2 > 10.0.2.2");
    EXPECT_EQ(Data(2), "1 3");
}

TEST_F(PimDenseUpstreamTest, RFC_3973_4_4_1_RpfInterfaceChangesAndTheAddressDoesNot)
{
    Member(3);
    Data(1);
    Route(2, "10.0.1.2");
    EXPECT_EQ(Sent(), "2 Graft 10.0.1.2 > 10.0.1.2");
}

TEST_F(PimDenseUpstreamTest, RFC_3973_4_4_1_NoLongerConnectedAndAssertLost)
{
    Member(3);
    Route(1, nullptr);
    Data(1);
    Assert(1, "10.0.1.3", 110, 10);
    EXPECT_EQ(Sent(), "") << "nothing is sent upstream of a source that is connected";
    Route(1, "10.0.1.2");
    EXPECT_EQ(Sent(), "1 Graft 10.0.1.3 > 10.0.1.3");
}

TEST_F(PimDenseUpstreamTest, RFC_3973_4_4_1_ChangeThatIsNotToldYet)
{
    Data(1);
    Sent();
    node.links.at(3).includesAny = true;
    EXPECT_EQ(Data(1), "3") << "the next event notes it first";
    EXPECT_EQ(Sent(), "1 Graft 10.0.1.2 > 10.0.1.2");
}

TEST_F(PimDenseUpstreamTest, RFC_3973_4_4_1_RouteChangesAsTheGraftRetryTimerExpires)
{
    Data(1);
    Member(3);
    Sent();
    node.route->nextHop = Ipv4Address("10.0.1.3"); // nobody has said so yet
    Wait(3);
    EXPECT_EQ(Sent(), "1 Graft 10.0.1.3 > 10.0.1.3") << "one, not two";
}

TEST_F(PimDenseUpstreamTest, RFC_3973_4_4_1_InterfaceTowardsTheSourceGoesDownAndUp)
{
    Data(1);
    const auto link = node.links.at(1);
    Wait(10);
    Sent();
    node.links.erase(1);
    tib->LoseInterface(1);
    EXPECT_EQ(Data(1), "");
    EXPECT_EQ(Upstream(), "P PLT=200");
    node.links[1] = link;
    tib->Update();
    EXPECT_EQ(Upstream(), "P") << "RPF'(S) is a new one: it may be pruned at once";
    Data(1);
    EXPECT_EQ(Sent(), "1 Prune 10.0.1.2 210s");
}

TEST_F(PimDenseUpstreamTest, RFC_3973_4_4_1_AssertLostUpstreamChangesRpf)
{
    Member(3);
    Data(1);
    Assert(1, "10.0.1.3", 110, 10);
    EXPECT_EQ(Upstream(), "AP GRT=3");
    EXPECT_EQ(Sent(), "1 Graft 10.0.1.3 > 10.0.1.3");
    Wait(1);
    Assert(1, "10.0.1.2", 110, 5);
    EXPECT_EQ(Sent(), "1 Graft 10.0.1.2 > 10.0.1.2");
    GraftAck();
    Wait(180.5);
    EXPECT_EQ(Asserted(1), "NI");
    EXPECT_EQ(Upstream(), "F") << "the winner was MRIB.next_hop(S)";
}

TEST_F(PimDenseUpstreamTest, RFC_3973_4_4_1_GraftAckOfOthersIsIgnored)
{
    Data(1);
    Member(3);
    GraftAck("10.0.1.3");
    EXPECT_EQ(Upstream(), "AP GRT=3");
    GraftAck("10.0.1.2", "10.0.2.1");
    EXPECT_EQ(Upstream(), "AP GRT=3") << "not the address of this router there";
    tib->Receive(MakeDenseGraft(PimType::GRAFT_ACK, {stream}, Ipv4Address("10.0.2.1")),
                 2,
                 Ipv4Address("10.0.1.2"),
                 Ipv4Address("10.0.2.1"));
    EXPECT_EQ(Upstream(), "AP GRT=3") << "not on RPF_interface(S)";
    GraftAck();
    EXPECT_EQ(Upstream(), "F");
}

TEST_F(PimDenseUpstreamTest, RFC_3973_4_4_1_SeenMessagesToOthers)
{
    Member(3);
    Data(1);
    Prune(2, "10.0.2.2");
    EXPECT_EQ(Upstream(), "F") << "not on RPF_interface(S)";
    Prune(1, "10.0.1.3");
    EXPECT_EQ(Upstream(), "F OT=1.25") << "any Prune";
    Join(1, "10.0.1.3");
    EXPECT_EQ(Upstream(), "F OT=1.25") << "a Join to RPF'(S) alone";
    Join(1, "10.0.1.2");
    EXPECT_EQ(Upstream(), "F");
}

TEST_F(PimDenseUpstreamTest, RFC_3973_4_4_1_3_GraftIsRepeatedUntilTheLimit)
{
    tib->SetAttribute("GraftRetries", UintegerValue(2));
    Data(1);
    Sent();
    Member(3);
    Wait(100);
    EXPECT_EQ(Sent(),
              "1 Graft 10.0.1.2 > 10.0.1.2; 1 Graft 10.0.1.2 > 10.0.1.2; "
              "1 Graft 10.0.1.2 > 10.0.1.2");
    EXPECT_EQ(Upstream(), "AP");
    Route(1, "10.0.1.3");
    Wait(3);
    EXPECT_EQ(Sent(), "1 Graft 10.0.1.3 > 10.0.1.3; 1 Graft 10.0.1.3 > 10.0.1.3")
        << "another one is tried anew";
}

TEST_F(PimDenseUpstreamTest, RFC_3973_4_4_1_3_GraftIsRepeatedWithoutEnd)
{
    tib->SetAttribute("GraftRetries", UintegerValue(0));
    Data(1);
    Member(3);
    Sent();
    Wait(300.5);
    EXPECT_EQ(node.sent.size(), 100U);
}

// Case D06 of the collection: leave while a Graft is unanswered.
TEST_F(PimDenseUpstreamTest, RFC_3973_4_4_1_3_LeaveWhileGraftIsUnanswered)
{
    Data(1);
    Wait(10);
    Sent();
    Member(3);
    Wait(3.45);
    Member(3, false);
    Wait(20);
    EXPECT_EQ(Sent(),
              "1 Graft 10.0.1.2 > 10.0.1.2; 1 Graft 10.0.1.2 > 10.0.1.2; 1 Prune 10.0.1.2 210s");
}

// An entry is not forgotten while RPF'(S) may hold its Prune: members have to be grafted.
TEST_F(PimDenseUpstreamTest, RFC_3973_4_4_1_PrunedIsKeptWhileThePruneHolds)
{
    tib->SetAttribute("PruneHoldtime", TimeValue(Seconds(1000)));
    node.isInUse = false;
    Data(1);
    ASSERT_EQ(Sent(), "1 Prune 10.0.1.2 1000s");
    Wait(999);
    tib->Update();
    EXPECT_EQ(Upstream(), "P");
    Member(3);
    EXPECT_EQ(Sent(), "1 Graft 10.0.1.2 > 10.0.1.2");
}

TEST_F(PimDenseUpstreamTest, RFC_3973_4_4_1_PrunedIsForgottenWhenThePruneEnds)
{
    tib->SetAttribute("PruneHoldtime", TimeValue(Seconds(1000)));
    node.isInUse = false;
    Data(1);
    Wait(1001);
    tib->Update();
    EXPECT_TRUE(tib->GetSourceGroups().empty());
}

TEST_F(PimDenseUpstreamTest, RFC_3973_4_3_4_RestartedUpstreamNeighborCanBePrunedAtOnce)
{
    Data(1);
    Sent();
    tib->RestartNeighbor(1, Ipv4Address("10.0.1.3"));
    EXPECT_EQ(Upstream(), "P PLT=210") << "it is not RPF'(S)";
    tib->RestartNeighbor(1, Ipv4Address("10.0.1.2"));
    EXPECT_EQ(Upstream(), "P");
    Data(1);
    EXPECT_EQ(Sent(), "1 Prune 10.0.1.2 210s");
}

TEST_F(PimDenseUpstreamTest, RFC_3973_4_3_4_RestartedUpstreamNeighborInOtherStates)
{
    Member(3);
    Data(1);
    tib->RestartNeighbor(1, Ipv4Address("10.0.1.2"));
    EXPECT_EQ(Upstream(), "F");
    Route(1, "10.0.1.3");
    Sent();
    tib->RestartNeighbor(1, Ipv4Address("10.0.1.3"));
    EXPECT_EQ(Upstream(), "AP GRT=3");
    EXPECT_EQ(Sent(), "");
}

TEST_F(PimDenseUpstreamTest, RFC_3973_4_8_TimesAreAttributes)
{
    tib->SetAttribute("PruneLimit", TimeValue(Seconds(20)));
    tib->SetAttribute("PruneHoldtime", TimeValue(MilliSeconds(30500)));
    tib->SetAttribute("GraftRetryPeriod", TimeValue(Seconds(4)));
    Data(1);
    EXPECT_EQ(Upstream(), "P PLT=20");
    EXPECT_EQ(Sent(), "1 Prune 10.0.1.2 31s");
    Member(3);
    EXPECT_EQ(Upstream(), "AP GRT=4");
    node.links.at(1).overrideInterval = Seconds(10);
    Prune(1, "10.0.1.2");
    EXPECT_EQ(Upstream(), "AP GRT=4 OT=5") << "the link agrees on OI";
}

} // namespace mgm
} // namespace ns3

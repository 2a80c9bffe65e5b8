/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-fixture.h"

#include "ns3/nstime.h"

#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

// The states of interface 2, which has the neighbors 10.0.2.2 and 10.0.2.3. The own metric is
// 110/20.

/// @brief NoInfo.
void
KnowNobody(PimDenseTest& t)
{
    t.Branch();
    t.Join(2, "10.0.2.1");
    t.Data(1);
}

/// @brief Winner, for 10 s.
void
BeWinner(PimDenseTest& t)
{
    KnowNobody(t);
    t.Data(2);
    t.Wait(10);
    EXPECT_EQ(t.Asserted(2), "W 10.0.2.1 110/20 AT=170");
    EXPECT_EQ(t.Data(1), "2 3");
}

/// @brief Loser, for 10 s: 10.0.2.2 has won.
void
BeLoser(PimDenseTest& t)
{
    KnowNobody(t);
    t.Assert(2, "10.0.2.2", 110, 10);
    t.Wait(10);
    EXPECT_EQ(t.Asserted(2), "L 10.0.2.2 110/10 AT=170");
    EXPECT_EQ(t.Data(1), "3");
}

/// @brief Loser on RPF_interface(S), for 10 s: 10.0.1.3 has won.
void
BeLoserUpstream(PimDenseTest& t)
{
    KnowNobody(t);
    t.Assert(1, "10.0.1.3", 110, 10);
    t.Wait(10);
    EXPECT_EQ(t.Asserted(1), "L 10.0.1.3 110/10 AT=170");
}

// The events.

void
DataArrives(PimDenseTest& t)
{
    EXPECT_EQ(t.Data(2), "");
}

void
WinnerIsWorse(PimDenseTest& t)
{
    t.Assert(2, "10.0.2.2", 110, 30);
}

void
OtherIsWorse(PimDenseTest& t)
{
    t.Assert(2, "10.0.2.3", 110, 30);
}

void
OtherIsWorseByRefresh(PimDenseTest& t)
{
    t.Refresh(false, 2, "10.0.2.3", 110, 30);
}

void
OtherIsBetter(PimDenseTest& t)
{
    t.Assert(2, "10.0.2.3", 110, 5);
}

void
OtherIsBetterByRefresh(PimDenseTest& t)
{
    t.Refresh(false, 2, "10.0.2.3", 110, 5, 30);
}

void
SendRefreshOfHalfAMinute(PimDenseTest& t)
{
    t.Refresh(false, 1, "10.0.1.2", 110, 10, 30);
    t.node.sent.clear(); // the State Refresh
}

void
WaitForAssert(PimDenseTest& t)
{
    t.Wait(170.5);
}

void
BecomeUpstream(PimDenseTest& t)
{
    t.Route(2, "10.0.2.3");
}

void
LoseWinner(PimDenseTest& t)
{
    t.tib->LoseNeighbor(2, Ipv4Address("10.0.2.2"));
}

void
PruneArrives(PimDenseTest& t)
{
    t.Prune(2, "10.0.2.1");
}

void
JoinArrives(PimDenseTest& t)
{
    t.Join(2, "10.0.2.1");
}

void
GraftArrives(PimDenseTest& t)
{
    t.Graft(2, "10.0.2.3");
}

void
GoDown(PimDenseTest& t)
{
    t.node.links.erase(2);
    t.tib->LoseInterface(2);
}

/// The cells of the table in the order of its rows: Assert_Time is 180 s.
const std::vector<PimDenseCell> ASSERT_CELLS{
    {"RFC_3973_4_6_4_Row1_Data_NoInfo",
     KnowNobody,
     DataArrives,
     "W 10.0.2.1 110/20 AT=180",
     "2 Assert 110/20"},
    {"RFC_3973_4_6_4_Row1_Data_Winner",
     BeWinner,
     DataArrives,
     "W 10.0.2.1 110/20 AT=180",
     "2 Assert 110/20"},
    {"RFC_3973_4_6_4_Row1_Data_Loser", BeLoser, DataArrives, "L 10.0.2.2 110/10 AT=170", ""},
    {"RFC_3973_4_6_4_Row2_InferiorOfWinner_Loser", BeLoser, WinnerIsWorse, "NI", ""},
    {"RFC_3973_4_6_4_Row2_InferiorRefreshOfWinner_Loser",
     BeLoser,
     [](auto& t) { t.Refresh(false, 2, "10.0.2.2", 110, 30); },
     "NI",
     ""},
    {"RFC_3973_4_6_4_Row3_Inferior_NoInfo",
     KnowNobody,
     OtherIsWorse,
     "W 10.0.2.1 110/20 AT=180",
     "2 Assert 110/20"},
    {"RFC_3973_4_6_4_Row3_InferiorRefresh_NoInfo",
     KnowNobody,
     OtherIsWorseByRefresh,
     "W 10.0.2.1 110/20 AT=180",
     "2 Assert 110/20"},
    {"RFC_3973_4_6_4_Row3_Inferior_Winner",
     BeWinner,
     OtherIsWorse,
     "W 10.0.2.1 110/20 AT=180",
     "2 Assert 110/20"},
    {"RFC_3973_4_6_4_Row3_Inferior_Loser", BeLoser, OtherIsWorse, "L 10.0.2.2 110/10 AT=170", ""},
    {"RFC_3973_4_6_4_Row4_Preferred_NoInfo",
     KnowNobody,
     OtherIsBetter,
     "L 10.0.2.3 110/5 AT=180",
     "2 Prune 10.0.2.3 180s"},
    {"RFC_3973_4_6_4_Row4_PreferredRefresh_NoInfo",
     KnowNobody,
     OtherIsBetterByRefresh,
     "L 10.0.2.3 110/5 AT=90",
     "2 Prune 10.0.2.3 90s"},
    {"RFC_3973_4_6_4_Row4_Preferred_Winner",
     BeWinner,
     OtherIsBetter,
     "L 10.0.2.3 110/5 AT=180",
     "2 Prune 10.0.2.3 180s"},
    {"RFC_3973_4_6_4_Row4_PreferredRefresh_Winner",
     BeWinner,
     OtherIsBetterByRefresh,
     "L 10.0.2.3 110/5 AT=90",
     "2 Prune 10.0.2.3 90s"},
    {"RFC_3973_4_6_4_Row4_Preferred_Loser",
     BeLoser,
     OtherIsBetter,
     "L 10.0.2.3 110/5 AT=180",
     "2 Prune 10.0.2.3 180s"},
    {"RFC_3973_4_6_4_Row4_PreferredRefresh_Loser",
     BeLoser,
     OtherIsBetterByRefresh,
     "L 10.0.2.3 110/5 AT=90",
     "2 Prune 10.0.2.3 90s"},
    {"RFC_3973_4_6_4_Row4_EqualOfWinner_Loser",
     BeLoser,
     [](auto& t) { t.Assert(2, "10.0.2.2", 110, 10); },
     "L 10.0.2.2 110/10 AT=180",
     ""},
    {"RFC_3973_4_6_4_Row5_SendRefresh_NoInfo", KnowNobody, SendRefreshOfHalfAMinute, "NI", ""},
    {"RFC_3973_4_6_4_Row5_SendRefresh_Winner",
     BeWinner,
     SendRefreshOfHalfAMinute,
     "W 10.0.2.1 110/20 AT=90",
     ""},
    {"RFC_3973_4_6_4_Row5_SendRefresh_Loser",
     BeLoser,
     [](auto& t) { t.Refresh(false, 1, "10.0.1.2", 110, 10, 30); },
     "L 10.0.2.2 110/10 AT=170",
     ""},
    {"RFC_3973_4_6_4_Row6_AssertTimer_Winner", BeWinner, WaitForAssert, "NI", ""},
    {"RFC_3973_4_6_4_Row6_AssertTimer_Loser", BeLoser, WaitForAssert, "NI", ""},
    {"RFC_3973_4_6_4_Row7_CouldNotAssert_NoInfo",
     KnowNobody,
     BecomeUpstream,
     "NI",
     "2 Graft 10.0.2.3 > 10.0.2.3"},
    {"RFC_3973_4_6_4_Row7_CouldNotAssert_Winner",
     BeWinner,
     BecomeUpstream,
     "NI",
     "2 AssertCancel 2147483647/4294967295; 2 Graft 10.0.2.3 > 10.0.2.3"},
    {"RFC_3973_4_6_4_Row7_CouldNotAssert_Loser",
     BeLoser,
     BecomeUpstream,
     "NI",
     "2 Graft 10.0.2.3 > 10.0.2.3"},
    {"RFC_3973_4_6_4_Row9_WinnerGone_NoInfo", KnowNobody, LoseWinner, "NI", ""},
    {"RFC_3973_4_6_4_Row9_WinnerGone_Winner", BeWinner, LoseWinner, "W 10.0.2.1 110/20 AT=170", ""},
    {"RFC_3973_4_6_4_Row9_WinnerGone_Loser", BeLoser, LoseWinner, "NI", ""},
    {"RFC_3973_4_6_4_Row10_Prune_NoInfo", KnowNobody, PruneArrives, "NI", ""},
    {"RFC_3973_4_6_4_Row10_Prune_Winner", BeWinner, PruneArrives, "W 10.0.2.1 110/20 AT=170", ""},
    {"RFC_3973_4_6_4_Row10_Prune_Loser",
     BeLoser,
     PruneArrives,
     "L 10.0.2.2 110/10 AT=170",
     "2 Assert 110/20"},
    {"RFC_3973_4_6_4_Row10_Join_Winner", BeWinner, JoinArrives, "W 10.0.2.1 110/20 AT=170", ""},
    {"RFC_3973_4_6_4_Row10_Join_Loser",
     BeLoser,
     JoinArrives,
     "L 10.0.2.2 110/10 AT=170",
     "2 Assert 110/20"},
    {"RFC_3973_4_6_4_Row10_Graft_Winner",
     BeWinner,
     GraftArrives,
     "W 10.0.2.1 110/20 AT=170",
     "2 GraftAck 10.0.2.3 > 10.0.2.3"},
    {"RFC_3973_4_6_4_Row10_Graft_Loser",
     BeLoser,
     GraftArrives,
     "L 10.0.2.2 110/10 AT=170",
     "2 Assert 110/20; 2 GraftAck 10.0.2.3 > 10.0.2.3"},
    {"InterfaceDown_NoInfo", KnowNobody, GoDown, "NI", ""},
    {"InterfaceDown_Winner", BeWinner, GoDown, "NI", ""},
    {"InterfaceDown_Loser", BeLoser, GoDown, "NI", ""},
};

} // namespace

/// @brief A cell of the table of the Assert machine.
class PimDenseAssertCell : public PimDenseTest, public testing::WithParamInterface<PimDenseCell>
{
};

INSTANTIATE_TEST_SUITE_P(Table,
                         PimDenseAssertCell,
                         testing::ValuesIn(ASSERT_CELLS),
                         [](const auto& cell) { return cell.param.name; });

TEST_P(PimDenseAssertCell, GivesStateTimerAndMessages)
{
    const auto& cell = GetParam();
    cell.state(*this);
    Sent();
    cell.event(*this);
    EXPECT_EQ(Asserted(2), cell.result);
    EXPECT_EQ(Sent(), cell.sent);
}

using PimDenseAssertTest = PimDenseTest;

TEST_F(PimDenseAssertTest, RFC_3973_4_6_4_Row4_PreferredUpstreamSendsNoPrune)
{
    KnowNobody(*this);
    Assert(1, "10.0.1.2", 110, 10);
    EXPECT_EQ(Asserted(1), "L 10.0.1.2 110/10 AT=180");
    EXPECT_EQ(Upstream(), "F") << "RPF'(S) is the same";
    Assert(1, "10.0.1.3", 110, 10);
    EXPECT_EQ(Asserted(1), "L 10.0.1.3 110/10 AT=180") << "the higher address";
    EXPECT_EQ(Sent(), "1 Graft 10.0.1.3 > 10.0.1.3");
}

TEST_F(PimDenseAssertTest, RFC_3973_4_6_4_Row8_CouldAssert)
{
    BeLoserUpstream(*this);
    Route(2, "10.0.2.2");
    EXPECT_EQ(Asserted(1), "NI");
    EXPECT_EQ(Data(2), "1 3");
}

TEST_F(PimDenseAssertTest, RFC_3973_4_6_4_Row8_CouldAssertInNoInfo)
{
    KnowNobody(*this);
    Join(1, "10.0.1.1");
    Route(2, "10.0.2.2");
    EXPECT_EQ(Asserted(1), "NI");
}

TEST_F(PimDenseAssertTest, RFC_3973_4_6_4_3_WinnerUpstreamDies)
{
    BeLoserUpstream(*this);
    GraftAck("10.0.1.3");
    Sent();
    tib->LoseNeighbor(1, Ipv4Address("10.0.1.2"));
    EXPECT_EQ(Asserted(1), "L 10.0.1.3 110/10 AT=170");
    tib->LoseNeighbor(1, Ipv4Address("10.0.1.3"));
    EXPECT_EQ(Asserted(1), "NI");
    EXPECT_EQ(Upstream(), "AP GRT=3");
    EXPECT_EQ(Sent(), "1 Graft 10.0.1.2 > 10.0.1.2");
}

TEST_F(PimDenseAssertTest, RFC_3973_4_6_4_3_WinnerDownstreamDies)
{
    BeLoser(*this);
    Member(3, false);
    EXPECT_EQ(Upstream(), "P PLT=210");
    Sent();
    LoseWinner(*this);
    EXPECT_EQ(Sent(), "1 Graft 10.0.1.2 > 10.0.1.2") << "this router has to forward again";
    EXPECT_EQ(Data(1), "2");
}

TEST_F(PimDenseAssertTest, RFC_3973_5_2_LostAssertCutsOffMembers)
{
    BeLoser(*this);
    Member(2);
    EXPECT_EQ(Data(1), "3");
}

TEST_F(PimDenseAssertTest, RFC_3973_4_6_4_1_LostAssertPrunesUpstream)
{
    KnowNobody(*this);
    Member(3, false);
    Assert(2, "10.0.2.2", 110, 10);
    EXPECT_EQ(Sent(), "2 Prune 10.0.2.2 180s; 1 Prune 10.0.1.2 210s");
    EXPECT_EQ(Upstream(), "P PLT=210");
}

TEST_F(PimDenseAssertTest, RFC_3973_4_6_2_AssertCancelEndsTheStateOfLosers)
{
    BeLoser(*this);
    AssertCancel(2, "10.0.2.2");
    EXPECT_EQ(Asserted(2), "NI");
    BeLoserUpstream(*this);
    AssertCancel(1, "10.0.1.3");
    EXPECT_EQ(Asserted(1), "NI");
}

TEST_F(PimDenseAssertTest, RFC_3973_4_6_2_AssertCancelMakesOthersAssert)
{
    KnowNobody(*this);
    AssertCancel(2, "10.0.2.2");
    EXPECT_EQ(Asserted(2), "W 10.0.2.1 110/20 AT=180");
    EXPECT_EQ(Sent(), "2 Assert 110/20");
}

TEST_F(PimDenseAssertTest, RFC_3973_4_6_2_AssertCancelIsNotBetterThanNothing)
{
    KnowNobody(*this);
    AssertCancel(1, "10.0.1.3");
    EXPECT_EQ(Asserted(1), "NI");
    EXPECT_EQ(Sent(), "");
}

TEST_F(PimDenseAssertTest, RFC_3973_4_6_4_WorseMetricOfTheWinnerThatStillWins)
{
    BeLoser(*this);
    Assert(2, "10.0.2.2", 110, 15);
    EXPECT_EQ(Asserted(2), "L 10.0.2.2 110/15 AT=180");
    EXPECT_EQ(Sent(), "2 Prune 10.0.2.2 180s") << "that was before";
}

TEST_F(PimDenseAssertTest, RFC_3973_4_6_4_MetricBetweenThoseOfWinnerAndLoser)
{
    BeLoser(*this);
    Assert(2, "10.0.2.3", 110, 15);
    EXPECT_EQ(Asserted(2), "L 10.0.2.2 110/10 AT=170");
}

TEST_F(PimDenseAssertTest, RFC_3973_4_6_3_LoserWithTheBetterMetricForwards)
{
    BeLoser(*this);
    node.route->metric = 5;
    tib->Update();
    EXPECT_EQ(Data(1), "2 3") << "lost_assert(S,G,I) compares metrics";
    Sent();
    Refresh(false);
    EXPECT_EQ(Asserted(2), "L 10.0.2.2 110/10 AT=170");
    EXPECT_EQ(node.sent.size(), 1U);
}

TEST_F(PimDenseAssertTest, RFC_3973_4_6_1_Comparison)
{
    const Ipv4Address low("10.0.0.9");
    const Ipv4Address high("10.0.0.10");
    EXPECT_TRUE(IsBetter({1, 100, low}, {110, 5, high})) << "preference first";
    EXPECT_TRUE(IsBetter({110, 1, low}, {110, 256, high})) << "a metric is a number";
    EXPECT_TRUE(IsBetter({110, 20, high}, {110, 20, low})) << "the higher address";
    EXPECT_FALSE(IsBetter({110, 20, low}, {110, 20, high}));
    EXPECT_FALSE(IsBetter({110, 20, low}, {110, 20, low}));
    EXPECT_TRUE(IsBetter({110, 20, low}, PimDenseMacros::InfiniteAssertMetric()));
    EXPECT_FALSE(IsBetter(PimDenseMacros::InfiniteAssertMetric(), {110, 20, low}));
}

TEST_F(PimDenseAssertTest, RFC_3973_4_6_4_2_RouteLostCancelsTheAssert)
{
    BeWinner(*this);
    Sent();
    node.route.reset();
    tib->Update();
    EXPECT_EQ(Asserted(2), "NI");
    EXPECT_EQ(Sent(), "2 AssertCancel 2147483647/4294967295");
}

TEST_F(PimDenseAssertTest, RFC_3973_4_6_5_StopCancelsAsserts)
{
    BeWinner(*this);
    Sent();
    tib->Stop();
    EXPECT_EQ(Sent(), "2 AssertCancel 2147483647/4294967295");
    Wait(300);
    EXPECT_EQ(Sent(), "");
    EXPECT_EQ(tib->Find(stream), nullptr);
}

TEST_F(PimDenseAssertTest, CrashSaysNothing)
{
    BeWinner(*this);
    Prune(2, "10.0.2.1");
    Sent();
    tib->Drop();
    Wait(300);
    EXPECT_EQ(Sent(), "");
}

TEST_F(PimDenseAssertTest, RFC_3973_4_8_AssertTimeIsAnAttribute)
{
    tib->SetAttribute("AssertTime", TimeValue(Seconds(20)));
    KnowNobody(*this);
    Data(2);
    EXPECT_EQ(Asserted(2), "W 10.0.2.1 110/20 AT=20");
    Assert(2, "10.0.2.2", 110, 10);
    EXPECT_EQ(Sent(), "2 Assert 110/20; 2 Prune 10.0.2.2 20s");
}

TEST_F(PimDenseAssertTest, RefreshWithoutIntervalIsLikeAnAssert)
{
    KnowNobody(*this);
    Refresh(false, 2, "10.0.2.3", 110, 5, 0);
    EXPECT_EQ(Asserted(2), "L 10.0.2.3 110/5 AT=180");
}

TEST_F(PimDenseAssertTest, RFC_3973_4_6_4_2_Row5_RefreshWithoutIntervalKeepsTheWinner)
{
    Branch();
    Data(1);
    Data(2);
    Wait(10);
    Refresh(false, 1, "10.0.1.2", 110, 10, 0);
    EXPECT_EQ(Asserted(2), "W 10.0.2.1 110/20 AT=180");
}

} // namespace mgm
} // namespace ns3

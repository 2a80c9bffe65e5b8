/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-fixture.h"

#include "ns3/boolean.h"
#include "ns3/uinteger.h"

#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

// The states. The source is connected to interface 1; interface 2 has neighbors.

/// @brief NotOriginator.
void
NotOriginate(PimDenseTest& t)
{
    t.Branch();
    t.Route(1, nullptr);
    t.Join(2, "10.0.2.1");
}

/// @brief Originator, for 10 s.
void
Originate(PimDenseTest& t)
{
    NotOriginate(t);
    t.Data(1);
    t.Wait(10);
    EXPECT_EQ(t.Originator(), "O SRT=50 SAT=200");
}

void
DataComes(PimDenseTest& t)
{
    t.Data(1);
}

void
WaitForRefresh(PimDenseTest& t)
{
    t.Wait(50);
}

void
WaitForSource(PimDenseTest& t)
{
    t.Wait(200.5);
    t.node.sent.clear(); // three State Refreshes
}

void
BeFar(PimDenseTest& t)
{
    t.Route(1, "10.0.1.2");
    t.node.sent.clear(); // a Graft
}

/// The cells of the table in the order of its rows: RefreshInterval is 60 s, SourceLifetime 210 s.
const std::vector<PimDenseCell> ORIGINATOR_CELLS{
    {"RFC_3973_4_5_2_Row1_Data_NotOriginator", NotOriginate, DataComes, "O SRT=60 SAT=210", ""},
    {"RFC_3973_4_5_2_Row1_Data_Originator", Originate, DataComes, "O SRT=50 SAT=210", ""},
    {"RFC_3973_4_5_2_Row2_RefreshTimer_NotOriginator", NotOriginate, WaitForRefresh, "NO", ""},
    {"RFC_3973_4_5_2_Row2_RefreshTimer_Originator",
     Originate,
     WaitForRefresh,
     "O SRT=60 SAT=150",
     "2 StateRefresh 10.0.1.1 0/0 /24 ttl=32 O 60s"},
    {"RFC_3973_4_5_2_Row3_SourceTimer_NotOriginator", NotOriginate, WaitForSource, "NO", ""},
    {"RFC_3973_4_5_2_Row3_SourceTimer_Originator", Originate, WaitForSource, "NO", ""},
    {"RFC_3973_4_5_2_Row4_NotDirect_NotOriginator", NotOriginate, BeFar, "NO", ""},
    {"RFC_3973_4_5_2_Row4_NotDirect_Originator", Originate, BeFar, "NO", ""},
};

} // namespace

/// @brief A cell of the table of Origination(S,G).
class PimDenseOriginatorCell : public PimDenseTest, public testing::WithParamInterface<PimDenseCell>
{
};

INSTANTIATE_TEST_SUITE_P(Table,
                         PimDenseOriginatorCell,
                         testing::ValuesIn(ORIGINATOR_CELLS),
                         [](const auto& cell) { return cell.param.name; });

TEST_P(PimDenseOriginatorCell, GivesStateTimersAndMessages)
{
    const auto& cell = GetParam();
    cell.state(*this);
    Sent();
    cell.event(*this);
    EXPECT_EQ(Originator(), cell.result);
    EXPECT_EQ(Sent(), cell.sent);
}

using PimDenseRefreshTest = PimDenseTest;

TEST_F(PimDenseRefreshTest, RFC_3973_4_5_2_DataFromFarDoesNotMakeAnOriginator)
{
    Branch();
    Data(1);
    EXPECT_EQ(Originator(), "NO");
}

TEST_F(PimDenseRefreshTest, RFC_3973_4_5_2_2_TtlIsTheLargestOfTheData)
{
    NotOriginate(*this);
    Data(1, 8);
    Data(1, 32);
    Data(1, 16);
    Wait(60);
    EXPECT_EQ(Sent(), "2 StateRefresh 10.0.1.1 0/0 /24 ttl=32 O 60s");
}

TEST_F(PimDenseRefreshTest, RFC_3973_4_5_2_1_TtlIsRecordedAnew)
{
    Originate(*this);
    Wait(201);
    Data(1, 8);
    Sent();
    Wait(60);
    EXPECT_EQ(Sent(), "2 StateRefresh 10.0.1.1 0/0 /24 ttl=8 O 60s");
}

TEST_F(PimDenseRefreshTest, RFC_3973_4_5_2_2_ConfiguredTtlAndInterval)
{
    tib->SetAttribute("RecordTtl", BooleanValue(false));
    tib->SetAttribute("RefreshTtl", UintegerValue(9));
    tib->SetAttribute("RefreshInterval", TimeValue(MilliSeconds(9500)));
    tib->SetAttribute("SourceLifetime", TimeValue(Seconds(12)));
    NotOriginate(*this);
    Data(1);
    EXPECT_EQ(Originator(), "O SRT=9.5 SAT=12");
    Wait(10);
    EXPECT_EQ(Sent(), "2 StateRefresh 10.0.1.1 0/0 /24 ttl=9 O 10s");
}

TEST_F(PimDenseRefreshTest, RFC_3973_4_7_10_EveryThirdHasPruneNow)
{
    Originate(*this);
    Wait(180);
    EXPECT_EQ(Sent(),
              "2 StateRefresh 10.0.1.1 0/0 /24 ttl=32 O 60s; "
              "2 StateRefresh 10.0.1.1 0/0 /24 ttl=32 O 60s; "
              "2 StateRefresh 10.0.1.1 0/0 /24 ttl=32 N O 60s");
}

TEST_F(PimDenseRefreshTest, RFC_3973_4_7_10_PruneNowIsCountedAnew)
{
    tib->SetAttribute("SourceLifetime", TimeValue(Seconds(130)));
    NotOriginate(*this);
    Data(1);
    Wait(131); // two State Refreshes
    Data(1);
    Sent();
    Wait(60);
    EXPECT_EQ(Sent(), "2 StateRefresh 10.0.1.1 0/0 /24 ttl=32 O 60s");
}

TEST_F(PimDenseRefreshTest, RFC_3973_4_5_2_2_PruneIndicatorOnPrunedInterfaces)
{
    Originate(*this);
    Prune(2, "10.0.2.1");
    Wait(50);
    EXPECT_EQ(Sent(), "2 Prune 10.0.2.1 210s; 2 StateRefresh 10.0.1.1 0/0 /24 ttl=32 P O 60s");
    EXPECT_EQ(Downstream(2), "P PT=210");
    Wait(500);
    EXPECT_EQ(Downstream(2), "NI") << "the source was silent, and its state has ended";
}

TEST_F(PimDenseRefreshTest, RFC_3973_4_5_1_Forwarded)
{
    Branch();
    Data(1);
    Refresh(false, 1, "10.0.1.2", 90, 7, 30, 16);
    EXPECT_EQ(Sent(), "2 StateRefresh 10.9.0.2 110/20 /24 ttl=15 O 30s")
        << "with the own metric and mask, on interfaces with neighbors alone";
}

TEST_F(PimDenseRefreshTest, RFC_3973_4_5_1_PruneIndicatorIsThatOfTheInterface)
{
    Branch();
    Data(1);
    Refresh(true);
    EXPECT_EQ(Sent(), "2 StateRefresh 10.9.0.2 110/20 /24 ttl=15 O 60s");
    Prune(2, "10.0.2.1");
    Wait(4);
    Sent();
    Refresh(false);
    EXPECT_EQ(Sent(), "2 StateRefresh 10.9.0.2 110/20 /24 ttl=15 P O 60s");
    EXPECT_EQ(Downstream(2), "P PT=210");
}

TEST_F(PimDenseRefreshTest, RFC_3973_4_5_1_PruneTimerIsNotResetIfANeighborIsNotCapable)
{
    Branch();
    node.links.at(2).isRefreshCapable = false;
    Data(1);
    Prune(2, "10.0.2.1");
    Wait(10);
    Sent();
    Refresh(false);
    EXPECT_EQ(Sent(), "2 StateRefresh 10.9.0.2 110/20 /24 ttl=15 P O 60s");
    EXPECT_EQ(Downstream(2), "P PT=200");
}

TEST_F(PimDenseRefreshTest, RFC_3973_4_5_1_AssertOverrideUnlessAssertStateIsKnown)
{
    Branch();
    Data(1);
    Data(2);
    Sent();
    Refresh(false);
    EXPECT_EQ(Sent(), "2 StateRefresh 10.9.0.2 110/20 /24 ttl=15 60s");
}

TEST_F(PimDenseRefreshTest, RFC_3973_4_5_1_NotSentWhereAnAssertIsLost)
{
    Branch();
    Data(1);
    Assert(2, "10.0.2.2", 110, 10);
    Sent();
    Refresh(false);
    EXPECT_EQ(Sent(), "");
}

TEST_F(PimDenseRefreshTest, RFC_3973_4_5_1_NotSentAcrossABoundary)
{
    Branch();
    node.links.at(2).isBoundary = true;
    Data(1);
    Refresh(false);
    EXPECT_EQ(Sent(), "");
}

TEST_F(PimDenseRefreshTest, RFC_3973_4_5_1_TtlAndThreshold)
{
    Branch();
    Data(1);
    Refresh(false, 1, "10.0.1.2", 110, 10, 60, 0);
    EXPECT_EQ(Sent(), "");
    Wait(1);
    Refresh(false, 1, "10.0.1.2", 110, 10, 60, 1);
    EXPECT_EQ(Sent(), "2 StateRefresh 10.9.0.2 110/20 /24 ttl=0 O 60s");
    node.links.at(2).threshold = 5;
    Wait(1);
    Refresh(false, 1, "10.0.1.2", 110, 10, 60, 5);
    EXPECT_EQ(Sent(), "");
    Wait(1);
    Refresh(false, 1, "10.0.1.2", 110, 10, 60, 6);
    EXPECT_EQ(Sent(), "2 StateRefresh 10.9.0.2 110/20 /24 ttl=5 O 60s");
}

TEST_F(PimDenseRefreshTest, RFC_3973_4_5_1_NotFromRpfInterfaceOrNeighbor)
{
    Branch();
    Data(1);
    Refresh(false, 2, "10.0.2.2", 110, 30);
    EXPECT_EQ(Sent(), "2 Assert 110/20") << "to the Assert machine alone";
    Refresh(false, 1, "10.0.1.2", 110, 5);
    Sent();
    Wait(1);
    Refresh(true, 1, "10.0.1.3", 110, 10);
    EXPECT_EQ(Sent(), "");
    EXPECT_EQ(Upstream(), "F");
}

TEST_F(PimDenseRefreshTest, RFC_3973_4_5_1_RateLimit)
{
    Branch();
    Data(1);
    Refresh(false);
    EXPECT_NE(Sent(), "");
    Wait(0.4);
    Refresh(false);
    EXPECT_EQ(Sent(), "");
    Wait(0.4);
    Refresh(false);
    EXPECT_EQ(Sent(), "") << "the last one came 0.4 s ago";
    Wait(0.5);
    Refresh(false);
    EXPECT_NE(Sent(), "");
    tib->SetAttribute("RefreshLimitInterval", TimeValue(Seconds(10)));
    Wait(9);
    Refresh(false);
    EXPECT_EQ(Sent(), "");
}

TEST_F(PimDenseRefreshTest, RFC_3973_4_5_1_OthersDoNotUseUpTheRateLimit)
{
    Branch();
    Data(1);
    Refresh(false, 1, "10.0.1.2", 110, 5);
    Wait(1);
    Sent();
    Refresh(false, 1, "10.0.1.3", 110, 10);
    Refresh(false, 1, "10.0.1.2", 110, 5);
    EXPECT_NE(Sent(), "");
}

TEST_F(PimDenseRefreshTest, RFC_3973_4_6_4_SenderOfRefreshBecomesRpfNeighbor)
{
    Branch();
    Data(1);
    Refresh(false, 1, "10.0.1.3", 110, 5, 20);
    EXPECT_EQ(Asserted(1), "L 10.0.1.3 110/5 AT=60");
    EXPECT_EQ(Upstream(), "F") << "it answers the Graft";
    EXPECT_EQ(Sent(),
              "1 Graft 10.0.1.3 > 10.0.1.3; 2 StateRefresh 10.9.0.2 110/20 /24 ttl=15 O 20s");
}

// Case D02 of the collection: refreshed prune state lasts as long as the source.
TEST_F(PimDenseRefreshTest, RFC_3973_4_5_PruneStateIsKeptByRefreshes)
{
    Data(1);
    for (int i = 0; i < 10; ++i)
    {
        Wait(60);
        Refresh(true);
        Data(1);
    }
    EXPECT_EQ(Sent(), "1 Prune 10.0.1.2 210s") << "one Prune in 10 minutes";
    Member(3);
    EXPECT_EQ(Upstream(), "AP GRT=3");
}

TEST_F(PimDenseRefreshTest, RFC_3973_4_3_4_RefreshWithPruneMakesLaterMembersGraft)
{
    Refresh(true);
    EXPECT_EQ(Upstream(), "P PLT=210");
    EXPECT_EQ(Sent(), "");
    Member(3);
    EXPECT_EQ(Sent(), "1 Graft 10.0.1.2 > 10.0.1.2");
}

TEST_F(PimDenseRefreshTest, RFC_3973_4_3_4_LastRefreshIsRepeatedForARestartedNeighbor)
{
    Branch();
    Refresh(false);
    const auto first = Sent();
    ASSERT_EQ(first.find("2 StateRefresh"), 0u) << first;
    Wait(100);
    tib->RestartNeighbor(2, Ipv4Address("10.0.2.3"));
    EXPECT_EQ(Sent(), first);
    tib->RestartNeighbor(1, Ipv4Address("10.0.1.2"));
    EXPECT_EQ(Sent(), "") << "that is upstream";
    Wait(79);
    tib->RestartNeighbor(2, Ipv4Address("10.0.2.3"));
    EXPECT_EQ(Sent(), first);
    Wait(1);
    tib->RestartNeighbor(2, Ipv4Address("10.0.2.3"));
    EXPECT_EQ(Sent(), "") << "three intervals are over";
}

TEST_F(PimDenseRefreshTest, RFC_3973_4_3_4_RepeatedRefreshTellsOfPrunes)
{
    Branch();
    Refresh(false);
    const auto first = Sent();
    Prune(2, "10.0.2.1", 210);
    Wait(5);
    ASSERT_EQ(Downstream(2).substr(0, 2), "P ");
    Sent();
    tib->RestartNeighbor(2, Ipv4Address("10.0.2.3"));
    EXPECT_NE(Sent().find(" P "), std::string::npos);
    EXPECT_EQ(first.find(" P "), std::string::npos);
}

TEST_F(PimDenseRefreshTest, RFC_3973_4_3_4_NothingIsRepeatedByALoser)
{
    Branch();
    Refresh(false);
    Refresh(false, 2, "10.0.2.3", 110, 5);
    ASSERT_EQ(Asserted(2).substr(0, 2), "L ");
    Sent();
    tib->RestartNeighbor(2, Ipv4Address("10.0.2.3"));
    EXPECT_EQ(Sent(), "");
}

TEST_F(PimDenseRefreshTest, RFC_3973_4_3_4_NothingIsRepeatedUnlessWanted)
{
    Branch();
    tib->RestartNeighbor(2, Ipv4Address("10.0.2.3"));
    EXPECT_EQ(Sent(), "") << "there was none";
    tib->SetAttribute("ReplayRefresh", BooleanValue(false));
    Refresh(false);
    Sent();
    tib->RestartNeighbor(2, Ipv4Address("10.0.2.3"));
    EXPECT_EQ(Sent(), "");
}

TEST_F(PimDenseRefreshTest, StateRefreshCanBeTurnedOff)
{
    tib->SetAttribute("StateRefresh", BooleanValue(false));
    Branch();
    Data(1);
    Refresh(true);
    Refresh(false, 2, "10.0.2.3", 110, 5);
    EXPECT_EQ(Sent(), "");
    EXPECT_EQ(Asserted(2), "NI");
    Route(1, nullptr);
    Data(1);
    EXPECT_EQ(Originator(), "NO");
}

} // namespace mgm
} // namespace ns3

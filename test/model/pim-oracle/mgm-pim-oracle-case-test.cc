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

using CaseKind = PimOracleKind;

/// The cases D02 to D14, each for one of its routers. Interface 1 leads to the source.
class PimOracleCaseTest : public PimOracleFixture
{
  protected:
    /// @brief A stream of ten packets a second. @param from first packet @param until end [s]
    /// @param interfaces where they are forwarded
    void Stream(double from, double until, PimOracleInterfaces interfaces)
    {
        for (double time = from; time < until - 0.001; time += 0.1)
        {
            EXPECT_EQ(m_judge->Step(Data(time, 1), {{}, interfaces, std::nullopt}), "") << time;
        }
    }
};

TEST_F(PimOracleCaseTest, D02_StateRefreshesAreOriginatedEachMinute)
{
    Begin(MakeSetup(), {0, 1, 0});
    Accept(Route(1, {1, 0, 0, 0, 24}));
    Accept(Data(20, 1, 32));
    Accept(Received(Make(CaseKind::PRUNE, 20, 2, 2, 5)));
    EXPECT_EQ(GetView().downstream.at(1), PimOracleDownstream::State::PRUNED);
    for (uint32_t k = 1; k <= 9; ++k)
    {
        // TTL 32 on r1-r2, P=1; N on every third. Data goes on until 600.
        const double time = 20 + 60 * k;
        auto refresh = Refresh(time, 2, 5, 32, true);
        refresh.originator = Host(1, 5);
        refresh.metric = {0, 0, Host(2, 5)};
        refresh.pruneNow = k % 3 == 0;
        Accept(Data(time, 1, 32), {refresh});
    }
}

TEST_F(PimOracleCaseTest, D02_StateRefreshesAreForwardedWithATtlOfOneLess)
{
    Begin(MakeSetup(), {1, 1, 1});
    Accept(Data(20, 1));
    Accept(Received(Make(CaseKind::PRUNE, 20, 2, 2, 5)));
    Accept(Received(Refresh(80, 1, 2, 32, false)),
           {Refresh(80, 2, 5, 31, true), Refresh(80, 3, 5, 31, false)});
}

TEST_F(PimOracleCaseTest, D04_R4GraftsForItsMemberAndPrunesAtOnceWhenItLeaves)
{
    Begin(MakeSetup(), {1, 0, 0});
    Accept(Data(20, 1), {Make(CaseKind::PRUNE, 20, 1, 5, 2)});
    Stream(20.1, 20.5, 0);
    Accept(Member(40.05, 2, true), {Make(CaseKind::GRAFT, 40.05, 1, 5, 2)});
    auto ack = Make(CaseKind::GRAFT_ACK, 40.052, 1, 2, 5);
    Accept(Received(ack));
    Stream(40.1, 41, PimOracleOnly(2));
    Accept(Member(102.05, 2, false), {Make(CaseKind::PRUNE, 102.05, 1, 5, 2)});
    EXPECT_EQ(GetView().upstream, PimOracleUpstream::State::PRUNED);
}

TEST_F(PimOracleCaseTest, D04_R2GraftsWhenItIsGrafted)
{
    Begin(MakeSetup(), {1, 1, 0});
    Accept(Data(20, 1));
    Accept(Received(Make(CaseKind::PRUNE, 20.002, 2, 2, 5)),
           {Make(CaseKind::PRUNE, 20.002, 1, 5, 2)});
    Accept(Received(Make(CaseKind::GRAFT, 40.05, 2, 2, 5)),
           {Make(CaseKind::GRAFT_ACK, 40.05, 2, 5, 2, 0), Make(CaseKind::GRAFT, 40.05, 1, 5, 2)});
    EXPECT_EQ(GetView().olist, PimOracleOnly(2));
}

TEST_F(PimOracleCaseTest, D06_NoGraftIsRepeatedAfterThePrune)
{
    Begin(MakeSetup(), {1, 0, 0});
    Accept(Data(20, 1), {Make(CaseKind::PRUNE, 20, 1, 5, 2)});
    Accept(Member(40.05, 2, true), {Make(CaseKind::GRAFT, 40.05, 1, 5, 2)});
    Accept(Member(43.5, 2, false),
           {Make(CaseKind::GRAFT, 43.05, 1, 5, 2), Make(CaseKind::PRUNE, 43.5, 1, 5, 2)});
    Refuse(Nothing(60), {Make(CaseKind::GRAFT, 46.05, 1, 5, 2)});
    Accept(Nothing(60));
}

TEST_F(PimOracleCaseTest, D08_D10_ALanIsPrunedAfterThreeSecondsWithAnEchoAndJoinedAgain)
{
    Begin(MakeSetup(), {1, 2, 0});
    Accept(Data(19.95, 1));
    Accept(Received(Make(CaseKind::PRUNE, 20, 2, 2, 5)));
    Accept(Received(Make(CaseKind::PRUNE, 20, 2, 8, 5)));
    Stream(20.05, 23, PimOracleOnly(2)); // 30 packets
    const auto echo = Make(CaseKind::PRUNE, 23, 2, 5, 5);
    const auto prune = Make(CaseKind::PRUNE, 23, 1, 5, 2);
    Refuse(Nothing(23.04), {echo, Make(CaseKind::PRUNE, 23.01, 1, 5, 2)});
    Accept(Nothing(23.04), {echo, prune});
    Stream(23.05, 25.5, 0);
    Accept(Received(Make(CaseKind::JOIN, 25.5, 2, 8, 5)), {Make(CaseKind::GRAFT, 25.5, 1, 5, 2)});
    EXPECT_EQ(GetView().olist, PimOracleOnly(2));
}

TEST_F(PimOracleCaseTest, D10_AnEchoIsOverriddenWithinTheOverrideInterval)
{
    Begin(MakeSetup(), {2, 0, 0});
    Accept(Member(1, 2, true));
    Accept(Data(20, 1));
    Accept(Received(Make(CaseKind::PRUNE, 23, 1, 2, 2)));
    Refuse(Nothing(26));
    Refuse(Nothing(26), {Make(CaseKind::JOIN, 25.501, 1, 5, 2)});
    Accept(Nothing(26), {Make(CaseKind::JOIN, 25.5, 1, 5, 2)});
}

TEST_F(PimOracleCaseTest, D12_R3LosesToTheFirstHopAndPrunesTheLink)
{
    Begin(MakeSetup(), {1, 1, 1});
    const auto mine = Assert(20, 2, 5, 110, 20);
    Accept(Data(20, 2), {mine});
    Accept(Received(Assert(20.002, 2, 2, 0, 0)), {Make(CaseKind::PRUNE, 20.002, 2, 5, 2, 180)});
    EXPECT_EQ(GetView().asserts.at(1), PimOracleAssert::State::LOSER);
    EXPECT_EQ(GetView().olist, PimOracleOnly(3));
    Accept(Nothing(200.001));
    Accept(Nothing(200.003));
    EXPECT_EQ(GetView().olist, PimOracleOnly(2) | PimOracleOnly(3));
}

TEST_F(PimOracleCaseTest, D12_R1WinsAndAnswersTheInferiorAssert)
{
    Begin(MakeSetup(), {0, 1, 0});
    Accept(Route(1, {1, 0, 0, 0, 24}));
    Accept(Received(Assert(20, 2, 2, 110, 20)), {Assert(20, 2, 5, 0, 0)});
    EXPECT_EQ(GetView().asserts.at(1), PimOracleAssert::State::WINNER);
}

TEST_F(PimOracleCaseTest, D14_APruneIsNotRepeatedWithin210Seconds)
{
    Begin(MakeSetup(), {1, 0, 0});
    Accept(Data(80, 1), {Make(CaseKind::PRUNE, 80, 1, 5, 2)});
    Accept(Data(288, 1));
    Accept(Data(301, 1), {Make(CaseKind::PRUNE, 301, 1, 5, 2)});
}

TEST_F(PimOracleCaseTest, D14_PruneStateEnds207SecondsAfterThePrune)
{
    Begin(MakeSetup(), {1, 1, 1});
    Accept(Data(80, 1));
    Accept(Received(Make(CaseKind::PRUNE, 80, 2, 2, 5)));
    Accept(Nothing(286.999));
    EXPECT_EQ(GetView().olist, PimOracleOnly(3));
    Accept(Nothing(287.001));
    EXPECT_EQ(GetView().olist, PimOracleOnly(2) | PimOracleOnly(3));
}

} // namespace

} // namespace mgm
} // namespace ns3

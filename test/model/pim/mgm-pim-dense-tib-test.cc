/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-fixture.h"

#include "ns3/mgm-pim-dense-messages.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @brief Dense mode as a whole.
class PimDenseTibTest : public PimDenseTest
{
  public:
    std::vector<std::string> m_records; ///< What was traced.

    /// @brief Notes a record. @param record the record
    void Note(const TraceRecord& record)
    {
        std::ostringstream os;
        os << record.op;
        if (record.interface)
        {
            os << ' ' << *record.interface;
        }
        os << ' ' << record.oldState << " -" << record.event << "-> " << record.newState << ": "
           << record.action << " [" << record.detail << ']';
        m_records.push_back(os.str());
    }

    /// @brief Has a message without Hello meaning arrive on interface 2. @param message it
    void Receive(const PimMessage& message)
    {
        tib->Receive(message, 2, Ipv4Address("10.0.2.2"), PIM_ALL_ROUTERS);
    }
};

TEST_F(PimDenseTibTest, TransitionsAreTraced)
{
    Join(1, "10.0.1.1");
    node.tracer->TraceConnectWithoutContext("Record", MakeCallback(&PimDenseTibTest::Note, this));
    Data(1);
    EXPECT_EQ(m_records,
              std::vector<std::string>{
                  "PimDenseUpstream FORWARDING -DATA-> PRUNED: Send Prune(S,G); Set PLT(S,G); "
                  "Cancel GRT(S,G); Cancel OT(S,G) [RFC 3973 section 4.4.1.1; RPF' 10.0.1.2]"});
    m_records.clear();
    Data(2);
    EXPECT_EQ(
        m_records,
        std::vector<std::string>{"PimDenseAssert 2 NO_INFO -DATA-> WINNER: Send Assert(S,G); "
                                 "Set AT(S,G,I) [RFC 3973 section 4.6.4.1; own 10.0.2.1 110/20]"});
}

TEST_F(PimDenseTibTest, EndOfStateIsTraced)
{
    Branch();
    Data(1);
    Data(2);
    Assert(1, "10.0.1.2", 110, 10);
    node.tracer->TraceConnectWithoutContext("Record", MakeCallback(&PimDenseTibTest::Note, this));
    tib->Stop();
    EXPECT_EQ(m_records,
              (std::vector<std::string>{
                  "PimDenseAssert 1 LOSER -STOP-> NO_INFO: Cancel AT(S,G,I) [RFC 3973 section "
                  "4.6.5; own infinite]",
                  "PimDenseAssert 2 WINNER -STOP-> NO_INFO: Send AssertCancel(S,G); Cancel "
                  "AT(S,G,I) [RFC 3973 section 4.6.5; own 10.0.2.1 110/20]",
                  "PimDenseUpstream FORWARDING --> absent:  []"}));
}

TEST_F(PimDenseTibTest, Rfc3973_4_4_2_AndWhatMessagesHoldIsTraced)
{
    Branch();
    Data(1);
    node.tracer->TraceConnectWithoutContext("Record", MakeCallback(&PimDenseTibTest::Note, this));
    Prune(2, "10.0.2.1");
    ASSERT_FALSE(m_records.empty());
    EXPECT_NE(std::find(m_records.begin(),
                        m_records.end(),
                        "PimDenseDownstream 2 NO_INFO -PRUNE-> PRUNE_PENDING: Set PPT(S,G,I) [RFC "
                        "3973 section 4.4.2.1; holdtime 210s]"),
              m_records.end());
    m_records.clear();
    Assert(1, "10.0.1.3", 110, 10);
    ASSERT_FALSE(m_records.empty());
    EXPECT_EQ(m_records.front(),
              "PimDenseAssert 1 NO_INFO -PREFERRED_UPSTREAM-> LOSER: Set AT(S,G,I) [RFC 3973 "
              "section 4.6.4.1; own infinite, heard 10.0.1.3 110/10]");
}

TEST_F(PimDenseTibTest, MembersOfAGroupConcernItsStreams)
{
    const SourceGroup second{"10.9.0.2", "239.1.1.1"};
    const SourceGroup other{"10.9.0.1", "239.1.1.2"};
    for (const auto& sourceGroup : {stream, second, other})
    {
        tib->ReceiveData(sourceGroup, 1, 32);
    }
    node.links.at(3).includesAny = true;
    tib->UpdateGroup(stream.group);
    const auto getState = [this](const SourceGroup& sourceGroup) {
        return tib->Find(sourceGroup)->GetUpstream().GetState();
    };
    EXPECT_EQ(getState(stream), PimDenseUpstreamState::ACK_PENDING);
    EXPECT_EQ(getState(second), PimDenseUpstreamState::ACK_PENDING);
    EXPECT_EQ(getState(other), PimDenseUpstreamState::PRUNED);
}

TEST_F(PimDenseTibTest, RFC_3973_4_2_ForwardingIsToldWhenItChanges)
{
    Branch();
    Data(1);
    EXPECT_EQ(Told(), "(10.9.0.1,239.1.1.1) from 1 to {2 3}");
    Data(1);
    tib->Update();
    EXPECT_EQ(Told(), "");
    Member(3, false);
    EXPECT_EQ(Told(), "(10.9.0.1,239.1.1.1) from 1 to {2}");
    Route(2, "10.0.2.2");
    EXPECT_EQ(Told(), "(10.9.0.1,239.1.1.1) from 2 to {1}");
    node.links.at(1).neighbors.clear();
    tib->Update(stream);
    EXPECT_EQ(Told(), "(10.9.0.1,239.1.1.1) from 2 to {}");
    node.route.reset();
    tib->Update();
    EXPECT_EQ(Told(), "(10.9.0.1,239.1.1.1) from none to {}");
}

TEST_F(PimDenseTibTest, RFC_3973_4_1_StateWithoutTimersIsForgotten)
{
    node.isInUse = false;
    Branch();
    EXPECT_EQ(Data(1), "2 3");
    EXPECT_TRUE(tib->GetSourceGroups().empty());
    EXPECT_EQ(Told(), "") << "there is nothing to be told";
    Prune(2, "10.0.2.1");
    EXPECT_EQ(tib->GetSourceGroups().size(), 1U);
    EXPECT_EQ(Told(), "(10.9.0.1,239.1.1.1) from 1 to {2 3}");
    Wait(3);
    EXPECT_EQ(Told(), "(10.9.0.1,239.1.1.1) from 1 to {3}");
    Wait(208);
    EXPECT_EQ(Told(), "(10.9.0.1,239.1.1.1) forgotten");
    EXPECT_EQ(tib->Find(stream), nullptr);
}

TEST_F(PimDenseTibTest, RFC_3973_4_1_PruneLimitTimerKeepsState)
{
    node.isInUse = false;
    Data(1);
    Wait(209);
    EXPECT_NE(tib->Find(stream), nullptr);
    Wait(2);
    EXPECT_EQ(tib->Find(stream), nullptr);
}

TEST_F(PimDenseTibTest, RFC_3973_4_1_StateInUseIsKept)
{
    Branch();
    Data(1);
    Wait(1000);
    EXPECT_NE(tib->Find(stream), nullptr);
    node.isInUse = false;
    tib->Update(stream);
    EXPECT_EQ(tib->Find(stream), nullptr);
}

TEST_F(PimDenseTibTest, RFC_3973_5_4_NothingCrossesABoundary)
{
    Member(3);
    node.links.at(1).isBoundary = true;
    EXPECT_EQ(Data(1), "");
    Prune(1, "10.0.1.1");
    EXPECT_TRUE(tib->GetSourceGroups().empty());
    node.links.at(1).isBoundary = false;
    Branch();
    Data(1);
    Data(2);
    Sent();
    node.links.at(2).isBoundary = true;
    tib->Update();
    EXPECT_EQ(Data(1), "3");
    tib->Stop();
    EXPECT_EQ(Sent(), "") << "not even an AssertCancel";
}

TEST_F(PimDenseTibTest, RFC_3973_5_4_NoPruneOrGraftAcrossABoundary)
{
    Data(1);
    Sent();
    node.links.at(1).isBoundary = true;
    Member(3);
    Wait(10);
    EXPECT_EQ(Sent(), "");
}

TEST_F(PimDenseTibTest, WhatIsNotConcernedIsIgnored)
{
    PimAssert assertion;
    assertion.group.address = Ipv4Address("224.0.0.5");
    assertion.source = stream.source;
    Receive(assertion);
    assertion.group.address = stream.group;
    assertion.source = Ipv4Address::GetZero();
    Receive(assertion);
    Receive(PimHello());
    Receive(PimBootstrap());
    PimJoinPrune ranges;
    ranges.upstreamNeighbor = Ipv4Address("10.0.2.1");
    ranges.groups = {{{stream.group, 24}, {}, {{stream.source}}}};
    Receive(ranges);
    EXPECT_EQ(PimDenseFakeNode::ToText(tib->ReceiveData(stream, 7, 32)), "");
    tib->Receive(ranges, 7, Ipv4Address("10.0.2.2"), PIM_ALL_ROUTERS);
    EXPECT_TRUE(tib->GetSourceGroups().empty());
    EXPECT_EQ(Sent(), "");
}

TEST_F(PimDenseTibTest, RFC_3973_4_7_9_GraftAckIsLikeTheGraft)
{
    const SourceGroup other{"10.9.0.2", "239.1.1.2"};
    const auto graft = MakeDenseGraft(PimType::GRAFT, {stream, other}, Ipv4Address("10.0.2.1"));
    tib->Receive(graft, 2, Ipv4Address("10.0.2.2"), Ipv4Address("10.0.2.1"));
    EXPECT_EQ(Sent(), "2 GraftAck 10.0.2.2, GraftAck 10.0.2.2 > 10.0.2.2")
        << "one message with two groups";
}

TEST_F(PimDenseTibTest, RFC_3973_4_7_Messages)
{
    const auto prune = MakeDensePrune(stream, Ipv4Address("10.0.1.2"), 210);
    EXPECT_EQ(GetType(prune), PimType::JOIN_PRUNE);
    ASSERT_EQ(prune.groups.size(), 1U);
    EXPECT_EQ(prune.groups[0].group.maskLength, 32);
    ASSERT_EQ(prune.groups[0].pruned.size(), 1U);
    EXPECT_TRUE(prune.groups[0].joined.empty());
    const auto& source = prune.groups[0].pruned[0];
    EXPECT_FALSE(source.isSparse || source.isWildcard || source.isRpt) << "section 4.7.4";
    const auto join = MakeDenseJoin(stream, Ipv4Address("10.0.1.2"), 210);
    EXPECT_EQ(join.groups[0].joined.size(), 1U);
    EXPECT_TRUE(join.groups[0].pruned.empty());
    const auto graft = MakeDenseGraft(PimType::GRAFT, {stream}, Ipv4Address("10.0.1.2"));
    EXPECT_EQ(GetType(graft), PimType::GRAFT);
    EXPECT_EQ(graft.holdtime, 0) << "section 4.7.8";
    EXPECT_EQ(graft.groups[0].joined.size(), 1U);
    EXPECT_FALSE(MakeDenseAssert(stream, {110, 20, Ipv4Address()}).isRpt);
    EXPECT_TRUE(MakeDenseAssert(stream, PimDenseMetric()).isRpt) << "RFC 7761 section 4.6.3";
}

TEST_F(PimDenseTibTest, HoldtimesAreRoundedUp)
{
    EXPECT_EQ(ToPimHoldtime(Seconds(210)), 210);
    EXPECT_EQ(ToPimHoldtime(MilliSeconds(1)), 1);
    EXPECT_EQ(ToPimHoldtime(Seconds(100000)), 0xFFFF);
}

TEST_F(PimDenseTibTest, StreamsOfAGroupAreIndependent)
{
    const SourceGroup other{"10.9.0.2", "239.1.1.1"};
    Data(1);
    EXPECT_EQ(Upstream(), "P PLT=210");
    Sent();
    Member(3);
    EXPECT_EQ(Sent(), "1 Graft 10.0.1.2 > 10.0.1.2");
    EXPECT_EQ(PimDenseFakeNode::ToText(tib->ReceiveData(other, 1, 32)), "3");
    EXPECT_EQ(tib->GetSourceGroups(), (std::vector<SourceGroup>{stream, other}));
    EXPECT_EQ(tib->Find(other)->GetUpstream().GetState(), PimDenseUpstreamState::FORWARDING);
}

TEST_F(PimDenseTibTest, RFC_3973_4_8_OverrideDelayIsRandom)
{
    tib->SetAttribute("OverrideDelay", StringValue("ns3::UniformRandomVariable[Min=0|Max=1]"));
    EXPECT_EQ(tib->AssignStreams(7), 1);
    Member(3);
    Data(1);
    double least = 2.5;
    double most = 0;
    for (int i = 0; i < 200; ++i)
    {
        Prune(1, "10.0.1.2");
        const auto left = tib->Find(stream)->GetUpstream().GetOverrideTimer().GetRemaining();
        least = std::min(least, left.GetSeconds());
        most = std::max(most, left.GetSeconds());
        Join(1, "10.0.1.2");
    }
    EXPECT_GE(least, 0);
    EXPECT_LT(least, 0.25);
    EXPECT_GT(most, 2.25);
    EXPECT_LE(most, 2.5);
}

TEST_F(PimDenseTibTest, RangesOfAttributesAreChecked)
{
    EXPECT_FALSE(tib->SetAttributeFailSafe("RefreshInterval", TimeValue(Seconds(256))));
    EXPECT_FALSE(tib->SetAttributeFailSafe("RefreshInterval", TimeValue(MilliSeconds(999))));
    EXPECT_FALSE(tib->SetAttributeFailSafe("PruneHoldtime", TimeValue(Seconds(65536))));
    EXPECT_TRUE(tib->SetAttributeFailSafe("PruneHoldtime", TimeValue(Seconds(65535))));
    EXPECT_FALSE(tib->SetAttributeFailSafe("PruneLimit", TimeValue(Seconds(0))));
    EXPECT_FALSE(tib->SetAttributeFailSafe("GraftRetryPeriod", TimeValue(Seconds(0))));
    EXPECT_FALSE(tib->SetAttributeFailSafe("AssertTime", TimeValue(Seconds(-1))));
    EXPECT_FALSE(tib->SetAttributeFailSafe("RefreshTtl", UintegerValue(0)));
}

// The node may change while it is told something.

TEST_F(PimDenseTibTest, MemberComesWhileForwardingIsTold)
{
    node.react = [this]() { Member(3); };
    Data(1);
    EXPECT_EQ(Sent(), "1 Prune 10.0.1.2 210s; 1 Graft 10.0.1.2 > 10.0.1.2");
    EXPECT_EQ(Told(), "(10.9.0.1,239.1.1.1) from 1 to {}; (10.9.0.1,239.1.1.1) from 1 to {3}");
}

TEST_F(PimDenseTibTest, DenseModeIsStoppedWhileForwardingIsTold)
{
    Branch();
    node.react = [this]() { tib->Stop(); };
    Prune(2, "10.0.2.1");
    EXPECT_TRUE(tib->GetSourceGroups().empty());
    Wait(300);
    EXPECT_EQ(Sent(), "");
    EXPECT_EQ(Told(), "(10.9.0.1,239.1.1.1) from 1 to {2 3}");
    EXPECT_EQ(Data(1), "") << "it does not serve any more";
    tib->Begin(node);
    EXPECT_EQ(Data(1), "2 3");
}

TEST_F(PimDenseTibTest, DenseModeIsDroppedWhileATimerExpires)
{
    Branch();
    Prune(2, "10.0.2.1");
    node.react = [this]() { tib->Drop(); };
    Wait(300);
    EXPECT_EQ(Sent(), "2 Prune 10.0.2.1 210s");
    EXPECT_TRUE(tib->GetSourceGroups().empty());
}

TEST_F(PimDenseTibTest, StateComesAgainWhileItIsForgotten)
{
    Branch();
    Data(1);
    Told();
    node.isInUse = false;
    node.react = [this]() { Prune(2, "10.0.2.1"); };
    tib->Update();
    EXPECT_EQ(Downstream(2), "PP PPT=3");
    EXPECT_EQ(Told(), "(10.9.0.1,239.1.1.1) forgotten; (10.9.0.1,239.1.1.1) from 1 to {2 3}");
}

TEST_F(PimDenseTibTest, TimersEndWithDenseMode)
{
    Branch();
    Data(1);
    Prune(1, "10.0.1.2");
    Prune(2, "10.0.2.1");
    Data(2);
    Sent();
    tib->Dispose();
    Wait(300);
    EXPECT_EQ(Sent(), "");
    tib = CreateObject<PimDenseTib>();
}

} // namespace mgm
} // namespace ns3

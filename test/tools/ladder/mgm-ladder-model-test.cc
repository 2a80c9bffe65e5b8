/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "mgm-ladder-sample.h"

#include "ns3/mgm-trace-words.h"

#include <gtest/gtest.h>

namespace ns3
{
namespace mgm
{

using Names = std::vector<std::string>;
using Numbers = std::vector<std::size_t>;
using Kind = LadderItemKind;

TEST(LadderModelTest, LanesStandByNodeAndPartClientsByRegistration)
{
    SampleTrace trace;
    trace.Add(0, TraceKind::PACKET_TX, "data").node = 1;
    trace.Forward(0, 1);
    trace.Call(0, PIM, "RegisterMProtocol");
    trace.Call(0, IGMP, "RegisterMProtocol");
    EXPECT_EQ(LaneNames(LadderOf(trace)),
              (Names{"r1.pim", "r1.igmp", "r1.manager", "r1.forwarder", "h1.host"}));
}

TEST(LadderModelTest, ACallThatCausesNothingIsOneItem)
{
    SampleTrace trace;
    trace.Call(5, PIM, "TakeInterfaceOwnership", Status::NO_ERROR, 1);
    const auto model = LadderOf(trace);
    ASSERT_EQ(Labels(model), (Names{"Take lan1"}));
    const auto& item = model.items[0];
    EXPECT_EQ(item.kind, Kind::CALL);
    EXPECT_EQ(item.seqs, (std::vector<uint64_t>{1, 2}));
    EXPECT_EQ(item.lane, 0U);
    EXPECT_EQ(item.target, 1U);
    EXPECT_EQ(item.answer, "");
    EXPECT_FALSE(item.isFailure);
    ASSERT_EQ(model.bars.size(), 1U);
    EXPECT_EQ(model.bars[0].lane, 1U);
    EXPECT_EQ(model.bars[0].lastItem, 0U);
}

TEST(LadderModelTest, ARefusalIsSaidAndMarked)
{
    SampleTrace trace;
    trace.Call(5, PIM, "TakeInterfaceOwnership", Status::ERROR_ALREADY_EXISTS, 1);
    const auto model = LadderOf(trace);
    EXPECT_EQ(model.items[0].answer, "ERROR_ALREADY_EXISTS");
    EXPECT_TRUE(model.items[0].isFailure);
}

TEST(LadderModelTest, AnAnswerThatIsNoRefusalIsSaidButNotMarked)
{
    SampleTrace trace;
    trace.Call(5, PIM, "GroupEnumerationGetNext", Status::ERROR_NO_MORE_ITEMS);
    trace.Call(5, PIM, "GetProtocolOnInterface", Status::ERROR_NOT_FOUND, 1);
    const auto model = LadderOf(trace);
    EXPECT_EQ(model.items[0].answer, "ERROR_NO_MORE_ITEMS");
    EXPECT_FALSE(model.items[0].isFailure);
    EXPECT_FALSE(model.items[1].isFailure);
}

TEST(LadderModelTest, ACallWithADeadHandleHasNoClient)
{
    SampleTrace trace;
    trace.Add(5, TraceKind::CALL, "DeRegisterMProtocol");
    const auto model = LadderOf(trace);
    EXPECT_EQ(LaneNames(model), (Names{"r1.manager"}));
    EXPECT_EQ(model.items[0].target, model.items[0].lane);
}

/// pim adds; the manager calls igmp, which adds in the callback; then pim's call fails.
SampleTrace
NestedTrace()
{
    SampleTrace trace;
    const auto outer = trace.Enter(7, PIM, "AddGroupMembershipEntry", 1);
    auto& callback = trace.AddOf(7, IGMP, TraceKind::CALLBACK, "JOIN_ALERT");
    callback.cause = outer;
    callback.sourceGroup = SAMPLE_GROUP;
    const auto inner = trace.Enter(7, IGMP, "AddGroupMembershipEntry", 1);
    trace.Leave(7, IGMP, "AddGroupMembershipEntry", inner);
    trace.AddOf(7, IGMP, TraceKind::CALLBACK_RETURN, "JOIN_ALERT").cause = 2;
    trace.Leave(7, PIM, "AddGroupMembershipEntry", outer, Status::ERROR_CAN_NOT_COMPLETE);
    return trace;
}

TEST(LadderModelTest, NestedCallsHaveBarsOnBars)
{
    const auto model = LadderOf(NestedTrace());
    EXPECT_EQ(
        Labels(model),
        (Names{"Add lan1", "JOIN_ALERT (*,239.1.1.1)", "Add lan1", "ERROR_CAN_NOT_COMPLETE"}));
    EXPECT_EQ(Rows(model), (Numbers{0, 1, 2, 3}));
    ASSERT_EQ(LaneNames(model), (Names{"r1.pim", "r1.igmp", "r1.manager"}));
    ASSERT_EQ(model.bars.size(), 3U);
    const auto& outer = model.bars[0];
    EXPECT_EQ(outer.lane, 2U);
    EXPECT_EQ(outer.level, 0U);
    EXPECT_EQ(outer.lastItem, 3U);
    const auto& callback = model.bars[1];
    EXPECT_TRUE(callback.isCallback);
    EXPECT_EQ(callback.lane, 1U);
    EXPECT_EQ(callback.firstItem, 1U);
    EXPECT_EQ(callback.lastItem, 2U);
    const auto& inner = model.bars[2];
    EXPECT_EQ(inner.lane, 2U);
    EXPECT_EQ(inner.level, 1U);
}

TEST(LadderModelTest, AnAnswerAfterOtherThingsHasItsOwnRow)
{
    const auto model = LadderOf(NestedTrace());
    const auto& answer = model.items[3];
    EXPECT_EQ(answer.kind, Kind::RETURN);
    EXPECT_EQ(answer.lane, 2U);
    EXPECT_EQ(answer.target, 0U);
    EXPECT_TRUE(answer.isFailure);
}

TEST(LadderModelTest, WhatACallChangesStandsInItsRow)
{
    SampleTrace trace;
    const auto call = trace.Enter(7, PIM, "TakeInterfaceOwnership", 1);
    trace.Hold(7, "owner", 1, "pim", call);
    trace.Leave(7, PIM, "TakeInterfaceOwnership", call);
    const auto model = LadderOf(trace);
    EXPECT_EQ(Labels(model), (Names{"Take lan1", "owner lan1:  \u2192 pim"}));
    EXPECT_EQ(Rows(model), (Numbers{0, 0}));
    EXPECT_EQ(model.rows, 1U);
}

TEST(LadderModelTest, InstantsHoldTheRowsOfEqualTimes)
{
    SampleTrace trace;
    trace.Call(5, PIM, "RegisterMProtocol");
    trace.Call(5, PIM, "GroupEnumerationStart");
    trace.Call(9, PIM, "GroupEnumerationEnd");
    const auto model = LadderOf(trace);
    ASSERT_EQ(model.instants.size(), 2U);
    EXPECT_EQ(model.instants[0].timeNs, 5);
    EXPECT_EQ(model.instants[0].rows, 2U);
    EXPECT_EQ(model.instants[1].timeNs, 9);
    EXPECT_EQ(model.instants[1].firstRow, 2U);
}

TEST(LadderModelTest, StatesThatDoNotChangeAreShownOnlyOnDemand)
{
    SampleTrace trace;
    trace.Change(5, "IgmpQuerier", "INITIAL", "START", "QUERIER");
    trace.Change(5, "IgmpQuerier", "QUERIER", "TIMER", "QUERIER");
    EXPECT_EQ(LadderOf(trace).items.size(), 1U);
    LadderOptions options;
    options.states = LadderStates::ALL;
    EXPECT_EQ(LadderOf(trace, options).items.size(), 2U);
}

TEST(LadderModelTest, AStepStandsWhereItsFirstConsequenceDoes)
{
    SampleTrace trace;
    trace.Call(0, PIM, "RegisterMProtocol");
    const auto step = trace.Add(5, TraceKind::EVENT, "step").seq;
    trace.AddOf(5, PIM, TraceKind::CALL, "TakeInterfaceOwnership").cause = step;
    const auto model = LadderOf(trace);
    EXPECT_EQ(model.items[1].kind, Kind::EVENT);
    EXPECT_EQ(model.items[1].lane, 0U);
    EXPECT_EQ(LaneNames(model)[0], "r1.pim");
}

TEST(LadderModelTest, T4_AStepStandsOnItsOwnNode)
{
    SampleTrace trace;
    auto& step = trace.Add(5, TraceKind::EVENT, "step");
    step.node = 1;
    step.detail = "start";
    trace.AddOf(5, IGMP, TraceKind::CALL, "RegisterMProtocol").cause = 1; // on r1
    auto& own = trace.AddOf(5, PIM, TraceKind::CALL, "TakeInterfaceOwnership");
    own.cause = 1;
    own.node = 1;
    const auto model = LadderOf(trace);
    EXPECT_EQ(LaneNames(model), (Names{"r1.igmp", "r1.manager", "h1.pim", "h1.manager"}));
    EXPECT_EQ(LaneNames(model)[model.items[0].lane], "h1.pim");
}

TEST(LadderModelTest, T4_WhatHappensToANodeStandsInItsOwnPlace)
{
    for (const auto* what : {"crash", "boot"})
    {
        SampleTrace trace;
        auto& step = trace.Add(5, TraceKind::EVENT, "step");
        step.action = words::STEP_OF_NODE;
        step.detail = what;
        trace.AddOf(5, PIM, TraceKind::CALL, "FailClient").cause = 1;
        trace.Add(6, TraceKind::PACKET_TX, "IGMPv2 Report", 1);
        const auto model = LadderOf(trace);
        EXPECT_EQ(LaneNames(model), (Names{"r1.node", "r1.host", "r1.pim", "r1.manager"}));
        EXPECT_EQ(model.items[0].lane, 0U);
        EXPECT_EQ(model.items.back().lane, 1U);
    }
}

TEST(LadderModelTest, T4_AStepOfAHostStandsAtTheHost)
{
    SampleTrace trace;
    trace.Add(5, TraceKind::EVENT, "step").action = words::STEP_OF_HOST;
    EXPECT_EQ(LaneNames(LadderOf(trace)), (Names{"r1.host"}));
}

TEST(LadderModelTest, T4_AStepOfASelectedNodeOpensNoLaneElsewhere)
{
    SampleTrace trace;
    auto& step = trace.Add(5, TraceKind::EVENT, "step");
    step.node = 1;
    step.action = words::STEP_OF_NODE;
    auto& agent = trace.Add(5, TraceKind::EVENT, "step");
    agent.node = 1;
    agent.action = words::STEP_OF_AGENT;
    trace.AddOf(5, PIM, TraceKind::CALLBACK, "RPF").cause = 1;
    trace.AddOf(5, PIM, TraceKind::CALLBACK, "RPF").cause = 2;
    LadderOptions options;
    options.nodes = {"h1"};
    EXPECT_EQ(LaneNames(LadderOf(trace, options)), (Names{"h1.node"}));
}

TEST(LadderModelTest, AViolationIsAFailureOfItsClient)
{
    SampleTrace trace;
    auto& record = trace.AddOf(5, IGMP, TraceKind::VIOLATION, "AddGroupMembershipEntry");
    record.event = "OWN-11";
    const auto model = LadderOf(trace);
    EXPECT_EQ(Labels(model), (Names{"violation OWN-11: Add"}));
    EXPECT_TRUE(model.items[0].isFailure);
    EXPECT_EQ(LaneNames(model), (Names{"r1.igmp"}));
}

/// The labels of a trace if they are short.
Names
ShortLabels(const SampleTrace& trace)
{
    LadderOptions options;
    options.labels = LadderLabels::SHORT;
    const auto model = LadderOf(trace, options);
    auto labels = Labels(model);
    for (std::size_t i = 0; i < labels.size(); ++i)
    {
        labels[i] += model.items[i].answer.empty() ? "" : " = " + model.items[i].answer;
    }
    return labels;
}

TEST(LadderModelTest, ShortLabelsOfCallsLeaveOutAddresses)
{
    SampleTrace trace;
    trace.Call(5, PIM, "AddGroupMembershipEntry", Status::ERROR_CAN_NOT_COMPLETE, 1);
    auto& alert = trace.AddOf(5, PIM, TraceKind::CALLBACK, "PRUNE_ALERT");
    alert.sourceGroup = SAMPLE_STREAM;
    alert.event = words::FORWARDING;
    trace.Add(5, TraceKind::EVENT, "step").detail = "join lan1 239.1.1.1";
    EXPECT_EQ(ShortLabels(trace),
              (Names{"Add lan1 = ERROR_CAN_NOT_COMPLETE", "PRUNE_ALERT", "join lan1 239.1.1.1"}));
}

TEST(LadderModelTest, ShortLabelsOfPacketsLeaveOutContentsAndInterfaces)
{
    SampleTrace trace;
    trace.Add(5, TraceKind::PACKET_TX, "IGMPv3 Report").detail = "TO_EX(239.1.1.1,{})";
    auto& upcall = trace.Add(5, TraceKind::EVENT, "NOCACHE");
    upcall.interface = InterfaceId{1};
    upcall.sourceGroup = SAMPLE_STREAM;
    trace.Forward(5, 1);
    trace.Forward(5, 1);
    auto& drop = trace.Add(5, TraceKind::DROP, "data");
    drop.event = drops::NO_OUTGOING;
    drop.interface = InterfaceId{1};
    EXPECT_EQ(ShortLabels(trace),
              (Names{"IGMPv3 Report", "NOCACHE", "2 packets", "dropped, no-outgoing"}));
}

TEST(LadderModelTest, ShortLabelsOfEnumerationsSayWhatIsFound)
{
    SampleTrace trace;
    const auto start = trace.Enter(5, PIM, "GroupEnumerationStart");
    trace.Leave(5, PIM, "GroupEnumerationStart", start);
    const auto next = trace.Enter(5, PIM, "GroupEnumerationGetNext");
    auto& answer = trace.AddOf(5, PIM, TraceKind::RETURN, "GroupEnumerationGetNext");
    answer.cause = next;
    answer.status = Status::ERROR_NO_MORE_ITEMS;
    answer.detail = "0 entries";
    trace.Call(5, PIM, "GetProtocolOnInterface", Status::ERROR_NOT_FOUND, 1);
    EXPECT_EQ(
        ShortLabels(trace),
        (Names{"EnumStart", "EnumGetNext = 0 entries", "GetProtocol lan1 = ERROR_NOT_FOUND"}));
}

TEST(LadderModelTest, ACauseThatIsNotShownGivesWayToItsOwnCause)
{
    SampleTrace trace;
    trace.Change(5, "IgmpQuerier", "INITIAL", "START", "QUERIER");
    trace.Change(6, "IgmpQuerier", "QUERIER", "TIMER", "QUERIER").cause = 1;
    trace.Add(6, TraceKind::PACKET_TX, "IGMPv3 Query", 2);
    const auto model = LadderOf(trace);
    ASSERT_EQ(model.items.size(), 2U);
    EXPECT_EQ(model.items[1].cause, 1U);
}

} // namespace mgm
} // namespace ns3

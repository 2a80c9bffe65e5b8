/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */
#include "mgm-ladder-sample.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace ns3
{
namespace mgm
{

/// pim says Hello on lan1 and prunes; h1 hears both.
SampleTrace
PimTrace()
{
    SampleTrace trace;
    trace.Call(0, IGMP, "TakeInterfaceOwnership", Status::NO_ERROR, 1);
    trace.Call(1, PIM, "TakeInterfaceOwnership", Status::NO_ERROR, 1);
    auto& sender = trace.AddOf(2, PIM, TraceKind::STATE, "PimHelloSender");
    sender.interface = InterfaceId{1};
    sender.oldState = "SILENT";
    sender.newState = "HEARD";
    auto& hello = trace.Add(2, TraceKind::PACKET_TX, "PIM Hello", sender.seq);
    hello.interface = InterfaceId{1};
    hello.detail = std::string_view("holdtime 105s, generation 7");
    auto& prune = trace.Add(9, TraceKind::PACKET_TX, "PIM Join/Prune");
    prune.interface = InterfaceId{1};
    prune.sourceGroup = SAMPLE_STREAM;
    prune.event = "prune";
    prune.detail = std::string_view("to 10.0.0.2 210s 239.1.1.1 prune 10.0.0.1");
    const auto seq = prune.seq;
    auto& arrival = trace.Add(11, TraceKind::PACKET_RX, "PIM Join/Prune", seq);
    arrival.node = 1;
    arrival.interface = InterfaceId{1};
    arrival.event = "prune";
    return trace;
}

/// The item that begins so.
const LadderItem&
ItemOf(const LadderModel& model, const std::string& beginning)
{
    return *std::find_if(model.items.begin(), model.items.end(), [&](const LadderItem& item) {
        return item.label.rfind(beginning, 0) == 0;
    });
}

TEST(LadderPimTest, MessagesLeaveTheLaneOfTheClientThatSpeaksPim)
{
    const auto model = LadderOf(PimTrace());
    for (const auto* name : {"PIM Hello", "PIM Join/Prune"})
    {
        const auto& item = ItemOf(model, name);
        EXPECT_EQ(item.kind, LadderItemKind::MESSAGE);
        EXPECT_EQ(model.lanes[item.lane].name, "pim") << name;
    }
    const auto& prune = ItemOf(model, "PIM Join/Prune");
    ASSERT_EQ(prune.heads.size(), 1U);
    EXPECT_EQ(model.nodeNames[prune.heads[0].lane], "h1");
}

TEST(LadderPimTest, StatesOfTheLinkStandInTheLaneOfTheClient)
{
    const auto model = LadderOf(PimTrace());
    EXPECT_EQ(model.lanes[ItemOf(model, "PimHelloSender").lane].name, "pim");
}

TEST(LadderPimTest, WholeLabelsTellWhatAMessageHolds)
{
    const auto labels = Labels(LadderOf(PimTrace()));
    EXPECT_EQ(labels[3], "PIM Hello holdtime 105s, generation 7");
    EXPECT_EQ(labels[4], "PIM Join/Prune to 10.0.0.2 210s 239.1.1.1 prune 10.0.0.1");
}

TEST(LadderPimTest, ShortLabelsTellWhatIsParticular)
{
    LadderOptions options;
    options.labels = LadderLabels::SHORT;
    const auto labels = Labels(LadderOf(PimTrace(), options));
    EXPECT_EQ(labels[3], "PIM Hello");
    EXPECT_EQ(labels[4], "PIM Join/Prune: prune");
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ladder-sample.h"

#include <gtest/gtest.h>

namespace ns3
{
namespace mgm
{

using Names = std::vector<std::string>;

/// A message from h1 that r1 and h2 hear; only r1 does something.
SampleTrace
ReportTrace(bool isActedOn)
{
    SampleTrace trace;
    trace.Call(0, IGMP, "TakeInterfaceOwnership", Status::NO_ERROR, 1);
    auto& sent = trace.Add(5, TraceKind::PACKET_TX, "IGMPv3 Report");
    sent.node = 1;
    sent.interface = InterfaceId{1};
    for (const uint32_t node : {2, 0})
    {
        auto& heard = trace.Add(6, TraceKind::PACKET_RX, "IGMPv3 Report", 3);
        heard.node = node;
        heard.interface = InterfaceId{1};
    }
    if (isActedOn)
    {
        trace.Change(6, "IgmpV3Group", "INCLUDE", "TO_EX", "EXCLUDE").cause = 5;
    }
    return trace;
}

TEST(LadderPacketsTest, AMessageLeadsToAllWhoHearIt)
{
    const auto model = LadderOf(ReportTrace(false));
    ASSERT_EQ(LaneNames(model), (Names{"r1.igmp", "r1.manager", "h1.host", "h2.host"}));
    const auto& message = model.items[1];
    EXPECT_EQ(message.kind, LadderItemKind::MESSAGE);
    EXPECT_EQ(message.lane, 2U);
    ASSERT_EQ(message.heads.size(), 2U);
    EXPECT_EQ(message.heads[0].lane, 3U);
    EXPECT_EQ(message.heads[1].lane, 0U);
    EXPECT_EQ(model.items[2].row, model.items[3].row);
}

TEST(LadderPacketsTest, WhoActsOnAMessageGetsARowOfItsOwn)
{
    auto trace = ReportTrace(true);
    const auto model = LadderOf(trace);
    EXPECT_EQ(model.items[2].row + 1, model.items[3].row);
}

TEST(LadderPacketsTest, AMessageWhoseSenderIsNotShownSaysWhatItIs)
{
    LadderOptions options;
    options.nodes = {"r1"};
    const auto model = LadderOf(ReportTrace(false), options);
    EXPECT_EQ(Labels(model), (Names{"Take lan1", "IGMPv3 Report"}));
    EXPECT_EQ(model.items[1].origin, LADDER_NONE);
}

/// h1 sends packets; r1 forwards them on lan1, where h2 takes them.
void
AddPackets(SampleTrace& trace, int64_t timeNs, int count)
{
    for (int i = 0; i < count; ++i)
    {
        auto& sent = trace.Add(timeNs + 10 * i, TraceKind::PACKET_TX, "data");
        sent.node = 1;
        sent.interface = InterfaceId{1};
        sent.sourceGroup = SAMPLE_STREAM;
        const auto sentSeq = sent.seq;
        auto& forwarded = trace.Add(timeNs + 10 * i + 1, TraceKind::FORWARD, "data", sentSeq);
        forwarded.interface = InterfaceId{1};
        forwarded.sourceGroup = SAMPLE_STREAM;
        const auto forwardedSeq = forwarded.seq;
        auto& heard = trace.Add(timeNs + 10 * i + 2, TraceKind::PACKET_RX, "data", forwardedSeq);
        heard.node = 2;
        heard.sourceGroup = SAMPLE_STREAM;
    }
}

TEST(LadderPacketsTest, PacketsOfAStreamBecomeOneItemForEachHop)
{
    SampleTrace trace;
    AddPackets(trace, 100, 41);
    const auto model = LadderOf(trace);
    EXPECT_EQ(Labels(model),
              (Names{"41 packets of (10.0.0.1,239.1.1.1) on lan1",
                     "41 packets of (10.0.0.1,239.1.1.1) forwarded on lan1"}));
    ASSERT_EQ(LaneNames(model), (Names{"r1.forwarder", "h1.host", "h2.host"}));
    const auto& hop = model.items[1];
    EXPECT_EQ(hop.count, 41U);
    EXPECT_EQ(hop.timeNs, 101);
    EXPECT_EQ(hop.lastNs, 501);
    ASSERT_EQ(hop.heads.size(), 1U);
    EXPECT_EQ(hop.heads[0].lane, 2U);
    EXPECT_EQ(hop.heads[0].count, 41U);
}

TEST(LadderPacketsTest, AnythingElseEndsARunOfPackets)
{
    SampleTrace trace;
    AddPackets(trace, 100, 2);
    trace.Call(200, PIM, "RegisterMProtocol");
    AddPackets(trace, 300, 3);
    const auto model = LadderOf(trace);
    ASSERT_EQ(model.items.size(), 5U);
    EXPECT_EQ(model.items[0].count, 2U);
    EXPECT_EQ(model.items[2].label, "Register");
    EXPECT_EQ(model.items[3].count, 3U);
}

TEST(LadderPacketsTest, ASinglePacketLeadsToTheRowOfWhatBecomesOfIt)
{
    SampleTrace trace;
    AddPackets(trace, 100, 1);
    const auto model = LadderOf(trace);
    EXPECT_EQ(model.items[0].label, "data lan1 (10.0.0.1,239.1.1.1)");
    ASSERT_EQ(model.items[0].heads.size(), 1U);
    EXPECT_EQ(model.items[0].heads[0].item, 1U);
}

TEST(LadderPacketsTest, DropsForDifferentReasonsStayApart)
{
    SampleTrace trace;
    for (const auto reason : {"no-owner", "no-owner", "no-outgoing"})
    {
        auto& drop = trace.Add(100, TraceKind::DROP, "data");
        drop.event = reason;
        drop.sourceGroup = SAMPLE_STREAM;
    }
    const auto model = LadderOf(trace);
    EXPECT_EQ(Labels(model),
              (Names{"dropped, no-owner: 2 packets of (10.0.0.1,239.1.1.1)",
                     "dropped, no-outgoing: data (10.0.0.1,239.1.1.1)"}));
    EXPECT_TRUE(model.items[0].isFailure);
}

} // namespace mgm
} // namespace ns3

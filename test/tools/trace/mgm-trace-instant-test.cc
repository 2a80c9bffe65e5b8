/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "trace/mgm-trace-instant.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

using Place = TraceInstant::Place;

TraceRecord
Record(uint32_t node, TraceKind kind, uint32_t interface)
{
    TraceRecord record;
    record.node = node;
    record.kind = kind;
    record.interface = InterfaceId{interface};
    return record;
}

TraceInstant::Packet
Packet(const std::string& name)
{
    return {0, 0, name};
}

/// The packets of an instant in their order, with a blank behind each.
std::string
Order(TraceInstant& instant)
{
    std::string order;
    for (const auto& packet : instant.Take())
    {
        order += packet.data + " ";
    }
    return order;
}

} // namespace

TEST(TraceInstant, AFrameStandsBehindTheRecordThatSendsIt)
{
    TraceInstant instant;
    instant.AddRecord(Record(1, TraceKind::CALL, 2), Packet("call"));
    instant.AddRecord(Record(1, TraceKind::PACKET_TX, 3), Packet("tx-if3"));
    instant.AddRecord(Record(1, TraceKind::PACKET_TX, 2), Packet("tx-if2"));
    instant.AddRecord(Record(1, TraceKind::RETURN, 2), Packet("return"));
    instant.AddFrame(Place{1, 2}, Packet("frame-if2"));
    EXPECT_EQ(Order(instant), "call tx-if3 tx-if2 frame-if2 return ");
}

TEST(TraceInstant, EachSentPacketGetsOneFrame)
{
    TraceInstant instant;
    instant.AddRecord(Record(1, TraceKind::FORWARD, 2), Packet("first"));
    instant.AddRecord(Record(1, TraceKind::FORWARD, 2), Packet("second"));
    instant.AddFrame(Place{1, 2}, Packet("a"));
    instant.AddFrame(Place{1, 2}, Packet("b"));
    instant.AddFrame(Place{1, 2}, Packet("c"));
    EXPECT_EQ(Order(instant), "c first a second b ");
}

TEST(TraceInstant, AnArrivalStandsBeforeWhatItCauses)
{
    TraceInstant instant;
    instant.AddRecord(Record(2, TraceKind::PACKET_RX, 1), Packet("other-node"));
    instant.AddRecord(Record(1, TraceKind::PACKET_RX, 1), Packet("rx"));
    instant.AddRecord(Record(1, TraceKind::CALL, 1), Packet("call"));
    instant.AddFrame(Place{1, 1}, Packet("frame"));
    EXPECT_EQ(Order(instant), "other-node frame rx call ");
}

TEST(TraceInstant, WhatIsSentElsewhereIsAnArrivalHere)
{
    TraceInstant instant;
    instant.AddRecord(Record(1, TraceKind::PACKET_TX, 2), Packet("tx-if2"));
    instant.AddFrame(Place{1, 3}, Packet("frame-if3"));
    instant.AddFrame(Place{2, 2}, Packet("frame-node2"));
    EXPECT_EQ(Order(instant), "frame-node2 frame-if3 tx-if2 ");
}

TEST(TraceInstant, FramesOfUnknownPlacesComeFirst)
{
    TraceInstant instant;
    instant.AddRecord(Record(1, TraceKind::PACKET_TX, 2), Packet("tx"));
    instant.AddFrame(std::nullopt, Packet("frame"));
    EXPECT_EQ(Order(instant), "frame tx ");
}

TEST(TraceInstant, IsEmptyAfterwards)
{
    TraceInstant instant;
    instant.AddRecord(Record(1, TraceKind::PACKET_TX, 2), Packet("tx"));
    instant.AddFrame(std::nullopt, Packet("frame"));
    instant.Take();
    EXPECT_EQ(Order(instant), "");
}

} // namespace mgm
} // namespace ns3

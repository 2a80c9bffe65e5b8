/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ladder-lanes.h"

#include "mgm-ladder-labels.h"

#include "ns3/mgm-trace-words.h"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace ns3
{
namespace mgm
{

namespace
{

std::string
NameOfPart(LadderLane::Kind kind)
{
    switch (kind)
    {
    case LadderLane::Kind::MANAGER:
        return "manager";
    case LadderLane::Kind::FORWARDER:
        return "forwarder";
    case LadderLane::Kind::NODE:
        return "node";
    case LadderLane::Kind::HOST:
    case LadderLane::Kind::CLIENT:
        break;
    }
    return "host";
}

} // namespace

LadderLanes::LadderLanes(const TraceHeader& header)
{
    for (const auto& node : header.nodes)
    {
        m_places.emplace(node.id, m_places.size());
    }
}

std::size_t
LadderLanes::FindOrMake(const LadderLane& lane)
{
    const auto found =
        std::find_if(m_lanes.begin(), m_lanes.end(), [&lane](const LadderLane& each) {
            return each.node == lane.node && each.kind == lane.kind && each.client == lane.client;
        });
    if (found != m_lanes.end())
    {
        return found - m_lanes.begin();
    }
    m_places.emplace(lane.node, m_places.size());
    m_lanes.push_back(lane);
    return m_lanes.size() - 1;
}

std::size_t
LadderLanes::ClientLane(const TraceRecord& record)
{
    return FindOrMake({record.node, LadderLane::Kind::CLIENT, record.client, NameOfClient(record)});
}

std::size_t
LadderLanes::PartLane(uint32_t node, LadderLane::Kind kind)
{
    return FindOrMake({node, kind, {}, NameOfPart(kind)});
}

std::size_t
LadderLanes::AgentLane(uint32_t node, uint32_t interface)
{
    const auto found = m_agents.find({node, interface});
    return found == m_agents.end() ? PartLane(node, LadderLane::Kind::HOST) : found->second;
}

std::size_t
LadderLanes::MessageLane(const TraceRecord& record)
{
    const auto cause = m_laneOf.Find(record.cause);
    if (record.kind == TraceKind::PACKET_TX && cause && m_lanes[*cause].node == record.node &&
        (m_lanes[*cause].kind == LadderLane::Kind::HOST ||
         m_lanes[*cause].kind == LadderLane::Kind::CLIENT))
    {
        return *cause;
    }
    const auto interface = record.interface ? record.interface->index : 0;
    const auto pim = m_pims.find({record.node, interface});
    if (words::IsOfPim(record.op) && pim != m_pims.end())
    {
        return pim->second;
    }
    return AgentLane(record.node, interface);
}

std::size_t
LadderLanes::StateLane(const TraceRecord& record)
{
    if (words::IsTable(record.op))
    {
        return PartLane(record.node, LadderLane::Kind::MANAGER);
    }
    return record.client ? ClientLane(record) : PartLane(record.node, LadderLane::Kind::HOST);
}

std::size_t
LadderLanes::EventLane(const TraceRecord& record)
{
    if (record.op == words::NOCACHE || record.op == words::WRONGIF)
    {
        return PartLane(record.node, LadderLane::Kind::FORWARDER);
    }
    if (record.op == words::STEP)
    {
        const auto part =
            record.action == words::STEP_OF_HOST ? LadderLane::Kind::HOST : LadderLane::Kind::NODE;
        return PartLane(record.node, part);
    }
    return record.client ? ClientLane(record) : PartLane(record.node, LadderLane::Kind::MANAGER);
}

std::size_t
LadderLanes::Find(const TraceRecord& record)
{
    const bool isData = record.op == words::DATA;
    const auto manager = LadderLane::Kind::MANAGER;
    switch (record.kind)
    {
    case TraceKind::CALL:
    case TraceKind::CALLBACK_RETURN:
    case TraceKind::VIOLATION:
        return record.client ? ClientLane(record) : PartLane(record.node, manager);
    case TraceKind::RETURN:
    case TraceKind::CALLBACK:
        return PartLane(record.node, manager);
    case TraceKind::STATE:
        return StateLane(record);
    case TraceKind::EVENT:
        return EventLane(record);
    case TraceKind::FORWARD:
        return PartLane(record.node, LadderLane::Kind::FORWARDER);
    case TraceKind::DROP:
        return isData ? PartLane(record.node, LadderLane::Kind::FORWARDER) : MessageLane(record);
    case TraceKind::PACKET_TX:
    case TraceKind::PACKET_RX:
        break;
    }
    return isData ? PartLane(record.node, LadderLane::Kind::HOST) : MessageLane(record);
}

std::size_t
LadderLanes::LaneOf(const TraceRecord& record)
{
    const auto lane = Find(record);
    m_laneOf.Put(record.seq, lane);
    if (record.kind == TraceKind::CALL && record.op == words::TAKE_INTERFACE_OWNERSHIP &&
        record.interface && record.client && record.client->IsIgmp())
    {
        m_agents[{record.node, record.interface->index}] = lane;
    }
    if (record.kind == TraceKind::STATE && record.op == words::PIM_HELLO_SENDER &&
        record.interface && record.client)
    {
        m_pims[{record.node, record.interface->index}] = lane;
    }
    return lane;
}

const LadderLane&
LadderLanes::Get(std::size_t lane) const
{
    return m_lanes[lane];
}

std::size_t
LadderLanes::PlaceOfNode(uint32_t node) const
{
    const auto found = m_places.find(node);
    return found == m_places.end() ? m_places.size() : found->second;
}

std::vector<std::size_t>
LadderLanes::InOrder(const std::vector<bool>& isUsed) const
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < m_lanes.size(); ++i)
    {
        if (isUsed[i])
        {
            order.push_back(i);
        }
    }
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
        return std::make_tuple(PlaceOfNode(m_lanes[a].node), m_lanes[a].kind) <
               std::make_tuple(PlaceOfNode(m_lanes[b].node), m_lanes[b].kind);
    });
    return order;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-instant.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

void
TraceInstant::AddRecord(const TraceRecord& record, const Packet& packet)
{
    Entry entry;
    entry.node = record.node;
    const bool isSent = record.kind == TraceKind::PACKET_TX || record.kind == TraceKind::FORWARD;
    if (isSent && record.interface)
    {
        entry.sentOn = record.interface->index;
    }
    entry.packet = packet;
    m_entries.push_back(std::move(entry));
}

void
TraceInstant::AddFrame(const std::optional<Place>& place, const Packet& packet)
{
    const auto find = [this](const auto& isWanted) {
        return std::find_if(m_entries.begin(), m_entries.end(), isWanted);
    };
    const auto sender = find([&place](const Entry& entry) {
        return place && entry.node == place->node && entry.sentOn == place->interface &&
               !entry.hasFrame;
    });
    if (sender != m_entries.end())
    {
        sender->hasFrame = true;
        sender->departures.push_back(packet);
        return;
    }
    const auto receiver =
        find([&place](const Entry& entry) { return place && entry.node == place->node; });
    (receiver == m_entries.end() ? m_others : receiver->arrivals).push_back(packet);
}

std::vector<TraceInstant::Packet>
TraceInstant::Take()
{
    auto packets = std::exchange(m_others, {});
    for (auto& entry : std::exchange(m_entries, {}))
    {
        packets.insert(packets.end(), entry.arrivals.begin(), entry.arrivals.end());
        packets.push_back(std::move(entry.packet));
        packets.insert(packets.end(), entry.departures.begin(), entry.departures.end());
    }
    return packets;
}

} // namespace mgm
} // namespace ns3

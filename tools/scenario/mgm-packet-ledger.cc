/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-packet-ledger.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// How the events of drops below the forwarder begin; PacketWatch and TrafficSource make them.
constexpr std::string_view LOWER_LAYERS[]{"ip-", "device-", "source-"};

} // namespace

const Time PacketLedger::PATIENCE = Seconds(1);

PacketLedger::PacketLedger(const Topology& topology, PacketCopies& copies)
    : m_topology(topology),
      m_senders(copies)
{
}

bool
PacketLedger::IsBelowForwarder(std::string_view event)
{
    return std::any_of(std::begin(LOWER_LAYERS), std::end(LOWER_LAYERS), [event](auto layer) {
        return event.substr(0, layer.size()) == layer;
    });
}

void
PacketLedger::Observe(const TraceRecord& record)
{
    if (!IsAboutData(record))
    {
        return;
    }
    const auto now = NanoSeconds(record.timeNs);
    Forget(now);
    switch (record.kind)
    {
    case TraceKind::PACKET_TX:
        ++m_totals.sent;
        AddCopy(record);
        break;
    case TraceKind::FORWARD:
        ++m_totals.forwarded;
        NoteForward(record);
        AddCopy(record);
        break;
    case TraceKind::PACKET_RX:
        ++m_totals.delivered;
        NoteDelivery(record);
        break;
    case TraceKind::DROP:
        ++m_totals.dropped[std::string(record.event)];
        NoteDrop(record);
        break;
    default:
        break;
    }
    Settle(record.cause, now);
}

void
PacketLedger::AddCopy(const TraceRecord& record)
{
    const auto interface = record.interface ? record.interface->index : 0;
    auto& copy = m_copies[record.seq];
    copy.node = record.node;
    copy.left = NanoSeconds(record.timeNs);
    const auto place = m_topology.interfaces.find({record.node, interface});
    if (place != m_topology.interfaces.end())
    {
        const auto& link = m_topology.links[place->second];
        copy.delay = link.delay;
        copy.ends.reserve(link.nodes.size());
        for (const auto node : link.nodes)
        {
            if (node != record.node)
            {
                copy.ends.push_back(MakeEnd(node));
            }
        }
    }
    if (record.kind == TraceKind::PACKET_TX && m_topology.forwarders.count(record.node) != 0)
    {
        AddOwnEnd(copy);
    }
    copy.unknown = copy.ends.size();
    Settle(record.seq, copy.left);
}

PacketLedger::End
PacketLedger::MakeEnd(uint32_t node) const
{
    End end;
    end.node = node;
    end.isForwarder = m_topology.forwarders.count(node) != 0;
    return end;
}

void
PacketLedger::AddOwnEnd(Copy& copy)
{
    End end;
    end.node = copy.node;
    end.isForwarder = true;
    end.hasArrived = true;
    end.arrived = copy.left;
    copy.ends.insert(FindPlace(copy, copy.node), end);
}

std::vector<PacketLedger::End>::iterator
PacketLedger::FindPlace(Copy& copy, uint32_t node)
{
    return std::lower_bound(copy.ends.begin(),
                            copy.ends.end(),
                            node,
                            [](const End& end, uint32_t id) { return end.node < id; });
}

template <typename Change>
void
PacketLedger::NoteAt(uint64_t number, uint32_t node, Change change)
{
    const auto found = m_copies.find(number);
    if (found == m_copies.end())
    {
        return;
    }
    auto& copy = found->second;
    const auto end = FindPlace(copy, node);
    if (end == copy.ends.end() || end->node != node)
    {
        return;
    }
    copy.unknown -= IsKnown(*end) ? 0 : 1;
    change(*end);
    copy.unknown += IsKnown(*end) ? 0 : 1;
}

void
PacketLedger::NoteForward(const TraceRecord& record)
{
    const auto interface = record.interface ? record.interface->index : 0;
    NoteAt(record.cause, record.node, [this, interface](End& end) {
        end.isHandled = true;
        m_totals.repeated += end.forwardedOn.insert(interface).second ? 0 : 1;
    });
}

void
PacketLedger::NoteDelivery(const TraceRecord& record)
{
    NoteAt(record.cause, record.node, [this](End& end) {
        m_totals.repeated += end.isDelivered ? 1 : 0;
        end.isDelivered = true;
    });
}

void
PacketLedger::NoteDrop(const TraceRecord& record)
{
    const bool isBelow = IsBelowForwarder(record.event);
    const auto copy = m_copies.find(record.cause);
    if (isBelow && copy != m_copies.end() && copy->second.node == record.node)
    {
        copy->second.isDroppedBySender = true;
        return;
    }
    NoteAt(record.cause, record.node, [isBelow](End& end) {
        end.isDroppedBelow |= isBelow;
        end.isHandled |= !isBelow;
    });
}

void
PacketLedger::NoteQueued(uint64_t number)
{
    const auto copy = m_copies.find(number);
    if (copy != m_copies.end())
    {
        copy->second.isQueued = true;
    }
}

void
PacketLedger::NoteSent(uint64_t number, Time now)
{
    const auto copy = m_copies.find(number);
    if (copy != m_copies.end())
    {
        copy->second.isQueued = false;
        copy->second.left = now;
    }
}

void
PacketLedger::NoteArrival(uint32_t node, uint64_t number, bool isWanted, Time now)
{
    NoteAt(number, node, [isWanted, now](End& end) {
        end.hasArrived = true;
        end.arrived = now;
        end.isWanted = isWanted;
    });
    Settle(number, now);
}

bool
PacketLedger::IsDroppedBySender(uint64_t number) const
{
    const auto copy = m_copies.find(number);
    return copy != m_copies.end() && copy->second.isDroppedBySender;
}

bool
PacketLedger::IsKnown(const End& end)
{
    return end.isDroppedBelow || (end.hasArrived && (end.isHandled || !end.isForwarder) &&
                                  (end.isDelivered || !end.isWanted));
}

void
PacketLedger::Settle(uint64_t number, Time now)
{
    const auto found = m_copies.find(number);
    if (found == m_copies.end() || found->second.isSettled)
    {
        return;
    }
    auto& copy = found->second;
    copy.isSettled = copy.isDroppedBySender || copy.unknown == 0;
    if (copy.isSettled)
    {
        m_settled.emplace_back(now, number);
    }
}

void
PacketLedger::Forget(Time now)
{
    while (!m_settled.empty() && now - m_settled.front().first > PATIENCE)
    {
        const auto number = m_settled.front().second;
        m_copies.erase(number);
        m_senders.Forget(number);
        m_settled.pop_front();
    }
}

void
PacketLedger::CountMissing(const Copy& copy, Time now, PacketTotals& totals)
{
    const auto count = [&totals](bool isLate, uint64_t number) {
        (isLate ? totals.unaccounted : totals.onTheWay) += number;
    };
    for (const auto& end : copy.ends)
    {
        if (end.isDroppedBelow)
        {
            continue;
        }
        if (!end.hasArrived)
        {
            count(!copy.isQueued && now - copy.left > copy.delay + PATIENCE, 1);
            continue;
        }
        const bool lacksForwarder = end.isForwarder && !end.isHandled;
        const bool lacksDelivery = end.isWanted && !end.isDelivered;
        count(now - end.arrived > PATIENCE, (lacksForwarder ? 1 : 0) + (lacksDelivery ? 1 : 0));
    }
}

PacketTotals
PacketLedger::GetTotals(Time now) const
{
    auto totals = m_totals;
    for (const auto& [number, copy] : m_copies)
    {
        if (!copy.isDroppedBySender)
        {
            CountMissing(copy, now, totals);
        }
    }
    return totals;
}

} // namespace mgm
} // namespace ns3

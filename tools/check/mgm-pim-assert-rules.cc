/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-assert-rules.h"

#include "ns3/mgm-trace-words.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// The link of an interface; nothing if the trace does not introduce it.
std::optional<uint32_t>
FindLink(const std::vector<TracedNode>& nodes, uint32_t node, uint32_t interface)
{
    for (const auto& each : nodes)
    {
        for (const auto& known : each.interfaces)
        {
            if (each.id == node && known.index == interface)
            {
                return known.link;
            }
        }
    }
    return std::nullopt;
}

} // namespace

PimAssertRules::PimAssertRules(const TraceView& view)
    : TraceRules(TraceRule::P6, view)
{
}

std::optional<PimAssertRules::Place>
PimAssertRules::PlaceOf(const TraceRecord& record) const
{
    if (!record.interface || !record.sourceGroup)
    {
        return std::nullopt;
    }
    const auto link = FindLink(m_view.nodes, record.node, record.interface->index);
    return link ? std::optional(Place(*link, *record.sourceGroup)) : std::nullopt;
}

bool
PimAssertRules::IsWinner(const Place& place, uint32_t node) const
{
    const auto found = m_winners.find(place);
    return found != m_winners.end() && found->second.count(node) != 0;
}

void
PimAssertRules::Before(const TraceRecord& record, const SeenNode& /* node */)
{
    const bool isState = record.kind == TraceKind::STATE && record.op == words::PIM_DENSE_ASSERT;
    const bool isAssert = record.op == words::PIM_ASSERT && (record.kind == TraceKind::PACKET_TX ||
                                                             record.kind == TraceKind::PACKET_RX);
    const auto place = isState || isAssert ? PlaceOf(record) : std::nullopt;
    if (place && isState)
    {
        LookAtState(record, *place);
    }
    else if (place)
    {
        LookAtAssert(record, *place);
    }
}

void
PimAssertRules::LookAtState(const TraceRecord& record, const Place& place)
{
    auto& winners = m_winners[place];
    if (record.newState == ToString(PimDenseAssertState::WINNER))
    {
        m_nodes.insert(record.node);
        winners.emplace(record.node, Winner{RecordNote(record), {}});
        return;
    }
    Resign(place, record.node);
}

void
PimAssertRules::Resign(const Place& place, uint32_t node)
{
    auto& winners = m_winners[place];
    winners.erase(node);
    m_sent[place].erase(node);
    for (auto& [other, winner] : winners)
    {
        winner.heard.erase(node);
    }
    if (winners.empty())
    {
        m_winners.erase(place);
        m_sent.erase(place);
    }
}

/// Who dies tells nothing.
void
PimAssertRules::Forget(uint32_t node)
{
    const auto places = m_winners;
    for (const auto& [place, winners] : places)
    {
        Resign(place, node);
    }
}

void
PimAssertRules::LookAtAssert(const TraceRecord& record, const Place& place)
{
    if (record.kind == TraceKind::PACKET_RX)
    {
        LookAtReception(record, place);
        return;
    }
    if (IsWinner(place, record.node))
    {
        m_sent[place][record.node] = record.seq;
    }
    for (auto& duty : m_duties[record.node])
    {
        duty.isAnswered = duty.isAnswered || duty.place == place;
    }
}

void
PimAssertRules::LookAtReception(const TraceRecord& record, const Place& place)
{
    if (!IsWinner(place, record.node))
    {
        return;
    }
    m_duties[record.node].push_back({place, RecordNote(record)});
    for (const auto& [sender, seq] : m_sent[place])
    {
        if (seq == record.cause && IsWinner(place, sender))
        {
            m_winners[place].at(record.node).heard[sender] = RecordNote(record);
        }
    }
}

void
PimAssertRules::EndInstant(const SeenNode& node)
{
    if (!node.GetPim().IsThere() && m_nodes.erase(node.GetId()) != 0)
    {
        Forget(node.GetId());
    }
    const auto duties = m_duties.extract(node.GetId());
    if (!duties)
    {
        return;
    }
    for (const auto& duty : duties.mapped())
    {
        if (IsWinner(duty.place, node.GetId()))
        {
            LookAtDuty(node.GetId(), duty);
            LookAtRivals(node.GetId(), duty.place);
        }
    }
}

void
PimAssertRules::LookAtDuty(uint32_t node, const Duty& duty) const
{
    if (!duty.isAnswered)
    {
        Report(Text("assert ", duty.place.first, ' ', duty.place.second),
               {m_winners.at(duty.place).at(node).since, duty.heard},
               Text(duty.place.second, ": a winner neither answers the Assert nor gives way"));
    }
}

void
PimAssertRules::LookAtRivals(uint32_t node, const Place& place) const
{
    const auto& winners = m_winners.at(place);
    const auto& own = winners.at(node);
    for (const auto& [other, heard] : own.heard)
    {
        const auto rival = winners.find(other);
        if (rival != winners.end() && rival->second.heard.count(node) != 0)
        {
            Report(Text("rivals ", place.first, ' ', place.second),
                   {own.since, rival->second.since, rival->second.heard.at(node), heard},
                   Text(place.second,
                        ": two routers are winners on one link, and have heard each other"));
        }
    }
}

} // namespace mgm
} // namespace ns3

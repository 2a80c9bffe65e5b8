/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-forwarding-rules.h"

#include "ns3/mgm-trace-words.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

PimForwardingRules::PimForwardingRules(const TraceView& view)
    : TraceRules(TraceRule::P5, view)
{
}

void
PimForwardingRules::After(const TraceRecord& record, const SeenNode& node)
{
    if (!record.sourceGroup)
    {
        return;
    }
    if (record.kind == TraceKind::FORWARD && record.interface && node.GetPim().IsThere())
    {
        LookAtPacket(record, node);
    }
    else if (record.kind == TraceKind::STATE && record.op == words::MFE &&
             record.newState == words::ABSENT)
    {
        m_left.erase(m_left.lower_bound({record.node, *record.sourceGroup, 0}),
                     m_left.upper_bound({record.node, *record.sourceGroup, UINT32_MAX}));
    }
}

void
PimForwardingRules::LookAtPacket(const TraceRecord& record, const SeenNode& node)
{
    const auto& key = *record.sourceGroup;
    m_left.emplace(record.node, key, record.interface->index);
    const auto& route = node.GetPim().GetRoute(key);
    const auto& machines = SeenPim::GetInterface(route, record.interface->index);
    const auto last =
        std::max({route.changed.timeNs, machines.pruned.timeNs, machines.asserted.timeNs});
    const bool isSettled = last < record.timeNs && !IsBusy(node) && !node.GetPim().IsLeaving();
    if (isSettled && IsOwn(node, *record.interface) &&
        !node.GetPim().IsOutgoing(key, record.interface->index))
    {
        Report(Text("olist ", record.node, ' ', *record.interface, ' ', key),
               {route.changed, machines.pruned, machines.asserted, RecordNote(record)},
               Text(key,
                    ": the packet leaves on ",
                    m_view.NameOf(record.node, *record.interface),
                    ", which is not in olist(S,G)"));
    }
}

/// A call that is under way may tell the manager what is missing.
bool
PimForwardingRules::IsBusy(const SeenNode& node) const
{
    const auto& frames = m_view.frames.GetAll();
    return std::any_of(frames.begin(), frames.end(), [&node](const OpenFrame& frame) {
        return frame.enter.node == node.GetId();
    });
}

bool
PimForwardingRules::IsOwn(const SeenNode& node, const InterfaceId& interface) const
{
    const auto& known = node.GetInterfaces().Get(interface);
    const SeenClient* owner = node.GetClients().Get(known.owner.number);
    return owner && owner->id == node.GetPim().GetClient() && known.phase == SeenPhase::STABLE;
}

void
PimForwardingRules::EndInstant(const SeenNode& node)
{
    const auto& pim = node.GetPim();
    if (!pim.IsThere() || pim.IsLeaving())
    {
        return;
    }
    auto& pending = m_pending[node.GetId()];
    pending.insert(pim.GetTouched().begin(), pim.GetTouched().end());
    if (pim.AreAllTouched())
    {
        for (const auto& [key, entry] : node.GetEntries().GetAll())
        {
            pending.insert(key);
        }
    }
    if (!IsBusy(node))
    {
        LookAtAll(node, std::exchange(pending, {}));
    }
}

void
PimForwardingRules::LookAtAll(const SeenNode& node, const std::set<SourceGroup>& keys) const
{
    for (const auto& key : keys)
    {
        const SeenEntry* entry = node.GetEntries().Find(key);
        if (entry && entry->state == SeenEntryState::LIVE)
        {
            LookAtEntry(node, key, *entry);
        }
    }
}

void
PimForwardingRules::LookAtEntry(const SeenNode& node,
                                const SourceGroup& key,
                                const SeenEntry& entry) const
{
    const auto outgoing = node.GetEntries().GetOutgoing(key, entry);
    const bool hasRoute =
        !IsOwn(node, *entry.incoming) || node.GetPim().GetLink(entry.incoming->index).isServed;
    for (const auto& [interface, known] : node.GetInterfaces().GetAll())
    {
        if (interface != entry.incoming && IsOwn(node, interface))
        {
            const bool isOutgoing =
                std::find(outgoing.begin(), outgoing.end(), interface) != outgoing.end();
            const bool isWanted = hasRoute && node.GetPim().IsOutgoing(key, interface.index);
            LookAtInterface(node, key, interface, {isOutgoing, isWanted});
        }
    }
}

void
PimForwardingRules::LookAtInterface(const SeenNode& node,
                                    const SourceGroup& key,
                                    const InterfaceId& interface,
                                    const Outgoing& outgoing) const
{
    const bool isKnown = m_left.count({node.GetId(), key, interface.index}) != 0;
    if (outgoing.is == outgoing.shallBe || (outgoing.shallBe && !isKnown))
    {
        return;
    }
    const auto& route = node.GetPim().GetRoute(key);
    const auto& machines = SeenPim::GetInterface(route, interface.index);
    Report(Text("olist ", node.GetId(), ' ', interface, ' ', key),
           {route.changed, machines.pruned, machines.asserted},
           Text(key,
                ": the entry ",
                outgoing.is ? "forwards on " : "does not forward on ",
                m_view.NameOf(node.GetId(), interface),
                outgoing.shallBe ? ", which is in olist(S,G)" : ", which is not in olist(S,G)"));
}

} // namespace mgm
} // namespace ns3

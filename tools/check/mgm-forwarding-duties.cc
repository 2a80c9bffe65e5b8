/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-forwarding-duties.h"

#include "ns3/mgm-trace-words.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

ForwardingDuties::ForwardingDuties(const SeenInterfaces& interfaces,
                                   SeenEntries& entries,
                                   OwedAlerts& alerts)
    : m_interfaces(interfaces),
      m_entries(entries),
      m_alerts(alerts)
{
}

void
ForwardingDuties::Settle()
{
    for (const auto& [key, touch] : m_entries.TakeTouched())
    {
        Judge(key, touch);
    }
}

ForwardingDuties::Flow
ForwardingDuties::MakeFlow(const SourceGroup& key, const SeenEntry& entry) const
{
    const auto outgoing = m_entries.GetOutgoing(key, entry);
    const uint32_t holder = m_interfaces.Get(*entry.incoming).GetHolder();
    const bool isWanted = std::any_of(outgoing.begin(), outgoing.end(), [&](const auto& each) {
        return m_interfaces.Get(each).GetHolder() != holder;
    });
    const InterfaceId reverse = entry.reverse.value_or(*entry.incoming);
    return {*entry.incoming, reverse, holder, outgoing.empty(), isWanted};
}

/// While an entry is made again its alerts wait for what comes out.
void
ForwardingDuties::Judge(const SourceGroup& key, const EntryTouch& touch)
{
    const SeenEntry* entry = m_entries.Find(key);
    if (!entry)
    {
        OweEnd(key, touch);
        return;
    }
    if (entry->state == SeenEntryState::MAKING || !entry->incoming)
    {
        return;
    }
    const Flow after = MakeFlow(key, *entry);
    const auto known = m_flows.find(key);
    if (known == m_flows.end())
    {
        if (after.isEmpty)
        {
            Owe(key, after.holder, false, touch, "MFE-4");
        }
    }
    else if (known->second.holder != after.holder)
    {
        OweMove(key, known->second, after, touch);
    }
    else if (known->second.isEmpty != after.isEmpty && touch.actor != after.holder)
    {
        const bool isMoved = known->second.incoming != after.incoming;
        const bool isDormant = entry->state == SeenEntryState::DORMANT;
        Owe(key, after.holder, !after.isEmpty, touch, isDormant ? "MFE-7" : "MFE-4", !isMoved);
    }
    m_flows[key] = after;
}

/// Whether nobody has left what the entry needs (OWN-5).
bool
ForwardingDuties::IsHeld(const Flow& flow) const
{
    return m_interfaces.Get(flow.incoming).GetHolder() == flow.holder &&
           m_interfaces.Get(flow.reverse).GetHolder() == flow.holder;
}

/// MFE-8 where no route is left: who answers for the incoming interface is told, unless the
/// manager forgets the entry because there are too many (MFE-7).
void
ForwardingDuties::OweEnd(const SourceGroup& key, const EntryTouch& touch)
{
    const auto flow = m_flows.extract(key);
    if (flow && flow.mapped().isWanted && touch.note.event != words::MFE_FORGOTTEN &&
        IsHeld(flow.mapped()))
    {
        Owe(key, flow.mapped().holder, false, touch, "MFE-8");
    }
}

/// The new holder hears of the list as it is; if that has changed at the same time it may have
/// heard of the list before, too.
void
ForwardingDuties::OweMove(const SourceGroup& key,
                          const Flow& before,
                          const Flow& after,
                          const EntryTouch& touch)
{
    if (before.isWanted)
    {
        Owe(key, before.holder, false, touch, "MFE-8");
    }
    if (before.isEmpty != after.isEmpty)
    {
        Owe(key, after.holder, !before.isEmpty, touch, "MFE-8", false);
    }
    if (after.isEmpty || after.isWanted)
    {
        Owe(key, after.holder, !after.isEmpty, touch, "MFE-8");
    }
}

void
ForwardingDuties::Owe(const SourceGroup& key,
                      uint32_t client,
                      bool isJoin,
                      const EntryTouch& touch,
                      std::string_view rule,
                      bool isRequired)
{
    m_alerts.Owe(
        {client, AlertTopic::FORWARDING, isJoin, key, {}, touch.note, rule, isRequired, false});
}

void
ForwardingDuties::Clear()
{
    m_flows.clear();
    m_entries.TakeTouched();
}

} // namespace mgm
} // namespace ns3

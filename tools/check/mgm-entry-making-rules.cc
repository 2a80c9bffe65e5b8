/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-entry-making-rules.h"

#include "ns3/mgm-trace-words.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

EntryMakingRules::EntryMakingRules(const TraceView& view)
    : TraceRules(TraceRule::I5, view)
{
}

void
EntryMakingRules::Before(const TraceRecord& record, const SeenNode& node)
{
    if (!record.sourceGroup)
    {
        return;
    }
    if (record.kind == TraceKind::FORWARD)
    {
        LookAtForward(record, node);
    }
    else if (record.kind == TraceKind::STATE && record.op == words::MFE)
    {
        LookAtState(record, node);
    }
    else if (record.op == words::RPF || record.op == words::CREATION_ALERT)
    {
        LookAtCallback(record, node);
    }
}

void
EntryMakingRules::LookAtState(const TraceRecord& record, const SeenNode& node)
{
    if (record.action.empty() || record.action == words::MFE_NOTHING)
    {
        return;
    }
    auto ended = m_makings.extract({node.GetId(), *record.sourceGroup});
    const auto state = SeenEntries::StateFromString(record.newState);
    if (ended && state == SeenEntryState::LIVE)
    {
        LookAtMade(record, node, ended.mapped());
    }
    else if (ended)
    {
        Abandon(std::move(ended.mapped()));
    }
    else if (state == SeenEntryState::LIVE)
    {
        ReportEntry(record, {}, "it becomes live without having been made");
    }
    if (state == SeenEntryState::MAKING)
    {
        m_makings[{node.GetId(), *record.sourceGroup}] = {RecordNote(record), {}, record.seq, {}};
    }
}

void
EntryMakingRules::LookAtCallback(const TraceRecord& record, const SeenNode& node)
{
    if (record.kind != TraceKind::CALLBACK)
    {
        const auto making = m_makings.find({record.node, *record.sourceGroup});
        if (record.op == words::RPF && making != m_makings.end() &&
            making->second.rpf.seq == record.cause)
        {
            making->second.collected = record.seq;
        }
        return;
    }
    Making* making = FindMaking(record);
    if (!making)
    {
        ReportEntry(record, {}, Text(record.op, " is called although the entry is not being made"));
        return;
    }
    record.op == words::RPF ? LookAtRpf(record, node, *making) : LookAtCreation(record, *making);
}

/// MFE-1 (b): who answers for the reverse path is asked, and nobody else.
void
EntryMakingRules::LookAtRpf(const TraceRecord& record, const SeenNode& node, Making& making) const
{
    const SeenClient* asked = node.GetClients().Find(record.client);
    if (record.interface && asked &&
        node.GetInterfaces().Get(*record.interface).GetHolder() != asked->number)
    {
        ReportEntry(record,
                    making.begin,
                    Text(asked->name,
                         " is asked by RPF, but does not answer for ",
                         m_view.NameOf(record.node, *record.interface)));
    }
    if (making.rpf.seq != 0)
    {
        ReportEntry(record, making.rpf, "RPF is called twice while the entry is made");
    }
    else if (!making.shown.empty())
    {
        ReportEntry(record, making.shown.front(), "RPF is called after CREATION_ALERT");
    }
    making.rpf = RecordNote(record);
}

void
EntryMakingRules::LookAtCreation(const TraceRecord& record, Making& making) const
{
    const auto same =
        std::find_if(making.shown.begin(), making.shown.end(), [&](const RecordNote& note) {
            return note.client == record.client;
        });
    if (same != making.shown.end())
    {
        ReportEntry(record,
                    *same,
                    Text(record.clientName, " gets CREATION_ALERT twice while the entry is made"));
    }
    making.shown.push_back(RecordNote(record));
}

void
EntryMakingRules::LookAtForward(const TraceRecord& record, const SeenNode& node) const
{
    const SeenEntry* entry = node.GetEntries().Find(*record.sourceGroup);
    if (!entry || entry->state != SeenEntryState::LIVE)
    {
        ReportEntry(record,
                    entry ? entry->since : RecordNote(),
                    "a packet is forwarded while its entry is not live");
    }
}

void
EntryMakingRules::LookAtMade(const TraceRecord& record,
                             const SeenNode& node,
                             const Making& making) const
{
    if (!record.interface)
    {
        return;
    }
    const uint32_t holder = node.GetInterfaces().Get(*record.interface).GetHolder();
    const SeenClient* asked = node.GetClients().Get(holder);
    if (making.rpf.seq == 0 && asked && asked->Has(words::RPF))
    {
        ReportEntry(record,
                    making.begin,
                    Text("the entry is live, but ", asked->name, " was not asked by RPF"));
    }
    node.GetMemberships().ForEachMatching(*record.sourceGroup, [&](const SeenHolder& each) {
        LookAtHolder(record, node, making, each);
    });
}

/// A client that had a matching membership all the time must have seen its interface.
void
EntryMakingRules::LookAtHolder(const TraceRecord& record,
                               const SeenNode& node,
                               const Making& making,
                               const SeenHolder& holder) const
{
    const SeenClient* client = node.GetClients().Get(holder.client);
    const bool isConcerned = holder.counts && holder.added.seq < making.collected &&
                             holder.interface != *record.interface && client &&
                             client->Has(words::CREATION_ALERT);
    const bool isShown =
        std::any_of(making.shown.begin(), making.shown.end(), [&](const RecordNote& note) {
            return note.client && *note.client == holder.id;
        });
    if (isConcerned && !isShown)
    {
        ReportEntry(record,
                    holder.added,
                    Text("the entry is live, but ",
                         client->name,
                         " got no CREATION_ALERT although it has a membership on ",
                         m_view.NameOf(record.node, holder.interface)));
    }
}

EntryMakingRules::Making*
EntryMakingRules::FindMaking(const TraceRecord& callback)
{
    const auto making = m_makings.find({callback.node, *callback.sourceGroup});
    if (making != m_makings.end() && making->second.begin.seq == callback.cause)
    {
        return &making->second;
    }
    const auto former = std::find_if(m_abandoned.begin(), m_abandoned.end(), [&](const auto& each) {
        return each.begin.seq == callback.cause;
    });
    return former == m_abandoned.end() ? nullptr : &*former;
}

void
EntryMakingRules::Abandon(Making making)
{
    m_abandoned.push_back(std::move(making));
    if (m_abandoned.size() > ABANDONED)
    {
        m_abandoned.pop_front();
    }
}

void
EntryMakingRules::ReportEntry(const TraceRecord& record,
                              const RecordNote& earlier,
                              const std::string& explanation) const
{
    Report(Text("entry ", record.node, ' ', *record.sourceGroup),
           {earlier, RecordNote(record)},
           Text(*record.sourceGroup, ": ", explanation));
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-prune-rules.h"

#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// Whether the source and group of a received message may be those of a record. What one says that
/// is about several groups is in no trace; with the W bit, which dense mode ignores (RFC 3973
/// section 4.7.4), the trace has it as (*,G).
bool
IsAbout(const RecordNote& reception, const SourceGroup& key)
{
    return !reception.sourceGroup || *reception.sourceGroup == key ||
           *reception.sourceGroup == SourceGroup{ANY_ADDRESS, key.group};
}

/// Whether a received message says so of the source and group of a record.
bool
Says(const RecordNote* reception,
     const TraceRecord& record,
     std::string_view op,
     std::string_view saying = {})
{
    return reception && reception->op == op && reception->interface == record.interface &&
           IsAbout(*reception, *record.sourceGroup) &&
           (saying.empty() || reception->event == saying ||
            reception->event == words::SAYS_JOIN_AND_PRUNE);
}

} // namespace

PimPruneRules::PimPruneRules(const TraceView& view)
    : TraceRules(TraceRule::P3, view)
{
}

void
PimPruneRules::Before(const TraceRecord& record, const SeenNode& node)
{
    const bool isChange = record.kind == TraceKind::STATE &&
                          record.op == words::PIM_DENSE_DOWNSTREAM && record.interface &&
                          record.sourceGroup && record.oldState != record.newState;
    if (!isChange)
    {
        return;
    }
    const RecordNote* reception = node.GetPim().FindReception(record.cause);
    const bool isFirst = record.oldState == ToString(PimDenseDownstreamState::NO_INFO);
    if (isFirst && !Says(reception, record, words::PIM_JOIN_PRUNE, words::SAYS_PRUNE))
    {
        ReportState(record, "begins to be pruned without a Prune that was received there");
    }
    else if (record.event == ToString(PimDenseDownstreamEvent::JOIN) &&
             !Says(reception, record, words::PIM_JOIN_PRUNE, words::SAYS_JOIN))
    {
        ReportState(record, "ends to be pruned without a Join that was received there");
    }
    else if (record.event == ToString(PimDenseDownstreamEvent::GRAFT) &&
             !Says(reception, record, words::PIM_GRAFT))
    {
        ReportState(record, "ends to be pruned without a Graft that was received there");
    }
}

void
PimPruneRules::ReportState(const TraceRecord& record, const std::string& what) const
{
    Report(
        Text("prune ", record.node, ' ', *record.interface, ' ', *record.sourceGroup),
        {RecordNote(record)},
        Text(*record.sourceGroup, ": ", m_view.NameOf(record.node, *record.interface), ' ', what));
}

void
PimPruneRules::EndInstant(const SeenNode& node)
{
    if (node.GetPim().AreAllTouched())
    {
        for (const auto& [key, route] : node.GetPim().GetRoutes())
        {
            LookAtIncoming(node, key);
        }
        return;
    }
    for (const auto& key : node.GetPim().GetTouched())
    {
        LookAtIncoming(node, key);
    }
}

void
PimPruneRules::LookAtIncoming(const SeenNode& node, const SourceGroup& key) const
{
    const SeenEntry* entry = node.GetEntries().Find(key);
    if (!entry || entry->state != SeenEntryState::LIVE || !entry->incoming)
    {
        return;
    }
    const auto& route = node.GetPim().GetRoute(key);
    const auto& machines = SeenPim::GetInterface(route, entry->incoming->index);
    if (machines.prune != PimDenseDownstreamState::NO_INFO)
    {
        Report(Text("upstream prune ", node.GetId(), ' ', key),
               {machines.pruned, entry->since},
               Text(key,
                    ": ",
                    m_view.NameOf(node.GetId(), *entry->incoming),
                    " is pruned, but is the incoming interface"));
    }
}

} // namespace mgm
} // namespace ns3

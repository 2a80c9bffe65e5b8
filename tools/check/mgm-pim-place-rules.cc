/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-place-rules.h"

#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

PimPlaceRules::PimPlaceRules(const TraceView& view)
    : TraceRules(TraceRule::P2, view)
{
}

void
PimPlaceRules::Before(const TraceRecord& record, const SeenNode& node)
{
    if (record.kind == TraceKind::PACKET_TX && record.interface &&
        SeenPim::IsAboutGroups(record.op))
    {
        LookAtOwner(record, node);
        LookAtDirection(record, node);
    }
}

void
PimPlaceRules::LookAtOwner(const TraceRecord& record, const SeenNode& node) const
{
    const auto& pim = node.GetPim();
    const auto& owner = node.GetInterfaces().Get(*record.interface).owner;
    const SeenClient* client = node.GetClients().Get(owner.number);
    if (pim.IsThere() && !(client && client->id == pim.GetClient()))
    {
        const auto name = m_view.NameOf(record.node, *record.interface);
        Report(Text("place ", record.node, ' ', name),
               {owner.since, RecordNote(record)},
               Text(record.op,
                    " is sent on ",
                    name,
                    ", which is owned by ",
                    owner ? owner.name : "nobody"));
    }
}

void
PimPlaceRules::LookAtDirection(const TraceRecord& record, const SeenNode& node) const
{
    const SeenEntry* entry =
        record.sourceGroup ? node.GetEntries().Find(*record.sourceGroup) : nullptr;
    if (!entry || entry->state != SeenEntryState::LIVE || !entry->incoming)
    {
        return;
    }
    const bool isIncoming = *entry->incoming == *record.interface;
    const bool goesUp = record.op == words::PIM_GRAFT ||
                        (record.op == words::PIM_JOIN_PRUNE && record.event == words::SAYS_JOIN);
    if ((goesUp && !isIncoming) || (record.op == words::PIM_STATE_REFRESH && isIncoming))
    {
        const auto name = m_view.NameOf(record.node, *record.interface);
        Report(Text("direction ", record.node, ' ', *record.sourceGroup),
               {entry->since, RecordNote(record)},
               Text(*record.sourceGroup,
                    ": ",
                    record.op,
                    " is sent on ",
                    name,
                    isIncoming ? ", the incoming interface" : ", not the incoming interface"));
    }
}

} // namespace mgm
} // namespace ns3

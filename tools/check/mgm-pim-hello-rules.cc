/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-hello-rules.h"

#include "ns3/mgm-pim-neighbor-life.h"
#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

PimHelloRules::PimHelloRules(const TraceView& view)
    : TraceRules(TraceRule::P1, view)
{
}

void
PimHelloRules::Before(const TraceRecord& record, const SeenNode& node)
{
    if (!record.interface)
    {
        return;
    }
    if (record.kind == TraceKind::PACKET_TX)
    {
        LookAtMessage(record, node);
    }
    else if (record.kind == TraceKind::STATE && record.op == words::PIM_NEIGHBOR)
    {
        LookAtNeighbor(record, node);
    }
}

void
PimHelloRules::LookAtMessage(const TraceRecord& record, const SeenNode& node) const
{
    if (SeenPim::IsAboutGroups(record.op) &&
        !node.GetPim().GetLink(record.interface->index).hasSaidHello)
    {
        const auto name = m_view.NameOf(record.node, *record.interface);
        Report(Text("hello ", record.node, ' ', name),
               {RecordNote(record)},
               Text(record.op, " is sent on ", name, ", where no Hello was said before"));
    }
}

void
PimHelloRules::LookAtNeighbor(const TraceRecord& record, const SeenNode& node) const
{
    if (record.oldState != ToString(PimNeighborState::ABSENT) ||
        record.newState != ToString(PimNeighborState::PRESENT))
    {
        return;
    }
    const RecordNote* reception = node.GetPim().FindReception(record.cause);
    const bool isHello = reception && reception->op == words::PIM_HELLO &&
                         reception->event != words::SAYS_GOODBYE &&
                         reception->interface == record.interface;
    if (!isHello)
    {
        Report(Text("neighbor ", record.node, ' ', *record.interface),
               {RecordNote(record)},
               Text("a router becomes a neighbor on ",
                    m_view.NameOf(record.node, *record.interface),
                    " that has said no Hello there"));
    }
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-graft-rules.h"

#include "ns3/mgm-trace-words.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

PimGraftRules::PimGraftRules(const TraceView& view)
    : TraceRules(TraceRule::P4, view)
{
}

void
PimGraftRules::Before(const TraceRecord& record, const SeenNode& node)
{
    if (record.op == words::PIM_GRAFT && record.kind == TraceKind::DROP)
    {
        m_owed[record.node].erase(record.cause); // it is ignored with a reason
    }
    if (record.op == words::PIM_GRAFT && record.sourceGroup)
    {
        LookAtGraft(record, node);
    }
    else if (record.op == words::PIM_GRAFT_ACK &&
             (record.kind == TraceKind::PACKET_TX || record.kind == TraceKind::DROP))
    {
        m_owed[record.node].erase(record.cause);
    }
    else if (record.kind == TraceKind::STATE && record.op == words::PIM_DENSE_UPSTREAM &&
             record.sourceGroup)
    {
        LookAtWait(record);
        LookAtEnd(record, node);
    }
}

void
PimGraftRules::LookAtGraft(const TraceRecord& record, const SeenNode& node)
{
    if (record.kind == TraceKind::PACKET_RX)
    {
        const auto& link = node.GetPim().GetLink(record.interface->index);
        if (node.GetPim().IsThere() && link.isServed)
        {
            m_owed[record.node].emplace(record.seq, RecordNote(record));
        }
    }
    if (record.kind == TraceKind::PACKET_TX || record.kind == TraceKind::DROP)
    {
        m_grafts[{record.node, *record.sourceGroup}] = RecordNote(record);
    }
}

/// While it waits, a router sends a Graft each time that its timer expires.
void
PimGraftRules::LookAtWait(const TraceRecord& record)
{
    const auto waiting = ToString(PimDenseUpstreamState::ACK_PENDING);
    const auto graft = m_grafts.find({record.node, *record.sourceGroup});
    if (record.oldState != waiting || graft == m_grafts.end())
    {
        return;
    }
    const auto gap = record.timeNs - graft->second.timeNs;
    const auto known = m_periods.find(record.node);
    const bool isLast = record.event == ToString(PimDenseUpstreamEvent::GRT_ENDS);
    if (known != m_periods.end() && gap > known->second)
    {
        Report(Text("graft ", record.node, ' ', *record.sourceGroup),
               {graft->second, RecordNote(record)},
               Text(*record.sourceGroup,
                    ": the Graft was not repeated, though nothing has ended the wait for an "
                    "acknowledgement"));
    }
    if (record.event == ToString(PimDenseUpstreamEvent::GRT_EXPIRES) && gap > 0)
    {
        const auto period = m_periods.emplace(record.node, gap).first;
        period->second = std::min(period->second, gap);
    }
    if (record.newState != waiting || isLast)
    {
        m_grafts.erase(graft);
    }
}

void
PimGraftRules::LookAtEnd(const TraceRecord& record, const SeenNode& node) const
{
    const bool isEnd = record.oldState == ToString(PimDenseUpstreamState::ACK_PENDING) &&
                       record.newState == ToString(PimDenseUpstreamState::FORWARDING);
    const bool isAck = record.event == ToString(PimDenseUpstreamEvent::GRAFT_ACK);
    const bool isRefresh = record.event == ToString(PimDenseUpstreamEvent::REFRESH);
    if (!isEnd || (!isAck && !isRefresh))
    {
        return;
    }
    const RecordNote* reception = node.GetPim().FindReception(record.cause);
    const auto expected = isAck ? words::PIM_GRAFT_ACK : words::PIM_STATE_REFRESH;
    if (!reception || reception->op != expected || reception->event == words::SAYS_PRUNED)
    {
        Report(Text("graft ", record.node, ' ', *record.sourceGroup),
               {RecordNote(record)},
               Text(*record.sourceGroup,
                    ": the wait for an acknowledgement ends, but no ",
                    expected,
                    " that ends it was received"));
    }
}

/// Who waits has sent a Graft.
void
PimGraftRules::After(const TraceRecord& record, const SeenNode& node)
{
    const bool isAnswer = record.kind == TraceKind::PACKET_RX && record.sourceGroup &&
                          record.op == words::PIM_GRAFT_ACK;
    const auto& route = node.GetPim().GetRoute(record.sourceGroup.value_or(SourceGroup()));
    if (isAnswer && route.upstream == PimDenseUpstreamState::ACK_PENDING &&
        m_grafts.count({record.node, *record.sourceGroup}) == 0)
    {
        Report(Text("graft ", record.node, ' ', *record.sourceGroup),
               {route.changed, RecordNote(record)},
               Text(*record.sourceGroup, ": a router waits that has sent no Graft"));
    }
}

void
PimGraftRules::EndInstant(const SeenNode& node)
{
    const auto owed = m_owed.extract(node.GetId());
    if (!owed)
    {
        return;
    }
    for (const auto& [seq, graft] : owed.mapped())
    {
        Report(Text("acknowledgement ", seq),
               {graft},
               Text(*graft.sourceGroup, ": the Graft is not acknowledged"),
               seq);
    }
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-exchanges.h"

#include "ns3/mgm-pim-dense-downstream-fsm.h"
#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

void
PimExchanges::Observe(const TraceRecord& record)
{
    if (!record.sourceGroup)
    {
        return;
    }
    if (record.kind == TraceKind::FORWARD)
    {
        ObservePacket(record);
    }
    else if (record.kind == TraceKind::STATE)
    {
        ObserveState(record);
    }
    else if (record.kind == TraceKind::PACKET_TX && record.op == words::PIM_GRAFT)
    {
        const Stream stream{record.node, *record.sourceGroup};
        m_unacknowledged.emplace(stream, record.timeNs); // later ones repeat it
        m_unanswered.emplace(stream, record.timeNs);
    }
    else if (record.kind == TraceKind::PACKET_RX && record.op == words::PIM_GRAFT_ACK)
    {
        End(m_unacknowledged, record, "graft to acknowledgement");
    }
}

void
PimExchanges::ObservePacket(const TraceRecord& record)
{
    if (record.interface)
    {
        m_floods.emplace(Branch{record.node, *record.sourceGroup, record.interface->index},
                         record.timeNs);
    }
    End(m_unanswered, record, "graft to packet");
}

void
PimExchanges::ObserveState(const TraceRecord& record)
{
    const auto& key = *record.sourceGroup;
    if (record.op == words::PIM_DENSE_DOWNSTREAM && record.interface &&
        record.newState == ToString(PimDenseDownstreamState::PRUNED))
    {
        const auto flood = m_floods.find({record.node, key, record.interface->index});
        if (flood != m_floods.end())
        {
            m_times["flood to prune"].Add(record.timeNs - flood->second);
            m_floods.erase(flood);
        }
    }
    else if (record.op == words::MFE && record.newState == words::ABSENT)
    {
        m_floods.erase(m_floods.lower_bound({record.node, key, 0}),
                       m_floods.upper_bound({record.node, key, UINT32_MAX}));
        m_unanswered.erase({record.node, key});
        m_unacknowledged.erase({record.node, key});
    }
}

void
PimExchanges::End(Grafts& grafts, const TraceRecord& record, std::string_view name)
{
    const auto graft = grafts.find({record.node, *record.sourceGroup});
    if (graft != grafts.end())
    {
        m_times[std::string(name)].Add(record.timeNs - graft->second);
        grafts.erase(graft);
    }
}

} // namespace mgm
} // namespace ns3

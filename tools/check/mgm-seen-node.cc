/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-seen-node.h"

#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// Records that belong to a change that other records report.
bool
IsOfChange(const TraceRecord& record)
{
    return record.kind == TraceKind::STATE &&
           (record.op == words::MFE || record.op == words::MFE_OUTGOING);
}

/// REG-6
bool
IsCrash(const TraceRecord& record)
{
    return record.kind == TraceKind::EVENT && record.op == words::CRASH && !record.client;
}

bool
IsRegistration(const TraceRecord& record)
{
    return record.kind == TraceKind::CALL && record.op == words::REGISTER_M_PROTOCOL;
}

/// Whether a record leaves what packets do as it is.
bool
IsPlain(const TraceRecord& record)
{
    return record.kind == TraceKind::FORWARD || record.kind == TraceKind::DROP ||
           record.kind == TraceKind::PACKET_TX || record.kind == TraceKind::PACKET_RX;
}

} // namespace

SeenNode::SeenNode(uint32_t id)
    : m_id(id),
      m_interfaces(m_clients),
      m_memberships(m_clients, m_interfaces),
      m_entries(m_interfaces, m_memberships),
      m_alerts(m_clients),
      m_groups(m_clients, m_interfaces, m_memberships, m_alerts),
      m_sources(m_interfaces, m_memberships, m_routes, m_alerts),
      m_forwarding(m_interfaces, m_entries, m_alerts)
{
}

void
SeenNode::Follow(const TraceRecord& record)
{
    m_change.reset();
    if (m_crash.seq != 0 && (record.timeNs != m_crash.timeNs || IsRegistration(record)))
    {
        EndCrash();
    }
    Settle(record);
    m_verdict = m_alerts.Follow(record);
    if (IsCrash(record))
    {
        Crash(record);
    }
    FollowTables(record);
    m_pim.Follow(record);
    m_version += IsPlain(record) ? 0 : 1;
}

/// The reverse path of a change may stand in the record behind it.
void
SeenNode::Settle(const TraceRecord& record)
{
    m_routes.Follow(record);
    m_sources.Settle();
    if (!IsOfChange(record) && !SeenRoutes::IsLookup(record))
    {
        m_forwarding.Settle();
    }
    m_faults = m_sources.TakeFaults();
}

void
SeenNode::FollowTables(const TraceRecord& record)
{
    m_clients.Follow(record);
    m_groups.Follow(record);
    m_interfaces.Follow(record);
    m_entries.Follow(record);
    m_change = m_memberships.Follow(record);
    const bool isAlerted = m_crash.seq == 0;
    if (m_change && isAlerted)
    {
        m_groups.Owe(*m_change, record);
        m_entries.FollowMembership(*m_change, record);
    }
    if (isAlerted)
    {
        m_sources.Follow(record, m_change);
    }
}

/// Nobody is told of what goes with the manager (REG-6).
void
SeenNode::Crash(const TraceRecord& record)
{
    m_crash = RecordNote(record);
    m_clients.Clear();
    m_routes.Clear();
    m_alerts.Clear();
    m_groups.Clear();
    m_sources.Clear();
    m_forwarding.Clear();
    m_pim.Clear();
}

/// What the trace does not take back is gone all the same.
void
SeenNode::EndCrash()
{
    m_interfaces.Clear();
    m_memberships.Clear();
    m_entries.Clear();
    m_crash = {};
}

bool
SeenNode::IsOwed(uint32_t client, const SourceGroup& key) const
{
    return key.IsAnySource() ? m_memberships.IsOwed(client, key) : m_sources.IsOwed(client, key);
}

void
SeenNode::EndInstant(int64_t nowNs)
{
    m_change.reset();
    m_verdict = {};
    m_sources.Settle();
    m_forwarding.Settle();
    m_faults = m_sources.TakeFaults();
    const auto stale = m_sources.TakeStale(nowNs);
    m_faults.insert(m_faults.end(), stale.begin(), stale.end());
}

void
SeenNode::Finish(int64_t endNs)
{
    m_change.reset();
    m_faults = m_sources.TakeStale(endNs);
    m_verdict = {};
    m_verdict.lost = m_alerts.TakeLost(endNs);
}

} // namespace mgm
} // namespace ns3

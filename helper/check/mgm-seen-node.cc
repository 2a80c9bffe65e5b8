/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-seen-node.h"

namespace ns3
{
namespace mgm
{

SeenNode::SeenNode(uint32_t id)
    : m_id(id),
      m_interfaces(m_clients),
      m_memberships(m_clients, m_interfaces),
      m_entries(m_interfaces, m_memberships),
      m_alerts(m_clients, m_interfaces, m_memberships)
{
}

void
SeenNode::Follow(const TraceRecord& record)
{
    m_change.reset();
    m_verdict = m_alerts.Follow(record);
    m_clients.Follow(record);
    m_interfaces.Follow(record);
    m_entries.Follow(record);
    m_change = m_memberships.Follow(record);
    if (m_change)
    {
        m_alerts.Owe(*m_change, record);
        m_entries.FollowMembership(*m_change);
    }
    const bool isPlain = record.kind == TraceKind::FORWARD || record.kind == TraceKind::DROP ||
                         record.kind == TraceKind::PACKET_TX || record.kind == TraceKind::PACKET_RX;
    m_version += isPlain ? 0 : 1;
}

void
SeenNode::Finish(int64_t endNs)
{
    m_change.reset();
    m_verdict = {};
    m_verdict.lost = m_alerts.TakeLost(endNs);
}

} // namespace mgm
} // namespace ns3

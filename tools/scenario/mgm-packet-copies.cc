/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-packet-copies.h"

namespace ns3
{
namespace mgm
{

void
PacketCopies::Observe(const TraceRecord& record)
{
    const bool isOrigin = record.kind == TraceKind::PACKET_TX;
    if (!IsAboutData(record) || (!isOrigin && record.kind != TraceKind::FORWARD))
    {
        return;
    }
    Copy copy;
    copy.sent = NanoSeconds(record.timeNs);
    copy.node = record.node;
    copy.interface = record.interface ? record.interface->index : 0;
    copy.sourceGroup = record.sourceGroup.value_or(SourceGroup());
    if (const auto* parent = isOrigin ? nullptr : Find(record.cause))
    {
        copy.packet = parent->packet;
        copy.sent = parent->sent;
    }
    else
    {
        copy.packet = m_nextPackets[copy.sourceGroup]++;
    }
    m_copies.emplace(record.seq, copy);
}

void
PacketCopies::Forget(uint64_t number)
{
    m_copies.erase(number);
}

const PacketCopies::Copy*
PacketCopies::Find(uint64_t number) const
{
    const auto copy = m_copies.find(number);
    return copy == m_copies.end() ? nullptr : &copy->second;
}

} // namespace mgm
} // namespace ns3

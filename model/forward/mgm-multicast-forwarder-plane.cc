/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// Between the group manager and the engine: what the manager programs, and the calls up to it.

#include "mgm-multicast-forwarder.h"

namespace ns3
{
namespace mgm
{

void
MulticastForwarder::Install(const SourceGroup& key,
                            const InterfaceId& incoming,
                            const std::vector<InterfaceId>& outgoing)
{
    m_engine.Install(key, incoming, outgoing);
}

void
MulticastForwarder::SetOutgoing(const SourceGroup& key,
                                const InterfaceId& interface,
                                bool isForwarding)
{
    m_engine.SetOutgoing(key, interface, isForwarding);
}

void
MulticastForwarder::Suspend(const SourceGroup& key)
{
    m_engine.Suspend(key);
}

void
MulticastForwarder::Remove(const SourceGroup& key, DropReason reason)
{
    m_engine.Remove(key, reason);
}

const ForwardingCounters*
MulticastForwarder::GetCounters(const SourceGroup& key) const
{
    return m_engine.GetCounters(key);
}

bool
MulticastForwarder::HasVirtualInterface(uint32_t index) const
{
    return m_engine.HasVirtualInterface(index);
}

void
MulticastForwarder::HandleCacheMiss(const ArrivedPacket& arrived)
{
    if (!m_cacheMiss.IsNull())
    {
        m_cacheMiss(arrived.key, arrived.arrival, arrived.header);
    }
}

void
MulticastForwarder::HandleWrongInterface(const ArrivedPacket& arrived)
{
    if (!m_wrongInterface.IsNull())
    {
        m_wrongInterface(arrived.key, arrived.arrival, arrived.header);
    }
}

void
MulticastForwarder::HandleForward(const ArrivedPacket& arrived,
                                  const InterfaceId& outgoing,
                                  const Ipv4Header& header,
                                  const Ptr<Packet>& copy)
{
    if (!m_forwardTrace.IsEmpty())
    {
        m_forwardTrace(header, copy, arrived.arrival, outgoing);
    }
}

void
MulticastForwarder::HandleDrop(const ArrivedPacket& arrived,
                               DropReason reason,
                               const InterfaceId& where)
{
    if (!m_dropTrace.IsEmpty())
    {
        m_dropTrace(arrived.header, arrived.packet, reason, where);
    }
}

} // namespace mgm
} // namespace ns3

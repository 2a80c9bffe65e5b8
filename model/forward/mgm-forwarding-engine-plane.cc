/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// What the group manager does to the entries, and what the engine tells of itself.

#include "mgm-forwarding-engine.h"

#include <list>
#include <utility>

namespace ns3
{
namespace mgm
{

void
ForwardingEngine::Install(const SourceGroup& key,
                          const InterfaceId& incoming,
                          const std::vector<InterfaceId>& outgoing)
{
    m_cache.Install(key, incoming, outgoing);
    Drain(key);
}

void
ForwardingEngine::Drain(const SourceGroup& key)
{
    ForwardingEntry* entry = m_cache.Find(key);
    if (entry->isDraining)
    {
        return; // called while one of them is forwarded: they keep their order
    }
    while (entry && entry->state == ForwardingEntry::State::INSTALLED && !entry->waiting.empty())
    {
        entry->isDraining = true;
        const WaitingPacket first = std::move(entry->waiting.front());
        entry->waiting.pop_front();
        std::optional<CauseScope> scope;
        m_tracer.FollowCause(first.packet, scope);
        Forward(*entry, {first.packet, first.header, first.arrival});
        entry = m_cache.Find(key);
    }
    if (entry)
    {
        entry->isDraining = false;
    }
}

void
ForwardingEngine::SetOutgoing(const SourceGroup& key,
                              const InterfaceId& interface,
                              bool isForwarding)
{
    m_cache.SetOutgoing(key, interface, isForwarding);
}

void
ForwardingEngine::Suspend(const SourceGroup& key)
{
    m_cache.Suspend(key);
}

void
ForwardingEngine::Remove(const SourceGroup& key, DropReason reason)
{
    const std::list<WaitingPacket> waiting = m_cache.Remove(key);
    for (const WaitingPacket& packet : waiting)
    {
        std::optional<CauseScope> scope;
        m_tracer.FollowCause(packet.packet, scope);
        Drop({packet.packet, packet.header, packet.arrival}, reason, packet.arrival);
    }
}

const ForwardingCounters*
ForwardingEngine::GetCounters(const SourceGroup& key) const
{
    const ForwardingEntry* entry = m_cache.Find(key);
    return entry ? &entry->counters : nullptr;
}

bool
ForwardingEngine::HasVirtualInterface(uint32_t index) const
{
    return m_interfaces.HasVirtual(index);
}

void
ForwardingEngine::Clear()
{
    m_cache.Clear();
}

void
ForwardingEngine::SetBounds(const Bounds& bounds)
{
    m_bounds = bounds;
}

const ForwardingEngine::Bounds&
ForwardingEngine::GetBounds() const
{
    return m_bounds;
}

ForwardingInterfaces&
ForwardingEngine::GetInterfaces()
{
    return m_interfaces;
}

const ForwardingCache&
ForwardingEngine::GetCache() const
{
    return m_cache;
}

ForwardingTracer&
ForwardingEngine::GetTracer()
{
    return m_tracer;
}

uint64_t
ForwardingEngine::GetDrops(DropReason reason) const
{
    return m_drops[static_cast<std::size_t>(reason)];
}

uint64_t
ForwardingEngine::GetForwarded() const
{
    return m_forwarded;
}

} // namespace mgm
} // namespace ns3

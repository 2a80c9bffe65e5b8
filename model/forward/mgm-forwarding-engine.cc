/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-forwarding-engine.h"

#include "mgm-forwardable.h"

#include "ns3/simulator.h"
#include "ns3/socket.h"

#include <list>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

/// @return whether a packet does not leave an interface in one piece
bool
NeedsFragmentation(ForwardingInterface& interface, const ArrivedPacket& arrived)
{
    return arrived.GetSize() > interface.GetOutput().GetMtu();
}

/// @return the packet with the priority that its type of service says, which IPv4, too, sets when
/// it forwards: itself, if nothing changes
Ptr<const Packet>
RefreshPriority(const ArrivedPacket& arrived)
{
    SocketPriorityTag tag;
    const bool hasTag = arrived.packet->PeekPacketTag(tag);
    const uint8_t priority = Socket::IpTos2Priority(arrived.header.GetTos());
    if (!hasTag && priority == 0)
    {
        return arrived.packet;
    }
    const Ptr<Packet> refreshed = arrived.packet->Copy();
    refreshed->RemovePacketTag(tag);
    if (priority != 0)
    {
        tag.SetPriority(priority);
        refreshed->AddPacketTag(tag);
    }
    return refreshed;
}

/// @return why a packet may not leave on an interface, if there is a reason
std::optional<DropReason>
WhyNotSent(ForwardingInterface* interface, const ArrivedPacket& arrived)
{
    if (!interface || !interface->GetOutput().IsUp())
    {
        return DropReason::INTERFACE_DOWN;
    }
    if (arrived.header.GetTtl() <= interface->GetTtlThreshold())
    {
        return DropReason::TTL_THRESHOLD;
    }
    if (interface->IsBoundaryFor(arrived.key.group))
    {
        return DropReason::SCOPE_BOUNDARY;
    }
    if (arrived.header.IsDontFragment() && NeedsFragmentation(*interface, arrived))
    {
        return DropReason::TOO_BIG;
    }
    return std::nullopt;
}

} // namespace

ForwardingEngine::ForwardingEngine(ForwardingListener& listener)
    : m_listener(listener)
{
}

void
ForwardingEngine::Handle(const ArrivedPacket& arrived)
{
    std::optional<CauseScope> scope;
    m_tracer.FollowCause(arrived.packet, scope);
    if (const auto reason = WhyNotAccepted(arrived))
    {
        Drop(arrived, *reason, arrived.arrival);
        return;
    }
    ForwardingEntry* entry = m_cache.Find(arrived.key);
    if (!entry)
    {
        Ask(arrived);
    }
    else if (entry->IsReady())
    {
        Forward(*entry, arrived);
    }
    else
    {
        Enqueue(*entry, arrived);
    }
}

std::optional<DropReason>
ForwardingEngine::WhyNotAccepted(const ArrivedPacket& arrived)
{
    if (!IsHostAddress(arrived.key.source))
    {
        return DropReason::BAD_SOURCE;
    }
    const ForwardingInterface* interface = m_interfaces.Find(arrived.arrival.index);
    if (!interface)
    {
        return DropReason::INTERFACE_DOWN;
    }
    if (interface->IsBoundaryFor(arrived.key.group))
    {
        return DropReason::SCOPE_BOUNDARY;
    }
    return std::nullopt;
}

void
ForwardingEngine::Ask(const ArrivedPacket& arrived)
{
    if (m_cache.GetResolvingCount() >= m_bounds.entries)
    {
        Drop(arrived, DropReason::QUEUE_FULL, arrived.arrival);
        return;
    }
    Enqueue(m_cache.Add(arrived.key), arrived);
    m_listener.HandleCacheMiss(arrived);
}

void
ForwardingEngine::Enqueue(ForwardingEntry& entry, const ArrivedPacket& arrived)
{
    if (entry.waiting.size() >= m_bounds.packets)
    {
        ++entry.counters.queueOverflow;
        Drop(arrived, DropReason::QUEUE_FULL, arrived.arrival);
        return;
    }
    ++entry.counters.waited;
    // A copy, because a sender may go on with its packet.
    entry.waiting.push_back({arrived.packet->Copy(), arrived.header, arrived.arrival});
}

void
ForwardingEngine::Forward(ForwardingEntry& entry, const ArrivedPacket& arrived)
{
    if (!entry.Accepts(arrived.arrival))
    {
        Refuse(entry, arrived);
        return;
    }
    ++entry.counters.packets;
    entry.counters.bytes += arrived.GetSize();
    entry.counters.lastUse = Simulator::Now();
    if (entry.counters.outgoing.empty())
    {
        ++entry.counters.noOutgoing;
        Drop(arrived, DropReason::NO_OUTGOING, arrived.arrival);
    }
    else
    {
        Replicate(entry, arrived);
    }
    m_listener.HandleAccept(arrived);
}

void
ForwardingEngine::Refuse(ForwardingEntry& entry, const ArrivedPacket& arrived)
{
    ++entry.counters.wrongInterface;
    Drop(arrived, DropReason::WRONG_INTERFACE, arrived.arrival);
    m_listener.HandleWrongInterface(arrived);
}

void
ForwardingEngine::Replicate(ForwardingEntry& entry, const ArrivedPacket& arrived)
{
    const Ptr<const Packet> packet = RefreshPriority(arrived);
    Ipv4Header header = arrived.header;
    header.SetTtl(header.GetTtl() - 1); // one of 0 never leaves: thresholds are 1 or more
    ForwardingEntry* current = &entry;
    uint64_t version = m_cache.GetVersion();
    std::size_t next = 0;
    bool hasLeft = false;
    while (current && current->Accepts(arrived.arrival) && next < current->counters.outgoing.size())
    {
        OutgoingCounters& outgoing = current->counters.outgoing[next];
        const InterfaceId sent = outgoing.interface;
        hasLeft = SendOn(outgoing, arrived, header, packet) || hasLeft;
        ++next;
        if (version != m_cache.GetVersion())
        {
            version = m_cache.GetVersion();
            current = m_cache.Find(arrived.key);
            next = current ? current->GetPositionAfter(sent) : 0;
        }
    }
    if (current && !hasLeft)
    {
        ++current->counters.unsent;
    }
}

bool
ForwardingEngine::SendOn(OutgoingCounters& counters,
                         const ArrivedPacket& arrived,
                         const Ipv4Header& header,
                         const Ptr<const Packet>& packet)
{
    const InterfaceId outgoing = counters.interface;
    ForwardingInterface* interface = m_interfaces.Find(outgoing.index);
    const auto reason = WhyNotSent(interface, arrived);
    const bool mayFit = !reason || *reason == DropReason::TOO_BIG;
    counters.fragNeeded += mayFit && NeedsFragmentation(*interface, arrived) ? 1 : 0;
    if (reason)
    {
        ++(*reason == DropReason::TTL_THRESHOLD ? counters.ttlTooLow : counters.discards);
        Drop(arrived, *reason, outgoing);
        return false;
    }
    ++counters.packets;
    ++m_forwarded;
    Ptr<Packet> copy = packet->Copy();
    m_tracer.TraceForward(arrived, outgoing, copy);
    m_listener.HandleForward(arrived, outgoing, header, copy);
    interface->GetOutput().Send(std::move(copy), header, outgoing.nextHop);
    return true;
}

void
ForwardingEngine::Drop(const ArrivedPacket& arrived, DropReason reason, const InterfaceId& where)
{
    ++m_drops[static_cast<std::size_t>(reason)];
    m_tracer.TraceDrop(arrived, reason, where);
    m_listener.HandleDrop(arrived, reason, where);
}

// What the group manager does to the entries, and what the engine tells of itself.

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

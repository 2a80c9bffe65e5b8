/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-fake-plane.h"

#include "ns3/simulator.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

Ipv4Header
MakeHeader(const SourceGroup& key)
{
    Ipv4Header header;
    header.SetSource(key.source);
    header.SetDestination(key.group);
    header.SetTtl(64);
    return header;
}

std::string
ToText(const std::set<uint32_t>& interfaces)
{
    std::string text;
    for (const auto interface : interfaces)
    {
        text += (text.empty() ? "" : " ") + std::to_string(interface);
    }
    return text;
}

FakePlane::FakePlane(Ptr<MulticastGroupManager> manager)
    : m_manager(manager)
{
}

void
FakePlane::Arrive(const SourceGroup& key, uint32_t arrival)
{
    const auto [place, isNew] = m_entries.try_emplace(key);
    auto& entry = place->second;
    if (entry.forwards)
    {
        Forward(key, entry, arrival);
    }
    else if (entry.waiting.size() < MAX_WAITING)
    {
        entry.waiting.push_back(arrival);
        ++entry.counters.waited;
    }
    else
    {
        ++entry.counters.queueOverflow;
    }
    if (isNew)
    {
        m_manager->HandleCacheMiss(key, {arrival}, MakeHeader(key));
    }
}

const FakePlane::Entry*
FakePlane::Find(const SourceGroup& key) const
{
    const auto found = m_entries.find(key);
    return found == m_entries.end() ? nullptr : &found->second;
}

void
FakePlane::Forward(const SourceGroup& key, Entry& entry, uint32_t arrival)
{
    auto& counters = entry.counters;
    if (arrival != entry.incoming)
    {
        ++counters.wrongInterface;
        m_manager->HandleWrongInterface(key, {arrival}, MakeHeader(key));
        return;
    }
    ++counters.packets;
    counters.bytes += PACKET_SIZE;
    counters.lastUse = Simulator::Now();
    counters.noOutgoing += entry.outgoing.empty() ? 1 : 0;
    for (auto& outgoing : counters.outgoing)
    {
        ++outgoing.packets;
        m_copies.push_back({key, outgoing.interface.index});
    }
}

void
FakePlane::Entry::Leave(uint32_t interface)
{
    auto& counting = counters.outgoing;
    const auto found = std::find_if(counting.begin(), counting.end(), [&](const auto& each) {
        return each.interface.index == interface;
    });
    sentBefore[interface] = *found;
    counting.erase(found);
    ListFormer();
}

void
FakePlane::Entry::Come(uint32_t interface)
{
    const auto former = sentBefore.extract(interface);
    counters.outgoing.push_back(former ? former.mapped() : OutgoingCounters{{interface}});
    ListFormer();
}

void
FakePlane::Entry::ListFormer()
{
    counters.former.clear();
    for (const auto& [interface, each] : sentBefore)
    {
        counters.former.push_back(each);
    }
}

void
FakePlane::Install(const SourceGroup& key,
                   const InterfaceId& incoming,
                   const std::vector<InterfaceId>& outgoing)
{
    auto& entry = m_entries[key];
    for (const auto interface : std::exchange(entry.outgoing, {}))
    {
        entry.Leave(interface);
    }
    for (const auto& interface : outgoing)
    {
        Require(interface != incoming, "Install: the incoming interface is outgoing");
        Require(entry.outgoing.insert(interface.index).second, "Install: an interface twice");
        entry.Come(interface.index);
    }
    entry.incoming = incoming.index;
    entry.forwards = true;
    if (onInstall)
    {
        onInstall(key);
    }
    for (const auto arrival : std::exchange(entry.waiting, {}))
    {
        const auto found = m_entries.find(key); // an upcall may have changed it
        if (found != m_entries.end() && found->second.forwards)
        {
            Forward(key, found->second, arrival);
        }
    }
}

void
FakePlane::SetOutgoing(const SourceGroup& key, const InterfaceId& interface, bool isForwarding)
{
    const auto found = m_entries.find(key);
    Require(found != m_entries.end(), "SetOutgoing: no entry");
    if (found == m_entries.end())
    {
        return;
    }
    auto& entry = found->second;
    Require(interface.index != entry.incoming, "SetOutgoing: the incoming interface");
    if (!isForwarding && entry.outgoing.erase(interface.index) != 0)
    {
        entry.Leave(interface.index);
    }
    else if (isForwarding && entry.outgoing.insert(interface.index).second)
    {
        entry.Come(interface.index);
    }
}

void
FakePlane::Suspend(const SourceGroup& key)
{
    m_entries[key].forwards = false;
}

void
FakePlane::Remove(const SourceGroup& key, DropReason reason)
{
    const auto found = m_entries.find(key);
    Require(found != m_entries.end(), "Remove: no entry");
    if (found != m_entries.end())
    {
        m_drops.insert(m_drops.end(), found->second.waiting.size(), reason);
        m_entries.erase(found);
    }
}

const ForwardingCounters*
FakePlane::GetCounters(const SourceGroup& key) const
{
    const auto* entry = Find(key);
    return entry ? &entry->counters : nullptr;
}

bool
FakePlane::HasVirtualInterface(uint32_t index) const
{
    return virtualInterface != 0 && index == virtualInterface;
}

void
FakePlane::Require(bool condition, const std::string& what)
{
    if (!condition)
    {
        m_misuse.push_back(what);
    }
}

} // namespace mgm
} // namespace ns3

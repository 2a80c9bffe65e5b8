/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-forwarding-cache.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

const char*
NameOf(ForwardingEntry::State state)
{
    switch (state)
    {
    case ForwardingEntry::State::RESOLVING:
        return "resolving";
    case ForwardingEntry::State::INSTALLED:
        return "installed";
    case ForwardingEntry::State::SUSPENDED:
        return "suspended";
    }
    return "";
}

void
PrintEntry(std::ostream& os, const SourceGroup& key, const ForwardingEntry& entry)
{
    os << key << " Iif: ";
    if (entry.state == ForwardingEntry::State::RESOLVING)
    {
        os << "unresolved";
    }
    else
    {
        os << entry.incoming;
    }
    os << " Oifs:";
    for (const OutgoingCounters& outgoing : entry.counters.outgoing)
    {
        os << ' ' << outgoing.interface;
    }
    os << " State: " << NameOf(entry.state) << '\n';
}

} // namespace

ForwardingEntry*
ForwardingCache::Find(const SourceGroup& key)
{
    const auto entry = m_entries.find(key);
    return entry == m_entries.end() ? nullptr : &entry->second;
}

const ForwardingEntry*
ForwardingCache::Find(const SourceGroup& key) const
{
    const auto entry = m_entries.find(key);
    return entry == m_entries.end() ? nullptr : &entry->second;
}

ForwardingEntry&
ForwardingCache::Add(const SourceGroup& key)
{
    ++m_resolving;
    return m_entries[key];
}

void
ForwardingCache::Install(const SourceGroup& key,
                         const InterfaceId& incoming,
                         const std::vector<InterfaceId>& outgoing)
{
    const auto [place, isNew] = m_entries.try_emplace(key);
    ForwardingEntry& entry = place->second;
    if (!isNew && entry.state == ForwardingEntry::State::RESOLVING)
    {
        --m_resolving;
    }
    entry.Install(incoming, outgoing);
    ++m_version;
}

void
ForwardingCache::SetOutgoing(const SourceGroup& key,
                             const InterfaceId& interface,
                             bool isForwarding)
{
    if (ForwardingEntry* entry = Find(key))
    {
        entry->SetOutgoing(interface, isForwarding);
        ++m_version;
    }
}

void
ForwardingCache::Suspend(const SourceGroup& key)
{
    ForwardingEntry* entry = Find(key);
    if (entry && entry->state == ForwardingEntry::State::INSTALLED)
    {
        entry->state = ForwardingEntry::State::SUSPENDED;
        ++m_version;
    }
}

std::list<WaitingPacket>
ForwardingCache::Remove(const SourceGroup& key)
{
    const auto place = m_entries.find(key);
    if (place == m_entries.end())
    {
        return {};
    }
    ForwardingEntry& entry = place->second;
    if (entry.state == ForwardingEntry::State::RESOLVING)
    {
        --m_resolving;
    }
    std::list<WaitingPacket> waiting = std::move(entry.waiting);
    m_entries.erase(place);
    ++m_version;
    return waiting;
}

void
ForwardingCache::Clear()
{
    m_entries.clear();
    m_resolving = 0;
    ++m_version;
}

void
ForwardingCache::Print(std::ostream& os) const
{
    std::vector<SourceGroup> keys;
    keys.reserve(m_entries.size());
    for (const auto& [key, entry] : m_entries)
    {
        keys.push_back(key);
    }
    std::sort(keys.begin(), keys.end());
    for (const SourceGroup& key : keys)
    {
        PrintEntry(os, key, m_entries.at(key));
    }
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-membership-table.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// Finds a client's membership on an interface.
template <typename HolderList>
auto
FindInHolders(HolderList& holders, ClientHandle client, const InterfaceId& interface)
{
    return std::find_if(holders.begin(), holders.end(), [&](const Holder& holder) {
        return holder.client == client && holder.interface == interface;
    });
}

/// Finds the holders of (s,g), or of (*,g) for the source 0.0.0.0; null if there are none.
template <typename Group>
auto
FindHolders(Group& group, Ipv4Address source) -> decltype(&group.anySource)
{
    if (source == ANY_ADDRESS)
    {
        return group.anySource.empty() ? nullptr : &group.anySource;
    }
    return group.sources ? group.sources->Find(source) : nullptr;
}

} // namespace

const Holders*
MembershipTable::Add(const SourceGroup& key, const Holder& holder)
{
    Holders& holders = FindOrInsert(key);
    holders.push_back(holder);
    ++m_size;
    return &holders;
}

const Holders*
MembershipTable::Delete(const SourceGroup& key, ClientHandle client, const InterfaceId& interface)
{
    Group& group = *m_groups.Find(key.group);
    Holders& holders = *FindHolders(group, key.source);
    holders.erase(FindInHolders(holders, client, interface));
    --m_size;
    if (holders.empty())
    {
        Erase(key, group);
        return nullptr;
    }
    return &holders;
}

const Holder*
MembershipTable::FindHolder(const SourceGroup& key,
                            ClientHandle client,
                            const InterfaceId& interface) const
{
    const Holders* holders = Find(key);
    if (!holders)
    {
        return nullptr;
    }
    const auto found = FindInHolders(*holders, client, interface);
    return found == holders->end() ? nullptr : &*found;
}

const Holders*
MembershipTable::Find(const SourceGroup& key) const
{
    const Group* group = m_groups.Find(key.group);
    return group ? FindHolders(*group, key.source) : nullptr;
}

Holders&
MembershipTable::FindOrInsert(const SourceGroup& key)
{
    Group& group = m_groups.At(m_groups.FindOrInsert(key.group));
    if (key.IsAnySource())
    {
        return group.anySource;
    }
    if (!group.sources)
    {
        group.sources = std::make_unique<Sources>();
    }
    return group.sources->At(group.sources->FindOrInsert(key.source));
}

void
MembershipTable::Erase(const SourceGroup& key, Group& group)
{
    if (!key.IsAnySource())
    {
        group.sources->Erase(key.source);
        if (group.sources->GetSize() == 0)
        {
            group.sources.reset();
        }
    }
    if (group.IsEmpty())
    {
        m_groups.Erase(key.group);
    }
}

bool
MembershipTable::IsWanted(const SourceGroup& key, const InterfaceId& interface) const
{
    bool isWanted = false;
    ForEachMatching(key, [&](const Holder& holder) {
        isWanted = isWanted || (holder.counts && holder.interface == interface);
    });
    return isWanted;
}

std::vector<SourceGroup>
MembershipTable::GetEntries(ClientHandle client, const InterfaceId& interface) const
{
    std::vector<SourceGroup> entries;
    ForEach([&](const SourceGroup& key, const Holder& holder) {
        if (holder.client == client && holder.interface == interface)
        {
            entries.push_back(key);
        }
    });
    return entries;
}

} // namespace mgm
} // namespace ns3

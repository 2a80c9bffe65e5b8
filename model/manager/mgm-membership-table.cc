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
FindHolder(HolderList& holders, ClientHandle client, const InterfaceId& interface)
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

MembershipTable::Change
MembershipTable::Add(const SourceGroup& key, const Holder& holder)
{
    Holders& holders = FindOrInsert(key);
    if (FindHolder(holders, holder.client, holder.interface) != holders.end())
    {
        return {false, &holders};
    }
    holders.push_back(holder);
    ++m_size;
    return {true, &holders};
}

MembershipTable::Change
MembershipTable::Delete(const SourceGroup& key,
                        ClientHandle client,
                        const InterfaceId& interface,
                        Holder& removed)
{
    Group* group = m_groups.Find(key.group);
    Holders* holders = group ? FindHolders(*group, key.source) : nullptr;
    if (!holders)
    {
        return {};
    }
    const auto found = FindHolder(*holders, client, interface);
    if (found == holders->end())
    {
        return {false, holders};
    }
    removed = *found;
    holders->erase(found);
    --m_size;
    if (holders->empty())
    {
        Erase(key, *group);
        return {true, nullptr};
    }
    return {true, holders};
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
    const auto collect = [&](const SourceGroup& key, const Holders& holders) {
        if (FindHolder(holders, client, interface) != holders.end())
        {
            entries.push_back(key);
        }
    };
    for (auto i = m_groups.Next(0); i != m_groups.GetEnd(); i = m_groups.Next(i + 1))
    {
        const Ipv4Address address = m_groups.KeyAt(i);
        const Group& group = m_groups.At(i);
        collect({ANY_ADDRESS, address}, group.anySource);
        if (group.sources)
        {
            const Sources& sources = *group.sources;
            for (auto j = sources.Next(0); j != sources.GetEnd(); j = sources.Next(j + 1))
            {
                collect({sources.KeyAt(j), address}, sources.At(j));
            }
        }
    }
    return entries;
}

} // namespace mgm
} // namespace ns3

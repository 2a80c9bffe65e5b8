/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-proxy-database.h"

#include <iterator>

namespace ns3
{
namespace mgm
{

bool
IgmpProxyDatabase::Add(const SourceGroup& entry)
{
    return m_entries.insert(entry).second;
}

bool
IgmpProxyDatabase::Remove(const SourceGroup& entry)
{
    return m_entries.erase(entry) != 0;
}

std::set<Ipv4Address>
IgmpProxyDatabase::SetSources(const std::set<SourceGroup>& entries)
{
    std::set<Ipv4Address> changed;
    for (auto entry = m_entries.begin(); entry != m_entries.end();)
    {
        const bool isGone = !entry->IsAnySource() && entries.count(*entry) == 0;
        if (isGone)
        {
            changed.insert(entry->group);
        }
        entry = isGone ? m_entries.erase(entry) : std::next(entry);
    }
    for (const auto& entry : entries)
    {
        if (Add(entry))
        {
            changed.insert(entry.group);
        }
    }
    return changed;
}

void
IgmpProxyDatabase::Clear()
{
    m_entries.clear();
}

MulticastFilter
IgmpProxyDatabase::GetFilter(Ipv4Address group) const
{
    std::vector<MulticastFilter> filters;
    for (auto entry = m_entries.lower_bound({ANY_ADDRESS, group});
         entry != m_entries.end() && entry->group == group;
         ++entry)
    {
        if (entry->IsAnySource())
        {
            filters.push_back({FilterMode::EXCLUDE, {}});
        }
        else
        {
            filters.push_back({FilterMode::INCLUDE, {entry->source}});
        }
    }
    return MergeFilters(filters);
}

std::set<Ipv4Address>
IgmpProxyDatabase::GetGroups() const
{
    std::set<Ipv4Address> groups;
    for (const auto& entry : m_entries)
    {
        groups.insert(entry.group);
    }
    return groups;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-proxy-database.h"

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

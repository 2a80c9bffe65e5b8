/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-static-joins.h"

namespace ns3
{
namespace mgm
{

void
IgmpStaticJoins::Add(const SourceGroup& join)
{
    auto& sources = m_joins[join.group];
    sources = sources + SourceSet{join.source};
}

void
IgmpStaticJoins::Remove(const SourceGroup& join)
{
    const auto found = m_joins.find(join.group);
    if (found == m_joins.end())
    {
        return;
    }
    found->second = found->second - SourceSet{join.source};
    if (found->second.IsEmpty())
    {
        m_joins.erase(found);
    }
}

std::vector<Ipv4Address>
IgmpStaticJoins::GetGroups() const
{
    std::vector<Ipv4Address> groups;
    for (const auto& [group, sources] : m_joins)
    {
        groups.push_back(group);
    }
    return groups;
}

IgmpSuggestion
IgmpStaticJoins::Merge(Ipv4Address group, const IgmpSuggestion& learned) const
{
    const auto found = m_joins.find(group);
    if (found == m_joins.end())
    {
        return learned;
    }
    const auto& joined = found->second;
    if (joined.Contains(ANY_ADDRESS))
    {
        return {FilterMode::EXCLUDE, {}};
    }
    return {learned.mode,
            learned.mode == FilterMode::INCLUDE ? learned.sources + joined
                                                : learned.sources - joined};
}

} // namespace mgm
} // namespace ns3

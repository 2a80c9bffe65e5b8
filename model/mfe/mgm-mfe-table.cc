/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-table.h"

#include <utility>

namespace ns3
{
namespace mgm
{

MfeEntry*
MfeTable::Find(const SourceGroup& key)
{
    return const_cast<MfeEntry*>(std::as_const(*this).Find(key));
}

const MfeEntry*
MfeTable::Find(const SourceGroup& key) const
{
    for (const Entries* entries : {&m_inUse, &m_expired})
    {
        const auto found = entries->find(key);
        if (found != entries->end())
        {
            return &found->second;
        }
    }
    return nullptr;
}

const MfeEntry*
MfeTable::FindInUse(const SourceGroup& key) const
{
    const auto found = m_inUse.find(key);
    return found == m_inUse.end() ? nullptr : &found->second;
}

MfeEntry&
MfeTable::FindOrInsert(const SourceGroup& key)
{
    MfeEntry* found = Find(key);
    return found ? *found : m_inUse[key];
}

void
MfeTable::Retire(const SourceGroup& key)
{
    const auto at = m_expired.insert(m_inUse.extract(key)).position;
    at->second.age = ++m_lastAge;
    m_byAge.emplace(m_lastAge, key);
    m_bySource.emplace(key.source, key.group);
}

void
MfeTable::Revive(const SourceGroup& key)
{
    const auto at = m_inUse.insert(m_expired.extract(key)).position;
    Unlist(key, at->second);
}

void
MfeTable::Erase(const SourceGroup& key)
{
    if (m_inUse.erase(key) == 0)
    {
        const auto at = m_expired.find(key);
        Unlist(key, at->second);
        m_expired.erase(at);
    }
}

void
MfeTable::Unlist(const SourceGroup& key, const MfeEntry& entry)
{
    m_byAge.erase(entry.age);
    m_bySource.erase({key.source, key.group});
}

void
MfeTable::Clear()
{
    m_inUse.clear();
    m_expired.clear();
    m_byAge.clear();
    m_bySource.clear();
}

std::vector<SourceGroup>
MfeTable::GetExpired(Ipv4Address network, Ipv4Mask mask) const
{
    std::vector<SourceGroup> found;
    for (auto at = m_bySource.lower_bound({network.CombineMask(mask), ANY_ADDRESS});
         at != m_bySource.end() && mask.IsMatch(at->first, network);
         ++at)
    {
        found.push_back({at->first, at->second});
    }
    return found;
}

SourceGroup
MfeTable::GetLastMatching(const SourceGroup& membership)
{
    const Ipv4Address last{UINT32_MAX};
    return {membership.IsAnySource() ? last : membership.source,
            membership.IsAnyGroup() ? last : membership.group};
}

} // namespace mgm
} // namespace ns3

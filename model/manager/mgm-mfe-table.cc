/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-table.h"

namespace ns3
{
namespace mgm
{

MfeEntry*
MfeTable::Find(const SourceGroup& key)
{
    const auto found = m_entries.find(key);
    return found == m_entries.end() ? nullptr : &found->second;
}

const MfeEntry*
MfeTable::Find(const SourceGroup& key) const
{
    const auto found = m_entries.find(key);
    return found == m_entries.end() ? nullptr : &found->second;
}

MfeEntry&
MfeTable::FindOrInsert(const SourceGroup& key)
{
    return m_entries[key];
}

void
MfeTable::Erase(const SourceGroup& key)
{
    m_entries.erase(key);
}

MfeTable::Range
MfeTable::FindMatching(const SourceGroup& membership)
{
    if (membership.IsAnyGroup())
    {
        return {m_entries.begin(), m_entries.end()};
    }
    if (!membership.IsAnySource())
    {
        return m_entries.equal_range(membership);
    }
    const SourceGroup last{Ipv4Address(UINT32_MAX), membership.group};
    return {m_entries.lower_bound(membership), m_entries.upper_bound(last)};
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-group-enumerations.h"

namespace ns3
{
namespace mgm
{

uint32_t
MembershipCursor::Read(const MembershipTable& table, SourceGroupEntry* buffer, uint32_t room)
{
    const auto& groups = table.GetGroups();
    uint32_t count = 0;
    for (;;)
    {
        const uint32_t slot = groups.Next(m_group);
        if (slot != m_group)
        {
            m_isInside = false;
            m_source = 0;
            m_group = slot;
        }
        if (slot == groups.GetEnd())
        {
            return count;
        }
        const auto& group = groups.At(slot);
        count += ReadGroup(groups.KeyAt(slot), group, buffer + count, room - count);
        if (HasAnySource(group) || HasSource(group))
        {
            return count; // the buffer is full
        }
        m_isInside = false;
        m_source = 0;
        ++m_group;
    }
}

inline uint32_t
MembershipCursor::ReadGroup(Ipv4Address address,
                            const MembershipTable::Group& group,
                            SourceGroupEntry* buffer,
                            uint32_t room)
{
    uint32_t count = 0;
    if (HasAnySource(group) && room > 0)
    {
        buffer[count++] = SourceGroupEntry({ANY_ADDRESS, address});
        m_isInside = true;
    }
    while (HasSource(group) && count < room)
    {
        m_isInside = true;
        m_source = group.sources->Next(m_source);
        buffer[count++] = SourceGroupEntry({group.sources->KeyAt(m_source++), address});
    }
    return count;
}

inline bool
MembershipCursor::HasAnySource(const MembershipTable::Group& group) const
{
    return !m_isInside && (m_type == EnumerationType::ANY_SOURCE || !group.anySource.empty());
}

inline bool
MembershipCursor::HasSource(const MembershipTable::Group& group) const
{
    return m_type == EnumerationType::ALL_SOURCES && group.sources &&
           group.sources->Next(m_source) != group.sources->GetEnd();
}

bool
MembershipCursor::HasNext(const MembershipTable& table) const
{
    MembershipCursor ahead = *this;
    SourceGroupEntry entry;
    return ahead.Read(table, &entry, 1) > 0;
}

EnumerationHandle
GroupEnumerations::Start(ClientHandle client, EnumerationType type)
{
    const uint32_t handle = ++m_lastHandle;
    m_enumerations.emplace(handle, Enumeration{client, MembershipCursor(type)});
    return {handle};
}

GroupEnumerations::Enumeration*
GroupEnumerations::Find(EnumerationHandle handle)
{
    const auto found = m_enumerations.find(handle.value);
    return found == m_enumerations.end() ? nullptr : &found->second;
}

bool
GroupEnumerations::End(EnumerationHandle handle)
{
    return m_enumerations.erase(handle.value) != 0;
}

void
GroupEnumerations::EndAll(ClientHandle client)
{
    for (auto i = m_enumerations.begin(); i != m_enumerations.end();)
    {
        i = i->second.client == client ? m_enumerations.erase(i) : std::next(i);
    }
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-group-model.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

using Type = IgmpRecordNumber;

IgmpGroupModel::IgmpGroupModel(uint32_t group)
    : m_group(group)
{
}

void
IgmpGroupModel::Advance(Time now, const IgmpGroupTimes& times)
{
    m_times = times;
    for (;;)
    {
        // Retransmissions come before the expiry that they lead to.
        const auto sources = GetNextExpiry();
        const auto group = m_isExclude ? std::optional(m_groupExpiry) : std::nullopt;
        Time next = now;
        for (const auto& at : {m_nextGroupQuery, m_nextSourceQuery, sources, group})
        {
            next = at ? std::min(next, *at) : next;
        }
        m_now = next;
        if (m_nextGroupQuery == next)
        {
            SendGroupQuery();
        }
        else if (m_nextSourceQuery == next)
        {
            SendSourceQueries();
        }
        else if (sources == next)
        {
            ExpireSources();
        }
        else if (group == next)
        {
            ExpireGroup();
        }
        else
        {
            return;
        }
    }
}

void
IgmpGroupModel::Receive(Time now,
                        const IgmpGroupTimes& times,
                        Type type,
                        SourceBits sources,
                        bool isQuerier)
{
    Advance(now, times);
    m_isQuerier = isQuerier;
    if (m_isExclude)
    {
        ReceiveInExclude(type, sources);
    }
    else
    {
        ReceiveInInclude(type, sources);
    }
}

void
IgmpGroupModel::ReceiveInInclude(Type type, SourceBits b)
{
    const auto gmi = m_times.membershipInterval;
    const auto a = GetRunning();
    switch (type)
    {
    case Type::IS_IN:
    case Type::ALLOW:
        SetTimers(b, gmi);
        break;
    case Type::BLOCK:
        AskForSources(a & b);
        break;
    case Type::TO_IN:
        SetTimers(b, gmi);
        AskForSources(a & ~b);
        break;
    case Type::IS_EX:
    case Type::TO_EX:
        m_isExclude = true;
        MakeStopped(b & ~a);
        Delete(a & ~b);
        if (type == Type::TO_EX)
        {
            AskForSources(a & b);
        }
        m_groupExpiry = m_now + gmi;
        break;
    }
}

void
IgmpGroupModel::ReceiveInExclude(Type type, SourceBits a)
{
    const auto gmi = m_times.membershipInterval;
    const auto x = GetRunning();
    const auto y = GetStopped();
    switch (type)
    {
    case Type::IS_IN:
    case Type::ALLOW:
        SetTimers(a, gmi);
        break;
    case Type::IS_EX:
        SetTimers(a & ~x & ~y, gmi);
        Delete(x & ~a);
        Delete(y & ~a);
        m_groupExpiry = m_now + gmi;
        break;
    case Type::BLOCK:
        SetTimers(a & ~x & ~y, m_groupExpiry - m_now);
        AskForSources(a & ~y);
        break;
    case Type::TO_EX:
        SetTimers(a & ~x & ~y, m_groupExpiry - m_now);
        Delete(x & ~a);
        Delete(y & ~a);
        AskForSources(a & ~y);
        m_groupExpiry = m_now + gmi;
        break;
    case Type::TO_IN:
        SetTimers(a, gmi);
        AskForSources(x & ~a);
        AskForGroup();
        break;
    }
}

bool
IgmpGroupModel::Exists() const
{
    return m_isExclude || !m_sources.empty();
}

bool
IgmpGroupModel::IsExclude() const
{
    return m_isExclude;
}

Time
IgmpGroupModel::GetGroupExpiry() const
{
    return m_groupExpiry;
}

SourceBits
IgmpGroupModel::GetRunning() const
{
    SourceBits bits = 0;
    for (const auto& [number, source] : m_sources)
    {
        bits |= source.expiry ? 1U << number : 0;
    }
    return bits;
}

SourceBits
IgmpGroupModel::GetStopped() const
{
    SourceBits bits = 0;
    for (const auto& [number, source] : m_sources)
    {
        bits |= source.expiry ? 0 : 1U << number;
    }
    return bits;
}

Time
IgmpGroupModel::GetSourceExpiry(uint32_t source) const
{
    return *m_sources.at(source).expiry;
}

std::vector<IgmpModelQuery>
IgmpGroupModel::TakeQueries()
{
    return std::exchange(m_queries, {});
}

void
IgmpGroupModel::SetTimers(SourceBits sources, Time left)
{
    for (uint32_t number = 0; sources >> number != 0; ++number)
    {
        if (HasSource(sources, number))
        {
            m_sources[number].expiry = m_now + left;
        }
    }
}

void
IgmpGroupModel::MakeStopped(SourceBits sources)
{
    for (uint32_t number = 0; sources >> number != 0; ++number)
    {
        if (HasSource(sources, number))
        {
            m_sources[number] = Source();
        }
    }
}

void
IgmpGroupModel::Delete(SourceBits sources)
{
    for (uint32_t number = 0; sources >> number != 0; ++number)
    {
        if (HasSource(sources, number))
        {
            m_sources.erase(number);
        }
    }
}

void
IgmpGroupModel::ExpireSources()
{
    for (auto it = m_sources.begin(); it != m_sources.end();)
    {
        const bool isDue = it->second.expiry == m_now;
        if (isDue)
        {
            it->second.expiry.reset();
        }
        it = isDue && !m_isExclude ? m_sources.erase(it) : std::next(it);
    }
}

void
IgmpGroupModel::ExpireGroup()
{
    m_isExclude = false;
    Delete(GetStopped());
    m_groupQueriesLeft = 0;
    m_nextGroupQuery.reset();
}

std::optional<Time>
IgmpGroupModel::GetNextExpiry() const
{
    std::optional<Time> next;
    for (const auto& [number, source] : m_sources)
    {
        if (source.expiry && (!next || *source.expiry < *next))
        {
            next = source.expiry;
        }
    }
    return next;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// Section 6.6 of RFC 3376.

#include "mgm-igmp-group-model.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

void
IgmpGroupModel::ReceiveQuery(Time now, Time lastMemberTime, SourceBits sources)
{
    m_now = now;
    if (sources == 0)
    {
        m_groupExpiry = std::min(m_groupExpiry, now + lastMemberTime);
    }
    for (auto& [number, source] : m_sources)
    {
        if (HasSource(sources, number))
        {
            LowerSource(source, lastMemberTime);
        }
    }
}

void
IgmpGroupModel::StopQueries()
{
    m_groupQueriesLeft = 0;
    m_nextGroupQuery.reset();
    m_nextSourceQuery.reset();
    for (auto& [number, source] : m_sources)
    {
        source.queriesLeft = 0;
    }
}

void
IgmpGroupModel::AskForGroup()
{
    if (!m_isQuerier)
    {
        return;
    }
    m_groupExpiry = std::min(m_groupExpiry, m_now + m_times.GetLastMemberTime());
    m_groupQueriesLeft = m_times.lastMemberCount;
    SendGroupQuery();
}

void
IgmpGroupModel::AskForSources(SourceBits sources)
{
    const auto end = m_now + m_times.GetLastMemberTime();
    bool isNew = false;
    for (auto& [number, source] : m_sources)
    {
        if (m_isQuerier && HasSource(sources, number) && source.expiry > end)
        {
            source.queriesLeft = m_times.lastMemberCount;
            LowerSource(source, m_times.GetLastMemberTime());
            isNew = true;
        }
    }
    if (isNew)
    {
        SendSourceQueries();
    }
}

void
IgmpGroupModel::SendGroupQuery()
{
    const bool suppress = m_groupExpiry - m_now > m_times.GetLastMemberTime();
    m_queries.push_back({m_now, m_group, suppress, 0, false, true, 0, Time(0)});
    --m_groupQueriesLeft;
    m_nextGroupQuery =
        m_groupQueriesLeft > 0 ? std::optional(m_now + m_times.lastMemberInterval) : std::nullopt;
}

void
IgmpGroupModel::SendSourceQueries()
{
    SourceBits suppressed = 0;
    SourceBits clear = 0;
    bool isMoreLeft = false;
    for (auto& [number, source] : m_sources)
    {
        if (source.queriesLeft > 0)
        {
            const auto left = source.expiry ? *source.expiry - m_now : Time(0);
            (left > m_times.GetLastMemberTime() ? suppressed : clear) |= 1U << number;
            --source.queriesLeft;
            isMoreLeft = isMoreLeft || source.queriesLeft > 0;
        }
    }
    for (const bool suppress : {true, false})
    {
        const auto sources = suppress ? suppressed : clear;
        if (sources != 0)
        {
            m_queries.push_back({m_now, m_group, suppress, sources, suppress, false, 0, Time(0)});
        }
    }
    m_nextSourceQuery =
        isMoreLeft ? std::optional(m_now + m_times.lastMemberInterval) : std::nullopt;
}

void
IgmpGroupModel::LowerSource(Source& source, Time left)
{
    if (source.expiry)
    {
        source.expiry = std::min(*source.expiry, m_now + left);
    }
}

} // namespace mgm
} // namespace ns3

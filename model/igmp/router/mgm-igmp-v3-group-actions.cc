/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// The actions of the tables of RFC 3376 sections 6.4 and 6.5.

#include "mgm-igmp-v3-group.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace ns3
{
namespace mgm
{

void
IgmpV3Group::Perform(Action action, Ipv4Address source, const SourceSet& b)
{
    switch (action)
    {
    case Action::DELETE_SOURCE:
        Delete({source});
        break;
    case Action::KEEP_SOURCE:
        m_sources[source] = Source();
        break;
    case Action::INCLUDE:
        Delete(GetSources(false));
        if (m_queries)
        {
            m_queries->StopGroup();
        }
        break;
    case Action::REFRESH:
        SetSourceTimers(b, m_link.GetParameters().membershipInterval);
        break;
    case Action::QUERY_KNOWN:
    case Action::EXCLUDE:
    case Action::EXCLUDE_AND_QUERY:
    case Action::REFRESH_AND_QUERY:
        PerformInInclude(action, b);
        break;
    case Action::REPLACE:
    case Action::QUERY_UNBLOCKED:
    case Action::REPLACE_AND_QUERY:
    case Action::QUERY_GROUP:
        PerformInExclude(action, b);
        break;
    case Action::NONE:
    case Action::COUNT:
        break;
    }
}

void
IgmpV3Group::PerformInInclude(Action action, const SourceSet& b)
{
    const auto a = GetSources(true);
    if (action == Action::QUERY_KNOWN)
    {
        GetQueries().AskForSources(a * b);
    }
    else if (action == Action::REFRESH_AND_QUERY)
    {
        SetSourceTimers(b, m_link.GetParameters().membershipInterval);
        GetQueries().AskForSources(a - b);
    }
    else
    {
        SetSourceTimers(b - a, Time(0));
        Delete(a - b);
        if (action == Action::EXCLUDE_AND_QUERY)
        {
            GetQueries().AskForSources(a * b);
        }
        RestartGroupTimer();
    }
}

void
IgmpV3Group::PerformInExclude(Action action, const SourceSet& b)
{
    const auto x = GetSources(true);
    const auto y = GetSources(false);
    if (action == Action::QUERY_GROUP)
    {
        SetSourceTimers(b, m_link.GetParameters().membershipInterval);
        GetQueries().AskForSources(x - b);
        GetQueries().AskForGroup();
        return;
    }
    const bool isCurrentState = action == Action::REPLACE;
    SetSourceTimers(b - x - y,
                    isCurrentState ? m_link.GetParameters().membershipInterval : GetGroupTimer());
    if (action != Action::QUERY_UNBLOCKED)
    {
        Delete(x - b);
        Delete(y - b);
    }
    if (!isCurrentState)
    {
        GetQueries().AskForSources(b - y);
    }
    if (action != Action::QUERY_UNBLOCKED)
    {
        RestartGroupTimer();
    }
}

SourceSet
IgmpV3Group::Limit(Event event, const SourceSet& sources) const
{
    const std::size_t limit = m_link.GetParameters().maxSources;
    const bool replaces = event == Event::IS_EX || event == Event::TO_EX;
    if (limit == 0 || (replaces ? 0 : m_sources.size()) + sources.ToVector().size() <= limit)
    {
        return sources;
    }
    // Those that have a record come first: they are no excess.
    std::vector<Ipv4Address> kept;
    std::vector<Ipv4Address> fresh;
    for (const auto& source : sources)
    {
        (m_sources.count(source) != 0 ? kept : fresh).push_back(source);
    }
    const auto records = replaces ? kept.size() : m_sources.size();
    const auto room = std::min(limit - std::min(limit, records), fresh.size());
    if (room < fresh.size())
    {
        m_link.NoteDrop(IgmpRouterDrop::SOURCE_LIMIT, m_group);
    }
    kept.insert(kept.end(), fresh.begin(), fresh.begin() + static_cast<std::ptrdiff_t>(room));
    return SourceSet(std::move(kept));
}

void
IgmpV3Group::Delete(const SourceSet& sources)
{
    for (const auto& address : sources)
    {
        m_sources.erase(address);
    }
    if (m_queries)
    {
        m_queries->Forget(sources);
    }
}

void
IgmpV3Group::RestartGroupTimer()
{
    m_groupTimer.Start(m_link.GetParameters().membershipInterval);
}

IgmpV3Queries&
IgmpV3Group::GetQueries()
{
    if (!m_queries)
    {
        m_queries = std::make_unique<IgmpV3Queries>(m_link, *this);
    }
    return *m_queries;
}

} // namespace mgm
} // namespace ns3

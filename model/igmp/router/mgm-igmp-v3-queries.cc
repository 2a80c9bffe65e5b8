/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-v3-queries.h"

#include "mgm-igmp-v3-group.h"

#include <utility>

namespace ns3
{
namespace mgm
{

IgmpV3Queries::IgmpV3Queries(IgmpRouterLink& link, IgmpV3Group& group)
    : m_link(link),
      m_group(group),
      m_groupQueryTimer([this]() { SendGroupQuery(); }),
      m_sourceQueryTimer([this]() { SendSourceQueries(); })
{
}

void
IgmpV3Queries::AskForGroup()
{
    if (!m_link.IsQuerier())
    {
        m_link.NoteDrop(IgmpRouterDrop::NOT_QUERIER, m_group.GetGroup());
        return;
    }
    const auto parameters = m_link.GetParameters();
    m_group.LowerGroupTimer(parameters.GetLastMemberTime());
    m_groupQueriesLeft = parameters.lastMemberCount;
    SendGroupQuery();
}

void
IgmpV3Queries::AskForSources(const SourceSet& sources)
{
    const auto parameters = m_link.GetParameters();
    const auto lastMemberTime = parameters.GetLastMemberTime();
    std::vector<Ipv4Address> fresh; // not being asked for yet
    for (const auto& source : sources)
    {
        if (m_group.GetSourceTimer(source) > lastMemberTime)
        {
            fresh.push_back(source);
        }
    }
    if (fresh.empty())
    {
        return;
    }
    if (!m_link.IsQuerier())
    {
        m_link.NoteDrop(IgmpRouterDrop::NOT_QUERIER, m_group.GetGroup());
        return;
    }
    for (const auto& source : fresh)
    {
        m_group.LowerSourceTimer(source, lastMemberTime);
        m_sources[source] = parameters.lastMemberCount;
    }
    SendSourceQueries();
}

void
IgmpV3Queries::StopGroup()
{
    m_groupQueriesLeft = 0;
    m_groupQueryTimer.Stop();
}

void
IgmpV3Queries::Forget(const SourceSet& sources)
{
    for (const auto& source : sources)
    {
        m_sources.erase(source);
    }
    if (m_sources.empty())
    {
        m_sourceQueryTimer.Stop();
    }
}

bool
IgmpV3Queries::IsDone() const
{
    return m_groupQueriesLeft == 0 && m_sources.empty();
}

bool
IgmpV3Queries::MayRepeat() const
{
    return m_link.IsQuerier() || m_link.GetParameters().profile == IGMP_PROFILE_RFC9776;
}

void
IgmpV3Queries::SendGroupQuery()
{
    if (!MayRepeat())
    {
        m_groupQueriesLeft = 0;
        return;
    }
    const auto parameters = m_link.GetParameters();
    if (--m_groupQueriesLeft > 0)
    {
        m_groupQueryTimer.Start(parameters.lastMemberInterval);
    }
    const bool suppress = m_group.GetGroupTimer() > parameters.GetLastMemberTime();
    m_link.SendQuery(MakeV3Query(parameters, m_group.GetGroup(), suppress, {}));
}

void
IgmpV3Queries::SendSourceQueries()
{
    if (!MayRepeat())
    {
        m_sources.clear();
        return;
    }
    const auto parameters = m_link.GetParameters();
    std::vector<Ipv4Address> refreshed; // heard of since they are asked for
    std::vector<Ipv4Address> silent;
    for (auto it = m_sources.begin(); it != m_sources.end();)
    {
        auto& [source, queriesLeft] = *it;
        const auto left = m_group.GetSourceTimer(source);
        if (left.IsStrictlyPositive())
        {
            (left > parameters.GetLastMemberTime() ? refreshed : silent).push_back(source);
        }
        it = --queriesLeft == 0 || left.IsZero() ? m_sources.erase(it) : std::next(it);
    }
    if (!m_sources.empty())
    {
        m_sourceQueryTimer.Start(parameters.lastMemberInterval);
    }
    if (!refreshed.empty())
    {
        m_link.SendQuery(MakeV3Query(parameters, m_group.GetGroup(), true, std::move(refreshed)));
    }
    if (!silent.empty())
    {
        m_link.SendQuery(MakeV3Query(parameters, m_group.GetGroup(), false, std::move(silent)));
    }
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-v3-group.h"

#include "ns3/mgm-trace-context.h"
#include "ns3/simulator.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

using Event = IgmpV3GroupEvent;
using Action = IgmpV3GroupAction;

IgmpV3Group::IgmpV3Group(IgmpRouterLink& link, Ipv4Address group)
    : m_link(link),
      m_group(group),
      m_groupTimer([this]() {
          ExpireSources();
          Step(Event::GROUP_TIMER, Ipv4Address::GetZero(), {});
          Settle();
      }),
      m_sourceTimer([this]() {
          ExpireSources();
          Settle();
      })
{
}

void
IgmpV3Group::Receive(Event event, const SourceSet& sources)
{
    ExpireSources();
    Step(event, Ipv4Address::GetZero(), sources);
    Settle();
}

void
IgmpV3Group::Step(Event event, Ipv4Address source, const SourceSet& sources)
{
    const auto subject = m_link.GetSubject("IgmpV3Group", SourceGroup{source, m_group});
    m_machine.Step(event, subject, [&](Action action) {
        Perform(action, source, sources);
        const auto mode = m_machine.Get();
        const bool everySource = mode == FilterMode::EXCLUDE;
        m_link.SetMembership(m_group, mode, everySource ? SourceSet() : GetSources(true));
    });
}

void
IgmpV3Group::Perform(Action action, Ipv4Address source, const SourceSet& b)
{
    switch (action)
    {
    case Action::DELETE_SOURCE:
        m_sources.erase(source);
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
IgmpV3Group::GetSources(bool running) const
{
    std::vector<Ipv4Address> sources;
    for (const auto& [address, source] : m_sources)
    {
        if (!source.expiry.IsZero() == running)
        {
            sources.push_back(address);
        }
    }
    return SourceSet(std::move(sources));
}

Time
IgmpV3Group::GetSourceTimer(Ipv4Address source) const
{
    const auto found = m_sources.find(source);
    const bool running = found != m_sources.end() && !found->second.expiry.IsZero();
    return running ? found->second.expiry - Simulator::Now() : Time(0);
}

void
IgmpV3Group::SetSourceTimers(const SourceSet& sources, Time time)
{
    const Source source{time.IsZero() ? Time(0) : Simulator::Now() + time,
                        TraceContext::Get().GetCause()};
    for (const auto& address : sources)
    {
        m_sources[address] = source;
    }
}

void
IgmpV3Group::LowerSourceTimer(Ipv4Address source, Time time)
{
    if (GetSourceTimer(source) > time)
    {
        SetSourceTimers({source}, time);
    }
}

void
IgmpV3Group::LowerGroupTimer(Time time)
{
    m_groupTimer.Lower(time);
}

void
IgmpV3Group::Delete(const SourceSet& sources)
{
    for (const auto& address : sources)
    {
        m_sources.erase(address);
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

void
IgmpV3Group::ExpireSources()
{
    const auto now = Simulator::Now();
    std::vector<std::pair<Ipv4Address, uint64_t>> due;
    for (const auto& [address, source] : m_sources)
    {
        if (!source.expiry.IsZero() && source.expiry <= now)
        {
            due.emplace_back(address, source.cause);
        }
    }
    for (const auto& [address, cause] : due)
    {
        const CauseScope scope(cause);
        Step(Event::SOURCE_TIMER, address, {});
    }
}

void
IgmpV3Group::Settle()
{
    if (m_queries && m_queries->IsDone())
    {
        m_queries.reset();
    }
    auto next = Time::Max();
    for (const auto& [address, source] : m_sources)
    {
        next = source.expiry.IsZero() ? next : std::min(next, source.expiry);
    }
    if (next == Time::Max())
    {
        m_sourceTimer.Stop();
    }
    else
    {
        m_sourceTimer.Start(next - Simulator::Now());
    }
    if (m_machine.Get() == FilterMode::INCLUDE && m_sources.empty())
    {
        m_link.Forget(m_group);
    }
}

IgmpGroupState
IgmpV3Group::GetState() const
{
    IgmpGroupState state;
    state.mode = m_machine.Get();
    state.timer = GetGroupTimer();
    for (const auto& [address, source] : m_sources)
    {
        state.sources[address] = GetSourceTimer(address);
    }
    return state;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-v3-group.h"

#include "ns3/mgm-trace-context.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/simulator.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

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
IgmpV3Group::Receive(IgmpStatement statement, const SourceSet& sources)
{
    ExpireSources();
    if (statement == IgmpStatement::V1_REPORT || statement == IgmpStatement::V2_REPORT)
    {
        if (!m_compatibility)
        {
            m_compatibility = std::make_unique<IgmpGroupCompatibility>(m_link, m_group);
        }
        m_compatibility->Step(statement == IgmpStatement::V1_REPORT
                                  ? IgmpGroupModeEvent::V1_REPORT
                                  : IgmpGroupModeEvent::V2_REPORT);
    }
    const auto& translation = Translate(statement, GetMode());
    if (!translation.ignored)
    {
        const auto counted = translation.withSources ? sources : SourceSet();
        Step(translation.event, Ipv4Address::GetZero(), Limit(translation.event, counted));
    }
    Settle();
}

void
IgmpV3Group::ReceiveQuery(const SourceSet& sources)
{
    ExpireSources();
    const auto lastMemberTime = m_link.GetParameters().GetLastMemberTime();
    for (const auto& source : sources)
    {
        LowerSourceTimer(source, lastMemberTime);
    }
    if (sources.IsEmpty())
    {
        LowerGroupTimer(lastMemberTime);
    }
    Settle();
}

IgmpGroupMode
IgmpV3Group::GetMode() const
{
    return m_compatibility ? m_compatibility->GetMode() : IgmpGroupMode::IGMPV3;
}

void
IgmpV3Group::Step(Event event, Ipv4Address source, const SourceSet& sources)
{
    if (!m_link.IsServed())
    {
        return; // a step before has had a consequence that ended it
    }
    const auto subject = m_link.GetSubject(words::IGMP_V3_GROUP, SourceGroup{source, m_group});
    m_machine.Step(event, subject, [&](Action action) {
        Perform(action, source, sources);
        // Section 6.3: A is forwarded alone, or all but Y.
        const auto mode = m_machine.Get();
        m_link.SetMembership(m_group, mode, GetSources(mode == FilterMode::INCLUDE));
    });
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
    if (m_groupTimer.IsRunning())
    {
        m_groupTimer.Lower(time);
    }
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
    state.compatibility = 3 - static_cast<uint8_t>(GetMode());
    for (const auto& [address, source] : m_sources)
    {
        state.sources[address] = GetSourceTimer(address);
    }
    return state;
}

} // namespace mgm
} // namespace ns3

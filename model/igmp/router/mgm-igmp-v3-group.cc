/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-v3-group.h"

#include "ns3/mgm-trace-context.h"
#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-write-some.h"
#include "ns3/simulator.h"

#include <algorithm>
#include <memory>
#include <sstream>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

/// Writes a set of sources with its name, such as " X={10.0.0.1}".
void
WriteSet(std::ostream& os, const char* name, const SourceSet& sources)
{
    os << ' ' << name << "={";
    WriteSome(os, sources.ToVector(), ",", [&os](const Ipv4Address& source) { os << source; });
    os << '}';
}

} // namespace

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
IgmpV3Group::Receive(IgmpStatement statement, const SourceSet& sources, Ipv4Address host)
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
        const auto parameters = m_link.GetParameters();
        if (parameters.hostTracking)
        {
            m_tracker.Note(host, translation.event, counted, parameters.membershipInterval);
        }
        Step(Adapt(translation.event, parameters),
             Ipv4Address::GetZero(),
             Limit(translation.event, counted));
    }
    Settle();
}

IgmpV3Group::Event
IgmpV3Group::Adapt(Event event, const IgmpRouterParameters& parameters) const
{
    const bool isLeave = event == Event::TO_IN && m_machine.Get() == FilterMode::EXCLUDE;
    if (isLeave && parameters.hostTracking && m_tracker.IsAnySourceWanted())
    {
        return Event::ALLOW; // others want the group from any source
    }
    if (!parameters.immediateLeave)
    {
        return event;
    }
    switch (event)
    {
    case Event::TO_IN:
        return Event::TO_IN_AT_ONCE;
    case Event::TO_EX:
        return Event::TO_EX_AT_ONCE;
    case Event::BLOCK:
        return Event::BLOCK_AT_ONCE;
    default:
        return event;
    }
}

SourceSet
IgmpV3Group::GetWanted(const SourceSet& sources) const
{
    return m_link.GetParameters().hostTracking ? m_tracker.GetWanted(sources) : SourceSet();
}

void
IgmpV3Group::AskForSources(const SourceSet& sources)
{
    GetQueries().AskForSources(sources - GetWanted(sources));
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
    m_machine.StepAs(
        event,
        [&](const Row& row) { return Trace(row, subject, sources); },
        [&](Action action) {
            Perform(action, source, sources);
            // Section 6.3: A is forwarded alone, or all but Y.
            const auto mode = m_machine.Get();
            m_link.SetMembership(m_group, mode, GetSources(mode == FilterMode::INCLUDE));
        });
}

uint64_t
IgmpV3Group::Trace(const Row& row, const MachineSubject& subject, const SourceSet& b) const
{
    if (!subject.tracer.IsConnected())
    {
        return 0;
    }
    const DeferredText detail([&]() {
        std::ostringstream text;
        text << row.source;
        if (row.from == FilterMode::INCLUDE)
        {
            WriteSet(text, "A", GetSources(true));
        }
        else
        {
            WriteSet(text, "X", GetSources(true));
            WriteSet(text, "Y", GetSources(false));
        }
        if (row.event != Event::SOURCE_TIMER && row.event != Event::GROUP_TIMER)
        {
            WriteSet(text, "B", b);
        }
        return text.str();
    });
    return EmitState(
        subject.tracer,
        {subject.machine,
         subject.interface,
         subject.sourceGroup,
         subject.client,
         subject.clientName},
        {ToString(row.from), ToString(row.event), ToString(row.to), ToString(row.action)},
        detail);
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

// The actions of the tables of RFC 3376 sections 6.4 and 6.5.

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
    case Action::DELETE_KNOWN:
    case Action::REFRESH_AND_DELETE:
    case Action::EXCLUDE_AT_ONCE:
    case Action::STOP_BLOCKED:
    case Action::REPLACE_AT_ONCE:
    case Action::INCLUDE_AT_ONCE:
        PerformAtOnce(action, b);
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
        AskForSources(a * b);
    }
    else if (action == Action::REFRESH_AND_QUERY)
    {
        SetSourceTimers(b, m_link.GetParameters().membershipInterval);
        AskForSources(a - b);
    }
    else
    {
        SetSourceTimers(b - a, Time(0));
        Delete(a - b);
        if (action == Action::EXCLUDE_AND_QUERY)
        {
            AskForSources(a * b);
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
        AskForSources(x - b);
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
        AskForSources(b - y);
    }
    if (action != Action::QUERY_UNBLOCKED)
    {
        RestartGroupTimer();
    }
}

void
IgmpV3Group::PerformAtOnce(Action action, const SourceSet& b)
{
    const auto running = GetSources(true);
    const auto left = running - b;
    switch (action)
    {
    case Action::DELETE_KNOWN:
        Delete(running * b - GetWanted(running * b));
        break;
    case Action::REFRESH_AND_DELETE:
    case Action::INCLUDE_AT_ONCE:
        SetSourceTimers(b, m_link.GetParameters().membershipInterval);
        Delete(left - GetWanted(left));
        Delete(GetSources(false));
        m_groupTimer.Stop();
        break;
    case Action::EXCLUDE_AT_ONCE:
    case Action::REPLACE_AT_ONCE:
        SetSourceTimers(b - GetWanted(b), Time(0));
        Delete(left);
        Delete(GetSources(false) - b);
        RestartGroupTimer();
        break;
    default:
        SetSourceTimers(b - GetWanted(b), Time(0));
        break;
    }
    if (action == Action::INCLUDE_AT_ONCE && m_queries)
    {
        m_queries->StopGroup();
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

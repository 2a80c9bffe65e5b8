/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-resolution.h"

#include <algorithm>
#include <array>
#include <set>

namespace ns3
{
namespace mgm
{

namespace
{

using StepVerb = PimOracleStep::Verb;

constexpr uint32_t RESOLVED_GROUP = 0xEF010101;  // 239.1.1.1
constexpr uint32_t RESOLVED_SOURCE = 0x0A090001; // 10.9.0.1
constexpr std::array<uint32_t, 4> RESOLVED_HOSTS{2, 8, 3, 9};
constexpr uint32_t UNKNOWN_HOST = 77;
constexpr std::array<uint32_t, 6> PRUNE_HOLDTIMES{210, 60, 30, 210, 90, PIM_ORACLE_FOREVER};
constexpr std::array<uint32_t, 6> HELLO_HOLDTIMES{105, PIM_ORACLE_FOREVER, 105, 30, 0, 105};
constexpr std::array<uint32_t, 4> REFRESH_TTLS{64, 1, 2, 0};
constexpr std::array<uint32_t, 4> REFRESH_INTERVALS{60, 20, 100, 0};
constexpr std::array<uint32_t, 4> DATA_TTLS{64, 32, 2, 1};

template <std::size_t N>
uint32_t
PlaceIn(const std::array<uint32_t, N>& values, uint32_t number)
{
    return values[number % N];
}

uint32_t
HostAt(uint32_t interface, uint32_t host)
{
    return 0x0A000000 + (interface << 8) + host;
}

PimOracleEntry
EntryIn(const PimOracleRouter& router, const PimOracleKey& key)
{
    const auto found = router.GetEntries().find(key);
    return found != router.GetEntries().end() ? found->second
                                              : PimOracleEntry(router.GetWorld(), key);
}

} // namespace

PimOracleResolution::PimOracleResolution(const PimOracleStep& step,
                                         const PimOracleRouter& router,
                                         PimOracleTime now)
    : m_step(step),
      m_router(router),
      m_now(now),
      m_key{RESOLVED_SOURCE + step.source, RESOLVED_GROUP},
      m_entry(EntryIn(router, m_key))
{
}

/// In the instant in which one of the next timers ends, or in another one.
PimOracleTime
PimOracleResolution::GetTime() const
{
    std::set<PimOracleTime> ends;
    for (const auto& due : m_router.GetTimers())
    {
        if (due.time >= m_now && due.time != PIM_ORACLE_NEVER)
        {
            ends.insert(due.time);
        }
    }
    if (m_step.timer == 0 || ends.empty())
    {
        return m_now + m_step.pause;
    }
    const auto place = std::min<std::size_t>(m_step.timer, ends.size()) - 1;
    return *std::next(ends.begin(), static_cast<std::ptrdiff_t>(place));
}

/// An interface on which a Prune is pending, as that lasts only seconds.
uint32_t
PimOracleResolution::GetPending() const
{
    const auto states = m_entry.GetView().downstream;
    const auto found =
        std::find(states.begin(), states.end(), PimOracleDownstream::State::PRUNE_PENDING);
    return found != states.end() ? static_cast<uint32_t>(found - states.begin()) + 1 : 0;
}

uint32_t
PimOracleResolution::GetInterface() const
{
    const bool isAddressed = m_step.verb == StepVerb::PRUNE || m_step.verb == StepVerb::JOIN ||
                             m_step.verb == StepVerb::GRAFT;
    if (isAddressed && m_step.who % 2 == 1 && GetPending() != 0)
    {
        return GetPending();
    }
    const auto upstream = m_entry.GetUpstreamInterface();
    return m_step.interface != 0 ? m_step.interface : std::max(upstream, 1U);
}

uint32_t
PimOracleResolution::GetSender() const
{
    const auto interface = GetInterface();
    const auto winner = m_entry.GetAssertWinner(interface);
    const auto upstream =
        interface == m_entry.GetUpstreamInterface() ? m_entry.GetUpstreamNeighbor() : 0;
    if (m_step.isOdd && m_step.who == 7)
    {
        return HostAt(interface, UNKNOWN_HOST);
    }
    if (m_step.who >= 5 && winner != 0)
    {
        return winner;
    }
    const bool isUsual =
        m_step.verb == StepVerb::STATE_REFRESH || m_step.verb == StepVerb::GRAFT_ACK;
    if (upstream != 0 && (isUsual ? m_step.who >= 2 : m_step.who == 4))
    {
        return upstream;
    }
    return HostAt(interface, PlaceIn(RESOLVED_HOSTS, m_step.who % 3));
}

/// The upstream neighbor field: usually the router itself, or its own upstream neighbor.
uint32_t
PimOracleResolution::GetTarget() const
{
    const auto interface = GetInterface();
    const bool isUpstream = interface == m_entry.GetUpstreamInterface();
    const auto upstream = m_entry.GetUpstreamNeighbor();
    if (m_step.isOdd)
    {
        return HostAt(interface, PlaceIn(RESOLVED_HOSTS, m_step.detail));
    }
    return isUpstream && upstream != 0 && m_step.value % 6 != 5
               ? upstream
               : m_router.GetWorld().GetAddress(interface);
}

/// Near that of this router, or that of the winner.
PimOracleMetric
PimOracleResolution::GetMetric() const
{
    const auto route = m_router.GetWorld().GetRoute(m_key.source);
    const auto winner = m_entry.GetWinnerMetric(GetInterface());
    const auto base = m_step.value < 5 || winner.IsInfinite()
                          ? PimOracleMetric{route.preference, route.metric, 0}
                          : winner;
    switch (m_step.value)
    {
    case 0:
    case 5:
        return {base.preference, base.metric - (base.metric > 0 ? 1 : 0), 0};
    case 1:
    case 6:
        return {base.preference, base.metric + 1, 0};
    case 2:
        return {base.preference - (base.preference > 0 ? 1 : 0), base.metric + 7, 0};
    case 3:
        return {base.preference + 1, 0, 0};
    case 11:
        return m_step.detail % 2 == 0 ? PIM_ORACLE_INFINITE : base;
    default:
        return base;
    }
}

PimOracleRoute
PimOracleResolution::GetRoute() const
{
    auto route = m_router.GetWorld().GetRoute(m_key.source);
    const auto interface = 1 + m_step.detail % m_router.GetWorld().CountInterfaces();
    const bool hasRoute = route.interface != 0;
    if (!hasRoute || m_step.value >= 8)
    {
        const auto pending = m_step.isOdd ? GetPending() : 0;
        const auto next = pending != 0 ? pending : interface;
        const auto host = HostAt(next, PlaceIn(RESOLVED_HOSTS, m_step.who % 2));
        const bool isExternal = m_router.GetWorld().IsForeign(next) && m_step.who < 6;
        return {next, isExternal ? 0 : host, 110, 20, 24};
    }
    if (m_step.value < 3)
    {
        route.metric = 18 + m_step.detail % 5;
    }
    else if (m_step.value < 5)
    {
        route.nextHop = HostAt(route.interface, PlaceIn(RESOLVED_HOSTS, m_step.who % 3));
    }
    else if (m_step.value < 7)
    {
        route = {m_step.isOdd ? interface : route.interface, 0, 0, 0, 24};
    }
    else if (m_step.isOdd)
    {
        route = {};
    }
    return route;
}

void
PimOracleResolution::FillHello(PimOracleMessage& hello) const
{
    hello.holdtime = PlaceIn(HELLO_HOLDTIMES, m_step.value);
    hello.generation = m_step.value >= 9 ? 7 + m_step.detail : 7;
    hello.lanDelay = PimOracleLanDelay{PIM_ORACLE_SECOND / 2, PIM_ORACLE_SECOND * 5 / 2};
    if (m_step.detail % 4 == 1)
    {
        hello.lanDelay->override += PIM_ORACLE_SECOND;
    }
    if (m_step.isOdd && m_step.detail % 2 == 0)
    {
        hello.lanDelay.reset();
    }
    if (!m_step.isOdd || m_step.detail % 2 == 0)
    {
        hello.refreshInterval = 60;
    }
}

void
PimOracleResolution::FillRefresh(PimOracleMessage& refresh) const
{
    refresh.originator = HostAt(9, 1);
    refresh.maskLength = 16;
    refresh.ttl = PlaceIn(REFRESH_TTLS, m_step.detail % 8 < 5 ? 0 : m_step.detail % 4);
    refresh.interval = PlaceIn(REFRESH_INTERVALS, m_step.isOdd ? m_step.detail : 0);
    refresh.pruned = m_step.detail % 2 == 1;
    refresh.pruneNow = m_step.detail % 3 == 1;
}

PimOracleMessage
PimOracleResolution::MakeMessage(PimOracleKind kind) const
{
    PimOracleMessage message;
    message.interface = GetInterface();
    message.kind = kind;
    message.from = GetSender();
    const bool isUnicast = kind == PimOracleKind::GRAFT || kind == PimOracleKind::GRAFT_ACK;
    message.to = isUnicast ? m_router.GetWorld().GetAddress(message.interface) : 0;
    if (kind == PimOracleKind::HELLO)
    {
        FillHello(message);
        return message;
    }
    message.key = m_key;
    if (kind == PimOracleKind::ASSERT || kind == PimOracleKind::STATE_REFRESH)
    {
        message.metric = GetMetric();
        message.metric.address = message.from;
        FillRefresh(message);
        return message;
    }
    message.upstream = isUnicast && !m_step.isOdd ? message.to : GetTarget();
    message.holdtime = kind == PimOracleKind::PRUNE ? PlaceIn(PRUNE_HOLDTIMES, m_step.value) : 0;
    return message;
}

PimOracleEvent
PimOracleResolution::Resolve() const
{
    constexpr std::array<PimOracleKind, 7> kinds{PimOracleKind::HELLO,
                                                 PimOracleKind::PRUNE,
                                                 PimOracleKind::JOIN,
                                                 PimOracleKind::GRAFT,
                                                 PimOracleKind::GRAFT_ACK,
                                                 PimOracleKind::ASSERT,
                                                 PimOracleKind::STATE_REFRESH};
    PimOracleEvent event;
    event.time = GetTime();
    event.interface = GetInterface();
    event.key = m_key;
    switch (m_step.verb)
    {
    case StepVerb::NOTHING:
        break;
    case StepVerb::DATA:
        event.kind = PimOracleEvent::Kind::DATA;
        event.ttl = PlaceIn(DATA_TTLS, m_step.value);
        break;
    case StepVerb::MEMBER:
        event.kind = PimOracleEvent::Kind::MEMBER;
        event.membership =
            static_cast<PimOracleMembership>(m_step.detail < 14 ? 0 : m_step.detail % 3);
        event.isOn = m_step.value % 2 == 0;
        break;
    case StepVerb::ROUTE:
        event.kind = PimOracleEvent::Kind::ROUTE;
        event.route = GetRoute();
        break;
    case StepVerb::BOUNDARY:
        event.kind = PimOracleEvent::Kind::BOUNDARY;
        event.isOn = m_step.value % 2 == 0;
        break;
    case StepVerb::INTERFACE:
        event.kind = m_router.GetWorld().IsForeign(event.interface)
                         ? PimOracleEvent::Kind::NOTHING
                         : PimOracleEvent::Kind::INTERFACE;
        event.isOn = !m_router.GetWorld().IsUp(event.interface);
        break;
    case StepVerb::ELSEWHERE:
        event.kind = PimOracleEvent::Kind::ELSEWHERE;
        event.isOn = m_router.GetWorld().GetElsewhere(m_key) == 0;
        break;
    case StepVerb::CREATE:
        event.kind = PimOracleEvent::Kind::CREATE;
        break;
    default:
        event.kind = PimOracleEvent::Kind::MESSAGE;
        event.message = MakeMessage(kinds[static_cast<std::size_t>(m_step.verb) -
                                          static_cast<std::size_t>(StepVerb::HELLO)]);
        break;
    }
    event.message.time = event.time;
    return event;
}

PimOracleEvent
ResolvePimOracleStep(const PimOracleStep& step, const PimOracleRouter& router, PimOracleTime now)
{
    return PimOracleResolution(step, router, now).Resolve();
}

} // namespace mgm
} // namespace ns3

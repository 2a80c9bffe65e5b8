/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-entry.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

void
PimOracleEntry::Receive(PimOracleWorld& world, const PimOracleMessage& message)
{
    Begin(world);
    switch (message.kind)
    {
    case PimOracleKind::JOIN:
    case PimOracleKind::PRUNE:
    case PimOracleKind::GRAFT:
        ReceiveAddressed(world, message);
        ReceiveSeen(world, message);
        break;
    case PimOracleKind::GRAFT_ACK:
        if (message.interface == m_seen.interface && message.from == m_seen.neighbor)
        {
            StepUpstream(world, PimOracleUpstream::Event::ACK);
        }
        break;
    case PimOracleKind::ASSERT:
        ReceiveAssert(world, message);
        break;
    case PimOracleKind::STATE_REFRESH:
        ReceiveRefresh(world, message);
        break;
    default:
        break;
    }
    Finish(world);
}

/// 4.4.2: "messages in which this router's address on I is contained in the message's upstream
/// neighbor field"; the machine is "always in the NoInfo state on the upstream interface".
void
PimOracleEntry::ReceiveAddressed(PimOracleWorld& world, const PimOracleMessage& message)
{
    using Event = PimOracleDownstream::Event;
    if (message.upstream != world.GetAddress(message.interface))
    {
        return;
    }
    if (message.kind == PimOracleKind::GRAFT)
    {
        StepDownstream(world, message.interface, Event::GRAFT, &message);
    }
    else if (message.interface != m_seen.interface)
    {
        const bool isJoin = message.kind == PimOracleKind::JOIN;
        StepDownstream(world, message.interface, isJoin ? Event::JOIN : Event::PRUNE, &message);
    }
    StepAssert(world, message.interface, PimOracleAssert::Event::ADDRESSED, &message);
}

/// Joins and Prunes of others on RPF_interface(S).
void
PimOracleEntry::ReceiveSeen(PimOracleWorld& world, const PimOracleMessage& message)
{
    using Event = PimOracleUpstream::Event;
    const bool isToUpstream = message.upstream == m_seen.neighbor;
    if (message.interface != m_seen.interface || m_seen.isDirect || m_seen.neighbor == 0)
    {
        return; // 4.4.1.1: "See Prune(S,G) AND S NOT directly connected"
    }
    if (message.kind == PimOracleKind::JOIN && isToUpstream)
    {
        StepUpstream(world, Event::SEE_JOIN);
    }
    // The row of Prunes names no upstream neighbor, but 4.4.1.2 does ("See Prune(S,G) to RPF'(S)"),
    // and a Prune to another router needs no Join to RPF'(S).
    const bool isPrune = message.kind == PimOracleKind::PRUNE;
    const bool isPruned = m_upstream.state == PimOracleUpstream::State::PRUNED;
    if (isPrune && (isToUpstream || (!isPruned && world.Pick(2) == 1)))
    {
        StepUpstream(world, Event::SEE_PRUNE, message.holdtime);
    }
}

/// An Assert, or the metric of a State Refresh (section 4.6.4).
void
PimOracleEntry::ReceiveAssert(PimOracleWorld& world, const PimOracleMessage& message)
{
    if (GetAssertWinner(message.interface) == message.from)
    {
        ReceiveFromWinner(world, message);
    }
    else
    {
        ReceiveFromOther(world, message);
    }
}

void
PimOracleEntry::ReceiveFromOther(PimOracleWorld& world, const PimOracleMessage& message)
{
    using Event = PimOracleAssert::Event;
    const auto interface = message.interface;
    const auto mine = GetAssertMetric(world, interface);
    const auto& machine = m_asserts[interface];
    const PimOracleMetric metric{message.metric.preference, message.metric.metric, message.from};
    if (machine.state == PimOracleAssert::State::LOSER)
    {
        if (metric.IsBetterThan(machine.winner))
        {
            StepAssert(world, interface, Event::PREFERRED, &message);
        }
        else if (!metric.IsBetterThan(mine) && interface != m_seen.interface)
        {
            StepAssert(world, interface, Event::INFERIOR_OTHER, &message);
        }
        return;
    }
    // By the letter an AssertCancel beats infinite_assert_metric(), whose address is 0. 4.6.2 means
    // it to be worse than any other metric.
    const bool isTie = metric.IsInfinite() && mine.IsInfinite();
    bool isPreferred = metric.IsBetterThan(mine) && (!isTie || world.Pick(2) == 1);
    // "preferred" is better than the current winner, in 4.6.4.2 better than this router's metric:
    // not the same if the route has changed since this router won.
    const bool isWinner = machine.state == PimOracleAssert::State::WINNER;
    if (isWinner && metric.IsBetterThan(machine.winner) != isPreferred && !isTie)
    {
        isPreferred = world.Pick(2) == 1 ? !isPreferred : isPreferred;
    }
    if (isPreferred)
    {
        StepAssert(world, interface, Event::PREFERRED, &message);
    }
    else if (interface != m_seen.interface && !isTie)
    {
        StepAssert(world, interface, Event::INFERIOR_OTHER, &message);
    }
}

void
PimOracleEntry::ReceiveFromWinner(PimOracleWorld& world, const PimOracleMessage& message)
{
    using Event = PimOracleAssert::Event;
    const auto interface = message.interface;
    const auto mine = GetAssertMetric(world, interface);
    const auto winner = m_asserts[interface].winner;
    const PimOracleMetric metric{message.metric.preference, message.metric.metric, message.from};
    const bool isInferior = mine.IsBetterThan(metric);
    const bool isPreferred = metric.IsBetterThan(winner);
    const bool isRepeated = !isPreferred && !winner.IsBetterThan(metric);
    if (isInferior && (isPreferred || isRepeated))
    {
        // Both "inferior" to mine and not worse than the winner's: two rows apply.
        const auto other = isPreferred ? Event::PREFERRED : Event::REPEATED;
        StepAssert(world, interface, world.Pick(2) == 1 ? other : Event::INFERIOR_WINNER, &message);
    }
    else if (isInferior)
    {
        StepAssert(world, interface, Event::INFERIOR_WINNER, &message);
    }
    else if (isPreferred || isRepeated)
    {
        StepAssert(world, interface, isPreferred ? Event::PREFERRED : Event::REPEATED, &message);
    }
    else if (const auto choice = world.Pick(metric.IsInfinite() ? 3 : 2); choice > 0)
    {
        // Worse than the winner's, not worse than mine: no row. RFC 7761 section 4.6.1 stores it;
        // an AssertCancel deletes the winner there.
        m_asserts[interface].winner = metric;
        StepAssert(world,
                   interface,
                   choice == 1 ? Event::REPEATED : Event::INFERIOR_WINNER,
                   &message);
    }
}

/// Sections 4.5.1, 4.4.1 and 4.6.4.
void
PimOracleEntry::ReceiveRefresh(PimOracleWorld& world, const PimOracleMessage& message)
{
    // Both the Assert machine and section 4.5.1 use RPF'(S), which the former may change: the RFC
    // does not say which comes first.
    const bool mayChange = message.interface == m_seen.interface && message.from != m_seen.neighbor;
    const bool isAssertLast = mayChange && world.Pick(2) == 1;
    m_refreshInterval = message.interval;
    if (!isAssertLast)
    {
        ReceiveAssert(world, message);
        Finish(world);
    }
    if (message.interface == m_seen.interface && message.from == m_seen.neighbor)
    {
        ReceiveUpstreamRefresh(world, message);
    }
    if (isAssertLast)
    {
        ReceiveAssert(world, message);
    }
}

void
PimOracleEntry::ReceiveUpstreamRefresh(PimOracleWorld& world, const PimOracleMessage& message)
{
    using Event = PimOracleUpstream::Event;
    const bool isLimited = IsLimited(world);
    m_refreshReceived = world.now;
    if (!isLimited)
    {
        m_refreshForwarded = world.now;
        SendRefresh(world, message, message.interface);
    }
    if (message.pruned)
    {
        StepUpstream(world, Event::REFRESH_PRUNED);
    }
    else if (!m_upstream.limit.IsRunning())
    {
        StepUpstream(world, Event::REFRESH_CLEAR);
    }
}

/// StateRefreshRateLimit(S,G). Open: whether the "last received" counts that was not forwarded, and
/// whether an entry without timers remembers it.
bool
PimOracleEntry::IsLimited(PimOracleWorld& world)
{
    const auto limit = world.GetSetup().refreshLimit;
    const auto isWithin = [&](const std::optional<PimOracleTime>& last) {
        return last && world.now - *last < limit;
    };
    const bool isReceived = isWithin(m_refreshReceived);
    const bool isForwarded = isWithin(m_refreshForwarded);
    const bool isOpen = isReceived && (!isForwarded || m_wasIdle);
    return isOpen ? world.Pick(2) == 1 : isReceived;
}

/// SRT expires, section 4.5.2.2.
void
PimOracleEntry::Originate(PimOracleWorld& world)
{
    const auto route = world.GetRoute(m_key.source);
    const auto& setup = world.GetSetup();
    PimOracleMessage refresh;
    refresh.kind = PimOracleKind::STATE_REFRESH;
    refresh.key = m_key;
    refresh.ttl = setup.refreshTtl != 0 ? setup.refreshTtl : m_origin.ttl;
    refresh.interval = setup.refreshInterval;
    // 4.7.10: "SHOULD be set to 1 [...] on every third": on which one is open.
    refresh.pruneNow = m_origin.count % 3 == 0;
    ++m_origin.count;
    ++refresh.ttl; // 4.5.2.2: "except for the TTL", which SendRefresh() takes one off
    // There is no incoming interface to be skipped; S is on this one.
    const bool skips = route.interface != 0 && world.Pick(2) == 0;
    SendRefresh(world, refresh, skips ? route.interface : 0);
}

/// The pseudocode of section 4.5.1.
void
PimOracleEntry::SendRefresh(PimOracleWorld& world, PimOracleMessage refresh, uint32_t skipped)
{
    const auto route = world.GetRoute(m_key.source);
    const bool isOwn = refresh.originator == 0;
    for (uint32_t interface = 1; interface <= world.CountInterfaces(); ++interface)
    {
        const auto threshold = world.GetSetup().interfaces[interface - 1].threshold;
        const auto only = PimOracleOnly(interface);
        if ((world.GetPimNeighbors() & only) == 0 || interface == skipped || refresh.ttl == 0 ||
            refresh.ttl - 1 < threshold || (world.GetBoundary(m_key.group) & only) != 0 ||
            HasLost(world, interface))
        {
            continue;
        }
        PimOracleExpectation copy;
        copy.message = refresh;
        copy.isOriginatorOpen = isOwn;
        auto& message = copy.message;
        message.interface = interface;
        message.pruned = m_downstream[interface].state == PimOracleDownstream::State::PRUNED;
        message.ttl = refresh.ttl - 1;
        message.metric = GetOwnMetric(world, interface);
        message.maskLength = route.maskLength;
        message.overrides = m_asserts[interface].state == PimOracleAssert::State::NO_INFO;
        world.Send(copy);
        StepDownstream(world, interface, PimOracleDownstream::Event::REFRESH);
        StepAssert(world, interface, PimOracleAssert::Event::REFRESH, &refresh);
    }
}

} // namespace mgm
} // namespace ns3

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
    // The row of Prunes names no upstream neighbor; 4.4.1.2 does ("See Prune(S,G) to RPF'(S)").
    const bool isPruned = m_upstream.state == PimOracleUpstream::State::PRUNED;
    const bool isOfOthers = message.upstream != world.GetAddress(message.interface);
    if (message.kind == PimOracleKind::PRUNE && isOfOthers &&
        (isPruned ? isToUpstream : m_seen.olist != 0))
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
        else if (!metric.IsBetterThan(mine) && CouldAssert(interface))
        {
            StepAssert(world, interface, Event::INFERIOR_OTHER, &message);
        }
        return;
    }
    if (metric.IsInfinite() && mine.IsInfinite())
    {
        return;
    }
    const bool isPreferred = metric.IsBetterThan(mine);
    if (isPreferred)
    {
        StepAssert(world, interface, Event::PREFERRED, &message);
    }
    else if (CouldAssert(interface))
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
    const PimOracleMetric metric{message.metric.preference, message.metric.metric, message.from};
    if (mine.IsBetterThan(metric) || metric.IsInfinite())
    {
        StepAssert(world, interface, Event::INFERIOR_WINNER, &message);
    }
    else
    {
        m_asserts[interface].winner = metric;
        StepAssert(world, interface, Event::REPEATED, &message);
    }
}

/// Sections 4.6.4, 4.4.1 and 4.5.1.
void
PimOracleEntry::ReceiveRefresh(PimOracleWorld& world, const PimOracleMessage& message)
{
    ReceiveAssert(world, message);
    Finish(world);
    if (message.interface == m_seen.interface && message.from == m_seen.neighbor)
    {
        ReceiveUpstreamRefresh(world, message);
    }
}

void
PimOracleEntry::ReceiveUpstreamRefresh(PimOracleWorld& world, const PimOracleMessage& message)
{
    using Event = PimOracleUpstream::Event;
    const bool isLimited = IsRefreshSoon(world);
    m_refreshReceived = world.now;
    if (!isLimited)
    {
        SendRefresh(world, message, message.interface);
    }
    if (!m_seen.HasUpstream())
    {
        return;
    }
    if (message.pruned)
    {
        StepUpstream(world, m_seen.olist != 0 ? Event::REFRESH_PRUNED : Event::REFRESH_UNWANTED);
    }
    else if (!m_upstream.limit.IsRunning())
    {
        StepUpstream(world, Event::REFRESH_CLEAR);
    }
}

/// StateRefreshRateLimit(S,G).
bool
PimOracleEntry::IsRefreshSoon(const PimOracleWorld& world) const
{
    return m_refreshReceived && world.now - *m_refreshReceived < world.GetSetup().refreshLimit;
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
    ++m_origin.count;
    refresh.pruneNow = m_origin.count % 3 == 0; // 4.7.10: "on every third State Refresh message"
    SendRefresh(world, refresh, route.interface);
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
        message.ttl = isOwn ? refresh.ttl : refresh.ttl - 1; // 4.5.2.2: "except for the TTL"
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

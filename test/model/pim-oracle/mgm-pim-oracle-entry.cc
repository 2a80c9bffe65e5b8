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

PimOracleEntry::PimOracleEntry(const PimOracleWorld& world, const PimOracleKey& key)
    : m_key(key),
      m_downstream(world.CountInterfaces() + 1),
      m_asserts(world.CountInterfaces() + 1)
{
    m_seen = LookAt(world);
    m_wasMute = IsMute();
}

PimOracleMetric
PimOracleEntry::GetOwnMetric(const PimOracleWorld& world, uint32_t interface) const
{
    const auto route = world.GetRoute(m_key.source);
    // The RFC is silent on a router without a route: it has nothing to offer.
    return route.interface != 0
               ? PimOracleMetric{route.preference, route.metric, world.GetAddress(interface)}
               : PIM_ORACLE_INFINITE;
}

/// my_assert_metric(S,G,I), section 4.6.1.
PimOracleMetric
PimOracleEntry::GetAssertMetric(const PimOracleWorld& world, uint32_t interface) const
{
    return CouldAssert(interface) ? GetOwnMetric(world, interface) : PIM_ORACLE_INFINITE;
}

/// lost_assert(S,G,I), section 4.6.3.
bool
PimOracleEntry::HasLost(const PimOracleWorld& world, uint32_t interface) const
{
    const auto& machine = m_asserts[interface];
    if (machine.state != PimOracleAssert::State::LOSER ||
        interface == world.GetRoute(m_key.source).interface)
    {
        return false;
    }
    return machine.winner.IsBetterThan(GetOwnMetric(world, interface));
}

/// The macros of section 4.1.3.
PimOracleEntry::Look
PimOracleEntry::LookAt(const PimOracleWorld& world) const
{
    const auto route = world.GetRoute(m_key.source);
    Look look;
    look.interface = route.interface;
    look.isDirect = route.interface != 0 && route.nextHop == 0;
    look.neighbor = route.nextHop;
    if (m_asserts[route.interface].state == PimOracleAssert::State::LOSER)
    {
        look.neighbor = m_asserts[route.interface].winner.address;
    }
    look.olist = world.GetPimNeighbors();
    for (uint32_t interface = 1; interface <= world.CountInterfaces(); ++interface)
    {
        const bool isPruned = m_downstream[interface].state == PimOracleDownstream::State::PRUNED;
        look.olist &= isPruned ? ~PimOracleOnly(interface) : ~0U;
    }
    look.olist |= world.GetMembers(m_key);
    for (uint32_t interface = 1; interface <= world.CountInterfaces(); ++interface)
    {
        look.olist &= HasLost(world, interface) ? ~PimOracleOnly(interface) : ~0U;
    }
    look.olist &= ~world.GetBoundary(m_key.group);
    look.isBoundary = (world.GetBoundary(m_key.group) & PimOracleOnly(look.interface)) != 0;
    look.olist &= ~PimOracleOnly(look.interface);
    // RFC 2715 section 4.3.1: Join and Prune alerts tell when others have "the first oif" and "the
    // last oif"; with them the list of all components is empty or not.
    look.olist |= world.GetElsewhere(m_key);
    return look;
}

/// Nothing is sent when OT expires: section 5.4.
bool
PimOracleEntry::IsMute() const
{
    return m_seen.isBoundary;
}

bool
PimOracleEntry::IsIdle() const
{
    const auto timers = GetTimers();
    const bool runs = std::any_of(timers.begin(), timers.end(), [](const auto& due) {
        return due.kind != PimOracleDue::Kind::OVERRIDE;
    });
    return !runs && !GetOverride();
}

void
PimOracleEntry::Forget(const PimOracleWorld& world)
{
    *this = PimOracleEntry(world, m_key);
}

bool
PimOracleEntry::Forgets(PimOracleWorld& world) const
{
    return world.GetSetup().mayForget && m_wasIdle && IsIdle() && world.Pick(2) == 1;
}

/// 4.1: "When no timer associated with an (S,G) entry is active, all information concerning that
/// (S,G) route may be discarded." Then the entry is in its starting state again.
void
PimOracleEntry::Begin(PimOracleWorld& world)
{
    m_wasIdle = IsIdle();
    m_wasMute = IsMute();
    const bool isStart = m_upstream.state == PimOracleUpstream::State::FORWARDING;
    const bool remembers = IsRefreshSoon(world);
    if ((!isStart || remembers) && Forgets(world))
    {
        const auto seen = m_seen;
        Forget(world);
        m_seen = seen;
    }
}

/// What has changed in this event is news for Upstream(S,G).
void
PimOracleEntry::Finish(PimOracleWorld& world)
{
    const auto before = m_seen;
    if (before.interface != LookAt(world).interface)
    {
        FollowRoute(world, LookAt(world).interface);
    }
    m_seen = LookAt(world);
    const bool isNews = before.neighbor != m_seen.neighbor || before.isDirect != m_seen.isDirect ||
                        before.interface != m_seen.interface ||
                        (before.olist == 0) != (m_seen.olist == 0);
    if (isNews && Forgets(world))
    {
        Forget(world);
        return;
    }
    if (before.isDirect && !m_seen.isDirect)
    {
        StepOrigin(world, PimOracleOrigin::Event::INDIRECT);
    }
    if (isNews)
    {
        FollowUpstream(world, before);
    }
    FollowOverride(world);
}

void
PimOracleEntry::React(PimOracleWorld& world)
{
    Begin(world);
    Finish(world);
}

/// RPF_interface(S) changes: rows of the machines of all interfaces.
void
PimOracleEntry::FollowRoute(PimOracleWorld& world, uint32_t interface)
{
    const auto before = *this;
    m_seen.interface = interface;
    if (interface != 0)
    {
        StepDownstream(world, interface, PimOracleDownstream::Event::UPSTREAM);
    }
    for (uint32_t i = 1; i < m_asserts.size(); ++i)
    {
        if (before.CouldAssert(i) != CouldAssert(i))
        {
            StepAssert(world,
                       i,
                       CouldAssert(i) ? PimOracleAssert::Event::BECOMES_TRUE
                                      : PimOracleAssert::Event::BECOMES_FALSE);
        }
    }
}

void
PimOracleEntry::FollowUpstream(PimOracleWorld& world, const Look& before)
{
    using Event = PimOracleUpstream::Event;
    if (!m_seen.HasUpstream())
    {
        if (before.HasUpstream())
        {
            StepUpstream(world, Event::DIRECT);
        }
        if (m_seen.isDirect)
        {
            FollowDirect();
        }
        return;
    }
    const bool empties = before.olist != 0 && m_seen.olist == 0;
    const bool fills = before.olist == 0 && m_seen.olist != 0;
    const bool moves = before.neighbor != m_seen.neighbor || before.interface != m_seen.interface ||
                       !before.HasUpstream();
    if (!moves && (empties || fills))
    {
        StepUpstream(world, empties ? Event::EMPTIES : Event::FILLS);
    }
    else if (moves && m_seen.olist != 0)
    {
        StepUpstream(world, Event::MOVES);
    }
    else if (moves)
    {
        StepUpstream(world, Event::MOVES_EMPTY);
    }
}

/// 5.2: packets are forwarded to members "in all cases except when the PIM-DM router is in an
/// Assert Loser state".
void
PimOracleEntry::FollowDirect()
{
    using State = PimOracleUpstream::State;
    if (m_upstream.state == State::PRUNED && m_seen.olist != 0)
    {
        m_upstream.state = State::FORWARDING;
        m_upstream.limit.Cancel();
    }
}

/// Nobody sees whether OT has expired while nothing was to be sent.
void
PimOracleEntry::FollowOverride(PimOracleWorld& world)
{
    if (m_upstream.state == PimOracleUpstream::State::PRUNED || !m_seen.HasUpstream())
    {
        m_upstream.override.reset();
    }
    if (m_upstream.override && m_wasMute && !IsMute() && world.Pick(2) == 1)
    {
        m_upstream.override.reset();
    }
}

void
PimOracleEntry::ReceiveData(PimOracleWorld& world, uint32_t interface, uint32_t ttl)
{
    Begin(world);
    const bool isPruned = m_upstream.state == PimOracleUpstream::State::PRUNED;
    if (m_seen.interface == 0)
    {
        return; // 4.2: "Packets for which a route to the source cannot be found MUST be discarded"
    }
    if (interface != m_seen.interface)
    {
        StepAssert(world, interface, PimOracleAssert::Event::DATA);
    }
    else
    {
        world.Copy(ttl > 1 && !isPruned ? m_seen.olist : 0);
        if (m_seen.isDirect)
        {
            StepOrigin(world, PimOracleOrigin::Event::DATA, ttl);
        }
        else if (m_seen.olist == 0 && !m_upstream.limit.IsRunning() && m_seen.neighbor != 0)
        {
            StepUpstream(world, PimOracleUpstream::Event::DATA);
        }
    }
    Finish(world);
}

void
PimOracleEntry::LoseNeighbor(PimOracleWorld& world, uint32_t interface, uint32_t address)
{
    Begin(world);
    if (GetAssertWinner(interface) == address)
    {
        StepAssert(world, interface, PimOracleAssert::Event::WINNER_GONE);
    }
    Finish(world);
}

/// 4.3.4: "If the neighbor is the upstream neighbor for an (S,G) entry, the router MAY cancel its
/// Prune Limit Timer".
void
PimOracleEntry::NoteRestart(PimOracleWorld& world, uint32_t interface, uint32_t address)
{
    const bool isUpstream = interface == m_seen.interface && address == m_seen.neighbor;
    Begin(world);
    if (isUpstream && m_upstream.limit.IsRunning() && world.Pick(2) == 1)
    {
        m_upstream.limit.Cancel();
    }
    Finish(world);
}

void
PimOracleEntry::CloseInterface(uint32_t interface)
{
    m_downstream[interface] = PimOracleDownstream();
    m_asserts[interface] = PimOracleAssert();
}

/// 4.6.5: "If a router is being taken down, then a canceling assert is sent."
void
PimOracleEntry::TakeDown(PimOracleWorld& world)
{
    for (uint32_t interface = 1; interface < m_asserts.size(); ++interface)
    {
        if (m_asserts[interface].state == PimOracleAssert::State::WINNER)
        {
            SendAssert(world, interface, PIM_ORACLE_INFINITE);
        }
    }
}

uint32_t
PimOracleEntry::GetAssertWinner(uint32_t interface) const
{
    const auto& machine = m_asserts.at(interface);
    return machine.state == PimOracleAssert::State::LOSER ? machine.winner.address : 0;
}

} // namespace mgm
} // namespace ns3

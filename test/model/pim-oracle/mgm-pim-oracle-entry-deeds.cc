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

namespace
{

/// The longest holdtime that a message has room for, but for the one that never ends.
constexpr PimOracleTime LONGEST_HOLDTIME = 0xFFFE;

} // namespace

void
PimOracleEntry::StepUpstream(PimOracleWorld& world,
                             PimOracleUpstream::Event event,
                             uint32_t holdtime)
{
    if (const auto* row = m_upstream.Step(event))
    {
        world.Note(*row);
        for (const auto deed : row->deeds)
        {
            Do(world, deed, holdtime);
        }
    }
}

void
PimOracleEntry::StepDownstream(PimOracleWorld& world,
                               uint32_t interface,
                               PimOracleDownstream::Event event,
                               const PimOracleMessage* message)
{
    if (const auto* row = m_downstream[interface].Step(event))
    {
        world.Note(*row);
        for (const auto deed : row->deeds)
        {
            Do(world, interface, deed, message);
        }
    }
}

void
PimOracleEntry::StepAssert(PimOracleWorld& world,
                           uint32_t interface,
                           PimOracleAssert::Event event,
                           const PimOracleMessage* message)
{
    if (const auto* row = m_asserts[interface].Step(event))
    {
        world.Note(*row);
        for (const auto deed : row->deeds)
        {
            Do(world, interface, deed, message);
        }
    }
}

void
PimOracleEntry::StepOrigin(PimOracleWorld& world, PimOracleOrigin::Event event, uint32_t ttl)
{
    if (!world.GetSetup().isRefreshCapable)
    {
        return;
    }
    if (const auto* row = m_origin.Step(event))
    {
        world.Note(*row);
        for (const auto deed : row->deeds)
        {
            Do(world, deed, ttl);
        }
    }
}

void
PimOracleEntry::Do(PimOracleWorld& world, PimOracleUpstream::Deed deed, uint32_t holdtime)
{
    using Deed = PimOracleUpstream::Deed;
    const auto& setup = world.GetSetup();
    switch (deed)
    {
    case Deed::SEND_PRUNE:
        SendUpstream(world, PimOracleKind::PRUNE);
        break;
    case Deed::SEND_JOIN:
        SendUpstream(world, PimOracleKind::JOIN);
        break;
    case Deed::SEND_GRAFT:
        SendUpstream(world, PimOracleKind::GRAFT);
        break;
    case Deed::SET_LIMIT:
        m_upstream.limit.Set(world.now, setup.pruneLimit);
        break;
    case Deed::CANCEL_LIMIT:
        m_upstream.limit.Cancel();
        break;
    case Deed::MAY_RAISE_LIMIT: // 4.4.1.2: "The router MAY reset its PLT(S,G)"
        if (world.Pick(2) == 1)
        {
            m_upstream.limit.Raise(world.now, PimOracleHold(holdtime));
        }
        break;
    case Deed::SET_RETRY:
        m_upstream.retriesDone = 0;
        m_upstream.retry.Set(world.now, setup.graftRetry);
        break;
    case Deed::CANCEL_RETRY:
        m_upstream.retry.Cancel();
        break;
    case Deed::START_OVERRIDE:
        if (!m_upstream.override && !m_seen.isDirect)
        {
            const auto delay = world.GetLanDelay(m_seen.interface).override;
            m_upstream.override = PimOracleUpstream::Window{world.now, world.now + delay};
        }
        break;
    case Deed::CANCEL_OVERRIDE:
        m_upstream.override.reset();
        break;
    }
}

void
PimOracleEntry::Do(PimOracleWorld& world,
                   uint32_t interface,
                   PimOracleDownstream::Deed deed,
                   const PimOracleMessage* message)
{
    using Deed = PimOracleDownstream::Deed;
    auto& machine = m_downstream[interface];
    switch (deed)
    {
    case Deed::SET_PENDING: {
        const auto delay = world.GetLanDelay(interface);
        machine.pending.Set(world.now, delay.propagation + delay.override);
        if (world.GetNeighbors(interface).Count() == 1)
        {
            StepDownstream(world, interface, PimOracleDownstream::Event::PENDED);
        }
        break;
    }
    case Deed::CANCEL_PENDING:
        machine.pending.Cancel();
        break;
    case Deed::SET_PRUNE:
        SetPrune(world, interface);
        break;
    case Deed::RAISE_PRUNE:
        machine.prune.Raise(world.now, PimOracleHold(message->holdtime));
        break;
    case Deed::RESET_PRUNE:
        ResetPrune(world, interface);
        break;
    case Deed::CANCEL_PRUNE:
        machine.prune.Cancel();
        break;
    case Deed::SEND_ACK:
        SendAck(world, *message);
        break;
    case Deed::SEND_ECHO:
        SendEcho(world, interface);
        break;
    case Deed::NOTE_HOLDTIME:
        machine.holdtimes.push_back(message->holdtime);
        break;
    }
}

/// 4.4.2.2: "initialized to the received Prune_Hold_Time minus J/P_Override_Interval".
void
PimOracleEntry::SetPrune(PimOracleWorld& world, uint32_t interface)
{
    auto& machine = m_downstream[interface];
    const auto hold =
        PimOracleHold(*std::max_element(machine.holdtimes.begin(), machine.holdtimes.end()));
    const auto delay = world.GetLanDelay(interface);
    const auto left = std::max<PimOracleTime>(hold - delay.propagation - delay.override, 0);
    machine.prune.Set(world.now, hold == PIM_ORACLE_NEVER ? hold : left);
}

/// 4.4.2.3: "The Holdtime used SHOULD be the largest active one"; 4.5.1: "if
/// StateRefreshCapable(I) == TRUE".
void
PimOracleEntry::ResetPrune(PimOracleWorld& world, uint32_t interface)
{
    auto& machine = m_downstream[interface];
    if (world.GetNeighbors(interface).IsRefreshCapable())
    {
        const auto& holdtimes = machine.holdtimes;
        machine.prune.Set(world.now,
                          PimOracleHold(*std::max_element(holdtimes.begin(), holdtimes.end())));
    }
}

void
PimOracleEntry::Do(PimOracleWorld& world,
                   uint32_t interface,
                   PimOracleAssert::Deed deed,
                   const PimOracleMessage* message)
{
    using Deed = PimOracleAssert::Deed;
    auto& machine = m_asserts[interface];
    switch (deed)
    {
    case Deed::SEND_ASSERT:
        SendAssert(world, interface, GetAssertMetric(world, interface));
        break;
    case Deed::SEND_CANCEL:
        SendAssert(world, interface, PIM_ORACLE_INFINITE);
        break;
    case Deed::SEND_PRUNE:
        SendPruneToWinner(world, interface);
        break;
    case Deed::WIN:
        machine.winner = GetAssertMetric(world, interface);
        break;
    case Deed::STORE:
        machine.winner = message->metric;
        machine.winner.address = message->from;
        break;
    case Deed::SET_TIMER:
        SetAssert(world, interface, message);
        break;
    case Deed::CANCEL_TIMER:
        machine.timer.Cancel();
        break;
    case Deed::REFRESH_TIMER:
        machine.timer.Set(world.now, RefreshedTime(world, message->interval));
        break;
    }
}

/// AT: Assert_Time, or "three times the received State Refresh Interval".
void
PimOracleEntry::SetAssert(PimOracleWorld& world,
                          uint32_t interface,
                          const PimOracleMessage* message)
{
    auto& machine = m_asserts[interface];
    const bool isRefreshed = machine.state == PimOracleAssert::State::LOSER &&
                             message->kind == PimOracleKind::STATE_REFRESH;
    machine.timer.Set(world.now,
                      isRefreshed ? RefreshedTime(world, message->interval)
                                  : world.GetSetup().assertTime);
}

PimOracleTime
PimOracleEntry::RefreshedTime(const PimOracleWorld& world, uint32_t interval)
{
    return interval != 0 ? 3 * PimOracleHold(interval) : world.GetSetup().assertTime;
}

void
PimOracleEntry::Do(PimOracleWorld& world, PimOracleOrigin::Deed deed, uint32_t ttl)
{
    using Deed = PimOracleOrigin::Deed;
    const auto& setup = world.GetSetup();
    switch (deed)
    {
    case Deed::SET_REFRESH:
        m_origin.refresh.Set(world.now, PimOracleHold(setup.refreshInterval));
        break;
    case Deed::CANCEL_REFRESH:
        m_origin.refresh.Cancel();
        break;
    case Deed::SET_ACTIVE:
        m_origin.active.Set(world.now, setup.sourceLifetime);
        break;
    case Deed::CANCEL_ACTIVE:
        m_origin.active.Cancel();
        break;
    case Deed::START_TTL:
        m_origin.ttl = ttl;
        m_origin.count = 0;
        break;
    case Deed::RAISE_TTL:
        m_origin.ttl = std::max(m_origin.ttl, ttl);
        break;
    case Deed::SEND:
        Originate(world);
        break;
    }
}

/// Joins and Prunes are multicast, Grafts are unicast (section 4.7).
void
PimOracleEntry::SendUpstream(PimOracleWorld& world, PimOracleKind kind)
{
    PimOracleExpectation expected;
    auto& message = expected.message;
    message.interface = m_seen.interface;
    message.kind = kind;
    message.key = m_key;
    message.upstream = m_seen.neighbor;
    message.to = kind == PimOracleKind::GRAFT ? m_seen.neighbor : 0;
    message.holdtime = kind == PimOracleKind::GRAFT ? 0 : world.GetSetup().pruneHoldtime;
    expected.isHoldtimeOpen = kind == PimOracleKind::JOIN; // 4.7.6: "ignored in Join messages"
    if (m_seen.neighbor != 0)
    {
        world.Send(expected);
    }
}

/// 4.4.2.2: a PruneEcho "MUST be sent on I if I has more than one PIM neighbor" and "is OPTIONAL on
/// an interface with only one". Its holdtime is open.
void
PimOracleEntry::SendEcho(PimOracleWorld& world, uint32_t interface)
{
    PimOracleExpectation echo;
    echo.isHoldtimeOpen = true;
    echo.message.interface = interface;
    echo.message.kind = PimOracleKind::PRUNE;
    echo.message.key = m_key;
    echo.message.upstream = world.GetAddress(interface);
    echo.message.holdtime = world.GetSetup().pruneHoldtime;
    if (world.GetNeighbors(interface).Count() > 1 || world.Pick(2) == 1)
    {
        world.Send(echo);
    }
}

/// 4.7.9: "identical in format to the received Graft message"; to its sender, and so is the
/// upstream neighbor field.
void
PimOracleEntry::SendAck(PimOracleWorld& world, const PimOracleMessage& graft)
{
    PimOracleExpectation ack;
    ack.isHoldtimeOpen = true;
    ack.message.interface = graft.interface;
    ack.message.kind = PimOracleKind::GRAFT_ACK;
    ack.message.to = graft.from;
    ack.message.key = m_key;
    ack.message.upstream = graft.from;
    world.Send(ack);
}

void
PimOracleEntry::SendAssert(PimOracleWorld& world, uint32_t interface, const PimOracleMetric& metric)
{
    PimOracleExpectation expected;
    expected.message.interface = interface;
    expected.message.kind = PimOracleKind::ASSERT;
    expected.message.key = m_key;
    expected.message.metric = metric;
    world.Send(expected);
}

/// 4.6.4.1 and 4.6.4.3: if CouldAssert, "multicast a Prune(S,G) to the Assert winner with a Prune
/// Hold Time equal to the Assert Timer"; 4.6.4.3 gives no holdtime.
void
PimOracleEntry::SendPruneToWinner(PimOracleWorld& world, uint32_t interface)
{
    if (!CouldAssert(interface))
    {
        return;
    }
    const auto& machine = m_asserts[interface];
    const auto left = (machine.timer.GetEnd() - world.now) / PIM_ORACLE_SECOND;
    PimOracleExpectation expected;
    expected.message.interface = interface;
    expected.message.kind = PimOracleKind::PRUNE;
    expected.message.key = m_key;
    expected.message.upstream = machine.winner.address;
    expected.message.holdtime = static_cast<uint32_t>(std::min(left, LONGEST_HOLDTIME));
    world.Send(expected);
}

} // namespace mgm
} // namespace ns3

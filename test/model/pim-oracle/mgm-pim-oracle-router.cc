/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-router.h"

#include <sstream>
#include <utility>

namespace ns3
{
namespace mgm
{

PimOracleRouter::PimOracleRouter(std::shared_ptr<const PimOracleSetup> setup)
    : m_world(std::move(setup))
{
}

void
PimOracleRouter::BeginStep()
{
    m_world.sent.clear();
    m_world.rows.clear();
    m_world.copies = 0;
}

PimOracleEntry&
PimOracleRouter::EntryOf(const PimOracleKey& key)
{
    return m_entries.try_emplace(key, m_world, key).first->second;
}

void
PimOracleRouter::React()
{
    for (auto& [key, entry] : m_entries)
    {
        entry.React(m_world);
    }
}

void
PimOracleRouter::Apply(const PimOracleEvent& event, PimOracleChooser& chooser)
{
    m_world.now = event.time;
    m_world.chooser = &chooser;
    switch (event.kind)
    {
    case PimOracleEvent::Kind::MESSAGE:
        Receive(event.message);
        break;
    case PimOracleEvent::Kind::DATA:
        ReceiveData(event);
        break;
    case PimOracleEvent::Kind::MEMBER:
        m_world.SetMember(event);
        React();
        break;
    case PimOracleEvent::Kind::ROUTE:
        m_world.SetRoute(event);
        React();
        break;
    case PimOracleEvent::Kind::BOUNDARY:
        m_world.SetBoundary(event);
        React();
        break;
    case PimOracleEvent::Kind::INTERFACE:
        ChangeInterface(event);
        break;
    case PimOracleEvent::Kind::ELSEWHERE:
        m_world.SetElsewhere(event);
        React();
        break;
    case PimOracleEvent::Kind::CREATE:
        EntryOf(event.key);
        break;
    case PimOracleEvent::Kind::STOP:
        TakeDown();
        break;
    default:
        break;
    }
}

/// 7: "a PIM router SHOULD NOT accept and process PIM messages from neighbors unless a valid Hello
/// message has been received from that neighbor."
void
PimOracleRouter::Receive(const PimOracleMessage& message)
{
    const auto own = m_world.GetAddress(message.interface);
    const bool isForUs =
        message.to == own || (message.to == 0 && message.kind != PimOracleKind::GRAFT_ACK);
    // 4.4.2: a Graft that does not name this router is nothing.
    const bool isGraftOfOthers = message.kind == PimOracleKind::GRAFT && message.upstream != own;
    if (!m_world.IsUp(message.interface) || message.from == own || !isForUs || isGraftOfOthers)
    {
        return;
    }
    if (message.kind == PimOracleKind::HELLO)
    {
        ReceiveHello(message);
    }
    else if (m_world.GetNeighbors(message.interface).Has(message.from) &&
             !m_world.IsBoundary(message.interface, message.key.group) &&
             (message.kind != PimOracleKind::STATE_REFRESH || m_world.GetSetup().isRefreshCapable))
    {
        EntryOf(message.key).Receive(m_world, message);
    }
}

void
PimOracleRouter::ReceiveHello(const PimOracleMessage& hello)
{
    const auto delay = m_world.GetSetup().helloDelay;
    auto& hellos = m_world.GetHellos(hello.interface);
    switch (m_world.GetNeighbors(hello.interface).Receive(m_world.now, hello))
    {
    case PimOracleNeighbors::News::NEW:
        hellos.Answer(m_world.now, delay, false);
        React();
        break;
    case PimOracleNeighbors::News::RESTARTED:
        hellos.Answer(m_world.now, delay, true);
        for (auto& [key, entry] : m_entries)
        {
            entry.NoteRestart(m_world, hello.interface, hello.from);
        }
        break;
    case PimOracleNeighbors::News::GONE:
        LoseNeighbor(hello.interface, hello.from);
        break;
    default:
        break;
    }
}

void
PimOracleRouter::LoseNeighbor(uint32_t interface, uint32_t address)
{
    m_world.GetNeighbors(interface).Remove(address);
    for (auto& [key, entry] : m_entries)
    {
        entry.LoseNeighbor(m_world, interface, address);
    }
}

void
PimOracleRouter::ReceiveData(const PimOracleEvent& event)
{
    const bool isExternal = m_world.IsForeign(event.interface) &&
                            m_world.GetRoute(event.key.source).interface == event.interface;
    const bool isIgnored = m_world.IsBoundary(event.interface, event.key.group);
    if (isExternal || (m_world.IsUp(event.interface) && !isIgnored))
    {
        EntryOf(event.key).ReceiveData(m_world, event.interface, event.ttl);
    }
}

/// 4.3.3: "When a PIM router takes an interface down [...], a Hello message with a zero Hold Time
/// SHOULD be sent immediately".
void
PimOracleRouter::ChangeInterface(const PimOracleEvent& event)
{
    if (event.isOn == m_world.IsUp(event.interface))
    {
        return;
    }
    if (!event.isOn)
    {
        for (auto& [key, entry] : m_entries)
        {
            entry.CloseInterface(event.interface);
        }
        m_world.SendHello(event.interface, 0);
    }
    m_world.SetUp(event.interface, event.isOn);
    React();
}

void
PimOracleRouter::TakeDown()
{
    for (auto& [key, entry] : m_entries)
    {
        entry.TakeDown(m_world);
    }
    m_entries.clear();
}

std::vector<PimOracleDue>
PimOracleRouter::GetTimers() const
{
    using Kind = PimOracleDue::Kind;
    std::vector<PimOracleDue> timers;
    for (const auto& [key, entry] : m_entries)
    {
        const auto more = entry.GetTimers();
        timers.insert(timers.end(), more.begin(), more.end());
    }
    for (uint32_t interface = 1; interface <= m_world.CountInterfaces(); ++interface)
    {
        for (const auto& [address, end] : m_world.GetNeighbors(interface).GetEnds())
        {
            timers.push_back({end, Kind::LIVENESS, interface, address, {0, 0}});
        }
        const auto hello = m_world.GetHellos(interface).GetPeriodic();
        if (m_world.GetSetup().comparesHellos && hello != PIM_ORACLE_NEVER)
        {
            timers.push_back({hello, Kind::HELLO, interface, 0, {0, 0}});
        }
    }
    return timers;
}

std::vector<PimOracleRandom>
PimOracleRouter::GetRandoms() const
{
    std::vector<PimOracleRandom> randoms;
    for (const auto& [key, entry] : m_entries)
    {
        if (const auto window = entry.GetOverride())
        {
            randoms.push_back({window->from,
                               window->until,
                               PimOracleKind::JOIN,
                               entry.GetUpstreamInterface(),
                               key});
        }
    }
    for (uint32_t interface = 1; interface <= m_world.CountInterfaces(); ++interface)
    {
        for (const auto& window : m_world.GetHellos(interface).GetWindows())
        {
            if (m_world.GetSetup().comparesHellos)
            {
                randoms.push_back(
                    {window.from, window.until, PimOracleKind::HELLO, interface, {0, 0}});
            }
        }
    }
    return randoms;
}

void
PimOracleRouter::Fire(const PimOracleDue& due, PimOracleChooser& chooser)
{
    m_world.now = due.time;
    m_world.chooser = &chooser;
    switch (due.kind)
    {
    case PimOracleDue::Kind::LIVENESS:
        LoseNeighbor(due.interface, due.neighbor);
        break;
    case PimOracleDue::Kind::HELLO:
        m_world.GetHellos(due.interface).SendPeriodic(chooser, m_world.GetSetup().helloPeriod);
        m_world.SendHello(due.interface, m_world.GetSetup().helloHoldtime);
        break;
    default:
        m_entries.at(due.key).Fire(m_world, due);
        break;
    }
}

void
PimOracleRouter::FireRandom(const PimOracleRandom& random,
                            PimOracleTime now,
                            PimOracleChooser& chooser)
{
    m_world.now = now;
    m_world.chooser = &chooser;
    if (random.kind == PimOracleKind::HELLO)
    {
        m_world.GetHellos(random.interface)
            .SendRandom(chooser, now, m_world.GetSetup().helloPeriod);
        m_world.SendHello(random.interface, m_world.GetSetup().helloHoldtime);
    }
    else
    {
        m_entries.at(random.key).FireOverride(m_world);
    }
}

std::string
PimOracleRouter::Dump() const
{
    std::ostringstream os;
    for (const auto& [key, entry] : m_entries)
    {
        entry.Dump(os);
    }
    for (uint32_t interface = 1; interface <= m_world.CountInterfaces(); ++interface)
    {
        os << interface << " HT@" << m_world.GetHellos(interface).GetPeriodic();
        for (const auto& window : m_world.GetHellos(interface).GetWindows())
        {
            os << " Hello@" << window.from << "..." << window.until;
        }
        for (const auto& [address, end] : m_world.GetNeighbors(interface).GetEnds())
        {
            os << ' ' << PimOracleAddress(address) << '@' << end;
        }
        os << '\n';
    }
    for (const auto& expected : m_world.sent)
    {
        os << expected.message << '\n';
    }
    os << m_world.copies << '\n';
    return os.str();
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-world.h"

#include <algorithm>
#include <tuple>

namespace ns3
{
namespace mgm
{

bool
PimOracleWorld::Member::operator<(const Member& other) const
{
    return std::tie(interface, group, source, membership) <
           std::tie(other.interface, other.group, other.source, other.membership);
}

PimOracleWorld::PimOracleWorld(std::shared_ptr<const PimOracleSetup> setup)
    : m_setup(std::move(setup)),
      m_neighbors(CountInterfaces() + 1),
      m_hellos(CountInterfaces() + 1)
{
    for (uint32_t interface = 1; interface <= CountInterfaces(); ++interface)
    {
        if (!IsForeign(interface))
        {
            SetUp(interface, true);
        }
    }
}

uint32_t
PimOracleWorld::GetAddress(uint32_t interface) const
{
    return m_setup->interfaces.at(interface - 1).address;
}

bool
PimOracleWorld::IsUp(uint32_t interface) const
{
    return (m_up & PimOracleOnly(interface)) != 0;
}

bool
PimOracleWorld::IsForeign(uint32_t interface) const
{
    return interface != 0 && m_setup->interfaces.at(interface - 1).isForeign;
}

PimOracleNeighbors&
PimOracleWorld::GetNeighbors(uint32_t interface)
{
    return m_neighbors.at(interface);
}

const PimOracleNeighbors&
PimOracleWorld::GetNeighbors(uint32_t interface) const
{
    return m_neighbors.at(interface);
}

PimOracleHellos&
PimOracleWorld::GetHellos(uint32_t interface)
{
    return m_hellos.at(interface);
}

const PimOracleHellos&
PimOracleWorld::GetHellos(uint32_t interface) const
{
    return m_hellos.at(interface);
}

PimOracleLanDelay
PimOracleWorld::GetLanDelay(uint32_t interface) const
{
    return GetNeighbors(interface).GetLanDelay(m_setup->interfaces.at(interface - 1).lanDelay);
}

PimOracleInterfaces
PimOracleWorld::GetPimNeighbors() const
{
    PimOracleInterfaces found = 0;
    for (uint32_t interface = 1; interface <= CountInterfaces(); ++interface)
    {
        found |= GetNeighbors(interface).Count() > 0 ? PimOracleOnly(interface) : 0;
    }
    return found;
}

bool
PimOracleWorld::HasMember(uint32_t interface,
                          const PimOracleKey& key,
                          PimOracleMembership which) const
{
    const auto source = which == PimOracleMembership::ALL ? 0 : key.source;
    return m_members.count({interface, key.group, source, which}) > 0;
}

PimOracleInterfaces
PimOracleWorld::GetMembers(const PimOracleKey& key) const
{
    PimOracleInterfaces found = 0;
    for (uint32_t interface = 1; interface <= CountInterfaces(); ++interface)
    {
        const bool all = HasMember(interface, key, PimOracleMembership::ALL) &&
                         !HasMember(interface, key, PimOracleMembership::EXCLUDE);
        const bool wants = all || HasMember(interface, key, PimOracleMembership::SOURCE);
        found |= wants && IsUp(interface) ? PimOracleOnly(interface) : 0;
    }
    return found;
}

PimOracleInterfaces
PimOracleWorld::GetBoundary(uint32_t group) const
{
    const auto found = m_boundaries.find(group);
    return found != m_boundaries.end() ? found->second : 0;
}

/// RFC 2715 section 4.3: a source may be "externally-reached", over an interface of another
/// component. The router there is none of PIM-DM: for RFC 3973 the source is directly connected.
PimOracleRoute
PimOracleWorld::GetRoute(uint32_t source) const
{
    const auto found = m_routes.find(source);
    if (found == m_routes.end())
    {
        return {};
    }
    const auto& route = found->second;
    const bool isExternal = IsForeign(route.interface) && route.nextHop == 0;
    return IsUp(route.interface) || isExternal ? route : PimOracleRoute{};
}

PimOracleInterfaces
PimOracleWorld::GetElsewhere(const PimOracleKey& key) const
{
    return m_elsewhere.count(key) > 0 ? PIM_ORACLE_ELSEWHERE : 0;
}

void
PimOracleWorld::SetMember(const PimOracleEvent& event)
{
    const auto source = event.membership == PimOracleMembership::ALL ? 0 : event.key.source;
    const Member member{event.interface, event.key.group, source, event.membership};
    if (event.isOn)
    {
        m_members.insert(member);
    }
    else
    {
        m_members.erase(member);
    }
}

void
PimOracleWorld::SetBoundary(const PimOracleEvent& event)
{
    auto& boundary = m_boundaries[event.key.group];
    boundary &= ~PimOracleOnly(event.interface);
    boundary |= event.isOn ? PimOracleOnly(event.interface) : 0;
}

void
PimOracleWorld::SetRoute(const PimOracleEvent& event)
{
    m_routes[event.key.source] = event.route;
}

void
PimOracleWorld::SetElsewhere(const PimOracleEvent& event)
{
    if (event.isOn)
    {
        m_elsewhere.insert(event.key);
    }
    else
    {
        m_elsewhere.erase(event.key);
    }
}

void
PimOracleWorld::SetUp(uint32_t interface, bool isUp)
{
    m_up &= ~PimOracleOnly(interface);
    GetNeighbors(interface).Clear();
    GetHellos(interface).Stop();
    if (isUp)
    {
        m_up |= PimOracleOnly(interface);
        GetHellos(interface).Start(now, m_setup->helloDelay);
    }
}

/// 4.3.4: after a restart of a neighbor a Hello is sent "before any other messages are sent". RFC
/// 3973 does not say so of new neighbors and of the first Hello (RFC 7761 section 4.3.1 does).
void
PimOracleWorld::GreetFirst(uint32_t interface)
{
    const auto windows = GetHellos(interface).GetWindows();
    const bool must = std::any_of(windows.begin(), windows.end(), [](const auto& window) {
        return window.isFirst;
    });
    if (m_setup->comparesHellos && !windows.empty() && (must || Pick(2) == 1))
    {
        GetHellos(interface).SendEarly(*chooser, now, m_setup->helloPeriod);
        SendHello(interface, m_setup->helloHoldtime);
    }
}

void
PimOracleWorld::Send(PimOracleExpectation expected)
{
    auto& message = expected.message;
    // 5.4: "MUST NOT send any messages concerning a particular group across that group's scope
    // boundary".
    const bool isBoundary =
        (GetBoundary(message.key.group) & PimOracleOnly(message.interface)) != 0;
    if (IsUp(message.interface) && !isBoundary)
    {
        GreetFirst(message.interface);
        message.time = now;
        message.from = GetAddress(message.interface);
        sent.push_back(expected);
    }
}

void
PimOracleWorld::SendHello(uint32_t interface, uint32_t holdtime)
{
    if (!m_setup->comparesHellos)
    {
        return;
    }
    PimOracleExpectation hello;
    hello.isGenerationOpen = true;
    hello.message.time = now;
    hello.message.interface = interface;
    hello.message.kind = PimOracleKind::HELLO;
    hello.message.from = GetAddress(interface);
    hello.message.holdtime = holdtime;
    hello.message.lanDelay = m_setup->interfaces.at(interface - 1).lanDelay;
    if (m_setup->isRefreshCapable)
    {
        hello.message.refreshInterval = m_setup->refreshInterval;
    }
    sent.push_back(hello);
}

} // namespace mgm
} // namespace ns3

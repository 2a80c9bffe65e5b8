/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-node.h"

#include "ns3/simulator.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

PimOracleKey
MakeKey(Ipv4Address source, Ipv4Address group)
{
    return {source.Get(), group.Get()};
}

/// One message for each source of a Join/Prune, a Graft or a Graft-Ack.
std::vector<PimOracleMessage>
Translate(const PimJoinPrune& sent, PimOracleMessage message)
{
    std::vector<PimOracleMessage> messages;
    message.upstream = sent.upstreamNeighbor.Get();
    message.holdtime = sent.holdtime;
    const auto add = [&](PimOracleKind kind, const PimGroup& group, const PimSource& source) {
        message.kind = kind;
        message.key = MakeKey(source.address, group.address);
        messages.push_back(message);
    };
    const auto joined = sent.type == PimType::GRAFT       ? PimOracleKind::GRAFT
                        : sent.type == PimType::GRAFT_ACK ? PimOracleKind::GRAFT_ACK
                                                          : PimOracleKind::JOIN;
    for (const auto& set : sent.groups)
    {
        for (const auto& source : set.joined)
        {
            add(joined, set.group, source);
        }
        for (const auto& source : set.pruned)
        {
            add(PimOracleKind::PRUNE, set.group, source);
        }
    }
    return messages;
}

std::vector<PimOracleMessage>
Translate(const PimAssert& sent, PimOracleMessage message)
{
    message.kind = PimOracleKind::ASSERT;
    message.key = MakeKey(sent.source, sent.group.address);
    message.metric = {sent.preference, sent.metric, message.from};
    return {message};
}

std::vector<PimOracleMessage>
Translate(const PimStateRefresh& sent, PimOracleMessage message)
{
    message.kind = PimOracleKind::STATE_REFRESH;
    message.key = MakeKey(sent.source, sent.group.address);
    message.metric = {sent.preference, sent.metric, message.from};
    message.originator = sent.originator.Get();
    message.maskLength = sent.maskLength;
    message.ttl = sent.ttl;
    message.interval = sent.interval;
    message.pruned = sent.pruneIndicator;
    message.pruneNow = sent.pruneNow;
    message.overrides = sent.assertOverride;
    return {message};
}

/// Nothing calls for other messages: one without a key is a fault.
template <typename Other>
std::vector<PimOracleMessage>
Translate(const Other&, const PimOracleMessage& message)
{
    return {message};
}

template <typename Set, typename Item>
void
Put(Set& set, const Item& item, bool isOn)
{
    if (isOn)
    {
        set.insert(item);
    }
    else
    {
        set.erase(item);
    }
}

} // namespace

PimOracleNode::PimOracleNode(const PimOracleSetup& setup)
    : m_setup(setup)
{
    for (const auto& interface : m_setup.interfaces)
    {
        m_links.push_back(std::make_unique<PimOracleLink>(interface, *m_tracer));
        if (!interface.isForeign)
        {
            m_up.insert(static_cast<uint32_t>(m_links.size()));
        }
    }
}

void
PimOracleNode::Change(const PimOracleEvent& event)
{
    const auto sourceGroup = ToSourceGroup(event.key);
    const bool isForAll = event.membership == PimOracleMembership::ALL;
    const Wish wish{event.interface,
                    isForAll ? Ipv4Address::GetZero() : sourceGroup.source,
                    sourceGroup.group};
    switch (event.kind)
    {
    case PimOracleEvent::Kind::MEMBER:
        Put(event.membership == PimOracleMembership::EXCLUDE ? m_excluded : m_included,
            wish,
            event.isOn);
        break;
    case PimOracleEvent::Kind::ROUTE:
        m_routes[sourceGroup.source] = event.route;
        break;
    case PimOracleEvent::Kind::BOUNDARY:
        Put(m_boundary, std::pair(event.interface, sourceGroup.group), event.isOn);
        break;
    case PimOracleEvent::Kind::INTERFACE:
        Put(m_up, event.interface, event.isOn);
        GetLink(event.interface).Forget();
        break;
    case PimOracleEvent::Kind::ELSEWHERE:
        Put(m_elsewhere, sourceGroup, event.isOn);
        break;
    default:
        break;
    }
}

bool
PimOracleNode::IsUp(uint32_t interface) const
{
    return m_up.count(interface) > 0;
}

PimOracleLink&
PimOracleNode::GetLink(uint32_t interface)
{
    return *m_links.at(interface - 1);
}

std::vector<PimOracleMessage>
PimOracleNode::TakeSent()
{
    return std::exchange(m_sent, {});
}

PimInterfaceSet
PimOracleNode::GetInterfaces() const
{
    return m_up;
}

bool
PimOracleNode::IsInService(uint32_t interface) const
{
    return m_up.count(interface) != 0;
}

Ipv4Address
PimOracleNode::GetAddress(uint32_t interface) const
{
    return Ipv4Address(m_setup.interfaces.at(interface - 1).address);
}

std::size_t
PimOracleNode::CountNeighbors(uint32_t interface) const
{
    return m_links.at(interface - 1)->GetNeighbors().GetSize();
}

bool
PimOracleNode::IsStateRefreshCapable(uint32_t interface) const
{
    const auto neighbors = m_links.at(interface - 1)->GetNeighbors().GetAll();
    return std::all_of(neighbors.begin(), neighbors.end(), [](const auto& neighbor) {
        return neighbor.refreshInterval.has_value();
    });
}

PimLanDelays
PimOracleNode::GetDelays(uint32_t interface) const
{
    return m_links.at(interface - 1)->GetDelays();
}

Time
PimOracleNode::GetOverrideInterval(uint32_t interface) const
{
    return GetDelays(interface).overrideInterval;
}

Time
PimOracleNode::GetPropagationDelay(uint32_t interface) const
{
    return GetDelays(interface).propagationDelay;
}

uint8_t
PimOracleNode::GetThreshold(uint32_t interface) const
{
    return static_cast<uint8_t>(m_setup.interfaces.at(interface - 1).threshold);
}

bool
PimOracleNode::IsBoundary(uint32_t interface, Ipv4Address group) const
{
    return m_boundary.count({interface, group}) > 0;
}

bool
PimOracleNode::HasReceiver(const SourceGroup& sourceGroup, uint32_t interface) const
{
    return m_included.count({interface, sourceGroup.source, sourceGroup.group}) > 0;
}

bool
PimOracleNode::ExcludesReceiver(const SourceGroup& sourceGroup, uint32_t interface) const
{
    return m_excluded.count({interface, sourceGroup.source, sourceGroup.group}) > 0;
}

std::optional<PimDenseRoute>
PimOracleNode::GetRoute(Ipv4Address source) const
{
    const auto found = m_routes.find(source);
    if (found == m_routes.end() || found->second.interface == 0)
    {
        return std::nullopt;
    }
    const auto& known = found->second;
    const bool isForeign = m_setup.interfaces.at(known.interface - 1).isForeign;
    PimDenseRoute route;
    route.interface = known.interface;
    route.nextHop = Ipv4Address(known.nextHop);
    route.isDirect = known.nextHop == 0 && !isForeign;
    route.isExternal = known.nextHop == 0 && isForeign;
    route.preference = known.preference;
    route.metric = known.metric;
    route.maskLength = static_cast<uint8_t>(known.maskLength);
    return route;
}

bool
PimOracleNode::IsWantedElsewhere(const SourceGroup& sourceGroup) const
{
    return m_elsewhere.count(sourceGroup) > 0;
}

bool
PimOracleNode::IsInUse(const SourceGroup&) const
{
    return !m_setup.mayForget;
}

void
PimOracleNode::Send(const PimMessage& message, uint32_t interface, Ipv4Address destination)
{
    PimOracleMessage frame;
    frame.time = Simulator::Now().GetNanoSeconds();
    frame.interface = interface;
    frame.from = GetAddress(interface).Get();
    frame.to = destination == PIM_ALL_ROUTERS ? 0 : destination.Get();
    const auto sent =
        std::visit([&frame](const auto& kind) { return Translate(kind, frame); }, message);
    m_sent.insert(m_sent.end(), sent.begin(), sent.end());
}

void
PimOracleNode::OnForwarding(const SourceGroup& sourceGroup, const PimDenseForwarding& forwarding)
{
    m_told[sourceGroup] = forwarding;
}

void
PimOracleNode::OnForgotten(const SourceGroup& sourceGroup)
{
    m_told.erase(sourceGroup);
}

MachineSubject
PimOracleNode::GetSubject(std::string_view machine,
                          const SourceGroup& sourceGroup,
                          std::optional<uint32_t>) const
{
    return {*m_tracer, machine, {}, {}, {}, sourceGroup};
}

} // namespace mgm
} // namespace ns3

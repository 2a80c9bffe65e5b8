/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// How forwarding entries follow memberships, owners and routes.

#include "mgm-mfe-keeper.h"
#include "mgm-mfe-outgoing-trace.h"

#include <map>
#include <sstream>
#include <string>
#include <utility>

namespace ns3
{
namespace mgm
{

void
MfeKeeper::FollowMembership(const AlertPolicy::Change& change, const InterfaceId& interface)
{
    const bool isJoin = change.event == MembershipEvent::JOIN;
    auto [at, last] = m_table.FindMatching(change.entry);
    for (; at != last; ++at)
    {
        auto& [key, entry] = *at;
        MfeInterface& known = entry.FindOrInsert(interface);
        const bool wasForwarding = entry.IsForwarding(known);
        known.wanted = isJoin || m_tools.memberships.IsWanted(key, interface);
        known.disabled = known.disabled && !isJoin;
        FollowChange(key, entry, interface, wasForwarding, "membership", change.client);
    }
}

void
MfeKeeper::SetForwardState(MembershipEvent event,
                           const SourceGroup& membership,
                           const InterfaceId& interface,
                           ClientHandle client)
{
    const bool isAdded = event == MembershipEvent::JOIN;
    auto [at, last] = m_table.FindMatching(membership);
    for (; at != last; ++at)
    {
        auto& [key, entry] = *at;
        if (entry.GetState() != mfe::State::DORMANT)
        {
            MfeInterface& known = entry.FindOrInsert(interface);
            const bool wasForwarding = entry.IsForwarding(known);
            known.forced = isAdded;
            known.disabled = !isAdded;
            FollowChange(key, entry, interface, wasForwarding, "forward-state", client);
        }
    }
}

void
MfeKeeper::FollowLoss(const InterfaceId& interface)
{
    m_table.ForEach([&](const SourceGroup& key, MfeEntry& entry) {
        if (entry.hasRoute && entry.incoming == interface)
        {
            Step(mfe::Event::DELETED, key);
        }
        else if (entry.belief.incoming == interface)
        {
            entry.belief.servesOthers = false; // it has given up what it would be told of
        }
    });
}

void
MfeKeeper::FollowClearing(const InterfaceId& interface, ClientHandle holder)
{
    m_table.ForEach([&](const SourceGroup& key, MfeEntry& entry) {
        MfeInterface* known = entry.Find(interface);
        if (known && (known->forced || known->disabled))
        {
            const bool wasForwarding = entry.IsForwarding(*known);
            known->forced = false;
            known->disabled = false;
            FollowChange(key, entry, interface, wasForwarding, "ownership", holder);
        }
    });
}

void
MfeKeeper::FollowChange(const SourceGroup& key,
                        MfeEntry& entry,
                        const InterfaceId& interface,
                        bool wasForwarding,
                        std::string_view why,
                        ClientHandle actor)
{
    const bool isForwarding = entry.IsForwarding(interface);
    entry.EraseIdle();
    if (isForwarding == wasForwarding)
    {
        return;
    }
    TraceOutgoing(*m_tools.tracer, key, interface, isForwarding, why);
    const mfe::State state = entry.GetState();
    if (state == mfe::State::LIVE)
    {
        m_plane->SetOutgoing(key, interface, isForwarding);
    }
    if (state == mfe::State::LIVE || state == mfe::State::DORMANT)
    {
        m_alerts.FollowList(key, entry, actor, interface);
    }
}

void
MfeKeeper::FollowRoutes()
{
    std::map<uint32_t, std::optional<MulticastRib::Route>> routes;
    m_table.ForEach([&](const SourceGroup& key, MfeEntry& entry) {
        const auto [route, isNew] = routes.try_emplace(key.source.Get());
        if (isNew)
        {
            route->second = m_tools.paths.Find(key.source);
        }
        CheckRoute(key, entry, route->second);
    });
}

void
MfeKeeper::CheckRoute(const SourceGroup& key,
                      MfeEntry& entry,
                      const std::optional<MulticastRib::Route>& route)
{
    if (!entry.hasRoute)
    {
        return; // it will look for itself
    }
    if (!route || route->interface != entry.route.interface)
    {
        LeaveRoute(key, entry, route);
    }
    else if (route->nextHop != entry.route.nextHop)
    {
        entry.route = *route;
        if (!entry.isNeighborSet)
        {
            SetNeighbor(key, entry, route->nextHop);
        }
    }
}

void
MfeKeeper::LeaveRoute(const SourceGroup& key,
                      MfeEntry& entry,
                      const std::optional<MulticastRib::Route>& route)
{
    const bool isLost = !route || !m_tools.ownership.GetHolder(route->interface);
    if (isLost && entry.GetState() == mfe::State::DORMANT)
    {
        m_alerts.NoteDeparture(entry);
        m_alerts.FollowDeparture(key, entry);
        Step(mfe::Event::DELETED, key);
        return;
    }
    Ipv4Header header; // no packet causes this
    header.SetSource(key.source);
    header.SetDestination(key.group);
    Step(mfe::Event::ROUTE_MOVED, key, header);
}

void
MfeKeeper::SetNeighbor(const SourceGroup& key, MfeEntry& entry, Ipv4Address neighbor)
{
    const Ipv4Address before = std::exchange(entry.upstreamNeighbor, neighbor);
    if (before != neighbor && m_tools.tracer->IsConnected())
    {
        std::ostringstream oldText;
        std::ostringstream newText;
        oldText << before;
        newText << neighbor;
        const std::string oldState = oldText.str();
        const std::string newState = newText.str();
        TraceRecord record;
        record.kind = TraceKind::STATE;
        record.op = "mfe-upstream";
        record.interface = entry.incoming;
        record.sourceGroup = key;
        record.oldState = oldState;
        record.newState = newState;
        m_tools.tracer->Emit(record);
    }
}

} // namespace mgm
} // namespace ns3

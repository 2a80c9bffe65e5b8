/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// How forwarding entries follow memberships, owners and routes.

#include "mgm-mfe-keeper.h"
#include "mgm-mfe-outgoing-trace.h"

#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"

#include <map>
#include <sstream>
#include <string>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

/// The routes to sources, each looked up once.
class Routes
{
  public:
    /// @param paths where sources are
    explicit Routes(const ReversePaths& paths)
        : m_paths(paths)
    {
    }

    /// @return the route towards a source, if there is one
    const std::optional<MulticastRib::Route>& Find(Ipv4Address source)
    {
        const auto [at, isNew] = m_routes.try_emplace(source);
        if (isNew)
        {
            at->second = m_paths.Find(source);
        }
        return at->second;
    }

  private:
    const ReversePaths& m_paths;                                        ///< where sources are
    std::map<Ipv4Address, std::optional<MulticastRib::Route>> m_routes; ///< what was found
};

} // namespace

void
MfeKeeper::FollowMembership(const AlertPolicy::Change& change)
{
    const bool isJoin = change.event == MembershipEvent::JOIN;
    m_table.ForEachMatching(change.entry, [&](const SourceGroup& key, MfeEntry& entry) {
        const auto follow = [&](MfeInterface& known) {
            known.wanted = isJoin || m_tools.memberships.IsWanted(key, change.interface);
            known.disabled = known.disabled && !isJoin;
        };
        ChangeInterface(key, entry, change.interface, follow, words::BY_MEMBERSHIP, change.client);
    });
    FollowSeenMoves();
}

void
MfeKeeper::SetForwardState(MembershipEvent event,
                           const SourceGroup& membership,
                           const InterfaceId& interface,
                           ClientHandle client)
{
    const auto set = [isAdded = event == MembershipEvent::JOIN](MfeInterface& known) {
        known.forced = isAdded;
        known.disabled = !isAdded;
    };
    m_table.ForEachMatching(membership, [&](const SourceGroup& key, MfeEntry& entry) {
        ChangeInterface(key, entry, interface, set, words::FORWARD_STATE, client);
    });
    FollowSeenMoves();
}

void
MfeKeeper::FollowLoss(const InterfaceId& interface)
{
    const Ownership* ownership = m_tools.ownership.Find(interface);
    const ClientHandle loser = ownership->owner ? ownership->owner : ownership->igmp;
    m_table.ForEachMatching(SourceGroup(), [&](const SourceGroup& key, MfeEntry& entry) {
        MfeEntry* present = entry.ComesFrom(interface) ? RefreshExpired(key, entry) : &entry;
        if (present && present->belief.incoming == interface)
        {
            present->belief.servesOthers = false; // it has given up what it would be told of
        }
        if (present && present->ComesFrom(interface))
        {
            if (present->belief.client != loser)
            {
                m_alerts.NoteDeparture(*present);
                m_alerts.FollowDeparture(key, *present);
            }
            Step(mfe::Event::DELETED, key);
        }
    });
    FollowSeenMoves();
}

void
MfeKeeper::FollowAnswerer(const InterfaceId& interface)
{
    m_table.ForEachInUse([&](const SourceGroup& key, MfeEntry& entry) {
        const InterfaceId& path = entry.route.interface;
        if (entry.hasRoute && path.index == interface.index && path != interface)
        {
            CheckRoute(key, entry, m_tools.paths.Find(key.source));
        }
    });
}

void
MfeKeeper::FollowClearing(const InterfaceId& interface, ClientHandle holder)
{
    const auto clear = [](MfeInterface& known) {
        known.forced = false;
        known.disabled = false;
    };
    m_table.ForEachMatching(SourceGroup(), [&](const SourceGroup& key, MfeEntry& entry) {
        const MfeInterface* known = entry.Find(interface);
        if (known && (known->forced || known->disabled))
        {
            ChangeInterface(key, entry, interface, clear, words::BY_OWNERSHIP, holder);
        }
    });
    FollowSeenMoves();
}

template <typename Change>
void
MfeKeeper::ChangeInterface(const SourceGroup& key,
                           MfeEntry& entry,
                           const InterfaceId& interface,
                           const Change& change,
                           std::string_view why,
                           ClientHandle actor)
{
    if (MfeEntry* present = RefreshExpired(key, entry))
    {
        MfeInterface& known = present->FindOrInsert(interface);
        const bool wasForwarding = present->IsForwarding(known);
        change(known);
        FollowChange(key, *present, interface, wasForwarding, why, actor);
    }
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
MfeKeeper::FollowRoutes(Ipv4Address network, Ipv4Mask mask)
{
    LookForRoutes(network, mask);
    Routes routes(m_tools.paths);
    for (const SourceGroup& key : m_table.GetExpired(network, mask))
    {
        if (MfeEntry* entry = m_table.Find(key))
        {
            CheckRoute(key, *entry, routes.Find(key.source));
        }
    }
}

void
MfeKeeper::LookForRoutes(Ipv4Address network, Ipv4Mask mask)
{
    Routes routes(m_tools.paths);
    m_table.ForEachInUse([&](const SourceGroup& key, MfeEntry& entry) {
        if (mask.IsMatch(key.source, network))
        {
            CheckRoute(key, entry, routes.Find(key.source));
        }
    });
}

MfeEntry*
MfeKeeper::RefreshExpired(const SourceGroup& key, MfeEntry& entry)
{
    if (entry.GetState() == mfe::State::DORMANT &&
        CheckRoute(key, entry, m_tools.paths.Find(key.source)))
    {
        m_seenMoves.insert(key.source);
    }
    return m_table.Find(key);
}

void
MfeKeeper::FollowSeenMoves()
{
    for (const Ipv4Address source : std::exchange(m_seenMoves, {}))
    {
        m_tools.routeMoved(source);
    }
}

bool
MfeKeeper::CheckRoute(const SourceGroup& key,
                      MfeEntry& entry,
                      const std::optional<MulticastRib::Route>& route)
{
    if (!entry.hasRoute)
    {
        return false; // it will look for itself
    }
    if (!route || route->interface != entry.route.interface)
    {
        LeaveRoute(key, entry, route);
        return true;
    }
    if (*route != entry.route)
    {
        entry.route = *route;
        if (!entry.isNeighborSet)
        {
            SetNeighbor(key, entry, route->nextHop);
        }
    }
    return false;
}

void
MfeKeeper::LeaveRoute(const SourceGroup& key,
                      MfeEntry& entry,
                      const std::optional<MulticastRib::Route>& route)
{
    if (entry.GetState() == mfe::State::DORMANT)
    {
        m_alerts.NoteDeparture(entry);
        if (!route || !m_tools.ownership.GetHolder(route->interface))
        {
            m_alerts.FollowDeparture(key, entry);
            Step(mfe::Event::DELETED, key);
            return;
        }
        entry.FollowRoute(*route); // first: the trace names the new incoming interface
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
        EmitState(*m_tools.tracer,
                  {words::MFE_UPSTREAM, entry.incoming, key},
                  {oldState, {}, newState});
    }
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-routes.h"

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
class FoundRoutes
{
  public:
    /// @param paths where sources are
    explicit FoundRoutes(const ReversePaths& paths)
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

MfeRoutes::MfeRoutes(MfeTable& table, const MfeTools& tools, MfeAlerts& alerts, StepEntry step)
    : m_table(table),
      m_tools(tools),
      m_alerts(alerts),
      m_step(std::move(step))
{
}

void
MfeRoutes::Follow(Ipv4Address network, Ipv4Mask mask)
{
    Look(network, mask);
    FoundRoutes routes(m_tools.paths);
    for (const SourceGroup& key : m_table.GetExpired(network, mask))
    {
        if (MfeEntry* entry = m_table.Find(key))
        {
            CheckRoute(key, *entry, routes.Find(key.source));
        }
    }
}

void
MfeRoutes::Look(Ipv4Address network, Ipv4Mask mask)
{
    FoundRoutes routes(m_tools.paths);
    m_table.ForEachInUse([&](const SourceGroup& key, MfeEntry& entry) {
        if (mask.IsMatch(key.source, network))
        {
            CheckRoute(key, entry, routes.Find(key.source));
        }
    });
}

MfeEntry*
MfeRoutes::RefreshExpired(const SourceGroup& key, MfeEntry& entry)
{
    if (entry.GetState() == mfe::State::DORMANT && Check(key, entry))
    {
        m_seenMoves.insert(key.source);
    }
    return m_table.Find(key);
}

void
MfeRoutes::FollowSeenMoves()
{
    for (const Ipv4Address source : std::exchange(m_seenMoves, {}))
    {
        m_tools.routeMoved(source);
    }
}

bool
MfeRoutes::Check(const SourceGroup& key, MfeEntry& entry)
{
    return CheckRoute(key, entry, m_tools.paths.Find(key.source));
}

bool
MfeRoutes::CheckRoute(const SourceGroup& key,
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
MfeRoutes::LeaveRoute(const SourceGroup& key,
                      MfeEntry& entry,
                      const std::optional<MulticastRib::Route>& route)
{
    if (entry.GetState() == mfe::State::DORMANT)
    {
        m_alerts.NoteDeparture(entry);
        if (!route || !m_tools.ownership.GetHolder(route->interface))
        {
            m_alerts.FollowDeparture(key, entry);
            m_step(mfe::Event::DELETED, key, {});
            return;
        }
        entry.FollowRoute(*route); // first: the trace names the new incoming interface
    }
    Ipv4Header header; // no packet causes this
    header.SetSource(key.source);
    header.SetDestination(key.group);
    m_step(mfe::Event::ROUTE_MOVED, key, header);
}

Status
MfeRoutes::SetUpstreamNeighbor(const SourceGroup& key, ClientHandle client, Ipv4Address neighbor)
{
    MfeEntry* entry = m_table.Find(key);
    if (!entry || entry->GetState() != mfe::State::LIVE)
    {
        return Status::ERROR_NOT_FOUND;
    }
    if (m_tools.ownership.GetHolder(entry->incoming) != client)
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    SetNeighbor(key, *entry, neighbor);
    entry->isNeighborSet = true;
    return Status::NO_ERROR;
}

void
MfeRoutes::SetNeighbor(const SourceGroup& key, MfeEntry& entry, Ipv4Address neighbor)
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

void
MfeRoutes::Clear()
{
    m_seenMoves.clear();
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_ROUTES_H
#define MGM_MFE_ROUTES_H

#include "mgm-mfe-alerts.h"
#include "mgm-mfe-table.h"
#include "mgm-mfe-tools.h"

#include "ns3/ipv4-header.h"
#include "ns3/mgm-multicast-rib.h"
#include "ns3/mgm-status.h"

#include <functional>
#include <optional>
#include <set>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Has forwarding entries follow the routes to their sources (MFE-7, MFE-8), and the
 *        neighbors that those lead to (MFE-5).
 *
 * The multicast view tells of changes for entries in use. Nobody watches the routes of expired
 * ones: they are looked up when something else is done about the entry, and when the view is known
 * to have changed. A move that is found this way concerns others too, who follow the route to the
 * same source: MfeTools::routeMoved is called for it, but not before the walk over the entries that
 * found it is complete (FollowSeenMoves()).
 */
class MfeRoutes
{
  public:
    /// Has the machine of an entry handle that its route has moved or gone.
    using StepEntry =
        std::function<void(mfe::Event event, const SourceGroup& key, const Ipv4Header& header)>;

    /**
     * @param table the entries
     * @param tools what to work with; they outlive this
     * @param alerts tells who is left by an expired entry
     * @param step hands events to the machines
     */
    MfeRoutes(MfeTable& table, const MfeTools& tools, MfeAlerts& alerts, StepEntry step);

    /**
     * @brief Routes may have changed (MFE-8).
     * @param network the addresses whose routes may have changed
     * @param mask its mask
     */
    void Follow(Ipv4Address network, Ipv4Mask mask);

    /**
     * @brief Looks whether the routes of entries in use have changed. Nobody watches those of
     * expired ones (MFE-7).
     * @param network the addresses of the sources to look at; by default all
     * @param mask its mask
     */
    void Look(Ipv4Address network = ANY_ADDRESS, Ipv4Mask mask = ANY_MASK);

    /**
     * @brief Has an entry follow the route towards its source, as it is now.
     * @param key its source and group
     * @param entry the entry
     * @return whether the route has moved or gone; then the entry may be gone as well
     */
    bool Check(const SourceGroup& key, MfeEntry& entry);

    /**
     * @brief Looks the route of an expired entry up, because nobody has watched it (MFE-7).
     * @param key source and group
     * @param entry the entry, in use or expired
     * @return the entry; null if it has gone by that
     */
    MfeEntry* RefreshExpired(const SourceGroup& key, MfeEntry& entry);

    /// @brief Tells all who follow routes of the moves that RefreshExpired() has seen.
    void FollowSeenMoves();

    /**
     * @brief Changes the upstream neighbor of a live entry: MgmSetMfe.
     * @param key its source and group
     * @param client the client that wants to
     * @param neighbor the new neighbor
     * @return NO_ERROR, ERROR_NOT_FOUND, or ERROR_INVALID_PARAMETER for a client that does not have
     * the incoming interface
     */
    Status SetUpstreamNeighbor(const SourceGroup& key, ClientHandle client, Ipv4Address neighbor);

    /// @brief Forgets the moves that were seen.
    void Clear();

  private:
    /// @brief As Check(), with the route as it is now.
    /// @param key its source and group
    /// @param entry the entry
    /// @param route the route, if there is one
    /// @return whether the route has moved or gone; then the entry may be gone as well
    bool CheckRoute(const SourceGroup& key,
                    MfeEntry& entry,
                    const std::optional<MulticastRib::Route>& route);

    /// @brief Takes an entry away from the route it was made with.
    /// @param key its source and group
    /// @param entry the entry
    /// @param route the route as it is now, if there is one
    void LeaveRoute(const SourceGroup& key,
                    MfeEntry& entry,
                    const std::optional<MulticastRib::Route>& route);

    /// @brief Changes the upstream neighbor of an entry.
    /// @param key its source and group
    /// @param entry the entry
    /// @param neighbor the neighbor
    void SetNeighbor(const SourceGroup& key, MfeEntry& entry, Ipv4Address neighbor);

    MfeTable& m_table;                 ///< the entries
    const MfeTools& m_tools;           ///< what to work with
    MfeAlerts& m_alerts;               ///< who is told
    StepEntry m_step;                  ///< hands events to the machines
    std::set<Ipv4Address> m_seenMoves; ///< sources whose route was just seen to have moved
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_ROUTES_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_ROUTES_H
#define MGM_PIM_DENSE_ROUTES_H

#include "ns3/mgm-multicast-rib.h"

#include <functional>
#include <map>
#include <optional>
#include <set>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The routes to sources, as the multicast view of the node has them: each is looked up once,
 * and followed from then on.
 */
class PimDenseRoutes
{
  public:
    /// A route to a source, if there is one.
    using Route = std::optional<MulticastRib::Route>;

    /// Hears of a source whose route is another one now.
    using Listener = std::function<void(Ipv4Address source)>;

    /// @param listener what is told of changes
    explicit PimDenseRoutes(Listener listener);

    ~PimDenseRoutes();

    PimDenseRoutes(const PimDenseRoutes&) = delete;
    PimDenseRoutes& operator=(const PimDenseRoutes&) = delete;

    /**
     * @brief Begins to follow a view, without routes.
     * @param rib the view
     */
    void Begin(Ptr<MulticastRib> rib);

    /// @brief Ends; all routes are forgotten. Does nothing if it has not begun.
    void End();

    /// @param source a source
    /// @return the route to it; nothing between End() and Begin()
    Route Find(Ipv4Address source) const;

    /// @brief Forgets the routes to all other sources.
    /// @param sources those that are still asked for
    void Retain(const std::set<Ipv4Address>& sources);

  private:
    /// @brief Looks routes up again.
    /// @param network the sources whose routes may have changed
    /// @param mask its mask
    void LookAgain(Ipv4Address network, Ipv4Mask mask);

    /// @brief Looks all routes up again.
    void LookAtAll();

    Listener m_listener;                           ///< what is told of changes
    Ptr<MulticastRib> m_rib;                       ///< the view, between Begin() and End()
    mutable std::map<Ipv4Address, Route> m_routes; ///< what was looked up
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_ROUTES_H

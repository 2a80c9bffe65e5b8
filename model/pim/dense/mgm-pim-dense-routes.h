/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_ROUTES_H
#define MGM_PIM_DENSE_ROUTES_H

#include "ns3/event-id.h"
#include "ns3/mgm-multicast-group-manager.h"

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
 * @brief The routes to sources, as the group manager sees them: each is looked up once, and again
 * when it may be another one.
 *
 * The manager tells of that in the middle of what it does about it. Routes are looked up at once,
 * and what has moved is told in the same instant, when that is done; a source that the manager asks
 * about meanwhile is looked up by LookAgain().
 */
class PimDenseRoutes
{
  public:
    /// A route to a source, if there is one.
    using Route = std::optional<MulticastRib::Route>;

    /// @brief Who is told.
    struct Listener
    {
        std::function<void(Ipv4Address)> moved; ///< The route to a source is another one.
        std::function<void()> used; ///< There is a route; Retain() is to be called some time.
    };

    /// @param listener what is told
    explicit PimDenseRoutes(Listener listener);

    ~PimDenseRoutes();

    PimDenseRoutes(const PimDenseRoutes&) = delete;
    PimDenseRoutes& operator=(const PimDenseRoutes&) = delete;

    /**
     * @brief Begins to ask a manager, without routes.
     * @param manager the manager
     */
    void Begin(Ptr<MulticastGroupManager> manager);

    /// @brief Ends; all routes are forgotten. Does nothing if it has not begun.
    void End();

    /// @param source a source
    /// @return the route to it; nothing between End() and Begin()
    Route Find(Ipv4Address source) const;

    /// @brief Looks the route to a source up again, if it was looked up; moved() is told later.
    /// @param source the source
    void LookAgain(Ipv4Address source);

    /// @brief Forgets the routes to all other sources.
    /// @param sources those that are still asked for
    void Retain(const std::set<Ipv4Address>& sources);

  private:
    /// @brief Looks routes up again.
    /// @param network the sources whose routes may have changed
    /// @param mask its mask
    void HandleReversePaths(Ipv4Address network, Ipv4Mask mask);

    /// @brief Looks a route up again.
    /// @param source the source
    /// @param[in,out] route its route
    void Refresh(Ipv4Address source, Route& route);

    /// @brief Tells of what has moved.
    void TellMoved();

    /// @brief Forgets all routes.
    void Clear();

    Listener m_listener;                           ///< what is told
    Ptr<MulticastGroupManager> m_manager;          ///< the manager, between Begin() and End()
    mutable std::map<Ipv4Address, Route> m_routes; ///< what was looked up; the manager's view is
                                                   ///< in use while there is something
    std::set<Ipv4Address> m_moved;                 ///< whose routes have moved
    EventId m_tell;                                ///< tells of these
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_ROUTES_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_UNICAST_ROUTES_H
#define MGM_UNICAST_ROUTES_H

#include "mgm-random-streams.h"
#include "mgm-scenario.h"

#include "ns3/node.h"

#include <cstddef>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Gives the nodes of a scenario IPv4 and unicast routes, and keeps the routes up to date.
 */
class UnicastRoutes
{
  public:
    /// @param scenario the scenario; it outlives this
    explicit UnicastRoutes(const Scenario& scenario);

    /**
     * @brief Gives a node IPv4 and its unicast routing protocols.
     * @param spec the node of the scenario
     * @param node what is made of it
     * @param streams where random streams come from
     */
    void Install(const NodeSpec& spec, Ptr<Node> node, RandomStreams& streams) const;

    /**
     * @brief Adds the static routes of an interface, which vanish when it goes down.
     * @param spec the node of the scenario
     * @param node what is made of it
     * @param interface index of the interface
     */
    static void AddStaticRoutes(const NodeSpec& spec, Ptr<Node> node, uint32_t interface);

    /// @brief Computes routes for the first time, after all interfaces have their addresses.
    void Compute() const;

    /// @brief Computes routes again, after interfaces went up or down.
    void Recompute() const;

    /**
     * @brief Tells the group manager of a node, if it has one, that unicast routes changed.
     * @param node the node
     */
    static void Notify(Ptr<Node> node);

  private:
    const Scenario& m_scenario; ///< the scenario
};

} // namespace mgm
} // namespace ns3

#endif // MGM_UNICAST_ROUTES_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FORWARDING_READER_H
#define MGM_FORWARDING_READER_H

#include "json/mgm-json-value.h"
#include "mgm-scenario.h"

#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @brief Reads static routes of a node.
 * @param value a list of routes
 * @param scenario the scenario with its links
 * @param node the node with its interfaces
 * @return the routes
 * @throws InputError for an interface that the node does not have, a neighbor that is not on its
 *         link, or a second route to a prefix
 */
std::vector<RouteSpec> ReadRoutes(const JsonValue& value,
                                  const Scenario& scenario,
                                  const NodeSpec& node);

/**
 * @brief Reads how a node forwards multicast packets.
 * @param value the forwarder
 * @param scenario the scenario with its links
 * @param node the node with its interfaces
 * @return the forwarder
 * @throws InputError for unknown interfaces and attributes
 */
ForwarderSpec ReadForwarder(const JsonValue& value, const Scenario& scenario, const NodeSpec& node);

} // namespace mgm
} // namespace ns3

#endif // MGM_FORWARDING_READER_H

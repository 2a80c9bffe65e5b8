/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_NODE_READER_H
#define MGM_NODE_READER_H

#include "json/mgm-json-value.h"
#include "mgm-scenario.h"

#include "ns3/mgm-igmp-intervals.h"

#include <optional>
#include <string>

namespace ns3
{
namespace mgm
{

/// What scenarios call the IGMP router of a node.
inline const std::string IGMP_ROUTER_NAME = "igmp";

/// What scenarios call the IGMP proxy of a node.
inline const std::string IGMP_PROXY_NAME = "igmp-proxy";

/**
 * @brief Looks whether an interface of an IGMP router has times that IGMP forbids, or cannot
 * express in its version.
 * @param router the router
 * @param interface the interface
 * @return the first fault; nothing if there is none
 */
std::optional<IgmpIntervalFault> FindIntervalFault(const IgmpRouterSpec& router,
                                                   const IgmpRouterInterfaceSpec& interface);

/**
 * @brief Reads a node.
 * @param name name of the node
 * @param value the node
 * @param scenario the scenario, with all links and the nodes before this one
 * @return the node
 * @throws InputError for anything that can't be run
 */
NodeSpec ReadNode(const std::string& name, const JsonValue& value, const Scenario& scenario);

} // namespace mgm
} // namespace ns3

#endif // MGM_NODE_READER_H

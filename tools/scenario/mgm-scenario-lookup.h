/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SCENARIO_LOOKUP_H
#define MGM_SCENARIO_LOOKUP_H

#include "json/mgm-json-value.h"
#include "mgm-scenario.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @param scenario the scenario with its links
 * @param node a node
 * @param name name of a link
 * @return index of the IPv4 interface that the node has there, 0 if there is none
 */
uint32_t FindInterface(const Scenario& scenario, const NodeSpec& node, const std::string& name);

/**
 * @param scenario the scenario with its links
 * @param node a node
 * @param name name of a link
 * @return index of the IPv4 interface that the node has there
 * @throws InputError if there is none
 */
uint32_t ReadInterface(const Scenario& scenario, const NodeSpec& node, const JsonValue& name);

/**
 * @param scenario the scenario with its links
 * @param node a node
 * @param names list of names of links
 * @return the interfaces that the node has there
 * @throws InputError if there is none
 */
std::vector<InterfaceId> ReadInterfaceList(const Scenario& scenario,
                                           const NodeSpec& node,
                                           const JsonValue& names);

/**
 * @param name name of a node
 * @param scenario the scenario with its nodes
 * @param link a link that knows where it is attached
 * @return address of the node there
 * @throws InputError if the node is not on the link
 */
Ipv4Address ReadNodeOnLink(const JsonValue& name, const Scenario& scenario, const LinkSpec& link);

/**
 * @param scenario the scenario with its links
 * @param node a node
 * @return what an interface of the node is called, in words
 */
std::string DescribeInterfaces(const Scenario& scenario, const NodeSpec& node);

} // namespace mgm
} // namespace ns3

#endif // MGM_SCENARIO_LOOKUP_H

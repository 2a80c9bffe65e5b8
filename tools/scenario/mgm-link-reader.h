/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LINK_READER_H
#define MGM_LINK_READER_H

#include "json/mgm-json-value.h"
#include "mgm-scenario.h"

#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @brief Reads the links of a scenario.
 * @param links the links by name
 * @return the links
 * @throws InputError for a subnet that is none or that overlaps another
 */
NamedList<LinkSpec> ReadLinks(const JsonValue& links);

/**
 * @brief Reads an address on a link.
 * @param value the address
 * @param link the link
 * @return the address
 * @throws InputError if it is none of a host in the subnet of the link
 */
Ipv4Address ReadAddress(const JsonValue& value, const LinkSpec& link);

/**
 * @brief Reads the addresses of a node's interfaces.
 * @param interfaces the addresses by name of the link
 * @param scenario the scenario, with all links
 * @return the interfaces
 * @throws InputError for an unknown link, or an address that is not one of its subnet
 */
std::vector<InterfaceSpec> ReadInterfaces(const JsonValue& interfaces, const Scenario& scenario);

/**
 * @brief Checks that no two interfaces have one address.
 * @param nodes the nodes by name
 * @param scenario the scenario, with links and nodes
 * @throws InputError for the second interface with an address
 */
void CheckAddresses(const JsonValue& nodes, const Scenario& scenario);

/**
 * @brief Notes where links are attached.
 * @param[in,out] scenario the scenario, with links and nodes
 */
void FindLinkEnds(Scenario& scenario);

/**
 * @brief Checks that links have the nodes they need.
 * @param links the links by name
 * @param scenario the scenario, with links that know where they are attached
 * @throws InputError for a point-to-point link without two nodes
 */
void CheckLinkEnds(const JsonValue& links, const Scenario& scenario);

} // namespace mgm
} // namespace ns3

#endif // MGM_LINK_READER_H

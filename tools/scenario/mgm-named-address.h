/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_NAMED_ADDRESS_H
#define MGM_NAMED_ADDRESS_H

#include "json/mgm-json-value.h"
#include "mgm-scenario.h"

#include "ns3/ipv4-address.h"

#include <cstddef>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @param value the name of a node on a link, an address, or null
 * @param scenario the scenario with its links and nodes
 * @param link index of the link
 * @return the address; 0.0.0.0 for null
 * @throws InputError if the node is not on the link, or the address is that of no host
 */
NamedAddress ReadNamedAddress(const JsonValue& value, const Scenario& scenario, std::size_t link);

/**
 * @param address an address
 * @return it, for people; "nobody" for 0.0.0.0
 */
std::string DescribeAddress(Ipv4Address address);

/**
 * @param address an address with the name of its node
 * @return it, for people
 */
std::string DescribeAddress(const NamedAddress& address);

} // namespace mgm
} // namespace ns3

#endif // MGM_NAMED_ADDRESS_H

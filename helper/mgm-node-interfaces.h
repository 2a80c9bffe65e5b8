/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_NODE_INTERFACES_H
#define MGM_NODE_INTERFACES_H

#include "ns3/node.h"

#include <cstdint>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @param node a node with an IPv4 stack
 * @return indices of its IPv4 interfaces that have an address, without the loopback interface
 */
std::vector<uint32_t> GetInterfacesWithAddress(Ptr<Node> node);

} // namespace mgm
} // namespace ns3

#endif // MGM_NODE_INTERFACES_H

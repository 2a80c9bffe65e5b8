/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_NAMES_H
#define MGM_TRACE_NAMES_H

#include <cstdint>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @brief Names a node for people.
 * @param node id of the node
 * @return the name that ns3::Names has for the node, else its id
 */
std::string NameOfNode(uint32_t node);

/**
 * @brief Names an interface for people.
 * @param node id of the node
 * @param interface index of one of its IPv4 interfaces
 * @return the name that ns3::Names has for the net device of the interface, else the index
 */
std::string NameOfInterface(uint32_t node, uint32_t interface);

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_NAMES_H

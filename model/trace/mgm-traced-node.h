/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACED_NODE_H
#define MGM_TRACED_NODE_H

#include "ns3/node.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief An interface of a node, as a trace introduces it.
 */
struct TracedInterface
{
    uint32_t index{0}; ///< Index of the IPv4 interface: column "if".
    std::string name;  ///< Its name; the index if it has none.
    uint32_t link{0};  ///< Id of its channel: equal for interfaces on one link.
};

/**
 * @ingroup mgm
 * @brief A node, as a trace introduces it.
 */
struct TracedNode
{
    uint32_t id{0};                          ///< Node id: column "node".
    std::string name;                        ///< Its name; the id if it has none.
    std::vector<TracedInterface> interfaces; ///< Its interfaces with a channel, by index.
};

/**
 * @brief Introduces a node of the present simulation.
 * @param node the node
 * @return its names, and those of the interfaces that it has now
 */
TracedNode Introduce(Ptr<Node> node);

/**
 * @brief Names a node for people.
 * @param nodes the nodes that a trace introduces
 * @param id id of a node
 * @return the name of the node, or the id if the trace does not introduce it
 */
std::string NameOfNode(const std::vector<TracedNode>& nodes, uint32_t id);

/**
 * @brief Names an interface for people.
 * @param nodes the nodes that a trace introduces
 * @param id id of a node
 * @param index index of one of its IPv4 interfaces
 * @return the name of the interface, or the index if the trace does not introduce it
 */
std::string NameOfInterface(const std::vector<TracedNode>& nodes, uint32_t id, uint32_t index);

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACED_NODE_H

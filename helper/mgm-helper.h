/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_HELPER_H
#define MGM_HELPER_H

#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/node-container.h"
#include "ns3/object-factory.h"

#include <cstdint>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Gives nodes a multicast group manager.
 */
class MgmHelper
{
  public:
    MgmHelper();

    /**
     * @brief Sets an attribute of the managers to come.
     * @param name name of an attribute of MulticastGroupManager
     * @param value its value
     */
    void SetAttribute(const std::string& name, const AttributeValue& value);

    /**
     * @brief Aggregates a manager to a node, unless it has one.
     * @param node the node; it has an IPv4 stack
     * @return its manager
     */
    Ptr<MulticastGroupManager> Install(Ptr<Node> node) const;

    /**
     * @brief Aggregates a manager to each node, unless it has one.
     * @param nodes the nodes; they have an IPv4 stack
     */
    void Install(const NodeContainer& nodes) const;

    /**
     * @brief Fixes the random streams of the managers of nodes.
     * @param nodes the nodes; those without a manager are skipped
     * @param stream first stream number
     * @return the number of streams used
     */
    static int64_t AssignStreams(const NodeContainer& nodes, int64_t stream);

  private:
    ObjectFactory m_factory; ///< makes managers
};

} // namespace mgm
} // namespace ns3

#endif // MGM_HELPER_H

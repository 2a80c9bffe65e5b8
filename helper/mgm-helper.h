/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_HELPER_H
#define MGM_HELPER_H

#include "ns3/mgm-multicast-forwarder.h"
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
 * @brief Makes nodes multicast routers: gives them a group manager, and a forwarder in their IPv4
 * routing.
 *
 * Attributes and trace sources of what it installs have Config paths:
 * - `/NodeList/[i]/$ns3::mgm::MulticastGroupManager/...`
 * - `/NodeList/[i]/$ns3::mgm::MulticastForwarder/Forward`: each copy that leaves, with the
 *   signature MulticastForwarder::ForwardTracedCallback
 * - `/NodeList/[i]/$ns3::mgm::MulticastForwarder/Drop`: each packet that is dropped, with the
 *   signature MulticastForwarder::DropTracedCallback
 *
 * where `*` instead of `[i]` stands for all nodes.
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
     * @brief Sets an attribute of the forwarders to come.
     * @param name name of an attribute of MulticastForwarder
     * @param value its value
     */
    void SetForwarderAttribute(const std::string& name, const AttributeValue& value);

    /**
     * @brief Gives a node a manager and a forwarder, unless it has them.
     *
     * The forwarder goes into the list routing of the node. A node with another routing protocol
     * gets a list that contains it with priority 0.
     *
     * @param node the node; it has an IPv4 stack
     * @return its manager
     */
    Ptr<MulticastGroupManager> Install(Ptr<Node> node) const;

    /**
     * @brief Gives each node a manager and a forwarder, unless it has them.
     * @param nodes the nodes; they have an IPv4 stack
     */
    void Install(const NodeContainer& nodes) const;

    /**
     * @brief Gives a node a manager and a forwarder, unless it has them.
     * @param nodeName what Names knows the node by; it has an IPv4 stack
     * @return its manager
     */
    Ptr<MulticastGroupManager> Install(const std::string& nodeName) const;

    /// @brief Gives all nodes of the simulation, which have an IPv4 stack, a manager and a
    /// forwarder, unless they have them.
    void InstallAll() const;

    /**
     * @param node a node
     * @return its forwarder; null if it has none
     */
    static Ptr<MulticastForwarder> GetForwarder(Ptr<Node> node);

    /**
     * @brief Fixes the random streams of the managers of nodes.
     * @param nodes the nodes; those without a manager are skipped
     * @param stream first stream number
     * @return the number of streams used
     */
    static int64_t AssignStreams(const NodeContainer& nodes, int64_t stream);

  private:
    /// @brief Gives a node a forwarder.
    /// @param node the node
    void InstallForwarder(Ptr<Node> node) const;

    ObjectFactory m_managerFactory;   ///< makes managers
    ObjectFactory m_forwarderFactory; ///< makes forwarders
};

} // namespace mgm
} // namespace ns3

#endif // MGM_HELPER_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_AGENT_HELPER_H
#define MGM_IGMP_AGENT_HELPER_H

#include "ns3/application-container.h"
#include "ns3/mgm-igmp-host.h"
#include "ns3/mgm-igmp-router.h"
#include "ns3/node-container.h"
#include "ns3/object-factory.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Installs IGMP agents.
 *
 * The sockets of a node with an IgmpHost get the multicast packets that the host wants, and no
 * others: a MembershipRouting is put around the node's routing.
 *
 * @tparam Agent IgmpRouter, for nodes with a group manager, or IgmpHost
 */
template <typename Agent>
class IgmpAgentHelper
{
  public:
    IgmpAgentHelper();

    /**
     * @brief Sets an attribute of the agents to come.
     * @param name name of an attribute of the agent
     * @param value its value
     */
    void SetAttribute(const std::string& name, const AttributeValue& value);

    /**
     * @brief Sets an attribute of all interfaces of the agents to come.
     * @param name name of an attribute of the agent's interfaces
     * @param value its value
     */
    void SetInterfaceAttribute(const std::string& name, const AttributeValue& value);

    /**
     * @brief Sets the IGMP version on all interfaces of the agents to come.
     * @param version 2 or 3, which is the default; a host may also have 1
     */
    void SetVersion(uint8_t version);

    /**
     * @brief Installs an agent without interfaces.
     * @param node the node
     * @return the agent
     */
    Ptr<Agent> InstallBare(Ptr<Node> node) const;

    /**
     * @brief Installs an agent on each node, with all interfaces that have an address but the
     * loopback.
     * @param nodes the nodes
     * @return the agents
     */
    ApplicationContainer Install(const NodeContainer& nodes) const;

    /**
     * @brief Fixes the random streams of agents.
     * @param agents the agents
     * @param stream first stream number
     * @return the number of streams used
     */
    static int64_t AssignStreams(const ApplicationContainer& agents, int64_t stream);

  private:
    /// An attribute of the interfaces.
    using InterfaceAttribute = std::pair<std::string, Ptr<const AttributeValue>>;

    ObjectFactory m_factory;                               ///< makes agents
    std::vector<InterfaceAttribute> m_interfaceAttributes; ///< of all interfaces
    uint8_t m_version{3};                                  ///< IGMP version
};

/// @ingroup mgm
/// @brief Installs IGMP hosts.
using IgmpHostHelper = IgmpAgentHelper<IgmpHost>;

/// @ingroup mgm
/// @brief Installs IGMP routers; their nodes have a group manager.
using IgmpRouterHelper = IgmpAgentHelper<IgmpRouter>;

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_AGENT_HELPER_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SCENARIO_NETWORK_H
#define MGM_SCENARIO_NETWORK_H

#include "mgm-scenario.h"

#include "ns3/mgm-igmp-host.h"
#include "ns3/mgm-igmp-router.h"
#include "ns3/mgm-scripted-protocol.h"
#include "ns3/net-device.h"
#include "ns3/node.h"

#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The nodes, links and agents of a scenario, ready to run.
 *
 * Nodes are known to ns3::Names by their names, devices by `NODE/LINK`. Random streams have fixed
 * numbers in the order of the scenario: links, then of each node what it has, then the steps.
 */
class ScenarioNetwork
{
  public:
    /// What was made of a node of the scenario.
    struct Node
    {
        Ptr<ns3::Node> node;                          ///< The node.
        std::vector<Ptr<NetDevice>> devices;          ///< A device for each interface.
        Ptr<IgmpRouter> igmpRouter;                   ///< Its IGMP router, or null.
        Ptr<IgmpHost> igmpHost;                       ///< Its IGMP host, or null.
        std::vector<Ptr<ScriptedProtocol>> protocols; ///< Its protocols.
    };

    /**
     * @brief Builds everything and schedules the steps. The seed and the run are set already.
     * @param scenario the scenario; it outlives the network
     */
    explicit ScenarioNetwork(const Scenario& scenario);

    /// @return the nodes, in the order of the scenario
    const std::vector<Node>& GetNodes() const
    {
        return m_nodes;
    }

  private:
    /// Makes the links and their devices.
    void MakeLinks();

    /// Makes the IPv4 stacks, interfaces and routes.
    void MakeInterfaces();

    /// Makes the manager and the agents of a node.
    /// @param spec the node of the scenario
    /// @param node what is made of it
    void MakeAgents(const NodeSpec& spec, Node& node);

    /// Makes the IGMP router of a node.
    /// @param spec the agent
    /// @param node its node
    void MakeIgmpRouter(const IgmpRouterSpec& spec, Node& node);

    /// Makes the IGMP host of a node.
    /// @param spec the agent
    /// @param node its node
    void MakeIgmpHost(const IgmpHostSpec& spec, Node& node);

    /// Makes a protocol of a node.
    /// @param spec the protocol
    /// @param node its node
    void MakeProtocol(const ProtocolSpec& spec, Node& node);

    /// Schedules a step.
    /// @param step the step
    void Schedule(const StepSpec& step);

    /// Draws a time from a variable that gets the next stream.
    /// @param variable the variable
    /// @return the time
    Time Draw(Ptr<RandomVariableStream> variable);

    const Scenario& m_scenario; ///< the scenario
    std::vector<Node> m_nodes;  ///< what was made of its nodes
    int64_t m_stream{0};        ///< number of the next random stream
};

} // namespace mgm
} // namespace ns3

#endif // MGM_SCENARIO_NETWORK_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SCENARIO_NETWORK_H
#define MGM_SCENARIO_NETWORK_H

#include "mgm-agent-schedule.h"
#include "mgm-link-loss.h"
#include "mgm-random-streams.h"
#include "mgm-scenario-protocol.h"
#include "mgm-scenario.h"
#include "mgm-unicast-routes.h"

#include "ns3/mgm-igmp-host.h"
#include "ns3/mgm-igmp-proxy.h"
#include "ns3/mgm-igmp-router.h"
#include "ns3/mgm-pim-dense-router.h"
#include "ns3/mgm-traffic-sink.h"
#include "ns3/mgm-traffic-source.h"
#include "ns3/net-device.h"
#include "ns3/node.h"

#include <functional>
#include <memory>
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
 * numbers in the order of the scenario: links, then of each node what it has, then the steps, then
 * the traffic.
 */
class ScenarioNetwork
{
  public:
    /// What was made of a node of the scenario.
    struct Node
    {
        Ptr<ns3::Node> node;                 ///< The node.
        std::vector<Ptr<NetDevice>> devices; ///< A device for each interface.
        Ptr<IgmpRouter> igmpRouter;          ///< Its IGMP router, or null.
        Ptr<IgmpHost> igmpHost;              ///< Its IGMP host, or null.
        Ptr<IgmpProxy> igmpProxy;            ///< Its IGMP proxy, or null.
        Ptr<PimDenseRouter> pimDense;        ///< Its PIM dense mode, one of its protocols, or null.
        std::vector<std::shared_ptr<ScenarioProtocol>> protocols; ///< Its protocols.
        std::unique_ptr<AgentSchedule> schedule; ///< When all that starts and stops.
    };

    /**
     * @brief Builds everything and schedules the steps. The seed and the run are set already.
     * @param scenario the scenario; it outlives the network
     */
    explicit ScenarioNetwork(const Scenario& scenario);

    ScenarioNetwork(const ScenarioNetwork&) = delete;
    ScenarioNetwork& operator=(const ScenarioNetwork&) = delete;

    /// @return the nodes, in the order of the scenario
    const std::vector<Node>& GetNodes() const
    {
        return m_nodes;
    }

    /// Hears of the node that something was done on, and of the step; null if none did it.
    using Listener = std::function<void(const Node& node, const StepSpec* step)>;

    /**
     * @brief Says what is called after each step, and after an agent has started or stopped.
     * @param listener what is called
     */
    void SetListener(const Listener& listener)
    {
        m_listener = listener;
    }

    /**
     * @brief A link goes down or up, and with it the interfaces of the nodes that are up.
     * @param link index of the link
     * @param isUp whether it goes up
     */
    void SetLink(std::size_t link, bool isUp);

    /// @param link index of a link
    /// @return the devices there
    std::vector<Ptr<NetDevice>> GetDevicesOf(std::size_t link) const;

    /**
     * @brief A link loses packets.
     * @param link index of the link
     * @param packets how many, from the next one that arrives on
     */
    void LoseNext(std::size_t link, uint32_t packets);

    /**
     * @brief Gives an interface another address, as its only one. Who watches the interface hears
     *        of it, and routes follow.
     * @param interface the interface
     * @param address the address, in the subnet of its link
     */
    void SetAddress(const LinkEnd& interface, Ipv4Address address);

    /**
     * @brief A node crashes or boots.
     *
     * In a crash its manager and its agents are gone without a word (REG-6), then its interfaces go
     * down. When it boots, the
     * interfaces to links that are up go up, then those agents start that would run by now.
     *
     * @param node index of the node
     * @param isUp whether it boots
     */
    void SetNode(std::size_t node, bool isUp);

  private:
    /// Makes the IPv4 stacks, interfaces and routes.
    void MakeInterfaces();

    /// Makes the sources and the sinks.
    void MakeTraffic();

    /// Has the managers that steps start not run before.
    /// @param steps the steps
    void AwaitManagers(const std::vector<StepSpec>& steps);

    /// Schedules a step.
    /// @param step the step
    void Schedule(const StepSpec& step);

    /// Schedules a step of the chain, and after it the others.
    /// @param next index of the step
    /// @param delay when
    void GoOnWithChain(std::size_t next, Time delay);

    /// Does a step, and is the cause of all that it causes.
    /// @param step the step
    void Perform(const StepSpec& step);

    /// Calls the listener, if there is one.
    /// @param node the node that something was done on
    /// @param step the step that did it, or null
    void TellListener(const Node& node, const StepSpec* step) const;

    /// Puts interfaces into the state that their node and their link say, and updates the routes.
    /// @param interfaces the interfaces
    void UpdateInterfaces(const std::vector<LinkEnd>& interfaces);

    /// Updates the routes, and tells the group managers of it.
    /// @param interfaces interfaces that have changed
    void UpdateRoutes(const std::vector<LinkEnd>& interfaces);

    /// Tells the group managers of nodes that the routes there may have changed.
    /// @param interfaces interfaces of the nodes
    void NotifyOf(const std::vector<LinkEnd>& interfaces) const;

    /// Puts an interface into the state that its node and its link say.
    /// @param interface the interface
    void UpdateInterface(const LinkEnd& interface);

    /// @param node index of a node
    /// @return all its interfaces
    std::vector<LinkEnd> GetInterfacesOf(std::size_t node) const;

    const Scenario& m_scenario;          ///< the scenario
    UnicastRoutes m_routes;              ///< the unicast routes
    std::vector<Node> m_nodes;           ///< what was made of its nodes
    std::vector<bool> m_isLinkUp;        ///< which links are up
    std::vector<Ptr<LinkLoss>> m_losses; ///< what links lose, or null
    RandomStreams m_streams;             ///< the random streams
    Listener m_listener;                 ///< what is called when something was done
};

} // namespace mgm
} // namespace ns3

#endif // MGM_SCENARIO_NETWORK_H

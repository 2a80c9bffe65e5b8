/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-traffic-observer.h"

#include "ns3/mgm-helper.h"
#include "ns3/simulator.h"

#include <algorithm>
#include <set>

namespace ns3
{
namespace mgm
{

namespace
{

/// The nodes and links, as the ledger sees them.
PacketLedger::Topology
DescribeTopology(const Scenario& scenario, const ScenarioNetwork& network)
{
    PacketLedger::Topology topology;
    std::vector<std::vector<std::pair<uint32_t, uint32_t>>> ends(scenario.links.size());
    for (std::size_t i = 0; i < scenario.nodes.size(); ++i)
    {
        const auto node = network.GetNodes()[i].node;
        const auto& interfaces = scenario.nodes[i].interfaces;
        for (std::size_t j = 0; j < interfaces.size(); ++j)
        {
            ends[interfaces[j].link].emplace_back(node->GetId(), static_cast<uint32_t>(j + 1));
        }
        if (MgmHelper::GetForwarder(node))
        {
            topology.forwarders.insert(node->GetId());
        }
    }
    for (std::size_t i = 0; i < ends.size(); ++i)
    {
        for (const auto& end : ends[i])
        {
            auto& others = topology.neighbors[end];
            others.delay = scenario.links[i].delay;
            for (const auto& [node, interface] : ends[i])
            {
                if (node != end.first)
                {
                    others.nodes.push_back(node);
                }
            }
        }
    }
    return topology;
}

/// The ids of the nodes with an IGMP host.
std::vector<uint32_t>
FindReceivers(const ScenarioNetwork& network)
{
    std::vector<uint32_t> receivers;
    for (const auto& node : network.GetNodes())
    {
        if (node.igmpHost)
        {
            receivers.push_back(node.node->GetId());
        }
    }
    return receivers;
}

/// The streams, each once.
std::vector<SourceGroup>
FindStreams(const Scenario& scenario)
{
    std::set<SourceGroup> streams;
    for (const auto& traffic : scenario.traffic)
    {
        const auto& interface = scenario.nodes[traffic.node].interfaces[traffic.interface - 1];
        streams.insert({interface.address, traffic.group});
    }
    return {streams.begin(), streams.end()};
}

/// Tells whether a host wants a stream on any of its interfaces. Nobody receives his own packets.
bool
Wants(const ScenarioNetwork& network, uint32_t receiver, const SourceGroup& stream)
{
    const auto& nodes = network.GetNodes();
    const auto found = std::find_if(nodes.begin(), nodes.end(), [receiver](const auto& node) {
        return node.node->GetId() == receiver;
    });
    const auto ipv4 = found->node->GetObject<Ipv4>();
    bool isWanted = false;
    for (uint32_t index = 1; index < ipv4->GetNInterfaces(); ++index)
    {
        if (ipv4->GetAddress(index, 0).GetLocal() == stream.source)
        {
            return false;
        }
        isWanted |= found->igmpHost->Wants(index, stream.source, stream.group);
    }
    return isWanted;
}

} // namespace

TrafficObserver::TrafficObserver(const Scenario& scenario, ScenarioNetwork& network)
    : m_ledger(DescribeTopology(scenario, network), m_copies),
      m_meter(
          FindReceivers(network),
          FindStreams(scenario),
          [&network](uint32_t receiver, const SourceGroup& stream) {
              return Wants(network, receiver, stream);
          },
          m_copies),
      m_watch(network, m_copies, m_ledger)
{
    network.SetListener([this]() { m_meter.Update(Simulator::Now()); });
}

void
TrafficObserver::Observe(const TraceRecord& record)
{
    m_copies.Observe(record);
    m_ledger.Observe(record);
    m_meter.Observe(record);
}

} // namespace mgm
} // namespace ns3

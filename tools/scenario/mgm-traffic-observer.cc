/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-traffic-observer.h"

#include "ns3/mgm-helper.h"
#include "ns3/simulator.h"

#include <set>
#include <variant>

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
    for (const auto& node : network.GetNodes())
    {
        if (MgmHelper::GetForwarder(node.node))
        {
            topology.forwarders.insert(node.node->GetId());
        }
    }
    for (const auto& link : scenario.links)
    {
        auto& [nodes, delay] = topology.links.emplace_back();
        delay = link.delay;
        for (const auto& end : link.ends)
        {
            const auto id = network.GetNodes()[end.node].node->GetId();
            nodes.push_back(id);
            const auto interface = static_cast<uint32_t>(end.place + 1);
            topology.interfaces.emplace(std::make_pair(id, interface), topology.links.size() - 1);
        }
    }
    return topology;
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
    const auto& node = network.GetNodes()[receiver];
    const auto ipv4 = node.node->GetObject<Ipv4>();
    bool isWanted = false;
    for (uint32_t index = 1; index < ipv4->GetNInterfaces(); ++index)
    {
        if (ipv4->GetAddress(index, 0).GetLocal() == stream.source)
        {
            return false;
        }
        isWanted |= node.igmpHost->Wants(index, stream.source, stream.group);
    }
    return isWanted;
}

} // namespace

TrafficObserver::TrafficObserver(const Scenario& scenario, ScenarioNetwork& network)
    : m_ledger(DescribeTopology(scenario, network), m_copies),
      m_meter(
          FindStreams(scenario),
          [&network](uint32_t receiver, const SourceGroup& stream) {
              return Wants(network, receiver, stream);
          },
          m_copies),
      m_watch(network, m_copies, m_ledger)
{
    network.SetListener([this](const ScenarioNetwork::Node& node, const StepSpec* step) {
        if (node.igmpHost)
        {
            Update(node.node->GetId(), step);
        }
    });
}

void
TrafficObserver::Update(uint32_t receiver, const StepSpec* step)
{
    const auto* hostStep = step ? std::get_if<HostStep>(&step->action) : nullptr;
    if (hostStep)
    {
        m_meter.Update(receiver, hostStep->group, Simulator::Now());
    }
    else
    {
        m_meter.Update(receiver, Simulator::Now());
    }
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

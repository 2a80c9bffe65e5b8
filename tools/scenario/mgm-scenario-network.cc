/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-scenario-network.h"

#include "mgm-agent-builder.h"
#include "mgm-link-builder.h"
#include "mgm-packet-replay.h"
#include "mgm-packet-sender.h"

#include "ns3/ipv4-routing-protocol.h"
#include "ns3/ipv4.h"
#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/mgm-trace-context.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-tracer.h"
#include "ns3/names.h"
#include "ns3/simulator.h"

#include <set>

namespace ns3
{
namespace mgm
{

namespace
{

/// Starts, stops or crashes an agent.
template <typename Agent>
void
Tell(Agent& agent, ScriptVerb verb)
{
    switch (verb)
    {
    case ScriptVerb::START:
        agent.Start();
        break;
    case ScriptVerb::STOP:
        agent.Stop();
        break;
    default:
        agent.Fail();
        break;
    }
}

/// What a step does.
struct StepPerformer
{
    ScenarioNetwork& network;
    std::size_t index; ///< of the node

    void operator()(const HostStep& step) const
    {
        GetNode().igmpHost->SetFilter(step.interface, step.group, step.mode, step.sources);
    }

    void operator()(const IgmpRouterStep& step) const
    {
        Tell(*GetNode().igmpRouter, step.verb);
    }

    void operator()(const IgmpProxyStep& step) const
    {
        Tell(*GetNode().igmpProxy, step.verb);
    }

    void operator()(const ProtocolStep& step) const
    {
        GetNode().protocols[step.protocol]->Run(step.step);
    }

    void operator()(const LinkStep& step) const
    {
        network.SetLink(step.link, step.isUp);
    }

    void operator()(const LossStep& step) const
    {
        network.LoseNext(step.link, step.packets);
    }

    void operator()(const ReplayStep& step) const
    {
        ReplayPackets(network.GetDevicesOf(step.link), step.packets);
    }

    void operator()(const NodeStep& step) const
    {
        network.SetNode(index, step.isUp);
    }

    void operator()(const SendStep& step) const
    {
        SendPacket(GetNode().node, step);
    }

    void operator()(const ManagerStep& /* step */) const
    {
        GetNode().node->GetObject<MulticastGroupManager>()->Start();
    }

    void operator()(const AddressStep& step) const
    {
        network.SetAddress({index, step.interface - 1}, step.address);
    }

    void operator()(const HostVersionStep& step) const
    {
        GetNode().igmpHost->GetInterface(step.interface)->ChangeVersion(step.version);
    }

    void operator()(const RouterVersionStep& step) const
    {
        GetNode().igmpRouter->GetInterface(step.interface)->ChangeVersion(step.version);
    }

    void operator()(const ProxyVersionStep& step) const
    {
        GetNode().igmpProxy->GetUpstream()->ChangeVersion(step.version);
    }

  private:
    const ScenarioNetwork::Node& GetNode() const
    {
        return network.GetNodes()[index];
    }
};

/// Whether a step can be done while its node is crashed.
bool
NeedsNoNode(const StepSpec& step)
{
    const auto subject = step.GetSubject();
    return subject == StepSubject::LINK || subject == StepSubject::NODE;
}

/// To what a step is done, in the words of traces.
std::string_view
SubjectOf(const StepSpec& step)
{
    constexpr EnumNames<StepSubject> SUBJECTS{words::STEP_OF_NODE,
                                              words::STEP_OF_NODE,
                                              words::STEP_OF_NODE,
                                              words::STEP_OF_HOST,
                                              words::STEP_OF_AGENT,
                                              words::STEP_OF_AGENT};
    return SUBJECTS[step.GetSubject()];
}

} // namespace

ScenarioNetwork::ScenarioNetwork(const Scenario& scenario)
    : m_scenario(scenario),
      m_routes(scenario),
      m_isLinkUp(scenario.links.size(), true),
      m_losses(scenario.links.size())
{
    std::vector<Ptr<ns3::Node>> nodes;
    for (const auto& spec : scenario.nodes)
    {
        nodes.push_back(CreateObject<ns3::Node>());
        Names::Add(spec.name, nodes.back());
    }
    const auto devices = MakeLinks(scenario, nodes, m_streams);
    for (std::size_t i = 0; i < nodes.size(); ++i)
    {
        m_nodes.push_back({nodes[i],
                           devices[i],
                           nullptr,
                           nullptr,
                           nullptr,
                           nullptr,
                           {},
                           std::make_unique<AgentSchedule>()});
    }
    MakeInterfaces();
    for (std::size_t i = 0; i < m_nodes.size(); ++i)
    {
        MakeAgents(scenario.nodes[i], m_nodes[i], m_streams);
    }
    for (const auto* steps : {&scenario.steps, &scenario.chain})
    {
        AwaitManagers(*steps);
    }
    for (const auto& step : scenario.steps)
    {
        Schedule(step);
    }
    GoOnWithChain(0, scenario.exploration.start);
    MakeTraffic();
    for (const auto& node : m_nodes)
    {
        node.schedule->Begin(node.node->GetId(), [this, &node]() { TellListener(node, nullptr); });
    }
}

void
ScenarioNetwork::MakeInterfaces()
{
    for (std::size_t i = 0; i < m_nodes.size(); ++i)
    {
        const auto& spec = m_scenario.nodes[i];
        const auto& node = m_nodes[i];
        m_routes.Install(spec, node.node, m_streams);
        const auto ipv4 = node.node->GetObject<Ipv4>();
        for (std::size_t j = 0; j < node.devices.size(); ++j)
        {
            const auto& interface = spec.interfaces[j];
            const auto& link = m_scenario.links[interface.link];
            const auto index = ipv4->AddInterface(node.devices[j]);
            ipv4->AddAddress(index, Ipv4InterfaceAddress(interface.address, link.mask));
            ipv4->SetUp(index);
            UnicastRoutes::AddStaticRoutes(spec, node.node, index);
        }
    }
    m_routes.Compute();
}

void
ScenarioNetwork::MakeTraffic()
{
    std::set<uint16_t> ports;
    for (const auto& traffic : m_scenario.traffic)
    {
        MakeSource(traffic, m_nodes[traffic.node], m_streams);
        ports.insert(traffic.port);
    }
    for (auto& node : m_nodes)
    {
        MakeSinks(ports, node);
    }
}

void
ScenarioNetwork::AwaitManagers(const std::vector<StepSpec>& steps)
{
    for (const auto& step : steps)
    {
        if (std::holds_alternative<ManagerStep>(step.action))
        {
            m_nodes[step.node].node->GetObject<MulticastGroupManager>()->AwaitStart();
        }
    }
}

void
ScenarioNetwork::Schedule(const StepSpec& step)
{
    const auto protocolStep = std::get_if<ProtocolStep>(&step.action);
    if (protocolStep && protocolStep->step.delay)
    {
        m_streams.AssignTo(protocolStep->step.delay);
    }
    Simulator::ScheduleWithContext(m_nodes[step.node].node->GetId(),
                                   m_streams.Draw(step.at),
                                   [this, &step]() { Perform(step); });
}

void
ScenarioNetwork::GoOnWithChain(std::size_t next, Time delay)
{
    if (next == m_scenario.chain.size())
    {
        return;
    }
    const auto& step = m_scenario.chain[next];
    Simulator::ScheduleWithContext(m_nodes[step.node].node->GetId(), delay, [this, &step, next]() {
        Perform(step);
        GoOnWithChain(next + 1, m_scenario.exploration.spacing);
    });
}

void
ScenarioNetwork::Perform(const StepSpec& step)
{
    const auto& node = m_nodes[step.node];
    const bool isPossible = node.schedule->IsUp() || NeedsNoNode(step);
    TraceRecord record;
    record.kind = TraceKind::EVENT;
    record.op = words::STEP;
    record.event = step.moves ? words::MOVED : std::string_view();
    record.action = SubjectOf(step);
    const DeferredText notDone([&step]() { return step.text + ": not done, the node is down"; });
    record.detail = isPossible ? TraceText(step.text) : TraceText(notDone);
    const CauseScope cause(Tracer::Of(node.node)->Emit(record));
    if (isPossible)
    {
        std::visit(StepPerformer{*this, step.node}, step.action);
    }
    TellListener(node, &step);
}

void
ScenarioNetwork::TellListener(const Node& node, const StepSpec* step) const
{
    if (m_listener)
    {
        m_listener(node, step);
    }
}

void
ScenarioNetwork::SetLink(std::size_t link, bool isUp)
{
    m_isLinkUp[link] = isUp;
    UpdateInterfaces(m_scenario.links[link].ends);
}

std::vector<Ptr<NetDevice>>
ScenarioNetwork::GetDevicesOf(std::size_t link) const
{
    std::vector<Ptr<NetDevice>> devices;
    for (const auto& end : m_scenario.links[link].ends)
    {
        devices.push_back(m_nodes[end.node].devices[end.place]);
    }
    return devices;
}

void
ScenarioNetwork::LoseNext(std::size_t link, uint32_t packets)
{
    auto& loss = m_losses[link];
    if (!loss)
    {
        loss = CreateObject<LinkLoss>();
        for (const auto& device : GetDevicesOf(link))
        {
            loss->Attach(device);
        }
    }
    loss->LoseNext(packets);
}

void
ScenarioNetwork::SetAddress(const LinkEnd& interface, Ipv4Address address)
{
    const auto ipv4 = m_nodes[interface.node].node->GetObject<Ipv4>();
    const auto index = static_cast<uint32_t>(interface.place + 1);
    const Ipv4InterfaceAddress added(address, ipv4->GetAddress(index, 0).GetMask());
    // It is never without one, which lookups of routes could not bear. The old one takes the route
    // to the subnet along.
    ipv4->AddAddress(index, added);
    ipv4->RemoveAddress(index, 0);
    ipv4->GetRoutingProtocol()->NotifyAddAddress(index, added);
    UpdateRoutes({interface});
}

void
ScenarioNetwork::SetNode(std::size_t node, bool isUp)
{
    auto& schedule = *m_nodes[node].schedule;
    if (schedule.IsUp() == isUp)
    {
        return;
    }
    if (!isUp)
    {
        if (const auto manager = m_nodes[node].node->GetObject<MulticastGroupManager>())
        {
            manager->Crash();
        }
        schedule.Crash();
        UpdateInterfaces(GetInterfacesOf(node));
        return;
    }
    schedule.Boot([this, node]() { UpdateInterfaces(GetInterfacesOf(node)); });
}

std::vector<LinkEnd>
ScenarioNetwork::GetInterfacesOf(std::size_t node) const
{
    std::vector<LinkEnd> interfaces;
    for (std::size_t place = 0; place < m_nodes[node].devices.size(); ++place)
    {
        interfaces.push_back({node, place});
    }
    return interfaces;
}

void
ScenarioNetwork::UpdateInterfaces(const std::vector<LinkEnd>& interfaces)
{
    for (const auto& interface : interfaces)
    {
        UpdateInterface(interface);
    }
    UpdateRoutes(interfaces);
}

void
ScenarioNetwork::UpdateRoutes(const std::vector<LinkEnd>& interfaces)
{
    m_routes.Recompute();
    if (m_scenario.routing == UnicastRouting::STATIC)
    {
        NotifyOf(interfaces);
        return;
    }
    for (const auto& node : m_nodes)
    {
        UnicastRoutes::Notify(node.node);
    }
}

void
ScenarioNetwork::NotifyOf(const std::vector<LinkEnd>& interfaces) const
{
    std::set<std::size_t> nodes;
    for (const auto& interface : interfaces)
    {
        if (nodes.insert(interface.node).second)
        {
            UnicastRoutes::Notify(m_nodes[interface.node].node);
        }
    }
}

void
ScenarioNetwork::UpdateInterface(const LinkEnd& interface)
{
    const auto& node = m_nodes[interface.node];
    const auto& spec = m_scenario.nodes[interface.node];
    const auto ipv4 = node.node->GetObject<Ipv4>();
    const auto index = static_cast<uint32_t>(interface.place + 1); // 0 is the loopback interface
    const bool isUp = node.schedule->IsUp() && m_isLinkUp[spec.interfaces[interface.place].link];
    if (ipv4->IsUp(index) == isUp)
    {
        return;
    }
    if (isUp)
    {
        ipv4->SetUp(index);
        UnicastRoutes::AddStaticRoutes(spec, node.node, index);
    }
    else
    {
        ipv4->SetDown(index);
    }
}

} // namespace mgm
} // namespace ns3

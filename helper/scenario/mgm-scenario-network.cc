/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-scenario-network.h"

#include "ns3/csma-helper.h"
#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-global-routing-helper.h"
#include "ns3/mgm-helper.h"
#include "ns3/mgm-igmp-agent-helper.h"
#include "ns3/mgm-scripted-protocol-helper.h"
#include "ns3/mgm-time-variable.h"
#include "ns3/mgm-trace-context.h"
#include "ns3/mgm-tracer.h"
#include "ns3/names.h"
#include "ns3/point-to-point-helper.h"
#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// Makes the devices of a link.
NetDeviceContainer
MakeDevices(const LinkSpec& link, const NodeContainer& nodes)
{
    if (link.type == LinkSpec::Type::CSMA)
    {
        CsmaHelper csma;
        csma.SetChannelAttribute("DataRate", DataRateValue(link.rate));
        csma.SetChannelAttribute("Delay", TimeValue(link.delay));
        return csma.Install(nodes);
    }
    PointToPointHelper line;
    line.SetDeviceAttribute("DataRate", DataRateValue(link.rate));
    line.SetChannelAttribute("Delay", TimeValue(link.delay));
    return line.Install(nodes);
}

/// Sets attributes of what a helper will install.
template <typename Helper>
void
SetAttributes(Helper& helper, const AttributeSpecs& attributes)
{
    for (const auto& [name, value] : attributes)
    {
        helper.SetAttribute(name, *value);
    }
}

/// Sets attributes of the interfaces of an IGMP agent that a helper will install.
template <typename Helper>
void
SetInterfaceAttributes(Helper& helper, const AttributeSpecs& attributes)
{
    for (const auto& [name, value] : attributes)
    {
        helper.SetInterfaceAttribute(name, *value);
    }
}

/**
 * @name What a step does
 * @{
 */

void
Act(const ScenarioNetwork::Node& node, const HostStep& step)
{
    node.igmpHost->SetFilter(step.interface, step.group, step.mode, step.sources);
}

void
Act(const ScenarioNetwork::Node& node, const IgmpRouterStep& step)
{
    switch (step.verb)
    {
    case ScriptVerb::START:
        node.igmpRouter->Start();
        break;
    case ScriptVerb::STOP:
        node.igmpRouter->Stop();
        break;
    default:
        node.igmpRouter->Fail();
        break;
    }
}

void
Act(const ScenarioNetwork::Node& node, const ProtocolStep& step)
{
    node.protocols[step.protocol]->Run(step.step);
}

/** @} */

/// Does a step and is the cause of all that it causes.
void
Perform(const ScenarioNetwork::Node& node, const StepSpec& step)
{
    TraceRecord record;
    record.kind = TraceKind::EVENT;
    record.op = "step";
    record.detail = step.text;
    const CauseScope cause(Tracer::Of(node.node)->Emit(record));
    std::visit([&node](const auto& action) { Act(node, action); }, step.action);
}

} // namespace

ScenarioNetwork::ScenarioNetwork(const Scenario& scenario)
    : m_scenario(scenario)
{
    for (const auto& spec : scenario.nodes)
    {
        m_nodes.push_back({});
        m_nodes.back().node = CreateObject<ns3::Node>();
        Names::Add(spec.name, m_nodes.back().node);
    }
    MakeLinks();
    MakeInterfaces();
    for (std::size_t i = 0; i < m_nodes.size(); ++i)
    {
        MakeAgents(scenario.nodes[i], m_nodes[i]);
    }
    for (const auto& step : scenario.steps)
    {
        Schedule(step);
    }
}

void
ScenarioNetwork::MakeLinks()
{
    for (std::size_t i = 0; i < m_nodes.size(); ++i)
    {
        m_nodes[i].devices.resize(m_scenario.nodes[i].interfaces.size());
    }
    for (std::size_t i = 0; i < m_scenario.links.size(); ++i)
    {
        NodeContainer nodes;
        std::vector<Ptr<NetDevice>*> places;
        for (std::size_t j = 0; j < m_nodes.size(); ++j)
        {
            const auto& interfaces = m_scenario.nodes[j].interfaces;
            for (std::size_t k = 0; k < interfaces.size(); ++k)
            {
                if (interfaces[k].link == i)
                {
                    nodes.Add(m_nodes[j].node);
                    places.push_back(&m_nodes[j].devices[k]);
                }
            }
        }
        const auto devices = MakeDevices(m_scenario.links[i], nodes);
        m_stream += CsmaHelper().AssignStreams(devices, m_stream);
        for (std::size_t j = 0; j < places.size(); ++j)
        {
            *places[j] = devices.Get(j);
            Names::Add(nodes.Get(j), m_scenario.links[i].name, devices.Get(j));
        }
    }
}

void
ScenarioNetwork::MakeInterfaces()
{
    InternetStackHelper stack;
    stack.SetIpv6StackInstall(false);
    for (std::size_t i = 0; i < m_nodes.size(); ++i)
    {
        const auto& node = m_nodes[i];
        stack.Install(node.node);
        m_stream += stack.AssignStreams(NodeContainer(node.node), m_stream);
        const auto ipv4 = node.node->GetObject<Ipv4>();
        for (std::size_t j = 0; j < node.devices.size(); ++j)
        {
            const auto& spec = m_scenario.nodes[i].interfaces[j];
            const auto index = ipv4->AddInterface(node.devices[j]);
            ipv4->AddAddress(index,
                             Ipv4InterfaceAddress(spec.address, m_scenario.links[spec.link].mask));
            ipv4->SetUp(index);
        }
    }
    Ipv4GlobalRoutingHelper::PopulateRoutingTables();
}

void
ScenarioNetwork::MakeAgents(const NodeSpec& spec, Node& node)
{
    if (spec.hasManager)
    {
        MgmHelper helper;
        SetAttributes(helper, spec.manager);
        helper.Install(node.node);
        m_stream += MgmHelper::AssignStreams(NodeContainer(node.node), m_stream);
    }
    if (spec.igmpRouter)
    {
        MakeIgmpRouter(*spec.igmpRouter, node);
    }
    if (spec.igmpHost)
    {
        MakeIgmpHost(*spec.igmpHost, node);
    }
    for (const auto& protocol : spec.protocols)
    {
        MakeProtocol(protocol, node);
    }
}

void
ScenarioNetwork::MakeIgmpRouter(const IgmpRouterSpec& spec, Node& node)
{
    IgmpRouterHelper helper;
    SetAttributes(helper, spec.attributes);
    SetInterfaceAttributes(helper, spec.interfaceAttributes);
    node.igmpRouter = spec.interfaces.empty()
                          ? DynamicCast<IgmpRouter>(helper.Install(node.node).Get(0))
                          : helper.InstallBare(node.node);
    for (const auto& [index, version] : spec.interfaces)
    {
        node.igmpRouter->AddInterface(index, version);
    }
    m_stream += node.igmpRouter->AssignStreams(m_stream);
    node.igmpRouter->SetStartTime(Draw(spec.start));
    if (spec.stop)
    {
        node.igmpRouter->SetStopTime(*spec.stop);
    }
}

void
ScenarioNetwork::MakeIgmpHost(const IgmpHostSpec& spec, Node& node)
{
    IgmpHostHelper helper;
    SetAttributes(helper, spec.attributes);
    SetInterfaceAttributes(helper, spec.interfaceAttributes);
    helper.SetVersion(spec.version);
    node.igmpHost = DynamicCast<IgmpHost>(helper.Install(node.node).Get(0));
    m_stream += node.igmpHost->AssignStreams(m_stream);
}

void
ScenarioNetwork::MakeProtocol(const ProtocolSpec& spec, Node& node)
{
    ScriptedProtocolHelper helper(spec.name, spec.id);
    helper.SetScript(spec.script);
    const auto protocol = helper.Install(node.node);
    if (!spec.interfaces.empty())
    {
        protocol->SetInterfaces(spec.interfaces);
    }
    m_stream += protocol->AssignStreams(m_stream);
    protocol->SetStartTime(Draw(spec.start));
    if (spec.stop)
    {
        protocol->SetStopTime(*spec.stop);
    }
    node.protocols.push_back(protocol);
}

void
ScenarioNetwork::Schedule(const StepSpec& step)
{
    const auto protocolStep = std::get_if<ProtocolStep>(&step.action);
    if (protocolStep && protocolStep->step.delay)
    {
        protocolStep->step.delay->SetStream(m_stream++);
    }
    const auto& node = m_nodes[step.node];
    Simulator::ScheduleWithContext(node.node->GetId(), Draw(step.at), [&node, &step]() {
        Perform(node, step);
    });
}

Time
ScenarioNetwork::Draw(Ptr<RandomVariableStream> variable)
{
    variable->SetStream(m_stream++);
    return DrawTime(variable);
}

} // namespace mgm
} // namespace ns3

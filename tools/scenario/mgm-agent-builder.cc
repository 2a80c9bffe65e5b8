/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-agent-builder.h"

#include "mgm-protocol-class.h"

#include "ns3/mgm-helper.h"
#include "ns3/mgm-igmp-agent-helper.h"
#include "ns3/mgm-igmp-proxy-helper.h"
#include "ns3/mgm-multicast-forwarder.h"
#include "ns3/mgm-pim-dense-helper.h"
#include "ns3/mgm-scripted-protocol-helper.h"
#include "ns3/mgm-static-multicast-rib.h"
#include "ns3/pointer.h"
#include "ns3/uinteger.h"

namespace ns3
{
namespace mgm
{

namespace
{

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

/// Sets attributes of an object. Objects with the same random number draw each from its own.
void
SetAttributesOf(Object& object, const AttributeSpecs& attributes)
{
    for (const auto& [name, value] : attributes)
    {
        object.SetAttribute(name, *value);
    }
}

/// Lets static routes override what unicast routing says about reverse paths.
void
AddMulticastRoutes(const std::vector<RouteSpec>& routes, MulticastGroupManager& manager)
{
    const auto rib = CreateObject<StaticMulticastRib>();
    for (const auto& route : routes)
    {
        rib->AddRoute(route.network, route.mask, {{route.interface}, route.via});
    }
    rib->SetFallback(manager.GetRib());
    manager.SetAttribute("Rib", PointerValue(rib));
}

void
ConfigureForwarder(const ForwarderSpec& spec, MulticastForwarder& forwarder)
{
    for (const auto& interface : spec.interfaces)
    {
        if (interface.ttlThreshold)
        {
            forwarder.SetTtlThreshold(interface.interface, *interface.ttlThreshold);
        }
        for (const auto& [network, mask] : interface.boundaries)
        {
            forwarder.AddScopeBoundary(interface.interface, network, mask);
        }
    }
}

void
MakeManager(const NodeSpec& spec, const ScenarioNetwork::Node& node, RandomStreams& streams)
{
    MgmHelper helper;
    SetAttributes(helper, spec.manager);
    for (const auto& [name, value] : spec.forwarder.attributes)
    {
        helper.SetForwarderAttribute(name, *value);
    }
    const auto manager = helper.Install(node.node);
    if (!spec.multicastRoutes.empty())
    {
        AddMulticastRoutes(spec.multicastRoutes, *manager);
    }
    ConfigureForwarder(spec.forwarder, *MgmHelper::GetForwarder(node.node));
    streams.Skip(MgmHelper::AssignStreams(NodeContainer(node.node), streams.GetNext()));
}

void
MakeIgmpRouter(const IgmpRouterSpec& spec, ScenarioNetwork::Node& node, RandomStreams& streams)
{
    IgmpRouterHelper helper;
    SetAttributes(helper, spec.attributes);
    for (const auto& [name, value] : spec.interfaceAttributes)
    {
        helper.SetInterfaceAttribute(name, *value);
    }
    node.igmpRouter = spec.interfaces.empty()
                          ? DynamicCast<IgmpRouter>(helper.Install(node.node).Get(0))
                          : helper.InstallBare(node.node);
    for (const auto& interface : spec.interfaces)
    {
        const auto made = node.igmpRouter->AddInterface(interface.index, interface.version);
        SetAttributesOf(*made, interface.attributes);
        for (const auto& join : interface.staticGroups)
        {
            made->AddStaticJoin(join);
        }
    }
    streams.AssignTo(node.igmpRouter);
    node.schedule->Add(node.igmpRouter, streams.Draw(spec.start), spec.stop, spec.startsByStep);
}

void
MakeIgmpHost(const IgmpHostSpec& spec, ScenarioNetwork::Node& node, RandomStreams& streams)
{
    IgmpHostHelper helper;
    SetAttributes(helper, spec.attributes);
    helper.SetVersion(spec.version);
    node.igmpHost = DynamicCast<IgmpHost>(helper.Install(node.node).Get(0));
    for (uint32_t i = 1; i <= node.devices.size(); ++i)
    {
        SetAttributesOf(*node.igmpHost->GetInterface(i), spec.interfaceAttributes);
    }
    streams.AssignTo(node.igmpHost);
    node.schedule->Add(node.igmpHost, Time(), {});
}

void
MakeIgmpProxy(const IgmpProxySpec& spec, ScenarioNetwork::Node& node, RandomStreams& streams)
{
    IgmpProxyHelper helper;
    SetAttributes(helper, spec.attributes);
    helper.SetUpstreamAttribute("Version", UintegerValue(spec.version));
    for (const auto& [name, value] : spec.interfaceAttributes)
    {
        helper.SetUpstreamAttribute(name, *value);
    }
    node.igmpProxy = helper.Install(node.node, spec.upstream);
    streams.AssignTo(node.igmpProxy);
    node.schedule->Add(node.igmpProxy, streams.Draw(spec.start), spec.stop);
}

void
MakeScriptedProtocol(const ProtocolSpec& spec, ScenarioNetwork::Node& node, RandomStreams& streams)
{
    ScriptedProtocolHelper helper(spec.name, spec.id);
    helper.SetScript(spec.script);
    const auto protocol = helper.Install(node.node);
    if (!spec.interfaces.empty())
    {
        protocol->SetInterfaces(spec.interfaces);
    }
    streams.AssignTo(protocol);
    node.schedule->Add(protocol, streams.Draw(spec.start), spec.stop, spec.startsByStep);
    node.protocols.push_back(AsScenarioProtocol(protocol));
}

/// Adds a client to the protocols of its node. Steps that start it hold its start-up back.
void
AddClient(const ProtocolSpec& spec,
          const Ptr<ManagerClient>& client,
          ScenarioNetwork::Node& node,
          RandomStreams& streams)
{
    if (spec.startsByStep)
    {
        client->HoldStartUp();
    }
    streams.AssignTo(client);
    node.schedule->Add(client, streams.Draw(spec.start), spec.stop, spec.startsByStep);
    node.protocols.push_back(AsScenarioProtocol(client));
}

void
MakeProtocolOfClass(const ProtocolSpec& spec, ScenarioNetwork::Node& node, RandomStreams& streams)
{
    const auto client = MakeClient(spec);
    if (!spec.interfaces.empty())
    {
        client->SetInterfaces(spec.interfaces);
    }
    node.node->AddApplication(client);
    AddClient(spec, client, node, streams);
}

void
MakePimDense(const ProtocolSpec& spec, ScenarioNetwork::Node& node, RandomStreams& streams)
{
    PimDenseHelper helper;
    SetAttributes(helper, spec.attributes);
    for (const auto& [name, value] : spec.pimDense->tibAttributes)
    {
        helper.SetTibAttribute(name, *value);
    }
    for (const auto& [name, value] : spec.pimDense->interfaceAttributes)
    {
        helper.SetInterfaceAttribute(name, *value);
    }
    const auto& interfaces = spec.pimDense->interfaces;
    node.pimDense = interfaces.empty()
                        ? DynamicCast<PimDenseRouter>(helper.Install(node.node).Get(0))
                        : helper.InstallBare(node.node);
    for (const auto& interface : interfaces)
    {
        SetAttributesOf(*node.pimDense->AddInterface(interface.index), interface.attributes);
    }
    node.pimDense->SetIdentity(spec.name, spec.id);
    AddClient(spec, node.pimDense, node, streams);
}

/// Makes a protocol of whatever kind.
void
MakeProtocol(const ProtocolSpec& spec, ScenarioNetwork::Node& node, RandomStreams& streams)
{
    if (spec.pimDense)
    {
        MakePimDense(spec, node, streams);
    }
    else if (spec.type)
    {
        MakeProtocolOfClass(spec, node, streams);
    }
    else
    {
        MakeScriptedProtocol(spec, node, streams);
    }
}

} // namespace

void
MakeAgents(const NodeSpec& spec, ScenarioNetwork::Node& node, RandomStreams& streams)
{
    if (spec.hasManager)
    {
        MakeManager(spec, node, streams);
    }
    if (spec.igmpRouter)
    {
        MakeIgmpRouter(*spec.igmpRouter, node, streams);
    }
    if (spec.igmpHost)
    {
        MakeIgmpHost(*spec.igmpHost, node, streams);
    }
    if (spec.igmpProxy)
    {
        MakeIgmpProxy(*spec.igmpProxy, node, streams);
    }
    for (const auto& protocol : spec.protocols)
    {
        MakeProtocol(protocol, node, streams);
    }
}

void
MakeSource(const TrafficSpec& spec, ScenarioNetwork::Node& node, RandomStreams& streams)
{
    const auto source = CreateObject<TrafficSource>();
    for (const auto& [name, value] : spec.attributes)
    {
        source->SetAttribute(name, *value);
    }
    node.node->AddApplication(source);
    streams.AssignTo(source);
    node.schedule->Add(source, streams.Draw(spec.start), spec.stop);
}

void
MakeSinks(const std::set<uint16_t>& ports, ScenarioNetwork::Node& node)
{
    if (!node.igmpHost)
    {
        return;
    }
    for (const auto port : ports)
    {
        const auto sink = CreateObject<TrafficSink>();
        sink->SetAttribute("Port", UintegerValue(port));
        sink->SetFilter(MakeCallback(&IgmpHost::Wants, node.igmpHost));
        node.node->AddApplication(sink);
    }
}

} // namespace mgm
} // namespace ns3

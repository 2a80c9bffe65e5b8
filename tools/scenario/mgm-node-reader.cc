/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-node-reader.h"

#include "mgm-attribute-reader.h"
#include "mgm-forwarding-reader.h"
#include "mgm-link-reader.h"
#include "mgm-protocol-class.h"
#include "mgm-scenario-lookup.h"
#include "mgm-scenario-values.h"
#include "mgm-script-reader.h"

#include "ns3/boolean.h"
#include "ns3/mgm-igmp-host.h"
#include "ns3/mgm-igmp-intervals.h"
#include "ns3/mgm-igmp-proxy.h"
#include "ns3/mgm-igmp-router.h"
#include "ns3/mgm-multicast-group-manager.h"

#include <algorithm>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// A time attribute of the interfaces of an IGMP router.
Time
GetTime(const IgmpRouterSpec& router, const std::string& name)
{
    for (const auto& [given, value] : router.interfaceAttributes)
    {
        if (given == name)
        {
            return DynamicCast<const TimeValue>(value)->Get();
        }
    }
    TypeId::AttributeInformation attribute;
    IgmpRouterInterface::GetTypeId().LookupAttributeByName(name, &attribute);
    return DynamicCast<const TimeValue>(attribute.initialValue)->Get();
}

/// The intervals of an interface must be such as IGMP allows, and can express in its version.
void
CheckIntervals(const JsonValue& attributes, const IgmpRouterSpec& router, uint8_t version)
{
    const IgmpIntervals intervals{version,
                                  GetTime(router, "QueryInterval"),
                                  GetTime(router, "QueryResponseInterval"),
                                  GetTime(router, "LastMemberQueryInterval")};
    const auto fault = intervals.Check();
    if (!fault)
    {
        return;
    }
    if (attributes.Has(fault->attribute))
    {
        attributes[fault->attribute].Fail(fault->expected);
    }
    std::ostringstream expected;
    expected << "a time greater than the " << fault->attribute << ", " << fault->found.GetSeconds()
             << 's';
    attributes["QueryInterval"].Fail(expected.str());
}

/// The same for all interfaces.
void
CheckIntervals(const JsonValue& attributes, const IgmpRouterSpec& router)
{
    constexpr uint8_t DEFAULT_VERSION = 3;
    if (router.interfaces.empty())
    {
        CheckIntervals(attributes, router, DEFAULT_VERSION);
    }
    for (const auto& [index, version] : router.interfaces)
    {
        CheckIntervals(attributes, router, version);
    }
}

IgmpRouterSpec
ReadIgmpRouter(const JsonValue& value, const Scenario& scenario, const NodeSpec& node)
{
    IgmpRouterSpec router;
    router.start = ReadTimeVariable(value["start"]);
    router.moves = ReadMoves(value, "start");
    if (value.Has("stop"))
    {
        router.stop = ReadStop(value);
    }
    for (const auto& [name, interface] : value["interfaces"].GetMembers())
    {
        const auto index = FindInterface(scenario, node, name);
        if (index == 0)
        {
            interface.Fail("the name \"" + name + "\"", DescribeInterfaces(scenario, node));
        }
        router.interfaces.emplace_back(index, interface["version"].Get<uint8_t>());
    }
    auto attributes = ReadAttributes(value["attributes"],
                                     {IgmpRouter::GetTypeId(), IgmpRouterInterface::GetTypeId()});
    router.attributes = attributes[0];
    router.interfaceAttributes = attributes[1];
    CheckIntervals(value["attributes"], router);
    return router;
}

IgmpHostSpec
ReadIgmpHost(const JsonValue& value)
{
    const auto attributes = ReadAttributes(value["attributes"],
                                           {IgmpHost::GetTypeId(), IgmpHostInterface::GetTypeId()});
    AttributeSpecs agent{{"SsmAware", Create<BooleanValue>(value["ssm-aware"].Get<bool>())}};
    agent.insert(agent.end(), attributes[0].begin(), attributes[0].end());
    return {value["version"].Get<uint8_t>(), agent, attributes[1]};
}

IgmpProxySpec
ReadIgmpProxy(const JsonValue& value, const Scenario& scenario, const NodeSpec& node)
{
    IgmpProxySpec proxy;
    proxy.upstream = ReadInterface(scenario, node, value["upstream"]);
    proxy.version = value["version"].Get<uint8_t>();
    proxy.start = ReadTimeVariable(value["start"]);
    if (value.Has("stop"))
    {
        proxy.stop = ReadStop(value);
    }
    auto attributes = ReadAttributes(value["attributes"],
                                     {IgmpProxy::GetTypeId(), IgmpHostInterface::GetTypeId()});
    proxy.attributes = attributes[0];
    proxy.interfaceAttributes = attributes[1];
    return proxy;
}

/// Says that a protocol can't have its id. One of a class need not give it.
[[noreturn]] void
FailId(const JsonValue& value, ClientId id, const std::string& expected)
{
    if (value.Has("id"))
    {
        value["id"].Fail(expected);
    }
    std::ostringstream found;
    found << "the id " << id.protocol << " and the component " << id.component << " of its class";
    value["type"].Fail(found.str(), expected);
}

/// Throws InputError if another client of the node registers as the same.
void
CheckClientId(const JsonValue& value, ClientId id, const NodeSpec& node)
{
    if (id.IsIgmp() && node.igmpRouter)
    {
        FailId(value,
               id,
               "another id: " + std::to_string(IGMP_PROTOCOL_ID) +
                   " is that of the node's IGMP router");
    }
    if (id == ClientId{IGMP_PROXY_PROTOCOL_ID, 0} && node.igmpProxy)
    {
        FailId(value,
               id,
               "another id: " + std::to_string(IGMP_PROXY_PROTOCOL_ID) +
                   " is that of the node's IGMP proxy");
    }
    const auto same = std::find_if(node.protocols.begin(),
                                   node.protocols.end(),
                                   [id](const auto& each) { return each.id == id; });
    if (same != node.protocols.end())
    {
        FailId(value, id, "another id, or another component, than \"" + same->name + "\" has");
    }
}

/// Steps that move have no times of their own.
void
CheckMovingScript(const JsonValue& moves, const Script& script)
{
    const auto hasTime = [](const auto& step) {
        return step.at || step.delay || !step.retry.IsZero();
    };
    if (std::any_of(script.startUp.begin(), script.startUp.end(), hasTime))
    {
        moves.Fail("false, or a \"script\" without \"at\", \"delay\" and \"retry\"");
    }
}

ProtocolSpec
ReadProtocol(const std::string& name,
             const JsonValue& value,
             const Scenario& scenario,
             const NodeSpec& node)
{
    if (name == IGMP_ROUTER_NAME)
    {
        value.Fail("the name \"" + name + "\"", "another name: it is that of the IGMP router");
    }
    if (name == IGMP_PROXY_NAME)
    {
        value.Fail("the name \"" + name + "\"", "another name: it is that of the IGMP proxy");
    }
    ProtocolSpec protocol;
    protocol.name = name;
    if (value.Has("type"))
    {
        ReadProtocolClass(value, protocol);
    }
    else
    {
        protocol.id = {value["id"].Get<uint32_t>(), value["component"].Get<uint32_t>()};
    }
    CheckClientId(value, protocol.id, node);
    protocol.start = ReadTimeVariable(value["start"]);
    if (value.Has("stop"))
    {
        protocol.stop = ReadStop(value);
    }
    if (value.Has("interfaces"))
    {
        protocol.interfaces = ReadInterfaceList(scenario, node, value["interfaces"]);
    }
    if (!protocol.type)
    {
        protocol.script = ReadScript(value, scenario, node);
    }
    protocol.moves = ReadMoves(value, "start");
    if (protocol.moves)
    {
        CheckMovingScript(value["moves"], protocol.script);
    }
    return protocol;
}

} // namespace

NodeSpec
ReadNode(const std::string& name, const JsonValue& value, const Scenario& scenario)
{
    NodeSpec node;
    node.name = name;
    node.interfaces = ReadInterfaces(value["interfaces"], scenario);
    node.routes = ReadRoutes(value["routes"], scenario, node);
    node.multicastRoutes = ReadRoutes(value["multicast-routes"], scenario, node);
    if (value.Has("manager"))
    {
        node.manager =
            ReadAttributes(value["manager"], {MulticastGroupManager::GetTypeId()}).front();
    }
    if (value.Has("forwarder"))
    {
        node.forwarder = ReadForwarder(value["forwarder"], scenario, node);
    }
    if (value.Has("igmp-router"))
    {
        node.igmpRouter = ReadIgmpRouter(value["igmp-router"], scenario, node);
    }
    if (value.Has("igmp-host"))
    {
        node.igmpHost = ReadIgmpHost(value["igmp-host"]);
    }
    if (value.Has("igmp-proxy"))
    {
        node.igmpProxy = ReadIgmpProxy(value["igmp-proxy"], scenario, node);
    }
    for (const auto& [protocolName, protocol] : value["protocols"].GetMembers())
    {
        node.protocols.push_back(ReadProtocol(protocolName, protocol, scenario, node));
    }
    node.hasManager = value.Has("manager") || value.Has("forwarder") || node.igmpRouter ||
                      node.igmpProxy || !node.protocols.empty();
    if (!node.hasManager && !node.multicastRoutes.empty())
    {
        value["multicast-routes"].Fail("none on a node without a group manager");
    }
    return node;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-node-reader.h"

#include "mgm-attribute-reader.h"
#include "mgm-forwarding-reader.h"
#include "mgm-link-reader.h"
#include "mgm-pim-dense-reader.h"
#include "mgm-protocol-class.h"
#include "mgm-scenario-lookup.h"
#include "mgm-scenario-values.h"
#include "mgm-script-reader.h"

#include "ns3/boolean.h"
#include "ns3/mgm-igmp-host.h"
#include "ns3/mgm-igmp-proxy.h"
#include "ns3/mgm-igmp-router-ssm-ranges.h"
#include "ns3/mgm-igmp-router.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/string.h"

#include <algorithm>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// What an attribute of an interface of an IGMP router has: its own value, that of all interfaces,
/// or the default. The last one given counts.
Ptr<const AttributeValue>
GetValue(const std::string& name, const AttributeSpecs& all, const AttributeSpecs& own)
{
    TypeId::AttributeInformation attribute;
    IgmpRouterInterface::GetTypeId().LookupAttributeByName(name, &attribute);
    Ptr<const AttributeValue> found = attribute.initialValue;
    for (const auto* specs : {&all, &own})
    {
        for (const auto& [given, value] : *specs)
        {
            found = given == name ? value : found;
        }
    }
    return found;
}

Time
GetTime(const std::string& name, const AttributeSpecs& all, const AttributeSpecs& own)
{
    return DynamicCast<const TimeValue>(GetValue(name, all, own))->Get();
}

/// The intervals of an interface must be such as IGMP allows, and can express in its version.
/// Of what is wrong, the value is named that is given nearest to the interface.
void
CheckIntervals(const std::vector<JsonValue>& places,
               const IgmpRouterSpec& router,
               const IgmpRouterInterfaceSpec& interface)
{
    const auto fault = FindIntervalFault(router, interface);
    if (!fault)
    {
        return;
    }
    const auto find = [&places](const std::string& name) {
        return std::find_if(places.begin(), places.end(), [&name](const auto& attributes) {
            return attributes.Has(name);
        });
    };
    const auto place = find(fault->attribute);
    if (place != places.end())
    {
        (*place)[fault->attribute].Fail(fault->expected);
    }
    std::ostringstream expected;
    expected << "a time greater than the " << fault->attribute << ", " << fault->found.GetSeconds()
             << 's';
    (*find("QueryInterval"))["QueryInterval"].Fail(expected.str());
}

/// The ranges of source-specific groups of an interface.
IgmpSsmRanges
GetSsmRanges(const IgmpRouterSpec& router, const IgmpRouterInterfaceSpec& interface)
{
    const auto value = GetValue("SsmRanges", router.interfaceAttributes, interface.attributes);
    return *IgmpSsmRanges::Parse(DynamicCast<const StringValue>(value)->Get());
}

/// Reads the groups that an interface forwards in any case.
std::vector<SourceGroup>
ReadStaticGroups(const JsonValue& value, const IgmpSsmRanges& ssmRanges)
{
    std::vector<SourceGroup> groups;
    for (const auto& item : value.GetItems())
    {
        const bool isSource = item.GetJson().is_object();
        SourceGroup join;
        join.group = ReadGroup(isSource ? item["group"] : item);
        join.source = isSource ? ReadUnicast(item["source"]) : ANY_ADDRESS;
        if (!IsValidMembership(join))
        {
            item.Fail("a group that routers forward, none of 224.0.0.0/24");
        }
        if (join.IsAnySource() && ssmRanges.Contains(join.group))
        {
            item.Fail("a group with its source, as it is source-specific (RFC 4607 section 5.2)");
        }
        groups.push_back(join);
    }
    return groups;
}

/// The version has its own place.
void
RefuseVersion(const JsonValue& attributes)
{
    if (attributes.Has("Version"))
    {
        attributes["Version"].Fail("no version among the attributes, but \"version\" beside them");
    }
}

/// Attributes of interfaces that would end the program, or be without effect.
void
CheckInterfaceAttributes(const JsonValue& attributes)
{
    RefuseVersion(attributes);
    if (attributes.Has("SsmRanges") && !IgmpSsmRanges::Parse(attributes["SsmRanges"].GetText()))
    {
        attributes["SsmRanges"].Fail("prefixes of multicast groups, separated by blanks");
    }
}

IgmpRouterInterfaceSpec
ReadIgmpRouterInterface(uint32_t index, const JsonValue& value, const IgmpRouterSpec& router)
{
    IgmpRouterInterfaceSpec interface;
    interface.index = index;
    interface.version = value["version"].Get<uint8_t>();
    interface.attributes =
        ReadAttributes(value["attributes"], {IgmpRouterInterface::GetTypeId()}).front();
    CheckInterfaceAttributes(value["attributes"]);
    interface.staticGroups =
        ReadStaticGroups(value["static-groups"], GetSsmRanges(router, interface));
    return interface;
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
    auto attributes = ReadAttributes(value["attributes"],
                                     {IgmpRouter::GetTypeId(), IgmpRouterInterface::GetTypeId()});
    router.attributes = attributes[0];
    router.interfaceAttributes = attributes[1];
    CheckInterfaceAttributes(value["attributes"]);
    for (const auto& [name, interface] : value["interfaces"].GetMembers())
    {
        const auto index = FindInterface(scenario, node, name);
        if (index == 0)
        {
            interface.Fail("the name \"" + name + "\"", DescribeInterfaces(scenario, node));
        }
        router.interfaces.push_back(ReadIgmpRouterInterface(index, interface, router));
        CheckIntervals({interface["attributes"], value["attributes"]},
                       router,
                       router.interfaces.back());
    }
    if (router.interfaces.empty())
    {
        IgmpRouterInterfaceSpec any;
        any.version = 3;
        CheckIntervals({value["attributes"]}, router, any);
    }
    return router;
}

IgmpHostSpec
ReadIgmpHost(const JsonValue& value)
{
    const auto attributes = ReadAttributes(value["attributes"],
                                           {IgmpHost::GetTypeId(), IgmpHostInterface::GetTypeId()});
    RefuseVersion(value["attributes"]);
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
    const auto* const pimDense = node.GetPimDense();
    if (pimDense && pimDense->name == name)
    {
        value.Fail("the name \"" + name + "\"", "another name: it is that of PIM dense mode");
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
    ReadProtocolTimes(value, protocol);
    if (value.Has("interfaces"))
    {
        protocol.interfaces = ReadInterfaceList(scenario, node, value["interfaces"]);
    }
    if (!protocol.type)
    {
        protocol.script = ReadScript(value, scenario, node);
    }
    if (protocol.moves)
    {
        CheckMovingScript(value["moves"], protocol.script);
    }
    return protocol;
}

} // namespace

std::optional<IgmpIntervalFault>
FindIntervalFault(const IgmpRouterSpec& router, const IgmpRouterInterfaceSpec& interface)
{
    const auto time = [&](const std::string& name) {
        return GetTime(name, router.interfaceAttributes, interface.attributes);
    };
    const IgmpIntervals intervals{interface.version,
                                  time("QueryInterval"),
                                  time("QueryResponseInterval"),
                                  time("LastMemberQueryInterval")};
    return intervals.Check();
}

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
    if (value.Has("pim-dm"))
    {
        node.protocols.push_back(ReadPimDense(value["pim-dm"], scenario, node));
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

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-forwarding-reader.h"

#include "mgm-attribute-reader.h"
#include "mgm-scenario-lookup.h"
#include "mgm-scenario-values.h"

#include "ns3/mgm-multicast-forwarder.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// Reads the neighbor of a route, which is another node on the link.
Ipv4Address
ReadNeighbor(const JsonValue& value, const Scenario& scenario, const InterfaceSpec& interface)
{
    const auto& link = scenario.links[interface.link];
    const Ipv4Address address(value.GetText().c_str());
    const bool isHost =
        address != link.network && address != link.network.GetSubnetDirectedBroadcast(link.mask);
    if (!link.mask.IsMatch(address, link.network) || !isHost || address == interface.address)
    {
        value.Fail("the address of a neighbor in " + ToString(Prefix{link.network, link.mask}) +
                   ", the subnet of \"" + link.name + "\"");
    }
    return address;
}

RouteSpec
ReadRoute(const JsonValue& value, const Scenario& scenario, const NodeSpec& node)
{
    const auto [network, mask] = ReadPrefix(value["to"]);
    RouteSpec route;
    route.network = network;
    route.mask = mask;
    route.interface = ReadInterface(scenario, node, value["interface"]);
    if (value.Has("via"))
    {
        route.via = ReadNeighbor(value["via"], scenario, node.interfaces[route.interface - 1]);
    }
    return route;
}

ForwarderInterfaceSpec
ReadForwarderInterface(const JsonValue& value, uint32_t index)
{
    ForwarderInterfaceSpec interface;
    interface.interface = index;
    if (value.Has("ttl-threshold"))
    {
        interface.ttlThreshold = value["ttl-threshold"].Get<uint8_t>();
    }
    for (const auto& boundary : value["boundaries"].GetItems())
    {
        const auto [network, mask] = ReadPrefix(boundary);
        interface.boundaries.emplace_back(network, mask);
    }
    return interface;
}

} // namespace

std::vector<RouteSpec>
ReadRoutes(const JsonValue& value, const Scenario& scenario, const NodeSpec& node)
{
    std::vector<RouteSpec> routes;
    for (const auto& item : value.GetItems())
    {
        const auto route = ReadRoute(item, scenario, node);
        const bool isKnown = std::any_of(routes.begin(), routes.end(), [&route](const auto& each) {
            return each.network == route.network && each.mask == route.mask;
        });
        if (isKnown)
        {
            item["to"].Fail("a prefix that no route before leads to");
        }
        routes.push_back(route);
    }
    return routes;
}

ForwarderSpec
ReadForwarder(const JsonValue& value, const Scenario& scenario, const NodeSpec& node)
{
    ForwarderSpec forwarder;
    forwarder.attributes =
        ReadAttributes(value["attributes"], {MulticastForwarder::GetTypeId()}).front();
    for (const auto& [name, interface] : value["interfaces"].GetMembers())
    {
        const auto index = FindInterface(scenario, node, name);
        if (index == 0)
        {
            interface.Fail("the name \"" + name + "\"", DescribeInterfaces(scenario, node));
        }
        forwarder.interfaces.push_back(ReadForwarderInterface(interface, index));
    }
    return forwarder;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-scenario-lookup.h"

#include "mgm-scenario-values.h"

namespace ns3
{
namespace mgm
{

uint32_t
FindInterface(const Scenario& scenario, const NodeSpec& node, const std::string& name)
{
    for (std::size_t i = 0; i < node.interfaces.size(); ++i)
    {
        if (scenario.links[node.interfaces[i].link].name == name)
        {
            return static_cast<uint32_t>(i + 1); // 0 is the loopback interface
        }
    }
    return 0;
}

uint32_t
ReadInterface(const Scenario& scenario, const NodeSpec& node, const JsonValue& name)
{
    const auto index = FindInterface(scenario, node, name.GetText());
    if (index == 0)
    {
        name.Fail(DescribeInterfaces(scenario, node));
    }
    return index;
}

std::vector<InterfaceId>
ReadInterfaceList(const Scenario& scenario, const NodeSpec& node, const JsonValue& names)
{
    std::vector<InterfaceId> interfaces;
    for (const auto& name : names.GetItems())
    {
        interfaces.push_back({ReadInterface(scenario, node, name)});
    }
    return interfaces;
}

Ipv4Address
ReadNodeOnLink(const JsonValue& name, const Scenario& scenario, const LinkSpec& link)
{
    std::string names;
    for (const auto& end : link.ends)
    {
        const auto& node = scenario.nodes[end.node];
        if (node.name == name.GetText())
        {
            return node.interfaces[end.place].address;
        }
        names += (names.empty() ? "" : ", ") + ("\"" + node.name + "\"");
    }
    name.Fail("a node on \"" + link.name + "\", " +
              (names.empty() ? "of which there are none" : "one of " + names));
}

std::string
DescribeInterfaces(const Scenario& scenario, const NodeSpec& node)
{
    std::vector<LinkSpec> links;
    for (const auto& interface : node.interfaces)
    {
        links.push_back(scenario.links[interface.link]);
    }
    return OneNameOf("an interface of \"" + node.name + "\"", links);
}

} // namespace mgm
} // namespace ns3

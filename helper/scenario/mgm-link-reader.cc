/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-link-reader.h"

#include "mgm-scenario-values.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

std::string
ToString(const LinkSpec& link)
{
    return ToString(Prefix{link.network, link.mask});
}

/// Reads the subnet of a link.
void
ReadSubnet(const JsonValue& value, LinkSpec& link)
{
    const auto text = value.GetText();
    const auto slash = text.find('/');
    const Ipv4Address address(text.substr(0, slash).c_str());
    link.mask = Ipv4Mask(text.substr(slash).c_str());
    link.network = address.CombineMask(link.mask);
    const auto network = link.network.Get() >> 24;
    if (network == 0 || network == 127 || network >= 224)
    {
        value.Fail("a subnet for hosts, from 1.0.0.0 to 223.255.255.255 without 127.0.0.0/8");
    }
    if (address != link.network)
    {
        value.Fail("\"" + ToString(link) + "\", the subnet that this address is in");
    }
}

/// Tells whether two links share addresses.
bool
Overlap(const LinkSpec& a, const LinkSpec& b)
{
    return a.mask.IsMatch(a.network, b.network) || b.mask.IsMatch(a.network, b.network);
}

LinkSpec
ReadLink(const std::string& name, const JsonValue& value)
{
    LinkSpec link;
    link.name = name;
    link.type =
        value["type"].GetText() == "csma" ? LinkSpec::Type::CSMA : LinkSpec::Type::POINT_TO_POINT;
    ReadSubnet(value["subnet"], link);
    link.rate = DataRate(value["rate"].GetText());
    link.delay = ReadTime(value["delay"]);
    return link;
}

/// Reads an address on a link.
Ipv4Address
ReadAddress(const JsonValue& value, const LinkSpec& link)
{
    const Ipv4Address address(value.GetText().c_str());
    const bool isHost =
        address != link.network && address != link.network.GetSubnetDirectedBroadcast(link.mask);
    if (!link.mask.IsMatch(address, link.network) || !isHost)
    {
        value.Fail("the address of a host in " + ToString(link) + ", the subnet of \"" + link.name +
                   "\"");
    }
    return address;
}

/// Checks that no node before has an address.
void
CheckUnused(const JsonValue& value, Ipv4Address address, const Scenario& scenario)
{
    for (const auto& node : scenario.nodes)
    {
        for (const auto& interface : node.interfaces)
        {
            if (interface.address == address)
            {
                value.Fail("an address that \"" + node.name + "\" does not have");
            }
        }
    }
}

} // namespace

std::vector<LinkSpec>
ReadLinks(const JsonValue& links)
{
    std::vector<LinkSpec> specs;
    for (const auto& [name, value] : links.GetMembers())
    {
        const auto link = ReadLink(name, value);
        const auto other = std::find_if(specs.begin(), specs.end(), [&link](const auto& each) {
            return Overlap(each, link);
        });
        if (other != specs.end())
        {
            value["subnet"].Fail("a subnet without addresses of " + ToString(*other) +
                                 ", the subnet of \"" + other->name + "\"");
        }
        specs.push_back(link);
    }
    return specs;
}

std::vector<InterfaceSpec>
ReadInterfaces(const JsonValue& interfaces, const Scenario& scenario)
{
    std::vector<InterfaceSpec> specs;
    for (const auto& [name, value] : interfaces.GetMembers())
    {
        const auto link =
            std::find_if(scenario.links.begin(),
                         scenario.links.end(),
                         [&name = name](const auto& each) { return each.name == name; });
        if (link == scenario.links.end())
        {
            value.Fail("the name \"" + name + "\"", OneNameOf("a link", scenario.links));
        }
        const auto address = ReadAddress(value, *link);
        CheckUnused(value, address, scenario);
        specs.push_back({static_cast<std::size_t>(link - scenario.links.begin()), address});
    }
    return specs;
}

void
CheckLinkEnds(const JsonValue& links, const Scenario& scenario)
{
    std::vector<std::size_t> ends(scenario.links.size());
    for (const auto& node : scenario.nodes)
    {
        for (const auto& interface : node.interfaces)
        {
            ++ends[interface.link];
        }
    }
    for (std::size_t i = 0; i < ends.size(); ++i)
    {
        const auto& link = scenario.links[i];
        if (link.type == LinkSpec::Type::POINT_TO_POINT && ends[i] != 2)
        {
            links[link.name].Fail(std::to_string(ends[i]) + (ends[i] == 1 ? " end" : " ends"),
                                  "2, as every point-to-point link has");
        }
    }
}

} // namespace mgm
} // namespace ns3

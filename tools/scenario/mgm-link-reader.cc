/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-link-reader.h"

#include "mgm-scenario-values.h"

#include <iterator>
#include <map>

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

/// The subnets of links, by their first addresses. No two of them share addresses.
using Subnets = std::map<Ipv4Address, const LinkSpec*>;

/// A subnet with which a link shares addresses; null if there is none. Of subnets that
/// share none, only the neighbors of another one can share addresses with it.
const LinkSpec*
FindOverlapping(const Subnets& subnets, const LinkSpec& link)
{
    const auto next = subnets.lower_bound(link.network);
    if (next != subnets.begin() && Overlap(*std::prev(next)->second, link))
    {
        return std::prev(next)->second;
    }
    return next != subnets.end() && Overlap(*next->second, link) ? next->second : nullptr;
}

/// Checks that no two links share addresses.
void
CheckSubnets(const JsonValue& links, const NamedList<LinkSpec>& specs)
{
    Subnets subnets;
    for (const auto& link : specs)
    {
        if (const auto* other = FindOverlapping(subnets, link))
        {
            links[link.name]["subnet"].Fail("a subnet without addresses of " + ToString(*other) +
                                            ", the subnet of \"" + other->name + "\"");
        }
        subnets.emplace(link.network, &link);
    }
}

} // namespace

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

NamedList<LinkSpec>
ReadLinks(const JsonValue& links)
{
    NamedList<LinkSpec> specs;
    for (const auto& [name, value] : links.GetMembers())
    {
        specs.Add(ReadLink(name, value));
    }
    CheckSubnets(links, specs);
    return specs;
}

std::vector<InterfaceSpec>
ReadInterfaces(const JsonValue& interfaces, const Scenario& scenario)
{
    std::vector<InterfaceSpec> specs;
    for (const auto& [name, value] : interfaces.GetMembers())
    {
        const auto link = scenario.links.Find(name);
        if (!link)
        {
            value.Fail("the name \"" + name + "\"", OneNameOf("a link", scenario.links));
        }
        specs.push_back({*link, ReadAddress(value, scenario.links[*link])});
    }
    return specs;
}

void
CheckAddresses(const JsonValue& nodes, const Scenario& scenario)
{
    std::map<Ipv4Address, const NodeSpec*> users;
    for (const auto& node : scenario.nodes)
    {
        for (const auto& interface : node.interfaces)
        {
            const auto [user, isNew] = users.emplace(interface.address, &node);
            if (!isNew)
            {
                nodes[node.name]["interfaces"][scenario.links[interface.link].name].Fail(
                    "an address that \"" + user->second->name + "\" does not have");
            }
        }
    }
}

void
FindLinkEnds(Scenario& scenario)
{
    for (std::size_t i = 0; i < scenario.nodes.size(); ++i)
    {
        const auto& interfaces = scenario.nodes[i].interfaces;
        for (std::size_t j = 0; j < interfaces.size(); ++j)
        {
            scenario.links[interfaces[j].link].ends.push_back({i, j});
        }
    }
}

void
CheckLinkEnds(const JsonValue& links, const Scenario& scenario)
{
    for (const auto& link : scenario.links)
    {
        const auto ends = link.ends.size();
        if (link.type == LinkSpec::Type::POINT_TO_POINT && ends != 2)
        {
            links[link.name].Fail(std::to_string(ends) + (ends == 1 ? " end" : " ends"),
                                  "2, as every point-to-point link has");
        }
    }
}

} // namespace mgm
} // namespace ns3

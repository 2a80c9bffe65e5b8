/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-random-network.h"

#include "ns3/boolean.h"
#include "ns3/csma-helper.h"
#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-list-routing-helper.h"
#include "ns3/ipv4-routing-table-entry.h"
#include "ns3/ipv4-static-routing-helper.h"
#include "ns3/ipv4.h"
#include "ns3/mac48-address.h"
#include "ns3/point-to-point-helper.h"
#include "ns3/string.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint32_t FIRST_HOST_NUMBER = 100;

Ptr<Ipv4StaticRouting>
RoutingOf(Ptr<Node> node)
{
    return Ipv4StaticRoutingHelper().GetStaticRouting(node->GetObject<Ipv4>());
}

/// Removes the static route to a prefix.
void
RemoveRoute(Ptr<Node> node, Ipv4Address network, Ipv4Mask mask)
{
    const auto routing = RoutingOf(node);
    for (uint32_t i = 0; i < routing->GetNRoutes(); ++i)
    {
        const auto route = routing->GetRoute(i);
        if (route.GetDestNetwork() == network && route.GetDestNetworkMask() == mask)
        {
            routing->RemoveRoute(i);
            return;
        }
    }
}

/// Static routes in a list, without which multicast packets are not even delivered on the node.
void
InstallStack(const NodeContainer& nodes)
{
    InternetStackHelper stack;
    Ipv4ListRoutingHelper list;
    list.Add(Ipv4StaticRoutingHelper(), 0);
    stack.SetRoutingHelper(list);
    stack.SetIpv6StackInstall(false);
    stack.Install(nodes);
}

} // namespace

RandomNetwork::RandomNetwork(Draw& draw)
{
    const auto routers = 2 + draw.Below(3);
    m_routers.Create(routers);
    InstallStack(m_routers);
    m_first.resize(routers);
    m_linkRoutes.resize(routers);
    m_hostRoutes.resize(routers);
    for (uint32_t router = 1; router < routers; ++router)
    {
        AddLink({draw.Below(router), router}, draw.OnceIn(4), draw.OnceIn(2));
    }
    if (routers > 2 && draw.OnceIn(2))
    {
        AddLink({0, routers - 1}, draw.OnceIn(4), draw.OnceIn(2));
    }
    for (uint32_t router = 0; router < routers; ++router)
    {
        AddLink({router}, true, true);
    }
    for (uint32_t link = 0; link < m_links.size(); ++link)
    {
        AddRoutes(link);
    }
}

Ipv4Address
RandomNetwork::AddressOn(uint32_t link, uint32_t number)
{
    return Ipv4Address(0x0A010000 + (link << 8) + number);
}

uint32_t
RandomNetwork::AddInterface(Ptr<Node> node, Ptr<NetDevice> device, Ipv4Address address)
{
    const auto ipv4 = node->GetObject<Ipv4>();
    const auto index = ipv4->AddInterface(device);
    ipv4->AddAddress(index, {address, Ipv4Mask("/24")});
    ipv4->SetUp(index);
    return index;
}

void
RandomNetwork::AddLink(const std::vector<uint32_t>& routers, bool hasHost, bool isCsma)
{
    const auto number = static_cast<uint32_t>(m_links.size());
    m_links.emplace_back();
    auto& link = m_links.back();
    NodeContainer nodes;
    for (const auto router : routers)
    {
        nodes.Add(m_routers.Get(router));
    }
    if (hasHost)
    {
        const auto host = CreateObject<Node>();
        InstallStack(NodeContainer(host));
        link.hosts.push_back(m_hosts.GetN());
        m_hosts.Add(host);
        nodes.Add(host);
    }
    PointToPointHelper line;
    line.SetDeviceAttribute("DataRate", StringValue("100Mbps")); // loops end within a step
    const auto devices = hasHost || isCsma ? CsmaHelper().Install(nodes) : line.Install(nodes);
    for (uint32_t i = 0; i < routers.size(); ++i)
    {
        const auto address = AddressOn(number, 1 + routers[i]);
        link.ports.push_back({routers[i], AddInterface(nodes.Get(i), devices.Get(i), address)});
    }
    if (hasHost)
    {
        const auto host = nodes.Get(nodes.GetN() - 1);
        const auto device = devices.Get(devices.GetN() - 1);
        const auto address = AddressOn(number, FIRST_HOST_NUMBER);
        RoutingOf(host)->SetDefaultMulticastRoute(AddInterface(host, device, address));
        host->GetObject<Ipv4>()->SetAttribute("IpForward", BooleanValue(false));
    }
}

/// Breadth first from the routers on the link.
void
RandomNetwork::AddRoutes(uint32_t link)
{
    std::vector<uint32_t> reached;
    for (const auto& port : m_links[link].ports)
    {
        reached.push_back(port.router);
    }
    for (std::size_t i = 0; i < reached.size(); ++i)
    {
        for (uint32_t number = 0; number < m_links.size(); ++number)
        {
            const auto& ports = m_links[number].ports;
            const bool isNear = std::any_of(ports.begin(), ports.end(), [&](const auto& port) {
                return port.router == reached[i];
            });
            for (const auto& port : ports)
            {
                if (isNear &&
                    std::find(reached.begin(), reached.end(), port.router) == reached.end())
                {
                    const Route route{port.interface, AddressOn(number, 1 + reached[i])};
                    m_first[port.router][link] = route;
                    AddLinkRoute(port.router, link, route);
                    reached.push_back(port.router);
                }
            }
        }
    }
}

void
RandomNetwork::AddLinkRoute(uint32_t router, uint32_t link, const Route& route)
{
    m_linkRoutes[router][link] = route;
    RoutingOf(m_routers.Get(router))
        ->AddNetworkRouteTo(AddressOn(link, 0), Ipv4Mask("/24"), route.nextHop, route.interface);
}

std::vector<RandomNetwork::Route>
RandomNetwork::GetNeighbors(uint32_t router) const
{
    std::vector<Route> neighbors;
    for (uint32_t link = 0; link < m_links.size(); ++link)
    {
        for (const auto& mine : m_links[link].ports)
        {
            for (const auto& other : m_links[link].ports)
            {
                if (mine.router == router && other.router != router)
                {
                    neighbors.push_back({mine.interface, AddressOn(link, 1 + other.router)});
                }
            }
        }
    }
    return neighbors;
}

/// The longest prefix: to the host, else to its link, which may be that of an interface.
RandomNetwork::Route
RandomNetwork::RouteTo(uint32_t router, uint32_t host) const
{
    const auto link = GetLinkOfHost(host);
    const auto single = m_hostRoutes[router].find(host);
    if (single != m_hostRoutes[router].end())
    {
        return single->second;
    }
    for (const auto& port : m_links[link].ports)
    {
        if (port.router == router)
        {
            return IsUp(port) ? Route{port.interface, ANY_ADDRESS} : Route{};
        }
    }
    const auto found = m_linkRoutes[router].find(link);
    return found == m_linkRoutes[router].end() ? Route{} : found->second;
}

void
RandomNetwork::SetUp(const Port& port, bool isUp)
{
    const auto ipv4 = m_routers.Get(port.router)->GetObject<Ipv4>();
    if (isUp)
    {
        m_down.erase(port);
        ipv4->SetUp(port.interface);
        return;
    }
    m_down.insert(port);
    for (auto* routes : {&m_linkRoutes[port.router], &m_hostRoutes[port.router]})
    {
        for (auto route = routes->begin(); route != routes->end();)
        {
            route =
                route->second.interface == port.interface ? routes->erase(route) : std::next(route);
        }
    }
    ipv4->SetDown(port.interface);
}

void
RandomNetwork::AddHostRoute(uint32_t router, uint32_t host, const Route& route)
{
    RemoveHostRoute(router, host);
    m_hostRoutes[router][host] = route;
    RoutingOf(m_routers.Get(router))
        ->AddHostRouteTo(GetAddressOfHost(host), route.nextHop, route.interface);
}

void
RandomNetwork::RemoveHostRoute(uint32_t router, uint32_t host)
{
    if (m_hostRoutes[router].erase(host) != 0)
    {
        RemoveRoute(m_routers.Get(router), GetAddressOfHost(host), Ipv4Mask::GetOnes());
    }
}

void
RandomNetwork::RemoveLinkRoute(uint32_t router, uint32_t link)
{
    if (m_linkRoutes[router].erase(link) != 0)
    {
        RemoveRoute(m_routers.Get(router), AddressOn(link, 0), Ipv4Mask("/24"));
    }
}

void
RandomNetwork::RestoreLinkRoutes(uint32_t router)
{
    for (const auto& [link, route] : m_first[router])
    {
        if (m_linkRoutes[router].count(link) == 0 && IsUp({router, route.interface}))
        {
            AddLinkRoute(router, link, route);
        }
    }
}

uint32_t
RandomNetwork::GetLinkOfHost(uint32_t host) const
{
    uint32_t link = 0;
    while (m_links[link].hosts != std::vector<uint32_t>{host})
    {
        ++link;
    }
    return link;
}

uint32_t
RandomNetwork::GetLinkOfPort(const Port& port) const
{
    for (uint32_t link = 0; link < m_links.size(); ++link)
    {
        for (const auto& other : m_links[link].ports)
        {
            if (other.router == port.router && other.interface == port.interface)
            {
                return link;
            }
        }
    }
    return 0;
}

uint32_t
RandomNetwork::CountInterfaces(uint32_t router) const
{
    return m_routers.Get(router)->GetObject<Ipv4>()->GetNInterfaces() - 1;
}

Ipv4Address
RandomNetwork::GetAddressOfHost(uint32_t host) const
{
    return AddressOn(GetLinkOfHost(host), FIRST_HOST_NUMBER);
}

} // namespace mgm
} // namespace ns3

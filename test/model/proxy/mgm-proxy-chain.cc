/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-proxy-chain.h"

#include "ns3/inet-socket-address.h"
#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-address-helper.h"
#include "ns3/ipv4-static-routing-helper.h"
#include "ns3/ipv4.h"
#include "ns3/mgm-helper.h"
#include "ns3/mgm-igmp-agent-helper.h"
#include "ns3/mgm-igmp-proxy-helper.h"
#include "ns3/simple-net-device-helper.h"
#include "ns3/simulator.h"
#include "ns3/string.h"
#include "ns3/udp-socket-factory.h"

#include <algorithm>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

const char* const HALF = "ns3::ConstantRandomVariable[Constant=0.5]";

Ptr<Ipv4StaticRouting>
GetRoutes(Ptr<Node> node)
{
    return Ipv4StaticRoutingHelper().GetStaticRouting(node->GetObject<Ipv4>());
}

} // namespace

void
ProxyChain::SetUp()
{
    MgmTest::SetUp();
    m_nodes.Create(PLACES);
    MakeNetwork();
    MakeRoutes();
    MakeAgents();
    for (const auto host : {MIDDLE, BOTTOM, BOTTOM_TOO})
    {
        Listen(host);
    }
}

void
ProxyChain::TearDown()
{
    Simulator::Destroy();
    m_sockets.clear();
    m_proxies.clear();
    m_routers.clear();
    m_hosts.clear();
    MgmTest::TearDown();
}

void
ProxyChain::MakeNetwork()
{
    InternetStackHelper internet;
    internet.SetIpv6StackInstall(false);
    internet.Install(m_nodes);
    const std::vector<std::vector<Place>> links{{ROOT, FIRST},
                                                {FIRST, SECOND, MIDDLE},
                                                {SECOND, BOTTOM, BOTTOM_TOO}};
    Ipv4AddressHelper addresses("10.0.0.0", "255.255.255.0");
    for (const auto& link : links)
    {
        NodeContainer nodes;
        for (const auto place : link)
        {
            nodes.Add(m_nodes.Get(place));
        }
        const auto devices = SimpleNetDeviceHelper().Install(nodes);
        for (auto device = devices.Begin(); device != devices.End(); ++device)
        {
            (*device)->SetMtu(1500);
        }
        addresses.Assign(devices);
        addresses.NewNetwork();
    }
}

void
ProxyChain::MakeRoutes()
{
    const Ipv4Mask mask("255.255.255.0");
    const auto root = GetRoutes(m_nodes.Get(ROOT));
    root->AddNetworkRouteTo("10.0.1.0", mask, "10.0.0.2", LAN);
    root->AddNetworkRouteTo("10.0.2.0", mask, "10.0.0.2", LAN);
    const auto first = GetRoutes(m_nodes.Get(FIRST));
    first->SetDefaultRoute("10.0.0.1", UP);
    first->AddNetworkRouteTo("10.0.2.0", mask, "10.0.1.2", DOWN);
    GetRoutes(m_nodes.Get(SECOND))->SetDefaultRoute("10.0.1.1", UP);
    for (const auto place : {ROOT, MIDDLE, BOTTOM, BOTTOM_TOO})
    {
        GetRoutes(m_nodes.Get(place))->SetDefaultMulticastRoute(LAN);
    }
}

void
ProxyChain::MakeAgents()
{
    IgmpHostHelper hosts;
    hosts.SetInterfaceAttribute("Delay", StringValue(HALF));
    for (const auto place : {MIDDLE, BOTTOM, BOTTOM_TOO})
    {
        m_hosts[place] = DynamicCast<IgmpHost>(hosts.Install(m_nodes.Get(place)).Get(0));
    }
    IgmpProxyHelper proxies;
    proxies.SetUpstreamAttribute("Delay", StringValue(HALF));
    for (const auto place : {ROOT, FIRST, SECOND})
    {
        const auto node = m_nodes.Get(place);
        MgmHelper().Install(node);
        m_routers[place] = IgmpRouterHelper().InstallBare(node);
        m_routers[place]->AddInterface(place == ROOT ? LAN : DOWN);
        if (place != ROOT)
        {
            m_proxies[place] = proxies.Install(node, UP);
        }
    }
    const auto hear = [this](const IgmpReception& reception) {
        if (reception.source == Ipv4Address("10.0.0.1"))
        {
            return; // the root's own queries
        }
        std::ostringstream os;
        os << Simulator::Now().GetSeconds() << ' ' << reception.message;
        m_reports.push_back(os.str());
    };
    IgmpL4Protocol::Of(m_nodes.Get(ROOT))->Listen(LAN, Callback<void, const IgmpReception&>(hear));
}

void
ProxyChain::Listen(Place place)
{
    const auto socket = Socket::CreateSocket(m_nodes.Get(place), UdpSocketFactory::GetTypeId());
    socket->Bind(InetSocketAddress(Ipv4Address::GetAny(), PORT));
    socket->SetRecvCallback(Callback<void, Ptr<Socket>>([this, place](Ptr<Socket> ready) {
        while (ready->Recv())
        {
            ++m_heard[place];
        }
    }));
    m_sockets.push_back(socket);
}

void
ProxyChain::At(Time at, Place place, std::function<void()> what)
{
    // RunUntil() leaves the simulation a time step later.
    const auto delay = std::max(at - Simulator::Now(), Time(0));
    Simulator::ScheduleWithContext(m_nodes.Get(place)->GetId(), delay, what);
}

void
ProxyChain::Want(Time at, Place host, Ipv4Address group, const MulticastFilter& filter)
{
    At(at, host, [this, host, group, filter]() {
        m_hosts.at(host)->SetFilter(LAN, group, filter.mode, filter.sources);
    });
}

void
ProxyChain::Send(Time at, Place from, Ipv4Address group)
{
    At(at, from, [this, from, group]() {
        const auto node = m_nodes.Get(from);
        const auto socket = Socket::CreateSocket(node, UdpSocketFactory::GetTypeId());
        socket->BindToNetDevice(node->GetObject<Ipv4>()->GetNetDevice(LAN));
        socket->SendTo(Create<Packet>(100), 0, InetSocketAddress(group, PORT));
    });
}

void
ProxyChain::RunUntil(Time until)
{
    // One time step later, so that all events of the last instant are run.
    Simulator::Stop(until - Simulator::Now() + TimeStep(1));
    Simulator::Run();
}

std::vector<SourceGroup>
ProxyChain::GetMemberships(Place place, uint32_t interface) const
{
    const auto manager = m_nodes.Get(place)->GetObject<MulticastGroupManager>();
    return manager->GetMemberships().GetEntries(m_routers.at(place)->GetHandle(),
                                                InterfaceId{interface});
}

} // namespace mgm
} // namespace ns3

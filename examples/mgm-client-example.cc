/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

/*
 * A protocol of one's own: when IGMP tells of a receiver, it asks its upstream neighbor for the
 * group.
 *
 *   host ---- 10.1.1.0/24 ---- router ---- 10.2.2.0/24 ---- source
 *
 * Prints what the protocol is told, the trace is written to mgm-client-example.txt.
 */

#include "ns3/core-module.h"
#include "ns3/csma-module.h"
#include "ns3/internet-module.h"
#include "ns3/mgm-helper.h"
#include "ns3/mgm-igmp-agent-helper.h"
#include "ns3/mgm-manager-client.h"
#include "ns3/mgm-trace-helper.h"
#include "ns3/network-module.h"

#include <iostream>

using namespace ns3;
using namespace ns3::mgm;

namespace
{

constexpr uint16_t PORT = 4000;                     ///< Where joins go to.
const InetSocketAddress UPSTREAM{"10.2.2.2", PORT}; ///< The neighbor towards all sources.
const InetSocketAddress STREAM{"239.1.1.1", 5000};  ///< What the source sends.

class JoinProtocol : public ManagerClient
{
    ClientId GetClientId() const override
    {
        return {100, 0};
    }

    std::string_view GetClientName() const override
    {
        return "join";
    }

    void OnServing() override
    {
        std::cout << Simulator::Now().As(Time::S) << " serving " << GetHeld().size()
                  << " interfaces\n";
        m_socket = Socket::CreateSocket(GetNode(), UdpSocketFactory::GetTypeId());
    }

    void OnLocalJoin(const SourceGroup& entry, const InterfaceId& interface) override
    {
        std::cout << Simulator::Now().As(Time::S) << " LOCAL_JOIN " << entry << " on "
                  << interface << '\n';
        GetManager()->AddGroupMembershipEntry(GetHandle(), entry, interface); // forward it there
        m_socket->SendTo(Create<Packet>(8), 0, UPSTREAM);
    }

    void OnLocalLeave(const SourceGroup& entry, const InterfaceId& interface) override
    {
        std::cout << Simulator::Now().As(Time::S) << " LOCAL_LEAVE " << entry << " on "
                  << interface << '\n';
        GetManager()->DeleteGroupMembershipEntry(GetHandle(), entry, interface);
    }

    void OnCreationAlert(const SourceGroup& entry,
                         const InterfaceId& incoming,
                         std::vector<InterfaceEntry>& interfaces) override
    {
        std::cout << Simulator::Now().As(Time::S) << " CREATION_ALERT " << entry << " from "
                  << incoming << " to " << interfaces.front().interface << '\n';
    }

    Ptr<Socket> m_socket; ///< Sends joins.
};

/// The source answers a join with a packet of the group.
void
Answer(Ptr<Socket> socket)
{
    Address router;
    while (socket->RecvFrom(router))
    {
        socket->SendTo(Create<Packet>(100), 0, STREAM);
    }
}

} // namespace

int
main(int argc, char* argv[])
{
    CommandLine command(__FILE__);
    command.Parse(argc, argv);

    NodeContainer nodes(3);
    const auto host = nodes.Get(0);
    const auto router = nodes.Get(1);
    const auto source = nodes.Get(2);

    CsmaHelper csma;
    InternetStackHelper stack;
    stack.SetIpv6StackInstall(false);
    stack.Install(nodes);
    Ipv4AddressHelper addresses("10.1.1.0", "255.255.255.0");
    addresses.Assign(csma.Install(NodeContainer(host, router)));
    addresses.SetBase("10.2.2.0", "255.255.255.0");
    const auto upstream = csma.Install(NodeContainer(router, source));
    addresses.Assign(upstream);
    Ipv4StaticRoutingHelper().SetDefaultMulticastRoute(source, upstream.Get(1));

    MgmHelper().Install(router);
    IgmpRouterHelper().Install(router);
    const auto igmpHost = DynamicCast<IgmpHost>(IgmpHostHelper().Install(host).Get(0));
    Simulator::Schedule(Seconds(5), &IgmpHost::Join, igmpHost, 1, Ipv4Address("239.1.1.1"));
    Simulator::Schedule(Seconds(9), &IgmpHost::Leave, igmpHost, 1, Ipv4Address("239.1.1.1"));

    const auto protocol = CreateObject<JoinProtocol>();
    protocol->SetStartTime(Seconds(1));
    protocol->SetStopTime(Seconds(19));
    router->AddApplication(protocol);

    const auto socket = Socket::CreateSocket(source, UdpSocketFactory::GetTypeId());
    socket->Bind(InetSocketAddress(Ipv4Address::GetAny(), PORT));
    socket->SetRecvCallback(MakeCallback(&Answer));
    socket->SetAttribute("IpMulticastTtl", UintegerValue(2));

    MgmTraceHelper traces;
    traces.EnableAscii("mgm-client-example.txt");
    Simulator::Stop(Seconds(20));
    Simulator::Run();
    Simulator::Destroy();
    return 0;
}

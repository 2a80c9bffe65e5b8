/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-forwarder-fixture.h"

#include "ns3/inet-socket-address.h"
#include "ns3/ipv4-route.h"
#include "ns3/ipv4-static-routing-helper.h"
#include "ns3/ipv4-static-routing.h"
#include "ns3/output-stream-wrapper.h"
#include "ns3/simple-net-device.h"
#include "ns3/simulator.h"
#include "ns3/udp-socket-factory.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

using Interfaces = std::vector<uint32_t>;
using Texts = std::vector<std::string>;

constexpr uint8_t IGMP = 2;

/// The forwarder as a routing protocol of its node.
class ForwarderRouting : public ForwarderTest
{
  protected:
    /// Asks where a packet of the node itself leaves.
    Ptr<Ipv4Route> Route(Ipv4Address destination,
                         Ipv4Address source = ANY_ADDRESS,
                         Ptr<NetDevice> device = nullptr)
    {
        Ipv4Header header;
        header.SetSource(source);
        header.SetDestination(destination);
        Socket::SocketErrno error = Socket::ERROR_NOTERROR;
        const auto route = m_forwarder->RouteOutput(nullptr, header, device, error);
        EXPECT_EQ(error, route ? Socket::ERROR_NOTERROR : Socket::ERROR_NOROUTETOHOST);
        return route;
    }

    /// Sends a packet from a socket of the node.
    void SendFromSocket(Ptr<Socket> socket, const char* destination, uint32_t size = 10)
    {
        socket->SendTo(Create<Packet>(size), 0, InetSocketAddress(destination, PORT));
        Simulator::Run();
    }

    /// @return an unbound UDP socket of the node
    Ptr<Socket> MakeSocket()
    {
        return Socket::CreateSocket(m_node, UdpSocketFactory::GetTypeId());
    }
};

TEST_F(ForwarderRouting, UnicastAndLinkLocalRoutesAreLeftToOthers)
{
    for (const char* destination : {"10.0.2.9", "255.255.255.255", "224.0.0.5", "10.0.2.255"})
    {
        EXPECT_FALSE(Route(destination)) << destination;
    }
}

TEST_F(ForwarderRouting, UnicastAndLinkLocalPacketsAreLeftToOthers)
{
    for (const char* destination : {"10.0.2.9", "255.255.255.255", "224.0.0.5", "10.0.2.255"})
    {
        Ipv4Header header = MakeHeader();
        header.SetDestination(destination);
        EXPECT_FALSE(
            m_forwarder
                ->RouteInput(Create<Packet>(10), header, m_ipv4->GetNetDevice(1), {}, {}, {}, {}))
            << destination;
    }
    EXPECT_TRUE(m_forwarder->RouteInput(Create<Packet>(10),
                                        MakeHeader(),
                                        m_ipv4->GetNetDevice(1),
                                        {},
                                        {},
                                        {},
                                        {}));
}

TEST_F(ForwarderRouting, IgmpIsNoData)
{
    m_forwarder->GetPlane().Install(KEY, {1}, {{2}});
    auto header = MakeHeader(1);
    header.SetProtocol(IGMP);
    EXPECT_FALSE(
        m_forwarder
            ->RouteInput(Create<Packet>(8), header, m_ipv4->GetNetDevice(1), {}, {}, {}, {}));
    Arrive(1, header); // a report to its group
    header.SetDestination("239.2.2.2");
    Arrive(1, header); // a query to its group, without an entry
    m_forwarder->Receive(Create<Packet>(8), header, {1});
    EXPECT_EQ(Counters().packets, 0u);
    EXPECT_EQ(m_forwarder->GetPlane().GetCounters({SOURCE, header.GetDestination()}), nullptr);
    EXPECT_EQ(Misses(), Texts());
    EXPECT_EQ(Dropped(), Texts());
    EXPECT_EQ(SentOn(), Interfaces());
}

TEST_F(ForwarderRouting, TheRoutersOwnIgmpMessagesAreNoDataEither)
{
    m_ipv4->Send(Create<Packet>(8), "10.0.2.1", GROUP, IGMP, Route(GROUP, "10.0.2.1"));
    Simulator::Run();
    EXPECT_EQ(SentOn(), Interfaces{2}) << "it leaves, and that is all";
    EXPECT_EQ(Misses(), Texts());
    EXPECT_EQ(Dropped(), Texts());
}

TEST_F(ForwarderRouting, SeesEachOwnPacketOnceHoweverOftenItIsToldItsIpv4)
{
    m_forwarder->SetIpv4(m_ipv4);
    m_forwarder->GetPlane().Install({Ipv4Address("10.0.1.1"), GROUP}, {1}, {{2}});
    SendFromSocket(MakeSocket(), "239.1.1.1");
    EXPECT_EQ(SentOn(), (Interfaces{1, 2}));
}

TEST_F(ForwarderRouting, ServesOneNodeOnly)
{
    const auto old = m_ipv4;
    const auto forwarder = m_forwarder;
    MakeRouter(1);
    EXPECT_DEATH(forwarder->SetIpv4(m_ipv4), "one node only");
}

TEST_F(ForwarderRouting, TheBoundDeviceDecidesThenTheSourceThenTheFirstInterfaceThatIsUp)
{
    auto route = Route(GROUP, "10.0.3.1", m_ipv4->GetNetDevice(2));
    ASSERT_TRUE(route);
    EXPECT_EQ(route->GetOutputDevice(), m_ipv4->GetNetDevice(2));
    EXPECT_EQ(route->GetSource(), Ipv4Address("10.0.2.1"));
    EXPECT_EQ(route->GetDestination(), GROUP);
    EXPECT_EQ(route->GetGateway(), ANY_ADDRESS);
    EXPECT_EQ(Route(GROUP, "10.0.3.1")->GetOutputDevice(), m_ipv4->GetNetDevice(3));
    m_ipv4->SetDown(1);
    EXPECT_EQ(Route(GROUP, "10.9.9.9")->GetOutputDevice(), m_ipv4->GetNetDevice(2));
    EXPECT_EQ(Route(GROUP)->GetSource(), Ipv4Address("10.0.2.1"));
}

TEST_F(ForwarderRouting, ANodeWithoutAnInterfaceThatIsUpHasNoRoute)
{
    for (uint32_t i = 1; i < m_ipv4->GetNInterfaces(); ++i)
    {
        m_ipv4->SetDown(i);
    }
    EXPECT_FALSE(Route(GROUP));
    EXPECT_FALSE(Route(GROUP, ANY_ADDRESS, CreateObject<SimpleNetDevice>())) << "not of this node";
}

TEST_F(ForwarderRouting, AnApplicationOfTheRouterSendsWithoutAStaticRoute)
{
    const SourceGroup own{Ipv4Address("10.0.1.1"), GROUP};
    m_forwarder->GetPlane().Install(own, {1}, {{2}, {3}});
    SendFromSocket(MakeSocket(), "239.1.1.1");
    const auto sent = Sent();
    ASSERT_EQ(sent.size(), 3u);
    for (const SentPacket& packet : sent)
    {
        EXPECT_EQ(packet.header.GetSource(), own.source);
        EXPECT_EQ(packet.header.GetTtl(), packet.interface == 1 ? 64 : 63);
    }
    EXPECT_EQ(m_forwarder->GetForwarded(), 2u);
}

TEST_F(ForwarderRouting, ASocketBoundToAnAddressSendsOnItsInterface)
{
    const auto socket = MakeSocket();
    socket->Bind(InetSocketAddress("10.0.3.1", PORT));
    SendFromSocket(socket, "239.1.1.1");
    EXPECT_EQ(SentOn(), Interfaces{3});
    EXPECT_EQ(Misses(), Texts{"(10.0.3.1,239.1.1.1) 3"});
    m_forwarder->GetPlane().Install({Ipv4Address("10.0.3.1"), GROUP}, {3}, {{1}});
    SendFromSocket(socket, "239.1.1.1");
    EXPECT_EQ(SentOn(), (Interfaces{1, 1, 3})) << "the one that waited, and the second";
}

TEST_F(ForwarderRouting, ASocketBoundToADeviceSendsThere)
{
    const auto socket = MakeSocket();
    socket->BindToNetDevice(m_ipv4->GetNetDevice(4));
    SendFromSocket(socket, "239.1.1.1");
    EXPECT_EQ(SentOn(), Interfaces{4});
    EXPECT_EQ(Misses(), Texts{"(10.0.4.1,239.1.1.1) 4"});
}

TEST_F(ForwarderRouting, WhatAnOwnPacketBecomesLaterDoesNotChangeTheOneThatWaits)
{
    const auto packet = Create<Packet>(10);
    const auto route = Route(GROUP);
    m_ipv4->Send(packet, "10.0.1.1", GROUP, 17, route);
    packet->AddPaddingAtEnd(90);
    m_forwarder->GetPlane().Install({Ipv4Address("10.0.1.1"), GROUP}, {1}, {{2}});
    Simulator::Run();
    for (const SentPacket& sent : Sent())
    {
        EXPECT_EQ(sent.packet->GetSize(), 10u);
    }
}

TEST_F(ForwarderRouting, OwnPacketsToOthersThanForwardedGroupsAreLeftAlone)
{
    m_ipv4->Send(Create<Packet>(10), "10.0.1.1", "224.0.0.1", IGMP, nullptr);
    const auto socket = MakeSocket();
    socket->SetAllowBroadcast(true);
    SendFromSocket(socket, "255.255.255.255");
    EXPECT_EQ(Misses(), Texts());
    EXPECT_EQ(Dropped(), Texts());
}

TEST_F(ForwarderRouting, AStaticRouteToGroupsDecidesFirst)
{
    const auto routing = Ipv4StaticRoutingHelper().GetStaticRouting(m_ipv4);
    ASSERT_TRUE(routing);
    routing->SetDefaultMulticastRoute(3);
    SendFromSocket(MakeSocket(), "239.1.1.1");
    EXPECT_EQ(SentOn(), Interfaces{3});
    EXPECT_EQ(Misses(), Texts{"(10.0.3.1,239.1.1.1) 3"});
}

TEST_F(ForwarderRouting, WhatIsSentOnTheLoopbackInterfaceStaysThere)
{
    const auto routing = Ipv4StaticRoutingHelper().GetStaticRouting(m_ipv4);
    routing->SetDefaultMulticastRoute(0);
    SendFromSocket(MakeSocket(), "239.1.1.1");
    EXPECT_EQ(SentOn(), Interfaces());
    EXPECT_EQ(Misses(), Texts());
    EXPECT_EQ(Dropped(), Texts());
}

TEST_F(ForwarderRouting, LocalApplicationsStillReceive)
{
    m_forwarder->GetPlane().Install(KEY, {1}, {{2}});
    uint32_t received = 0;
    m_ipv4->TraceConnectWithoutContext(
        "LocalDeliver",
        Callback<void, const Ipv4Header&, Ptr<const Packet>, uint32_t>(
            [&received](const Ipv4Header&, Ptr<const Packet>, uint32_t) { ++received; }));
    Arrive(1);
    EXPECT_EQ(received, 1u);
    EXPECT_EQ(SentOn(), Interfaces{2});
}

TEST_F(ForwarderRouting, AnInterfaceThatDoesNotForwardRefusesPackets)
{
    m_forwarder->GetPlane().Install(KEY, {1}, {{2}});
    m_ipv4->SetForwarding(1, false);
    Arrive(1);
    EXPECT_EQ(SentOn(), Interfaces());
}

TEST_F(ForwarderRouting, TheTableIsPrintedInTheOrderOfGroupAndSource)
{
    const auto key = [](const char* source, const char* group) {
        return SourceGroup{Ipv4Address(source), Ipv4Address(group)};
    };
    m_forwarder->GetPlane().Install(key("10.0.1.9", "239.2.0.0"), {1}, {{3}, {2}});
    m_forwarder->GetPlane().Install(key("10.0.2.9", "239.1.1.1"), {2}, {});
    m_forwarder->GetPlane().Install(key("9.0.0.1", "239.2.0.0"),
                                    {4},
                                    {{2, Ipv4Address("10.0.2.8")}});
    m_forwarder->GetPlane().Suspend(key("9.0.0.1", "239.2.0.0"));
    Arrive(1);
    std::ostringstream text;
    m_forwarder->PrintRoutingTable(Create<OutputStreamWrapper>(&text));
    EXPECT_EQ(text.str(),
              "Node: 1, Time: +0s, Local time: +0s, MulticastForwarder table\n"
              "(10.0.1.9,239.1.1.1) Iif: unresolved Oifs: State: resolving\n"
              "(10.0.2.9,239.1.1.1) Iif: 2 Oifs: State: installed\n"
              "(9.0.0.1,239.2.0.0) Iif: 4 Oifs: 2@10.0.2.8 State: suspended\n"
              "(10.0.1.9,239.2.0.0) Iif: 1 Oifs: 2 3 State: installed\n"
              "\n");
}

} // namespace

} // namespace mgm
} // namespace ns3

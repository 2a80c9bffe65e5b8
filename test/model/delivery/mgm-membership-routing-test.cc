/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-test-fixture.h"

#include "ns3/inet-socket-address.h"
#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-address-helper.h"
#include "ns3/ipv4-static-routing-helper.h"
#include "ns3/ipv4.h"
#include "ns3/mgm-helper.h"
#include "ns3/mgm-igmp-agent-helper.h"
#include "ns3/mgm-membership-routing.h"
#include "ns3/simple-net-device-helper.h"
#include "ns3/simulator.h"
#include "ns3/udp-socket-factory.h"

#include <set>

namespace ns3
{
namespace mgm
{

namespace
{

const Ipv4Address G("239.1.1.1");
const Ipv4Address OTHER("239.1.1.2");
const Ipv4Address LINK_LOCAL("224.0.0.77");

/// @brief Two senders, 10.0.0.1 and 10.0.0.2, and a host that listens, 10.0.0.3, on a LAN.
class MembershipRoutingTest : public MgmTest
{
  protected:
    static constexpr uint32_t LAN = 1;     ///< Index of the interface.
    static constexpr uint16_t PORT = 5000; ///< A port.

    /// Who was heard on a port.
    using Sources = std::multiset<Ipv4Address>;

    void SetUp() override
    {
        MgmTest::SetUp();
        m_nodes.Create(3);
        const auto devices = SimpleNetDeviceHelper().Install(m_nodes);
        InternetStackHelper internet;
        internet.SetIpv6StackInstall(false);
        internet.Install(m_nodes);
        Ipv4AddressHelper("10.0.0.0", "255.255.255.0").Assign(devices);
        for (uint32_t i : {0, 1})
        {
            const auto ipv4 = m_nodes.Get(i)->GetObject<Ipv4>();
            Ipv4StaticRoutingHelper().GetStaticRouting(ipv4)->SetDefaultMulticastRoute(LAN);
        }
        m_host = DynamicCast<IgmpHost>(IgmpHostHelper().Install(m_nodes.Get(2)).Get(0));
    }

    void TearDown() override
    {
        m_sockets.clear();
        Simulator::Destroy();
        m_host = nullptr;
        MgmTest::TearDown();
    }

    /// @brief Opens a socket at the host. @param port its port @param address its address
    /// @return the socket, which puts what it hears into m_heard
    Ptr<Socket> Listen(uint16_t port, Ipv4Address address = Ipv4Address::GetAny())
    {
        const auto socket = Socket::CreateSocket(m_nodes.Get(2), UdpSocketFactory::GetTypeId());
        EXPECT_EQ(socket->Bind(InetSocketAddress(address, port)), 0);
        socket->SetRecvCallback(Callback<void, Ptr<Socket>>([this, port](Ptr<Socket> ready) {
            Address from;
            while (ready->RecvFrom(from))
            {
                m_heard[port].insert(InetSocketAddress::ConvertFrom(from).GetIpv4());
            }
        }));
        m_sockets.push_back(socket);
        return socket;
    }

    /// @brief Both senders send to a group. @param at when @param group the group @param port the
    ///        port @param size octets
    void Send(Time at, Ipv4Address group, uint16_t port = PORT, uint32_t size = 100)
    {
        for (uint32_t i : {0, 1})
        {
            const auto node = m_nodes.Get(i);
            Simulator::ScheduleWithContext(node->GetId(), at - Simulator::Now(), [=]() {
                const auto socket = Socket::CreateSocket(node, UdpSocketFactory::GetTypeId());
                socket->BindToNetDevice(node->GetDevice(0));
                socket->SendTo(Create<Packet>(size), 0, InetSocketAddress(group, port));
            });
        }
    }

    /// @brief Does something at the host. @param at when @param what what
    void At(Time at, std::function<void()> what)
    {
        Simulator::ScheduleWithContext(m_nodes.Get(2)->GetId(), at - Simulator::Now(), what);
    }

    /// @brief Runs. @param until up to then
    void RunUntil(Time until)
    {
        Simulator::Stop(until - Simulator::Now());
        Simulator::Run();
    }

    const Ipv4Address m_s1{"10.0.0.1"};  ///< a sender
    const Ipv4Address m_s2{"10.0.0.2"};  ///< the other one
    std::vector<Ptr<Socket>> m_sockets;  ///< the host's
    NodeContainer m_nodes;               ///< all
    Ptr<IgmpHost> m_host;                ///< the host's agent
    std::map<uint16_t, Sources> m_heard; ///< what the host's sockets heard, by port
};

TEST_F(MembershipRoutingTest, AGroupThatNobodyWantsIsNotDelivered)
{
    Listen(PORT);
    Send(Seconds(1), G);
    RunUntil(Seconds(2));
    EXPECT_TRUE(m_heard.empty());
    EXPECT_EQ(MembershipRouting::Of(m_nodes.Get(2))->GetUnwanted(), 2U);
}

TEST_F(MembershipRoutingTest, AGroupIsDeliveredWhileTheHostWantsIt)
{
    Listen(PORT);
    At(Seconds(1), [this]() { m_host->Join(LAN, G); });
    Send(Seconds(2), G);
    Send(Seconds(2), OTHER);
    At(Seconds(3), [this]() { m_host->Leave(LAN, G); });
    Send(Seconds(4), G);
    RunUntil(Seconds(5));
    EXPECT_EQ(m_heard[PORT], (Sources{m_s1, m_s2}));
}

TEST_F(MembershipRoutingTest, AHostThatDoesNotRunWantsNothing)
{
    Listen(PORT);
    m_host->SetStartTime(Seconds(3));
    m_host->Join(LAN, G);
    Send(Seconds(2), G);
    Send(Seconds(4), G);
    At(Seconds(5), [this]() { m_host->Fail(); });
    Send(Seconds(6), G);
    RunUntil(Seconds(7));
    EXPECT_EQ(m_heard[PORT], (Sources{m_s1, m_s2}));
}

TEST_F(MembershipRoutingTest, LinkLocalGroupsAlwaysGetThrough)
{
    Listen(PORT);
    Send(Seconds(1), LINK_LOCAL);
    RunUntil(Seconds(2));
    EXPECT_EQ(m_heard[PORT], (Sources{m_s1, m_s2}));
}

TEST_F(MembershipRoutingTest, UnicastPacketsAreDelivered)
{
    Listen(PORT);
    Send(Seconds(1), Ipv4Address("10.0.0.3"));
    RunUntil(Seconds(2));
    EXPECT_EQ(m_heard[PORT], (Sources{m_s1, m_s2}));
}

TEST_F(MembershipRoutingTest, RFC_3376_3_2_SourcesAreFilteredOnTheInterface)
{
    Listen(PORT);
    At(Seconds(1), [this]() { m_host->SetFilter(LAN, G, FilterMode::INCLUDE, {m_s1}); });
    At(Seconds(1), [this]() { m_host->SetFilter(LAN, OTHER, FilterMode::EXCLUDE, {m_s1}); });
    Send(Seconds(2), G);
    RunUntil(Seconds(3));
    EXPECT_EQ(m_heard[PORT], Sources{m_s1});
    m_heard.clear();
    Send(Seconds(4), OTHER);
    RunUntil(Seconds(5));
    EXPECT_EQ(m_heard[PORT], Sources{m_s2});
}

TEST_F(MembershipRoutingTest, RFC_3376_3_2_EachSocketHasItsOwnFilter)
{
    const auto first = m_host->Open(Listen(PORT));
    const auto second = m_host->Open(Listen(PORT + 1));
    EXPECT_EQ(first->JoinSource(LAN, G, m_s1), IgmpSocketStatus::SUCCESS);
    EXPECT_EQ(second->SetFilter(LAN, G, {FilterMode::EXCLUDE, {m_s1}}), IgmpSocketStatus::SUCCESS);
    Send(Seconds(1), G, PORT);
    Send(Seconds(1), G, PORT + 1);
    RunUntil(Seconds(2));
    EXPECT_EQ(m_heard[PORT], Sources{m_s1});
    EXPECT_EQ(m_heard[PORT + 1], Sources{m_s2});
}

TEST_F(MembershipRoutingTest, RFC_3376_3_2_ASocketDoesNotGetWhatAnotherOneHasJoined)
{
    const auto first = m_host->Open(Listen(PORT));
    const auto second = m_host->Open(Listen(PORT + 1));
    first->Join(LAN, G);
    second->Join(LAN, OTHER);
    Send(Seconds(1), G, PORT + 1);
    RunUntil(Seconds(2));
    EXPECT_TRUE(m_heard.empty());
}

/// ns-3 gives a packet to the socket that is bound to its group, if there is one.
TEST_F(MembershipRoutingTest, TheFilterIsThatOfTheSocketThatNs3Chooses)
{
    const auto any = m_host->Open(Listen(PORT));
    const auto bound = m_host->Open(Listen(PORT, G));
    any->Join(LAN, G);
    any->Join(LAN, OTHER);
    bound->JoinSource(LAN, G, m_s2);
    Send(Seconds(1), G);
    RunUntil(Seconds(2));
    EXPECT_EQ(m_heard[PORT], Sources{m_s2});
    Send(Seconds(3), OTHER);
    RunUntil(Seconds(4));
    EXPECT_EQ(m_heard[PORT], (Sources{m_s1, m_s2, m_s2}));
}

/// As sockets did before IGMPv3, it gets what the host receives.
TEST_F(MembershipRoutingTest, RFC_3376_3_2_ASocketThatWasNotOpenedGetsWhatTheInterfaceGets)
{
    Listen(PORT);
    const auto other = m_host->Open(Listen(PORT + 1));
    other->JoinSource(LAN, G, m_s1);
    Send(Seconds(1), G);
    RunUntil(Seconds(2));
    EXPECT_EQ(m_heard[PORT], Sources{m_s1});
}

/// Fragments after the first one have no port; without the first one they are of no use.
TEST_F(MembershipRoutingTest, FragmentsAreFilteredToo)
{
    const auto first = m_host->Open(Listen(PORT));
    const auto second = m_host->Open(Listen(PORT + 1));
    first->JoinSource(LAN, G, m_s1);
    second->JoinSource(LAN, G, m_s2);
    for (uint32_t i : {0, 1, 2})
    {
        m_nodes.Get(i)->GetDevice(0)->SetMtu(500);
    }
    Send(Seconds(1), G, PORT, 2000);
    RunUntil(Seconds(60));
    EXPECT_EQ(m_heard[PORT], Sources{m_s1});
}

TEST_F(MembershipRoutingTest, TheRoutingProtocolsOfTheNodeAreStillFound)
{
    const auto ipv4 = m_nodes.Get(2)->GetObject<Ipv4>();
    const auto routing = Ipv4StaticRoutingHelper().GetStaticRouting(ipv4);
    ASSERT_TRUE(routing);
    routing->AddHostRouteTo(Ipv4Address("10.9.9.9"), m_s1, LAN);
    Ipv4Header header;
    header.SetDestination(Ipv4Address("10.9.9.9"));
    Socket::SocketErrno error;
    const auto route = ipv4->GetRoutingProtocol()->RouteOutput(nullptr, header, nullptr, error);
    ASSERT_TRUE(route);
    EXPECT_EQ(route->GetGateway(), m_s1);
}

TEST_F(MembershipRoutingTest, ItIsPutInPlaceOnce)
{
    const auto routing = MembershipRouting::Of(m_nodes.Get(2));
    EXPECT_EQ(MembershipRouting::Of(m_nodes.Get(2)), routing);
    EXPECT_EQ(routing->GetNRoutingProtocols(), 2U); // static and global
}

/// The forwarder forwards what the node's sockets do not want.
TEST_F(MembershipRoutingTest, AForwarderCanBeAddedAfterwards)
{
    MgmHelper().Install(m_nodes.Get(2));
    ASSERT_TRUE(MgmHelper::GetForwarder(m_nodes.Get(2)));
    Listen(PORT);
    m_host->Join(LAN, G);
    Send(Seconds(1), G);
    Send(Seconds(1), OTHER);
    RunUntil(Seconds(2));
    EXPECT_EQ(m_heard[PORT], (Sources{m_s1, m_s2}));
    uint64_t dropped = 0;
    for (const auto reason : {DropReason::NO_ROUTE, DropReason::NO_OWNER})
    {
        dropped += MgmHelper::GetForwarder(m_nodes.Get(2))->GetDrops(reason);
    }
    EXPECT_EQ(dropped, 4U);
}

TEST_F(MembershipRoutingTest, ANodeWithoutListRoutingGetsOne)
{
    const auto node = CreateObject<Node>();
    InternetStackHelper internet;
    internet.SetIpv6StackInstall(false);
    internet.SetRoutingHelper(Ipv4StaticRoutingHelper());
    internet.Install(node);
    const auto ipv4 = node->GetObject<Ipv4>();
    const auto before = Ipv4StaticRoutingHelper().GetStaticRouting(ipv4);
    IgmpHostHelper().Install(node);
    EXPECT_TRUE(DynamicCast<MembershipRouting>(ipv4->GetRoutingProtocol()));
    EXPECT_EQ(Ipv4StaticRoutingHelper().GetStaticRouting(ipv4), before);
}

} // namespace

} // namespace mgm
} // namespace ns3

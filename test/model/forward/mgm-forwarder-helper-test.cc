/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-forwarder-fixture.h"
#include "mgm-test-fixture.h"

#include "ns3/config.h"
#include "ns3/inet-socket-address.h"
#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-address-helper.h"
#include "ns3/ipv4-global-routing-helper.h"
#include "ns3/ipv4-list-routing-helper.h"
#include "ns3/ipv4-list-routing.h"
#include "ns3/ipv4-static-routing-helper.h"
#include "ns3/ipv4-static-routing.h"
#include "ns3/mgm-helper.h"
#include "ns3/mgm-unicast-rib.h"
#include "ns3/names.h"
#include "ns3/rip-helper.h"
#include "ns3/rip.h"
#include "ns3/simple-net-device-helper.h"
#include "ns3/simulator.h"
#include "ns3/udp-socket-factory.h"
#include "ns3/uinteger.h"

#include <memory>

namespace ns3
{
namespace mgm
{

namespace
{

const char* const FAR = "10.1.2.2";
const char* const NEAR_GROUP = "239.1.1.1";

/// A chain: a near host, a router, a far host. The links are 10.1.1.0/24 and 10.1.2.0/24.
class ForwarderHelper : public MgmTest
{
  protected:
    void TearDown() override
    {
        m_router = m_near = m_far = nullptr;
        MgmTest::TearDown();
    }

    /// Builds the chain with a kind of unicast routing.
    void Build(const Ipv4RoutingHelper& routing)
    {
        NodeContainer nodes;
        nodes.Create(3);
        m_near = nodes.Get(0);
        m_router = nodes.Get(1);
        m_far = nodes.Get(2);
        InternetStackHelper stack;
        stack.SetIpv6StackInstall(false);
        stack.SetRoutingHelper(routing);
        stack.Install(nodes);
        Link(m_near, m_router, "10.1.1.0");
        Link(m_router, m_far, "10.1.2.0");
    }

    /// Builds the chain with the list of static and global routing that ns-3 installs by default.
    void Build()
    {
        Ipv4ListRoutingHelper list;
        list.Add(Ipv4StaticRoutingHelper(), 0);
        list.Add(Ipv4GlobalRoutingHelper(), -10);
        Build(list);
    }

    /// Gives the hosts static default routes to the router.
    void AddDefaultRoutes()
    {
        Static(m_near)->SetDefaultRoute("10.1.1.2", 1);
        Static(m_far)->SetDefaultRoute("10.1.2.1", 1);
    }

    /// @return the static routing of a node
    static Ptr<Ipv4StaticRouting> Static(Ptr<Node> node)
    {
        return Ipv4StaticRoutingHelper().GetStaticRouting(node->GetObject<Ipv4>());
    }

    /// @return the list routing of the router; null if it has none
    Ptr<Ipv4ListRouting> List() const
    {
        return DynamicCast<Ipv4ListRouting>(m_router->GetObject<Ipv4>()->GetRoutingProtocol());
    }

    /// @return whether a packet from the near host gets to the far one
    bool Reaches(const char* destination)
    {
        const auto receiver = Socket::CreateSocket(m_far, UdpSocketFactory::GetTypeId());
        receiver->Bind(InetSocketAddress(Ipv4Address::GetAny(), PORT));
        const auto sender = Socket::CreateSocket(m_near, UdpSocketFactory::GetTypeId());
        RunFor(Seconds(1)); // queues of devices are ready only when the simulation runs
        sender->SendTo(Create<Packet>(10), 0, InetSocketAddress(destination, PORT));
        RunFor(Seconds(1));
        const bool isThere = static_cast<bool>(receiver->Recv());
        receiver->Close();
        return isThere;
    }

    /// Runs the simulation on.
    static void RunFor(Time time)
    {
        Simulator::Stop(time);
        Simulator::Run();
    }

    Ptr<Node> m_near;   ///< the near host
    Ptr<Node> m_router; ///< the router
    Ptr<Node> m_far;    ///< the far host

  private:
    /// Links two nodes.
    static void Link(Ptr<Node> left, Ptr<Node> right, const char* network)
    {
        Ipv4AddressHelper(network, "255.255.255.0")
            .Assign(SimpleNetDeviceHelper().Install(NodeContainer(left, right)));
    }
};

TEST_F(ForwarderHelper, ARouterHasOneManagerAndOneForwarder)
{
    Build();
    MgmHelper helper;
    helper.SetForwarderAttribute("MaxWaitingPackets", UintegerValue(7));
    EXPECT_FALSE(MgmHelper::GetForwarder(m_router));
    const auto manager = helper.Install(m_router);
    const auto forwarder = MgmHelper::GetForwarder(m_router);
    ASSERT_TRUE(forwarder);
    UintegerValue bound;
    forwarder->GetAttribute("MaxWaitingPackets", bound);
    EXPECT_EQ(bound.Get(), 7u);
    EXPECT_EQ(helper.Install(m_router), manager);
    EXPECT_EQ(MgmHelper::GetForwarder(m_router), forwarder);
    ASSERT_EQ(List()->GetNRoutingProtocols(), 3u);
    int16_t priority = 0;
    EXPECT_EQ(List()->GetRoutingProtocol(2, priority), forwarder);
    EXPECT_EQ(priority, MulticastForwarder::LIST_PRIORITY);
}

TEST_F(ForwarderHelper, AManagerThatIsThereGetsAForwarder)
{
    Build();
    const auto manager = CreateObject<MulticastGroupManager>();
    m_router->AggregateObject(manager);
    EXPECT_EQ(MgmHelper().Install(m_router), manager);
    EXPECT_TRUE(MgmHelper::GetForwarder(m_router));
}

TEST_F(ForwarderHelper, ARouterMayBeNamed)
{
    Build();
    Names::Add("core-router", m_router);
    const auto manager = MgmHelper().Install("core-router");
    EXPECT_EQ(m_router->GetObject<MulticastGroupManager>(), manager);
    EXPECT_TRUE(MgmHelper::GetForwarder(m_router));
    EXPECT_DEATH(MgmHelper().Install("nobody"), "no node named nobody");
}

TEST_F(ForwarderHelper, AllNodesMayBeRouters)
{
    Build();
    MgmHelper().InstallAll();
    for (const auto& node : {m_near, m_router, m_far})
    {
        EXPECT_TRUE(node->GetObject<MulticastGroupManager>());
        EXPECT_TRUE(MgmHelper::GetForwarder(node));
    }
}

TEST_F(ForwarderHelper, TraceSourcesHaveConfigPaths)
{
    Build();
    MgmHelper().Install(m_router);
    const std::string path = "/NodeList/*/$ns3::mgm::MulticastForwarder/";
    uint32_t copies = 0;
    uint32_t drops = 0;
    Config::ConnectWithoutContext(
        path + "Forward",
        Callback<void,
                 const Ipv4Header&,
                 Ptr<const Packet>,
                 const InterfaceId&,
                 const InterfaceId&>([&copies](const Ipv4Header&,
                                               Ptr<const Packet>,
                                               const InterfaceId&,
                                               const InterfaceId&) { ++copies; }));
    Config::ConnectWithoutContext(
        path + "Drop",
        Callback<void, const Ipv4Header&, Ptr<const Packet>, DropReason, const InterfaceId&>(
            [&drops](const Ipv4Header&, Ptr<const Packet>, DropReason, const InterfaceId&) {
                ++drops;
            }));
    const SourceGroup key{Ipv4Address("10.1.1.1"), GROUP};
    const auto forwarder = MgmHelper::GetForwarder(m_router);
    forwarder->GetPlane().Install(key, {1}, {{2}});
    Static(m_near)->SetDefaultMulticastRoute(1);
    EXPECT_TRUE(Reaches(NEAR_GROUP));
    EXPECT_EQ(copies, 1u);
    forwarder->GetPlane().Install(key, {1}, {});
    EXPECT_FALSE(Reaches(NEAR_GROUP));
    EXPECT_EQ(drops, 1u);
}

/// A forwarder installed by hand, before or after the manager.
class ForwarderByHand : public ForwarderHelper, public testing::WithParamInterface<bool>
{
};

TEST_P(ForwarderByHand, FindsTheManager)
{
    Build();
    const auto manager = CreateObject<MulticastGroupManager>();
    const auto forwarder = CreateObject<MulticastForwarder>();
    const auto addManager = [&] { m_router->AggregateObject(manager); };
    const auto addForwarder = [&] {
        List()->AddRoutingProtocol(forwarder, MulticastForwarder::LIST_PRIORITY);
    };
    GetParam() ? addManager() : addForwarder();
    GetParam() ? addForwarder() : addManager();
    ClientHandle client;
    manager->RegisterMProtocol({}, {1, 1}, "test", client);
    const auto owned = forwarder->AddRegisterInterface(
        MulticastForwarder::RegisterCallback([](Ptr<Packet>, const Ipv4Header&) {}));
    EXPECT_EQ(manager->TakeInterfaceOwnership(client, owned), Status::NO_ERROR)
        << "it knows the forwarder's interfaces";
}

INSTANTIATE_TEST_SUITE_P(Order, ForwarderByHand, testing::Bool());

TEST_F(ForwarderHelper, StaticUnicastRoutingGoesOn)
{
    Build();
    MgmHelper().Install(m_router);
    EXPECT_FALSE(Reaches(FAR));
    AddDefaultRoutes();
    EXPECT_TRUE(Reaches(FAR));
    m_router->GetObject<Ipv4>()->SetDown(2);
    EXPECT_FALSE(Reaches(FAR));
    m_router->GetObject<Ipv4>()->SetUp(2);
    EXPECT_TRUE(Reaches(FAR));
    EXPECT_EQ(MgmHelper::GetForwarder(m_router)->GetForwarded(), 0u);
}

TEST_F(ForwarderHelper, GlobalUnicastRoutingGoesOn)
{
    Build();
    MgmHelper().Install(m_router);
    Ipv4GlobalRoutingHelper::PopulateRoutingTables();
    EXPECT_TRUE(Reaches(FAR));
}

TEST_F(ForwarderHelper, ARoutingProtocolThatIsNoListIsPutIntoOne)
{
    Build(Ipv4StaticRoutingHelper());
    AddDefaultRoutes();
    const auto before = Static(m_router);
    ASSERT_FALSE(List());
    MgmHelper().Install(m_router);
    ASSERT_TRUE(List());
    EXPECT_EQ(Static(m_router), before);
    EXPECT_EQ(before->GetNRoutes(), 3u) << "loopback and two links, none of them twice";
    EXPECT_TRUE(Reaches(FAR));
    m_router->GetObject<Ipv4>()->SetDown(2);
    EXPECT_EQ(before->GetNRoutes(), 2u) << "it still hears of interfaces";
    m_router->GetObject<Ipv4>()->SetUp(2);
    EXPECT_TRUE(Reaches(FAR));
    int16_t priority = 1;
    EXPECT_EQ(List()->GetRoutingProtocol(0, priority), before);
    EXPECT_EQ(priority, 0);
}

TEST_F(ForwarderHelper, RipThatIsNoListGoesOn)
{
    Build(RipHelper());
    MgmHelper().Install(m_router);
    RunFor(Seconds(30));
    EXPECT_TRUE(Ipv4RoutingHelper::GetRouting<Rip>(List()));
    EXPECT_TRUE(Reaches(FAR));
}

TEST_F(ForwarderHelper, AStreamFlowsWhenTheManagerSaysSo)
{
    Build();
    const auto manager = MgmHelper().Install(m_router);
    ClientHandle client;
    manager->RegisterMProtocol({}, {1, 1}, "test", client);
    manager->TakeInterfaceOwnership(client, {1});
    manager->TakeInterfaceOwnership(client, {2});
    Static(m_near)->SetDefaultMulticastRoute(1);
    EXPECT_FALSE(Reaches(NEAR_GROUP));
    const SourceGroup group{ANY_ADDRESS, GROUP};
    manager->AddGroupMembershipEntry(client, group, {2});
    EXPECT_TRUE(Reaches(NEAR_GROUP));
    manager->DeleteGroupMembershipEntry(client, group, {2});
    EXPECT_FALSE(Reaches(NEAR_GROUP));
    EXPECT_EQ(MgmHelper::GetForwarder(m_router)->GetForwarded(), 1u);
}

TEST_F(ForwarderHelper, ChangesOfInterfacesAndAddressesAreChangesOfRoutes)
{
    Build();
    const auto rib = MgmHelper().Install(m_router)->GetRib();
    ASSERT_TRUE(DynamicCast<UnicastRib>(rib));
    const auto changes = std::make_shared<uint32_t>(0);
    rib->TraceConnectWithoutContext(
        "Changed",
        Callback<void, Ipv4Address, Ipv4Mask>([changes](Ipv4Address, Ipv4Mask) { ++*changes; }));
    const auto ipv4 = m_router->GetObject<Ipv4>();
    ipv4->SetDown(2);
    EXPECT_EQ(*changes, 1u);
    ipv4->SetUp(2);
    EXPECT_EQ(*changes, 2u);
    ipv4->AddAddress(2, {Ipv4Address("10.1.3.1"), Ipv4Mask("/24")});
    EXPECT_EQ(*changes, 3u);
    ipv4->RemoveAddress(2, Ipv4Address("10.1.3.1"));
    EXPECT_EQ(*changes, 4u);
}

TEST_F(ForwarderHelper, PacketsThatWaitAtTheEndAreNoTrouble)
{
    Build();
    MgmHelper().Install(m_router);
    const auto forwarder = MgmHelper::GetForwarder(m_router);
    forwarder->SetUpcalls({}, {});
    Static(m_near)->SetDefaultMulticastRoute(1);
    uint32_t drops = 0;
    forwarder->TraceConnectWithoutContext(
        "Drop",
        Callback<void, const Ipv4Header&, Ptr<const Packet>, DropReason, const InterfaceId&>(
            [&drops](const Ipv4Header&, Ptr<const Packet>, DropReason, const InterfaceId&) {
                ++drops;
            }));
    EXPECT_FALSE(Reaches(NEAR_GROUP));
    Simulator::Destroy();
    EXPECT_EQ(drops, 0u);
}

TEST_F(ForwarderHelper, ARouterNeedsIpv4)
{
    EXPECT_DEATH(MgmHelper().Install(CreateObject<Node>()), "needs IPv4");
}

} // namespace

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-fixture.h"

#include "ns3/ipv4-static-routing-helper.h"
#include "ns3/ipv4.h"
#include "ns3/mgm-static-multicast-rib.h"
#include "ns3/mgm-unicast-rib.h"
#include "ns3/pointer.h"
#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

/// Section 6: the multicast view of the routing table, as a fallback and as an override.
class RibTest : public MfeTest
{
  protected:
    void SetUp() override
    {
        MgmTest::SetUp();
        m_node = MakeRouter(4);
        m_manager = CreateObject<MulticastGroupManager>();
        m_node->AggregateObject(m_manager);
        m_plane = std::make_unique<FakePlane>(m_manager);
        m_manager->AttachForwardingPlane(m_plane.get());
        m_unicast = Ipv4StaticRoutingHelper().GetStaticRouting(m_node->GetObject<Ipv4>());
    }

    /// Uses static routes over the unicast ones.
    Ptr<StaticMulticastRib> UseStatic()
    {
        const auto rib = CreateObject<StaticMulticastRib>();
        const auto unicast = CreateObject<UnicastRib>();
        unicast->SetNode(m_node);
        rib->SetFallback(unicast);
        m_manager->SetAttribute("Rib", PointerValue(rib));
        return rib;
    }

    /// @return a route
    static MulticastRib::Route Via(uint32_t interface, const char* nextHop = "0.0.0.0")
    {
        MulticastRib::Route route;
        route.interface.index = interface;
        route.nextHop = Ipv4Address(nextHop);
        return route;
    }

    /// @return index of the interface that a view finds; 0 if none
    static uint32_t Find(Ptr<const MulticastRib> rib, const char* address)
    {
        const auto route = rib->Lookup(Ipv4Address(address));
        return route ? route->interface.index : 0;
    }

    Ptr<Ipv4StaticRouting> m_unicast; ///< unicast routes of the router
};

TEST_F(RibTest, S6_UnicastRoutingIsTheDefault)
{
    const auto rib = CreateObject<UnicastRib>();
    rib->SetNode(m_node);
    EXPECT_EQ(Find(rib, "10.0.3.7"), 3U);
    EXPECT_EQ(rib->Lookup(Ipv4Address("10.0.3.7"))->nextHop, ANY_ADDRESS);
    EXPECT_EQ(Find(rib, "10.0.9.1"), 0U);
    m_unicast->AddNetworkRouteTo(Ipv4Address("10.0.9.0"),
                                 Ipv4Mask("/24"),
                                 Ipv4Address("10.0.2.9"),
                                 2);
    EXPECT_EQ(Find(rib, "10.0.9.1"), 2U);
    EXPECT_EQ(rib->Lookup(S1)->nextHop, Ipv4Address("10.0.2.9"));
}

TEST_F(RibTest, S6_LongestPrefixWinsThenTheFallback)
{
    const auto rib = UseStatic();
    rib->AddRoute(Ipv4Address("10.0.0.0"), Ipv4Mask("/8"), Via(1));
    rib->AddRoute(Ipv4Address("10.0.9.0"), Ipv4Mask("/24"), Via(2));
    rib->AddRoute(Ipv4Address("10.0.9.1"), Ipv4Mask("/32"), Via(3, "10.0.3.9"));
    EXPECT_EQ(Find(rib, "10.0.9.1"), 3U);
    EXPECT_EQ(rib->Lookup(S1)->nextHop, Ipv4Address("10.0.3.9"));
    EXPECT_EQ(Find(rib, "10.0.9.2"), 2U);
    EXPECT_EQ(Find(rib, "10.0.4.2"), 1U) << "the static route overrides the connected one";
    rib->RemoveRoute(Ipv4Address("10.0.0.0"), Ipv4Mask("/8"));
    EXPECT_EQ(Find(rib, "10.0.4.2"), 4U);
    EXPECT_EQ(Find(rib, "10.0.10.1"), 0U);
    rib->AddRoute(Ipv4Address("0.0.0.0"), Ipv4Mask("/0"), Via(4));
    EXPECT_EQ(Find(rib, "10.0.10.1"), 4U);
}

TEST_F(RibTest, S6_SamePrefixIsReplaced)
{
    const auto rib = UseStatic();
    rib->AddRoute(Ipv4Address("10.0.9.0"), Ipv4Mask("/24"), Via(2));
    rib->AddRoute(Ipv4Address("10.0.9.0"), Ipv4Mask("/24"), Via(3));
    EXPECT_EQ(Find(rib, "10.0.9.1"), 3U);
    rib->RemoveRoute(Ipv4Address("10.0.9.0"), Ipv4Mask("/24"));
    EXPECT_EQ(Find(rib, "10.0.9.1"), 0U);
}

TEST_F(RibTest, S6_MFE_8_StaticRoutesMoveEntriesAtOnce)
{
    const auto rib = UseStatic();
    EXPECT_EQ(PeekPointer(m_manager->GetRib()), PeekPointer(rib));
    Owner(PIM, {1, 3});
    Owner(DVMRP, {2}).Add(G1, 2);
    rib->AddRoute(S1, Ipv4Mask("/32"), Via(1));
    Packet(S1G1);
    EXPECT_EQ(Incoming(S1G1), 1U);
    rib->AddRoute(S1, Ipv4Mask("/32"), Via(3));
    EXPECT_EQ(Incoming(S1G1), 3U);
    rib->RemoveRoute(S1, Ipv4Mask("/32"));
    EXPECT_EQ(m_plane->Find(S1G1), nullptr);
}

TEST_F(RibTest, S6_MFE_8_FollowsUnicastRoutesWhenTold)
{
    Owner(PIM, {1, 3});
    Owner(DVMRP, {2}).Add(G1, 2);
    m_unicast->AddHostRouteTo(S1, Ipv4Address("10.0.1.9"), 1);
    Packet(S1G1);
    EXPECT_EQ(Incoming(S1G1), 1U);
    EXPECT_EQ(Read(S1G1).value().upstreamNeighbor, Ipv4Address("10.0.1.9"));
    m_unicast->RemoveRoute(m_unicast->GetNRoutes() - 1);
    m_unicast->AddHostRouteTo(S1, Ipv4Address("10.0.3.9"), 3);
    const auto rib = DynamicCast<UnicastRib>(m_manager->GetRib());
    ASSERT_TRUE(rib);
    rib->NotifyRoutesChanged();
    EXPECT_EQ(Incoming(S1G1), 3U);
    EXPECT_EQ(Read(S1G1).value().upstreamNeighbor, Ipv4Address("10.0.3.9"));
}

TEST_F(RibTest, S6_MFE_8_FollowsUnicastRoutesByPolling)
{
    Owner(PIM, {1, 3});
    Owner(DVMRP, {2}).Add(G1, 2);
    m_unicast->AddHostRouteTo(S1, Ipv4Address("10.0.1.9"), 1);
    Packet(S1G1);
    m_unicast->RemoveRoute(m_unicast->GetNRoutes() - 1);
    m_unicast->AddHostRouteTo(S1, Ipv4Address("10.0.3.9"), 3);
    EXPECT_EQ(Incoming(S1G1), 1U);
    RunUntil(Seconds(1.1));
    EXPECT_EQ(Incoming(S1G1), 3U);
}

TEST_F(RibTest, S6_I8_NothingPollsWhenThereAreNoEntries)
{
    auto& pim = Owner(PIM, {1});
    m_unicast->AddHostRouteTo(S1, Ipv4Address("10.0.1.9"), 1);
    Packet(S1G1);
    RunUntil(Seconds(5));
    pim.Release(1);
    Simulator::Run();
    EXPECT_LT(Simulator::Now(), Seconds(1000)) << "the simulation ends by itself";
}

TEST_F(RibTest, S6_I8_PollingEndsWithTheLastEntryByExpiry)
{
    SetAttribute("MfeTimeout", "10s");
    auto& pim = Owner(PIM, {1});
    m_unicast->AddHostRouteTo(S1, Ipv4Address("10.0.1.9"), 1);
    Packet(S1G1);
    RunUntil(Seconds(12));
    EXPECT_EQ(Keys(), std::vector<SourceGroup>{});
    pim.Release(1);
    Simulator::Run();
    EXPECT_LT(Simulator::Now(), Seconds(30));
}

TEST_F(RibTest, S6_MFE_8_AnOverrideOfOtherPrefixesDoesNotHideUnicastChanges)
{
    const auto rib = CreateObject<StaticMulticastRib>();
    rib->SetFallback(m_manager->GetRib());
    m_manager->SetAttribute("Rib", PointerValue(rib));
    rib->AddRoute("10.99.0.0", Ipv4Mask("/16"), Via(4));
    Owner(PIM, {1, 3});
    Owner(DVMRP, {2}).Add(G1, 2);
    m_unicast->AddHostRouteTo(S1, Ipv4Address("10.0.1.9"), 1);
    Packet(S1G1);
    m_unicast->RemoveRoute(m_unicast->GetNRoutes() - 1);
    m_unicast->AddHostRouteTo(S1, Ipv4Address("10.0.3.9"), 3);
    RunUntil(Seconds(1.1));
    EXPECT_EQ(Incoming(S1G1), 3U);
}

TEST_F(RibTest, S6_AnOverrideFallsBackOnTheUnicastRoutingOfTheNode)
{
    const auto rib = CreateObject<StaticMulticastRib>();
    m_manager->SetAttribute("Rib", PointerValue(rib));
    EXPECT_EQ(Find(rib, "10.0.3.7"), 3U);
    rib->SetFallback(nullptr);
    EXPECT_EQ(Find(rib, "10.0.3.7"), 0U);
}

TEST_F(RibTest, S6_AFallbackOutlivesItsOverride)
{
    const auto unicast = m_manager->GetRib();
    auto rib = CreateObject<StaticMulticastRib>();
    rib->SetFallback(unicast);
    rib = nullptr;
    unicast->NotifyRoutesChanged();
}

TEST_F(RibTest, S6_NoViewIsItsOwnFallback)
{
    const auto rib = CreateObject<StaticMulticastRib>();
    EXPECT_DEATH(rib->SetFallback(rib), "found the view itself");
}

} // namespace mgm
} // namespace ns3

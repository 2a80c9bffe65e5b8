/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-proxy-chain.h"

#include "ns3/ipv4-l3-protocol.h"
#include "ns3/mgm-static-multicast-rib.h"
#include "ns3/pointer.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

namespace ns3
{
namespace mgm
{

namespace
{

const Ipv4Address G("239.1.1.1");
const Ipv4Address S("10.0.0.1");
const Ipv4Address T("10.99.0.1"); // beyond the root
const Ipv4Address NEAR("10.0.2.3");

const MulticastFilter NOTHING;
const MulticastFilter ANY_SOURCE{FilterMode::EXCLUDE, {}};

const SourceGroup ANY_G{ANY_ADDRESS, G};

using Entries = std::vector<SourceGroup>;

MulticastFilter
Include(SourceSet sources)
{
    return {FilterMode::INCLUDE, std::move(sources)};
}

TEST(IgmpProxyDatabase, RFC_4605_4_1_AnySourceIsExcludeOfNone)
{
    IgmpProxyDatabase database;
    EXPECT_TRUE(database.Add(ANY_G));
    EXPECT_EQ(database.GetFilter(G), ANY_SOURCE);
    EXPECT_FALSE(database.Add(ANY_G));
}

/// The example of the section: (G) and (G, INCLUDE, (S1, S2)) merge into (G, EXCLUDE, NULL).
TEST(IgmpProxyDatabase, RFC_4605_4_1_AnySourceAndSourcesAreExcludeOfNone)
{
    IgmpProxyDatabase database;
    database.Add({S, G});
    database.Add({T, G});
    EXPECT_EQ(database.GetFilter(G), Include({S, T}));
    database.Add(ANY_G);
    EXPECT_EQ(database.GetFilter(G), ANY_SOURCE);
    EXPECT_TRUE(database.Remove(ANY_G));
    EXPECT_TRUE(database.Remove({S, G}));
    EXPECT_FALSE(database.Remove({S, G}));
    EXPECT_EQ(database.GetFilter(G), Include({T}));
    EXPECT_EQ(database.GetGroups(), std::set<Ipv4Address>{G});
    database.Clear();
    EXPECT_TRUE(database.GetFilter(G).IsNothing());
}

/// @brief Two proxies in a row, with data.
class IgmpProxyTest : public ProxyChain
{
};

TEST_F(IgmpProxyTest, RFC_4605_4_1_AJoinIsReportedUpstreamOverTwoLevels)
{
    Want(Seconds(1), BOTTOM, G, ANY_SOURCE);
    RunUntil(Seconds(1));
    EXPECT_EQ(m_reports, std::vector<std::string>{"1 TO_EX(239.1.1.1,{})"});
    EXPECT_EQ(GetMemberships(SECOND, DOWN), Entries{ANY_G});
    EXPECT_EQ(GetMemberships(FIRST, DOWN), Entries{ANY_G});
    EXPECT_EQ(GetMemberships(ROOT, LAN), Entries{ANY_G});
}

TEST_F(IgmpProxyTest, RFC_4605_4_1_SourcesAreMerged)
{
    Want(Seconds(1), BOTTOM, G, Include({S}));
    Want(Seconds(2), MIDDLE, G, Include({T}));
    Want(Seconds(3), BOTTOM_TOO, G, ANY_SOURCE);
    RunUntil(Seconds(1));
    EXPECT_EQ(m_proxies[SECOND]->GetFilter(G), Include({S}));
    EXPECT_EQ(GetMemberships(ROOT, LAN), (Entries{{S, G}}));
    RunUntil(Seconds(2));
    EXPECT_EQ(m_proxies[FIRST]->GetFilter(G), Include({S, T}));
    EXPECT_EQ(GetMemberships(ROOT, LAN), (Entries{{S, G}, {T, G}}));
    RunUntil(Seconds(3));
    EXPECT_EQ(m_proxies[SECOND]->GetFilter(G), ANY_SOURCE);
    EXPECT_EQ(m_proxies[FIRST]->GetFilter(G), ANY_SOURCE);
    EXPECT_EQ(m_reports.back(), "3 TO_EX(239.1.1.1,{})");
}

/// Each level takes the Last Member Query Time, 2 s, to notice.
TEST_F(IgmpProxyTest, RFC_4605_4_1_ALeaveIsReportedUpstreamWhenNobodyIsLeft)
{
    Want(Seconds(1), BOTTOM, G, ANY_SOURCE);
    Want(Seconds(1), BOTTOM_TOO, G, ANY_SOURCE);
    Want(Seconds(10), BOTTOM, G, NOTHING);
    RunUntil(Seconds(19));
    EXPECT_EQ(GetMemberships(ROOT, LAN), Entries{ANY_G});
    Want(Seconds(20), BOTTOM_TOO, G, NOTHING);
    RunUntil(MilliSeconds(21900));
    EXPECT_EQ(m_proxies[SECOND]->GetFilter(G), ANY_SOURCE);
    RunUntil(Seconds(22));
    EXPECT_EQ(m_proxies[SECOND]->GetFilter(G), NOTHING);
    RunUntil(Seconds(24));
    EXPECT_EQ(m_proxies[FIRST]->GetFilter(G), NOTHING);
    RunUntil(Seconds(26));
    EXPECT_EQ(GetMemberships(ROOT, LAN), Entries{});
}

TEST_F(IgmpProxyTest, RFC_4605_4_2_DataFromUpstreamReachesMembersOnly)
{
    Want(Seconds(1), BOTTOM, G, ANY_SOURCE);
    Send(Seconds(2), ROOT, G);
    RunUntil(Seconds(3));
    EXPECT_EQ(m_heard[BOTTOM], 1U);
    EXPECT_EQ(m_heard[BOTTOM_TOO], 0U);
    EXPECT_EQ(m_heard[MIDDLE], 0U);
    Want(Seconds(4), MIDDLE, G, ANY_SOURCE);
    Send(Seconds(5), ROOT, G);
    RunUntil(Seconds(6));
    EXPECT_EQ(m_heard[BOTTOM], 2U);
    EXPECT_EQ(m_heard[MIDDLE], 1U);
}

TEST_F(IgmpProxyTest, RFC_4605_4_2_DataStopsAfterALeave)
{
    Want(Seconds(1), BOTTOM, G, ANY_SOURCE);
    Send(Seconds(2), ROOT, G);
    Want(Seconds(3), BOTTOM, G, NOTHING);
    Want(Seconds(4), MIDDLE, G, ANY_SOURCE);
    RunUntil(Seconds(10));
    Send(Seconds(10), ROOT, G);
    RunUntil(Seconds(11));
    EXPECT_EQ(m_heard[BOTTOM], 1U);
    EXPECT_EQ(m_heard[MIDDLE], 1U);
}

/// A packet from the bottom goes up to the root's link without any member there, and on its way to
/// the members in the middle.
TEST_F(IgmpProxyTest, RFC_4605_4_2_DataFromDownstreamGoesUpstream)
{
    Want(Seconds(1), MIDDLE, G, ANY_SOURCE);
    Send(Seconds(2), BOTTOM_TOO, G);
    uint32_t reachedRoot = 0;
    const auto count = [&](const Ipv4Header& header, Ptr<const Packet>, uint32_t) {
        reachedRoot += header.GetDestination() == G ? 1 : 0;
    };
    m_nodes.Get(ROOT)->GetObject<Ipv4L3Protocol>()->TraceConnectWithoutContext(
        "LocalDeliver",
        Callback<void, const Ipv4Header&, Ptr<const Packet>, uint32_t>(count));
    RunUntil(Seconds(3));
    EXPECT_EQ(m_heard[MIDDLE], 1U);
    EXPECT_EQ(reachedRoot, 1U);
}

TEST_F(IgmpProxyTest, AProxyThatStartsLateEnumeratesWhatIsWanted)
{
    m_proxies[SECOND]->SetStartTime(Seconds(10));
    Want(Seconds(1), BOTTOM, G, Include({S}));
    Want(Seconds(1), BOTTOM, Ipv4Address("239.1.1.2"), ANY_SOURCE);
    RunUntil(Seconds(9));
    EXPECT_TRUE(m_reports.empty());
    RunUntil(Seconds(10));
    EXPECT_EQ(GetMemberships(ROOT, LAN),
              (Entries{{S, G}, {ANY_ADDRESS, Ipv4Address("239.1.1.2")}}));
}

TEST_F(IgmpProxyTest, AnIgmpRouterThatStartsLateIsHeard)
{
    m_routers[SECOND]->SetStartTime(Seconds(10));
    Want(Seconds(1), BOTTOM, G, ANY_SOURCE);
    RunUntil(Seconds(9));
    EXPECT_TRUE(m_reports.empty());
    RunUntil(Seconds(20)); // the hosts answer the query of the start within 10 s
    EXPECT_EQ(GetMemberships(ROOT, LAN), Entries{ANY_G});
    EXPECT_EQ(m_proxies[SECOND]->GetFilter(G), ANY_SOURCE);
}

TEST_F(IgmpProxyTest, SourcesWhoseRouteGoesDownstreamAreNotReported)
{
    Want(Seconds(1), BOTTOM, G, Include({NEAR}));
    At(Seconds(5), SECOND, [this]() { m_proxies[SECOND]->Fail(); });
    At(Seconds(6), SECOND, [this]() { m_proxies[SECOND]->Start(); });
    RunUntil(Seconds(10));
    EXPECT_TRUE(m_reports.empty());
}

/// @brief A proxy beside changing routes to a source beyond the root.
class IgmpProxyRouteTest : public ProxyChain
{
  protected:
    void SetUp() override
    {
        ProxyChain::SetUp();
        m_rib = CreateObject<StaticMulticastRib>();
        m_rib->AddRoute(NETWORK, MASK, {InterfaceId{DOWN}, Ipv4Address("10.0.2.3")});
        m_nodes.Get(SECOND)->GetObject<MulticastGroupManager>()->SetAttribute("Rib",
                                                                              PointerValue(m_rib));
    }

    /// @brief The route to the source changes at the second proxy. @param at when
    /// @param interface where it goes then
    void Move(Time at, uint32_t interface)
    {
        At(at, SECOND, [this, interface]() {
            m_rib->AddRoute(NETWORK, MASK, {InterfaceId{interface}});
        });
    }

    const Ipv4Address NETWORK{"10.99.0.0"}; ///< Where the source is.
    const Ipv4Mask MASK{"255.255.0.0"};     ///< Its mask.

    Ptr<StaticMulticastRib> m_rib; ///< routes of the second proxy
};

TEST_F(IgmpProxyRouteTest, RFC_4605_4_1_ARouteThatAppearsLaterIsFollowed)
{
    Want(Seconds(1), BOTTOM, G, Include({T}));
    Move(Seconds(10), UP);
    RunUntil(Seconds(9));
    EXPECT_TRUE(m_reports.empty());
    RunUntil(Seconds(10));
    EXPECT_EQ(m_proxies[SECOND]->GetFilter(G), Include({T}));
    EXPECT_EQ(GetMemberships(ROOT, LAN), (Entries{{T, G}}));
}

TEST_F(IgmpProxyRouteTest, RFC_4605_4_1_ARouteThatMovesAwayEndsTheReport)
{
    Want(Seconds(1), BOTTOM, G, Include({S, T}));
    Move(Seconds(10), UP);
    Move(Seconds(20), DOWN);
    RunUntil(Seconds(15));
    EXPECT_EQ(m_proxies[SECOND]->GetFilter(G), Include({S, T}));
    RunUntil(Seconds(20));
    EXPECT_EQ(m_proxies[SECOND]->GetFilter(G), Include({S}));
    RunUntil(Seconds(30)); // each level checks for 2 s
    EXPECT_EQ(GetMemberships(ROOT, LAN), (Entries{{S, G}}));
    Move(Seconds(30), UP);
    RunUntil(Seconds(31));
    EXPECT_EQ(GetMemberships(ROOT, LAN), (Entries{{S, G}, {T, G}}));
}

TEST_F(IgmpProxyRouteTest, RFC_4605_4_1_ALeaveWhileTheRouteIsElsewhereIsNotForgotten)
{
    Want(Seconds(1), BOTTOM, G, Include({T}));
    Move(Seconds(5), UP);
    Move(Seconds(10), DOWN);
    Want(Seconds(11), BOTTOM, G, NOTHING);
    Move(Seconds(20), UP);
    RunUntil(Seconds(30));
    EXPECT_EQ(m_proxies[SECOND]->GetFilter(G), NOTHING);
    EXPECT_EQ(GetMemberships(ROOT, LAN), Entries{});
}

TEST_F(IgmpProxyRouteTest, RFC_4605_4_1_GroupsFromAnySourceDoNotFollowRoutes)
{
    Want(Seconds(1), BOTTOM, G, ANY_SOURCE);
    Want(Seconds(1), BOTTOM_TOO, G, Include({T}));
    Move(Seconds(10), UP);
    Move(Seconds(20), DOWN);
    RunUntil(Seconds(30));
    EXPECT_EQ(m_proxies[SECOND]->GetFilter(G), ANY_SOURCE);
}

TEST_F(IgmpProxyRouteTest, AStoppedProxyFollowsNoRoutes)
{
    Want(Seconds(1), BOTTOM, G, Include({T}));
    At(Seconds(5), SECOND, [this]() { m_proxies[SECOND]->Stop(); });
    Move(Seconds(10), UP);
    RunUntil(Seconds(15));
    EXPECT_EQ(m_proxies[SECOND]->GetFilter(G), NOTHING);
    At(Seconds(15), SECOND, [this]() { m_proxies[SECOND]->Start(); });
    RunUntil(Seconds(15));
    EXPECT_EQ(m_proxies[SECOND]->GetFilter(G), Include({T}));
}

/// RFC 4607 section 5.2: a request for all sources must not be propagated.
TEST_F(IgmpProxyTest, RFC_4607_5_2_ASourceSpecificGroupFromAnySourceIsNotReported)
{
    const Ipv4Address ssm("232.1.1.1");
    const auto manager = m_nodes.Get(FIRST)->GetObject<MulticastGroupManager>();
    const auto add = [this, manager, ssm]() {
        ClientHandle other;
        manager->RegisterMProtocol({}, {77, 0}, "other", other);
        m_routers[FIRST]->RemoveInterface(DOWN);
        manager->TakeInterfaceOwnership(other, InterfaceId{DOWN});
        manager->AddGroupMembershipEntry(other, SourceGroup{ANY_ADDRESS, ssm}, InterfaceId{DOWN});
        manager->AddGroupMembershipEntry(other, SourceGroup{ANY_ADDRESS, G}, InterfaceId{DOWN});
    };
    At(Seconds(5), FIRST, add);
    RunUntil(Seconds(5));
    EXPECT_EQ(m_proxies[FIRST]->GetFilter(ssm), NOTHING);
    EXPECT_EQ(m_proxies[FIRST]->GetFilter(G), ANY_SOURCE);
    At(Seconds(6), FIRST, [this]() { m_proxies[FIRST]->Fail(); });
    At(Seconds(7), FIRST, [this]() { m_proxies[FIRST]->Start(); });
    RunUntil(Seconds(7));
    EXPECT_EQ(m_proxies[FIRST]->GetFilter(ssm), NOTHING);
    EXPECT_EQ(m_proxies[FIRST]->GetFilter(G), ANY_SOURCE);
}

TEST_F(IgmpProxyTest, RFC_3376_5_1_ItReportsAgainWhenTheUpstreamLinkComesUp)
{
    const auto ipv4 = m_nodes.Get(FIRST)->GetObject<Ipv4>();
    Want(Seconds(1), BOTTOM, G, ANY_SOURCE);
    At(Seconds(10), FIRST, [=]() { ipv4->SetDown(UP); });
    Want(Seconds(11), BOTTOM, Ipv4Address("239.1.1.2"), ANY_SOURCE);
    At(Seconds(20), FIRST, [=]() { ipv4->SetUp(UP); });
    RunUntil(Seconds(19));
    m_reports.clear();
    RunUntil(Seconds(20));
    EXPECT_EQ(m_reports,
              (std::vector<std::string>{"20 TO_EX(239.1.1.1,{})", "20 TO_EX(239.1.1.2,{})"}));
}

/// @brief A client that crashes and restarts the first proxy in its first alert.
class IgmpProxyRestartTest : public ProxyChain
{
  protected:
    /// @brief Registers the client. @param what what it does in its first alert
    void MakeSaboteur(std::function<void()> what)
    {
        ClientCallbacks callbacks;
        const auto once = [this, what]() {
            if (!std::exchange(m_isDone, true))
            {
                what();
            }
        };
        callbacks.joinAlert = Callback<void, const SourceGroupEntry&, bool>(
            [once](const SourceGroupEntry&, bool) { once(); });
        callbacks.pruneAlert =
            Callback<void, const SourceGroupEntry&, const InterfaceId&, bool, Time&>(
                [once](const SourceGroupEntry&, const InterfaceId&, bool, Time&) { once(); });
        const auto manager = m_nodes.Get(FIRST)->GetObject<MulticastGroupManager>();
        manager->RegisterMProtocol(callbacks, {21, 0}, "saboteur", m_saboteur);
    }

    bool m_isDone{false};    ///< the first alert
    ClientHandle m_saboteur; ///< the client
};

/// The first alert is that of its own (*,*).
TEST_F(IgmpProxyRestartTest, REG_5_AStartDiesWithTheOldIncarnation)
{
    MakeSaboteur([this]() {
        m_proxies[FIRST]->Fail();
        m_proxies[FIRST]->Start();
    });
    Want(Seconds(1), BOTTOM, G, ANY_SOURCE);
    RunUntil(Seconds(2));
    ASSERT_TRUE(m_isDone);
    EXPECT_TRUE(m_proxies[FIRST]->IsServing());
    EXPECT_EQ(GetMemberships(ROOT, LAN), Entries{ANY_G});
}

TEST_F(IgmpProxyRestartTest, AStartMayBeStoppedInItsFirstCallback)
{
    MakeSaboteur([this]() { m_proxies[FIRST]->Stop(); });
    Want(Seconds(1), BOTTOM, G, ANY_SOURCE);
    RunUntil(Seconds(2));
    ASSERT_TRUE(m_isDone);
    EXPECT_FALSE(m_proxies[FIRST]->IsServing());
    EXPECT_FALSE(m_proxies[FIRST]->GetHandle());
    EXPECT_EQ(m_proxies[FIRST]->GetFilter(G), NOTHING);
}

TEST_F(IgmpProxyRestartTest, REG_5_AStopDiesWithTheOldIncarnation)
{
    MakeSaboteur([this]() {
        m_proxies[FIRST]->Fail();
        m_proxies[FIRST]->Start();
    });
    m_isDone = true;
    Want(Seconds(1), BOTTOM, G, ANY_SOURCE);
    At(Seconds(5), FIRST, [this]() {
        m_isDone = false;
        m_proxies[FIRST]->Stop();
    });
    RunUntil(Seconds(8));
    ASSERT_TRUE(m_isDone);
    EXPECT_TRUE(m_proxies[FIRST]->IsServing());
    EXPECT_EQ(GetMemberships(ROOT, LAN), Entries{ANY_G});
}

TEST_F(IgmpProxyTest, StopLeavesUpstreamAndGivesTheInterfaceUp)
{
    Want(Seconds(1), BOTTOM, G, ANY_SOURCE);
    At(Seconds(5), FIRST, [this]() { m_proxies[FIRST]->Stop(); });
    RunUntil(Seconds(5));
    EXPECT_EQ(m_reports.back(), "5 TO_IN(239.1.1.1,{})");
    EXPECT_FALSE(m_proxies[FIRST]->IsServing());
    EXPECT_FALSE(m_proxies[FIRST]->GetHandle());
    ClientId id;
    const auto manager = m_nodes.Get(FIRST)->GetObject<MulticastGroupManager>();
    EXPECT_EQ(manager->GetProtocolOnInterface(InterfaceId{UP}, id), Status::ERROR_NOT_FOUND);
    RunUntil(Seconds(8));
    EXPECT_EQ(GetMemberships(ROOT, LAN), Entries{});
}

/// The root finds out by its queries: Group Membership Interval, 260 s or more.
TEST_F(IgmpProxyTest, FailIsSilentAndARestartReportsAgain)
{
    Want(Seconds(1), BOTTOM, G, ANY_SOURCE);
    At(Seconds(5), FIRST, [this]() { m_proxies[FIRST]->Fail(); });
    RunUntil(Seconds(6));
    const auto reports = m_reports.size();
    RunUntil(Seconds(300));
    EXPECT_EQ(m_reports.size(), reports);
    EXPECT_EQ(GetMemberships(ROOT, LAN), Entries{});
    At(Seconds(300), FIRST, [this]() { m_proxies[FIRST]->Start(); });
    Send(Seconds(301), ROOT, G);
    RunUntil(Seconds(302));
    EXPECT_EQ(GetMemberships(ROOT, LAN), Entries{ANY_G});
    EXPECT_EQ(m_heard[BOTTOM], 1U);
}

TEST_F(IgmpProxyTest, ARestartOfIgmpIsSeenUpstreamAsLeaveAndJoin)
{
    Want(Seconds(1), BOTTOM, G, ANY_SOURCE);
    At(Seconds(5), SECOND, [this]() { m_routers[SECOND]->Fail(); });
    At(Seconds(6), SECOND, [this]() { m_routers[SECOND]->Start(); });
    RunUntil(Seconds(5));
    EXPECT_EQ(m_proxies[SECOND]->GetFilter(G), NOTHING);
    RunUntil(Seconds(16));
    EXPECT_EQ(m_proxies[SECOND]->GetFilter(G), ANY_SOURCE);
    EXPECT_EQ(GetMemberships(ROOT, LAN), Entries{ANY_G});
}

/// The leave of the second one is lost with it; the membership ends by the timers of the first one.
TEST_F(IgmpProxyTest, ASilentDeathBelowEndsByTheTimersAbove)
{
    Want(Seconds(1), BOTTOM, G, ANY_SOURCE);
    At(Seconds(5), SECOND, [this]() { m_proxies[SECOND]->Fail(); });
    RunUntil(Seconds(200));
    EXPECT_EQ(GetMemberships(FIRST, DOWN), Entries{ANY_G});
    RunUntil(Seconds(300));
    EXPECT_EQ(GetMemberships(FIRST, DOWN), Entries{});
    EXPECT_EQ(GetMemberships(ROOT, LAN), Entries{});
}

TEST_F(IgmpProxyTest, AnOwnedUpstreamInterfaceIsAskedForAgain)
{
    const auto manager = m_nodes.Get(FIRST)->GetObject<MulticastGroupManager>();
    ClientHandle other;
    manager->RegisterMProtocol({}, {77, 0}, "other", other);
    manager->TakeInterfaceOwnership(other, InterfaceId{UP});
    Want(Seconds(1), BOTTOM, G, ANY_SOURCE);
    RunUntil(MilliSeconds(2500));
    EXPECT_FALSE(m_proxies[FIRST]->IsServing());
    At(MilliSeconds(2500), FIRST, [=]() {
        manager->ReleaseInterfaceOwnership(other, InterfaceId{UP});
    });
    RunUntil(Seconds(3));
    EXPECT_TRUE(m_proxies[FIRST]->IsServing());
    EXPECT_EQ(GetMemberships(ROOT, LAN), Entries{ANY_G});
}

TEST_F(IgmpProxyTest, AStartWhileItReleasesComesAfterwards)
{
    const auto manager = m_nodes.Get(FIRST)->GetObject<MulticastGroupManager>();
    manager->SetAttribute("OwnershipChangeDuration",
                          StringValue("ns3::ConstantRandomVariable[Constant=3]"));
    Want(Seconds(10), BOTTOM, G, ANY_SOURCE);
    At(Seconds(20), FIRST, [this]() {
        m_proxies[FIRST]->Stop();
        m_proxies[FIRST]->Start();
    });
    RunUntil(Seconds(21));
    EXPECT_FALSE(m_proxies[FIRST]->IsServing());
    RunUntil(Seconds(40));
    EXPECT_TRUE(m_proxies[FIRST]->IsServing());
    EXPECT_EQ(GetMemberships(ROOT, LAN), Entries{ANY_G});
}

/// Nothing but the group can be reported then.
TEST_F(IgmpProxyTest, RFC_4605_4_1_AnOlderQuerierUpstreamIsFollowed)
{
    m_routers[ROOT]->GetInterface(LAN)->SetAttribute("Version", UintegerValue(2));
    Want(Seconds(20), BOTTOM, G, Include({S}));
    RunUntil(Seconds(20));
    EXPECT_EQ(m_proxies[FIRST]->GetUpstream()->GetVersionInUse(), 2);
    EXPECT_EQ(m_reports.back(), "20 239.1.1.1");
    EXPECT_EQ(GetMemberships(ROOT, LAN), Entries{ANY_G});
}

} // namespace

} // namespace mgm
} // namespace ns3

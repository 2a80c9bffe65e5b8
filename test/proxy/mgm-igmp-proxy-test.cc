/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-proxy-chain.h"

#include "ns3/ipv4-l3-protocol.h"
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
    RunUntil(Seconds(20));
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

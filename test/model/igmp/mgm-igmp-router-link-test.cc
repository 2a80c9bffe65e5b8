/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-test-addresses.h"

// What an IGMP router does when an interface goes down, comes up, or changes its address.

#include "mgm-igmp-router-fixture.h"

#include "ns3/ipv4.h"
#include "ns3/mgm-tracer.h"
#include "ns3/simulator.h"
#include "ns3/uinteger.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// @brief A router whose LAN goes down and comes up.
class IgmpRouterLinkTest : public IgmpRouterTest
{
  protected:
    void SetUp() override
    {
        IgmpRouterTest::SetUp();
        MakeRouter(3);
    }

    /// @brief The router's interface goes down. @param at when
    void Down(Time at)
    {
        At(at, [this]() { m_node->GetObject<Ipv4>()->SetDown(LAN); });
    }

    /// @brief The router's interface comes up. @param at when
    void Up(Time at)
    {
        At(at, [this]() { m_node->GetObject<Ipv4>()->SetUp(LAN); });
    }

    /// @brief The router loses its address. @param at when
    void RemoveAddress(Time at)
    {
        At(at, [this]() { m_node->GetObject<Ipv4>()->RemoveAddress(LAN, 0); });
    }

    /// @brief The router gets an address. @param at when @param address the address
    void AddAddress(Time at, const char* address)
    {
        At(at, [this, address]() {
            m_node->GetObject<Ipv4>()->AddAddress(LAN, {address, "255.255.255.0"});
        });
    }

    /// @brief Notes what machines say they send, and what becomes of messages.
    void WatchMessages()
    {
        Tracer::Of(m_node)->TraceConnectWithoutContext(
            "Record",
            Callback<void, const TraceRecord&>([this](const TraceRecord& r) {
                const bool isSending = r.action.find("send ") != std::string_view::npos;
                m_said += r.kind == TraceKind::STATE && isSending ? 1 : 0;
                m_sent += r.kind == TraceKind::PACKET_TX ? 1 : 0;
                if (r.kind == TraceKind::DROP)
                {
                    std::ostringstream os;
                    os << Simulator::Now().GetSeconds() << ' ' << r.op << ' ' << r.event;
                    m_drops.push_back(os.str());
                }
            }));
    }

    /// @return when queries were heard, and from whom [s]
    std::vector<double> GetQueryTimes() const
    {
        std::vector<double> times;
        for (const auto& heard : m_heard)
        {
            times.push_back(heard.time.GetSeconds());
        }
        return times;
    }

    using Times = std::vector<double>;

    uint32_t m_said{0};               ///< queries that a machine says it sends
    uint32_t m_sent{0};               ///< messages that are sent
    std::vector<std::string> m_drops; ///< "TIME MESSAGE REASON"
};

/// Startup Query Count queries, Startup Query Interval apart, then Query Interval.
TEST_F(IgmpRouterLinkTest, RFC_3376_8_6_8_7_AnInterfaceThatComesUpStarts)
{
    Down(Seconds(40));
    Up(Seconds(60));
    RunUntil(Seconds(220));
    EXPECT_EQ(GetQueryTimes(), (Times{0, 31.25, 60, 91.25, 216.25}));
}

TEST_F(IgmpRouterLinkTest, RFC_2236_8_6_8_7_AnInterfaceThatComesUpStarts)
{
    m_router->SetInterfaceAttribute("Version", UintegerValue(2));
    Down(Seconds(40));
    Up(Seconds(60));
    RunUntil(Seconds(220));
    EXPECT_EQ(GetQueryTimes(), (Times{0, 31.25, 60, 91.25, 216.25}));
}

TEST_F(IgmpRouterLinkTest, RFC_3376_8_7_NoStartupQueryIsSpentOnADeadLink)
{
    WatchMessages();
    m_node->GetObject<Ipv4>()->SetDown(LAN);
    Up(Seconds(100));
    RunUntil(Seconds(140));
    EXPECT_EQ(GetQueryTimes(), (Times{100, 131.25}));
    EXPECT_EQ(m_said, 2U);
    EXPECT_EQ(m_sent, 2U);
    EXPECT_TRUE(m_drops.empty());
}

TEST_F(IgmpRouterLinkTest, ARouterWhoseInterfaceIsDownIsNoQuerierAndSaysNothing)
{
    Down(Seconds(10));
    RunUntil(Seconds(11));
    WatchMessages();
    EXPECT_FALSE(GetLan()->IsQuerier());
    RunUntil(Seconds(1000));
    EXPECT_EQ(m_said, 0U);
    EXPECT_EQ(m_sent, 0U);
}

/// No report can come, so its timer ends it: Group Membership Interval after the report.
TEST_F(IgmpRouterLinkTest, RFC_3376_6_2_2_WhatWasLearnedStaysUntilItsTimerEnds)
{
    Take(MilliSeconds(1500));
    Join(Seconds(2), G);
    Down(Seconds(10));
    RunUntil(Seconds(261));
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(*,239.1.1.1)"});
    RunUntil(Seconds(400));
    EXPECT_EQ(m_local,
              (std::vector<std::string>{"2 join (*,239.1.1.1)", "262 leave (*,239.1.1.1)"}));
}

/// A leave was being checked: neither the query nor the leave comes afterwards.
TEST_F(IgmpRouterLinkTest, SpecificQueriesEndWithTheLink)
{
    Join(Seconds(2), G);
    Report(Seconds(10), {{IgmpRecordType::TO_IN, G, {}}});
    Down(MilliSeconds(10500));
    Up(MilliSeconds(10600));
    Join(MilliSeconds(10700), G);
    RunUntil(Seconds(20));
    EXPECT_EQ(GetHeard(),
              (std::vector<std::string>{"0 IGMPv3 Query general 10s > 224.0.0.1",
                                        "10 IGMPv3 Query 239.1.1.1 1s > 239.1.1.1",
                                        "10.6 IGMPv3 Query general 10s > 224.0.0.1"}));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 250.7");
}

/// A group of IGMPv2 that is being checked: its machine says what it sends.
TEST_F(IgmpRouterLinkTest, RFC_2236_3_SpecificQueriesEndWithTheLink)
{
    m_router->SetInterfaceAttribute("Version", UintegerValue(2));
    Say(Seconds(2), IgmpV2Message{IgmpType::V2_REPORT, Time(0), G}, G);
    Say(Seconds(10), IgmpV2Message{IgmpType::V2_LEAVE, Time(0), G}, IGMP_ALL_ROUTERS);
    Down(MilliSeconds(10500));
    RunUntil(MilliSeconds(10400));
    WatchMessages();
    RunUntil(Seconds(20));
    EXPECT_EQ(m_said, 0U);
    EXPECT_TRUE(m_drops.empty());
    EXPECT_EQ(GetLan()->GetNGroups(), 0U); // Last Member Query Time is over
}

TEST_F(IgmpRouterLinkTest, RFC_3376_6_6_2_TheElectionStartsAnewWithTheLink)
{
    const IgmpV3Query query{Seconds(10), Ipv4Address::GetZero(), false, 5, Seconds(60), {}};
    SetAddress("10.0.0.5");
    SayIn(Seconds(1), query, {"10.0.0.2"});
    Down(Seconds(10));
    RunUntil(Seconds(9));
    EXPECT_FALSE(GetLan()->IsQuerier());
    EXPECT_EQ(GetLan()->GetParameters().queryInterval, Seconds(60));
    Up(Seconds(20));
    RunUntil(Seconds(20));
    EXPECT_TRUE(GetLan()->IsQuerier());
    EXPECT_EQ(GetLan()->GetParameters().queryInterval, Seconds(125));
}

TEST_F(IgmpRouterLinkTest, ALinkThatGoesDownAndUpAtOnceStarts)
{
    Join(Seconds(2), G);
    Down(Seconds(10));
    Up(Seconds(10));
    RunUntil(Seconds(10));
    EXPECT_EQ(GetQueryTimes(), (Times{0, 10}));
    EXPECT_EQ(GetLan()->GetNGroups(), 1U);
}

/// ns-3 says so whenever an address is assigned by a helper.
TEST_F(IgmpRouterLinkTest, AnInterfaceThatIsUpAlreadyDoesNotStart)
{
    Join(Seconds(2), G);
    Up(Seconds(10));
    RunUntil(Seconds(30));
    EXPECT_EQ(GetQueryTimes(), Times{0});
    EXPECT_EQ(GetLan()->GetNGroups(), 1U);
}

TEST_F(IgmpRouterLinkTest, ARouterStartsWhenItsAddressAppears)
{
    m_node->GetObject<Ipv4>()->RemoveAddress(LAN, 0);
    WatchMessages();
    Join(Seconds(5), G);
    AddAddress(Seconds(10), "10.0.0.1");
    RunUntil(Seconds(42));
    EXPECT_EQ(GetQueryTimes(), (Times{10, 41.25}));
    EXPECT_EQ(GetLan()->GetNGroups(), 1U); // what hosts say is heard all the time
    EXPECT_TRUE(m_drops.empty());
}

TEST_F(IgmpRouterLinkTest, ARouterWithoutAddressIsNoQuerier)
{
    Join(Seconds(2), G);
    RemoveAddress(Seconds(10));
    RunUntil(Seconds(100));
    EXPECT_FALSE(GetLan()->IsQuerier());
    EXPECT_EQ(GetQueryTimes(), Times{0});
    EXPECT_EQ(GetLan()->GetNGroups(), 1U);
}

/// It was Non-Querier with a higher address than the other router's; the lower one makes it win.
TEST_F(IgmpRouterLinkTest, RFC_3376_6_6_2_ANewAddressStartsTheElectionAnewAndKeepsTheGroups)
{
    const IgmpV3Query query{Seconds(10), Ipv4Address::GetZero(), false, 2, Seconds(125), {}};
    SetAddress("10.0.0.5");
    SayIn(Seconds(1), query, {"10.0.0.2"});
    Join(Seconds(2), G);
    RemoveAddress(Seconds(10));
    AddAddress(Seconds(10), "10.0.0.1");
    RunUntil(Seconds(10));
    EXPECT_TRUE(GetLan()->IsQuerier());
    EXPECT_EQ(GetQueryTimes(), (Times{0, 10}));
    EXPECT_EQ(GetLan()->GetNGroups(), 1U);
}

TEST_F(IgmpRouterLinkTest, ALinkThatIsDownDoesNotKeepTheRouterFromStopping)
{
    Down(Seconds(10));
    At(Seconds(20), [this]() { m_router->Stop(); });
    At(Seconds(30), [this]() { m_router->Start(); });
    Up(Seconds(40));
    RunUntil(Seconds(40));
    EXPECT_EQ(GetQueryTimes(), (Times{0, 40}));
}

/// The change is told in an event of its own, which finds another incarnation.
TEST_F(IgmpRouterLinkTest, ARouterMayCrashWithTheLink)
{
    Join(Seconds(2), G);
    Down(Seconds(10));
    At(Seconds(10), [this]() { m_router->Fail(); });
    Up(Seconds(20));
    At(Seconds(20), [this]() { m_router->Start(); });
    RunUntil(Seconds(21));
    EXPECT_EQ(GetQueryTimes(), (Times{0, 20}));
}

} // namespace

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-lan.h"

#include "ns3/string.h"
#include "ns3/uinteger.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// @brief A router on a LAN without hosts.
class IgmpQuerierTest : public IgmpRouterLan
{
  protected:
    /// @return the times at which the peer heard a message
    std::vector<Time> GetTimes() const
    {
        std::vector<Time> times;
        for (const auto& heard : m_heard)
        {
            times.push_back(heard.time);
        }
        return times;
    }
};

TEST_F(IgmpQuerierTest, RFC_3376_8_6_StartupQueriesThenQueryInterval)
{
    MakeRouter(3);
    RunUntil(Seconds(300));
    EXPECT_EQ(GetHeard(),
              (std::vector<std::string>{"0 IGMPv3 Query general 10s > 224.0.0.1",
                                        "31.25 IGMPv3 Query general 10s > 224.0.0.1",
                                        "156.25 IGMPv3 Query general 10s > 224.0.0.1",
                                        "281.25 IGMPv3 Query general 10s > 224.0.0.1"}));
    EXPECT_EQ(
        m_heard[0].message,
        IgmpMessage(IgmpV3Query{Seconds(10), Ipv4Address::GetZero(), false, 2, Seconds(125), {}}));
}

TEST_F(IgmpQuerierTest, RFC_2236_3_StartupQueriesThenQueryInterval)
{
    MakeRouter(2);
    RunUntil(Seconds(300));
    EXPECT_EQ(GetHeard(),
              (std::vector<std::string>{"0 IGMPv2 Query general 10s > 224.0.0.1",
                                        "31.25 IGMPv2 Query general 10s > 224.0.0.1",
                                        "156.25 IGMPv2 Query general 10s > 224.0.0.1",
                                        "281.25 IGMPv2 Query general 10s > 224.0.0.1"}));
}

TEST_F(IgmpQuerierTest, IntervalsAndCountsAreAttributes)
{
    MakeRouter(3);
    m_router->SetInterfaceAttribute("StartupQueryInterval", StringValue("2s"));
    m_router->SetInterfaceAttribute("StartupQueryCount", UintegerValue(3));
    m_router->SetInterfaceAttribute("QueryInterval", StringValue("20s"));
    m_router->SetInterfaceAttribute("QueryResponseInterval", StringValue("5s"));
    m_router->SetInterfaceAttribute("RobustnessVariable", UintegerValue(4));
    RunUntil(Seconds(50));
    EXPECT_EQ(GetTimes(),
              (std::vector<Time>{Time(0), Seconds(2), Seconds(4), Seconds(24), Seconds(44)}));
    EXPECT_EQ(
        m_heard[0].message,
        IgmpMessage(IgmpV3Query{Seconds(5), Ipv4Address::GetZero(), false, 4, Seconds(20), {}}));
}

TEST_F(IgmpQuerierTest, RFC_3376_8_7_StartupQueryCountIsTheRobustnessVariable)
{
    MakeRouter(3);
    m_router->SetInterfaceAttribute("RobustnessVariable", UintegerValue(3));
    RunUntil(Seconds(190));
    EXPECT_EQ(GetTimes(),
              (std::vector<Time>{Time(0),
                                 MilliSeconds(31250),
                                 MilliSeconds(62500),
                                 MilliSeconds(187500)}));
}

TEST_F(IgmpQuerierTest, DerivedParametersFollowTheRfc)
{
    MakeRouter(3);
    const auto parameters = m_router->GetInterface(LAN)->GetParameters();
    EXPECT_EQ(parameters.membershipInterval, Seconds(260));          // RFC 3376 8.4
    EXPECT_EQ(parameters.startupQueryInterval, MilliSeconds(31250)); // 8.6
    EXPECT_EQ(parameters.startupQueryCount, 2U);                     // 8.7
    EXPECT_EQ(parameters.lastMemberCount, 2U);                       // 8.9
    EXPECT_EQ(parameters.GetLastMemberTime(), Seconds(2));           // 8.10
}

TEST_F(IgmpQuerierTest, AStoppedRouterIsSilentAndStartsAnew)
{
    MakeRouter(3);
    At(Seconds(10), [this]() { m_router->Stop(); });
    At(Seconds(100), [this]() { m_router->Start(); });
    RunUntil(Seconds(140));
    EXPECT_EQ(GetTimes(), (std::vector<Time>{Time(0), Seconds(100), MilliSeconds(131250)}));
    EXPECT_TRUE(m_router->GetInterface(LAN)->IsQuerier());
}

} // namespace

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-lan.h"
#include "mgm-igmp-test-addresses.h"

#include "ns3/uinteger.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// @brief A router 10.0.0.5 of version 1 or 2.
class IgmpOlderRouterTest : public IgmpRouterLan
{
  protected:
    void SetUp() override
    {
        IgmpRouterLan::SetUp();
        SetAddress("10.0.0.5");
    }

    /// @brief A host says something of the group. @param at when @param type what
    void Host(Time at, IgmpType type)
    {
        Say(at, IgmpV2Message{type, Time(0), G}, G);
    }

    /// @brief A router asks. @param at when @param source who @param time Max Response Time
    /// @param group what for
    void Ask(Time at, const char* source, Time time, Ipv4Address group)
    {
        SayIn(at,
              IgmpV2Message{IgmpType::QUERY, time, group},
              {source, group == ALL ? IGMP_ALL_SYSTEMS : group});
    }

    /// @return the lines of GetHeard() that ask for the group
    std::vector<std::string> GetGroupQueries() const
    {
        std::vector<std::string> lines;
        for (const auto& line : GetHeard())
        {
            if (line.find("general") == std::string::npos)
            {
                lines.push_back(line);
            }
        }
        return lines;
    }
};

TEST_F(IgmpOlderRouterTest, RFC_2236_4_Version1QueriesHaveMaxResponseTime0)
{
    MakeRouter(1);
    RunUntil(Seconds(200));
    EXPECT_EQ(GetHeard(),
              (std::vector<std::string>{"0 IGMPv1 Query general 0s > 224.0.0.1",
                                        "31.25 IGMPv1 Query general 0s > 224.0.0.1",
                                        "156.25 IGMPv1 Query general 0s > 224.0.0.1"}));
}

TEST_F(IgmpOlderRouterTest, RFC_1112_I_AVersion1MembershipTimesOut)
{
    MakeRouter(1);
    Host(Seconds(1), IgmpType::V1_REPORT);
    RunUntil(MilliSeconds(260999));
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(*,239.1.1.1)"});
    RunUntil(Seconds(261));
    EXPECT_TRUE(GetMemberships().empty());
}

TEST_F(IgmpOlderRouterTest, RFC_2236_4_AVersion1RouterIgnoresLeavesAndLaterReports)
{
    MakeRouter(1);
    Host(Seconds(1), IgmpType::V2_REPORT);
    Report(Seconds(1), {{IgmpRecordType::TO_EX, G, {}}});
    RunUntil(Seconds(1));
    EXPECT_EQ(GetState(G), "none");
    Host(Seconds(2), IgmpType::V1_REPORT);
    Host(Seconds(3), IgmpType::V2_LEAVE);
    RunUntil(Seconds(10));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 252");
    EXPECT_TRUE(GetGroupQueries().empty());
    EXPECT_EQ(GetLan()->GetReception().GetDropCount(IgmpRouterDrop::NEWER_VERSION), 3U);
}

TEST_F(IgmpOlderRouterTest, RFC_2236_2_1_AVersion2RouterIgnoresVersion3Reports)
{
    MakeRouter(2);
    Report(Seconds(1), {{IgmpRecordType::TO_EX, G, {}}});
    RunUntil(Seconds(1));
    EXPECT_EQ(GetLan()->GetReception().GetDropCount(IgmpRouterDrop::NEWER_VERSION), 1U);
}

TEST_F(IgmpOlderRouterTest, RFC_2236_5_WithVersion1HostsLeavesAreIgnored)
{
    MakeRouter(2);
    Host(Seconds(1), IgmpType::V1_REPORT);
    Host(Seconds(2), IgmpType::V2_REPORT);
    Host(Seconds(3), IgmpType::V2_LEAVE);
    RunUntil(Seconds(10));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 252");
    EXPECT_TRUE(GetGroupQueries().empty());
}

TEST_F(IgmpOlderRouterTest, RFC_2236_7_Version1HostsCountForGroupMembershipInterval)
{
    MakeRouter(2);
    Host(Seconds(1), IgmpType::V1_REPORT);
    Host(Seconds(200), IgmpType::V2_REPORT);
    RunUntil(MilliSeconds(260999));
    EXPECT_EQ(GetLan()->GetGroup(G)->compatibility, 1);
    RunUntil(Seconds(261));
    EXPECT_EQ(GetLan()->GetGroup(G)->compatibility, 2);
    Host(Seconds(262), IgmpType::V2_LEAVE);
    RunUntil(Seconds(262));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 2");
}

TEST_F(IgmpOlderRouterTest, RFC_2236_3_ANonQuerierIgnoresLeaves)
{
    MakeRouter(2);
    Ask(Seconds(1), "10.0.0.4", Seconds(10), ALL);
    Host(Seconds(2), IgmpType::V2_REPORT);
    Host(Seconds(3), IgmpType::V2_LEAVE);
    RunUntil(Seconds(10));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 252");
    EXPECT_TRUE(GetGroupQueries().empty());
}

TEST_F(IgmpOlderRouterTest, RFC_2236_3_ANonQuerierLowersItsTimerToCountTimesMaxResponseTime)
{
    MakeRouter(2);
    m_router->SetInterfaceAttribute("LastMemberQueryCount", UintegerValue(3));
    Ask(Seconds(1), "10.0.0.4", Seconds(10), ALL);
    Host(Seconds(2), IgmpType::V2_REPORT);
    Ask(Seconds(11), "10.0.0.4", Seconds(2), G);
    RunUntil(Seconds(11));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 6");
    Ask(Seconds(12), "10.0.0.4", Seconds(2), G); // never raised
    RunUntil(Seconds(12));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 5");
    RunUntil(Seconds(17));
    EXPECT_TRUE(GetMemberships().empty());
    EXPECT_TRUE(GetGroupQueries().empty());
}

TEST_F(IgmpOlderRouterTest, RFC_2236_7_NonQuerier_Checking_Report_EndsTheCheck)
{
    MakeRouter(2);
    Host(Seconds(2), IgmpType::V2_REPORT);
    Ask(Seconds(11), "10.0.0.4", Seconds(1), G);
    Host(Seconds(12), IgmpType::V2_REPORT);
    RunUntil(Seconds(12));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 260");
}

TEST_F(IgmpOlderRouterTest, RFC_2236_7_AQuerierHeedsNoGroupQueryOfAHigherAddress)
{
    MakeRouter(2);
    Host(Seconds(2), IgmpType::V2_REPORT);
    Ask(Seconds(12), "10.0.0.6", Seconds(1), G);
    RunUntil(Seconds(12));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 250");
}

TEST_F(IgmpOlderRouterTest, RFC_2236_3_ARouterThatYieldsWhileItChecksKeepsAsking)
{
    MakeRouter(2);
    Host(Seconds(1), IgmpType::V2_REPORT);
    Host(Seconds(11), IgmpType::V2_LEAVE);
    Ask(MilliSeconds(11500), "10.0.0.4", Seconds(10), ALL);
    RunUntil(Seconds(20));
    EXPECT_FALSE(GetLan()->IsQuerier());
    EXPECT_EQ(GetGroupQueries(),
              (std::vector<std::string>{"11 IGMPv2 Query 239.1.1.1 1s > 239.1.1.1",
                                        "12 IGMPv2 Query 239.1.1.1 1s > 239.1.1.1"}));
    EXPECT_EQ(GetState(G), "none");
}

TEST_F(IgmpOlderRouterTest, RFC_2236_8_9_LastMemberQueryCount)
{
    MakeRouter(2);
    m_router->SetInterfaceAttribute("LastMemberQueryCount", UintegerValue(4));
    Host(Seconds(1), IgmpType::V2_REPORT);
    Host(Seconds(11), IgmpType::V2_LEAVE);
    RunUntil(MilliSeconds(14999));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 0.001");
    RunUntil(Seconds(20));
    EXPECT_EQ(GetState(G), "none");
    EXPECT_EQ(GetGroupQueries().size(), 4U);
}

} // namespace

} // namespace mgm
} // namespace ns3

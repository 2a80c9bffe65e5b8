/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-lan.h"
#include "mgm-igmp-test-addresses.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// @brief A group at an IGMPv2 router.
class IgmpV2GroupTest : public IgmpRouterLan
{
  protected:
    void SetUp() override
    {
        IgmpRouterLan::SetUp();
        MakeRouter(2);
    }

    /// @brief The peer reports the group. @param at when
    void ReportGroup(Time at, IgmpType type = IgmpType::V2_REPORT)
    {
        Say(at, IgmpV2Message{type, Time(0), G}, G);
    }

    /// @brief The peer leaves the group. @param at when @param destination where to
    void LeaveGroup(Time at, Ipv4Address destination = IGMP_ALL_ROUTERS)
    {
        Say(at, IgmpV2Message{IgmpType::V2_LEAVE, Time(0), G}, destination);
    }

    /// @param times when group-specific queries are expected after the first general query
    void ExpectQueries(const std::vector<std::string>& times)
    {
        std::vector<std::string> queries{"0 IGMPv2 Query general 10s > 224.0.0.1"};
        for (const auto& time : times)
        {
            queries.push_back(time + " IGMPv2 Query 239.1.1.1 1s > 239.1.1.1");
        }
        EXPECT_EQ(GetHeard(), queries);
    }

    const std::vector<std::string> m_member{"(*,239.1.1.1)"};
};

TEST_F(IgmpV2GroupTest, RFC_2236_7_NoMembers_Report_NotifiesRoutingAndStartsTheTimer)
{
    ReportGroup(Seconds(1));
    RunUntil(Seconds(1));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 260");
    EXPECT_EQ(GetMemberships(), m_member);
    ExpectQueries({});
}

TEST_F(IgmpV2GroupTest, RFC_2236_3_NoMembers_Leave_IsIgnored)
{
    LeaveGroup(Seconds(1));
    RunUntil(Seconds(10));
    EXPECT_EQ(GetState(G), "none");
    ExpectQueries({});
}

TEST_F(IgmpV2GroupTest, RFC_2236_7_Members_Report_RestartsTheTimer)
{
    ReportGroup(Seconds(1));
    ReportGroup(Seconds(11));
    RunUntil(Seconds(11));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 260");
}

TEST_F(IgmpV2GroupTest, RFC_2236_7_Members_TimerExpired_NotifiesRouting)
{
    ReportGroup(Seconds(1));
    RunUntil(MilliSeconds(260999));
    EXPECT_EQ(GetMemberships(), m_member);
    RunUntil(Seconds(261));
    EXPECT_EQ(GetState(G), "none");
    EXPECT_TRUE(GetMemberships().empty());
}

TEST_F(IgmpV2GroupTest, RFC_2236_3_Leave_AsksTwiceAndTakes2Seconds)
{
    ReportGroup(Seconds(1));
    LeaveGroup(Seconds(11));
    RunUntil(Seconds(11));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 2");
    RunUntil(MilliSeconds(12999));
    EXPECT_EQ(GetMemberships(), m_member);
    RunUntil(Seconds(20));
    EXPECT_TRUE(GetMemberships().empty());
    EXPECT_EQ(GetState(G), "none");
    ExpectQueries({"11", "12"});
}

TEST_F(IgmpV2GroupTest, RFC_2236_7_Checking_Report_EndsTheCheck)
{
    ReportGroup(Seconds(1));
    LeaveGroup(Seconds(11));
    ReportGroup(MilliSeconds(11500));
    RunUntil(Seconds(20));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 251.5");
    EXPECT_EQ(GetMemberships(), m_member);
    ExpectQueries({"11"});
}

TEST_F(IgmpV2GroupTest, RFC_2236_7_Checking_Leave_IsIgnored)
{
    ReportGroup(Seconds(1));
    LeaveGroup(Seconds(11));
    LeaveGroup(MilliSeconds(11500));
    RunUntil(Seconds(20));
    EXPECT_EQ(GetState(G), "none");
    ExpectQueries({"11", "12"});
}

TEST_F(IgmpV2GroupTest, RFC_2236_3_LeaveToTheGroupItselfIsAccepted)
{
    ReportGroup(Seconds(1));
    LeaveGroup(Seconds(11), G);
    RunUntil(Seconds(11));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 2");
}

TEST_F(IgmpV2GroupTest, RFC_2236_7_Version1ReportsCount)
{
    ReportGroup(Seconds(1), IgmpType::V1_REPORT);
    RunUntil(Seconds(1));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 260");
}

TEST_F(IgmpV2GroupTest, RFC_2236_2_1_Version3ReportsAreIgnored)
{
    Report(Seconds(1), {{IgmpRecordType::TO_EX, G, {}}});
    RunUntil(Seconds(1));
    EXPECT_EQ(GetState(G), "none");
}

TEST_F(IgmpV2GroupTest, MBR_2_LinkLocalGroupsAreNotKept)
{
    const Ipv4Address local("224.0.0.251");
    Say(Seconds(1), IgmpV2Message{IgmpType::V2_REPORT, Time(0), local}, local);
    RunUntil(Seconds(1));
    EXPECT_EQ(GetState(local), "none");
}

} // namespace

} // namespace mgm
} // namespace ns3

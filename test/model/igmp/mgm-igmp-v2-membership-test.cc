/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-host-lan.h"
#include "mgm-igmp-test-addresses.h"

#include "ns3/boolean.h"
#include "ns3/string.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// @brief A host of IGMPv2. Its Unsolicited Report Interval is 10 s.
class IgmpV2MembershipTest : public IgmpHostLan
{
  protected:
    void SetUp() override
    {
        IgmpHostLan::SetUp();
        MakeHost(2);
    }

    /// @brief The peer sends a query. @param at when @param maxResponseTime its Max Response Time
    ///        @param group the group
    void Query(Time at, Time maxResponseTime, Ipv4Address group = Ipv4Address::GetZero())
    {
        Say(at,
            IgmpV2Message{IgmpType::QUERY, maxResponseTime, group},
            group.Get() == 0 ? IGMP_ALL_SYSTEMS : group);
    }

    /// @brief Another host reports the group. @param at when @param type the type of its report
    void OtherReports(Time at, IgmpType type = IgmpType::V2_REPORT)
    {
        Say(at, IgmpV2Message{type, Time(0), G}, G);
    }

    /// @param times when @return reports of the group at these times
    static std::vector<std::string> Reports(const std::vector<std::string>& times)
    {
        std::vector<std::string> lines;
        for (const auto& time : times)
        {
            lines.push_back(time + " IGMPv2 Report 239.1.1.1 > 239.1.1.1");
        }
        return lines;
    }

    /// @brief Joins at 1; the reports of that are sent at 1 and 6.
    void JoinAtOne()
    {
        Join(Seconds(1), G);
    }
};

TEST_F(IgmpV2MembershipTest, RFC_2236_6_NonMember_Join_ReportsAtOnceAndOnceMore)
{
    JoinAtOne();
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(), Reports({"1", "6"}));
}

TEST_F(IgmpV2MembershipTest, RFC_2236_6_NonMember_QueryAndReport_AreIgnored)
{
    Query(Seconds(1), Seconds(10));
    Query(Seconds(1), Seconds(10), G);
    OtherReports(Seconds(2));
    Leave(Seconds(3), G);
    RunUntil(Seconds(100));
    EXPECT_TRUE(m_heard.empty());
}

TEST_F(IgmpV2MembershipTest, RFC_2236_6_Idle_Query_ReportsWithinMaxResponseTime)
{
    JoinAtOne();
    Query(Seconds(20), Seconds(10));
    Query(Seconds(40), Seconds(1), G);
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(), Reports({"1", "6", "25", "40.5"}));
}

TEST_F(IgmpV2MembershipTest, RFC_2236_6_Idle_QueryForAnotherGroup_IsIgnored)
{
    JoinAtOne();
    Query(Seconds(20), Seconds(10), G2);
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(), Reports({"1", "6"}));
}

TEST_F(IgmpV2MembershipTest, RFC_2236_6_Delaying_Query_ResetsTheTimerOnlyIfItIsUrgent)
{
    JoinAtOne();
    Query(Seconds(20), Seconds(10));        // due at 25
    Query(Seconds(21), Seconds(4));         // is not less than the 4 s that are left
    Query(Seconds(22), MilliSeconds(2000)); // is: due at 23
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(), Reports({"1", "6", "23"}));
}

TEST_F(IgmpV2MembershipTest, RFC_2236_6_Delaying_Report_Suppresses)
{
    JoinAtOne();
    Query(Seconds(20), Seconds(10));
    OtherReports(Seconds(22));
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(), Reports({"1", "6"}));
}

TEST_F(IgmpV2MembershipTest, RFC_2236_5_Delaying_Version1Report_Suppresses)
{
    JoinAtOne();
    Query(Seconds(20), Seconds(10));
    OtherReports(Seconds(22), IgmpType::V1_REPORT);
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(), Reports({"1", "6"}));
}

TEST_F(IgmpV2MembershipTest, RFC_2236_6_Leave_OfTheLastReporterIsSent)
{
    JoinAtOne();
    Leave(Seconds(20), G);
    RunUntil(Seconds(100));
    auto expected = Reports({"1", "6"});
    expected.emplace_back("20 IGMPv2 Leave 239.1.1.1 > 224.0.0.2");
    EXPECT_EQ(GetHeard(), expected);
}

TEST_F(IgmpV2MembershipTest, RFC_2236_6_Leave_OfAnotherIsNotSent)
{
    JoinAtOne();
    Query(Seconds(20), Seconds(10));
    OtherReports(Seconds(22));
    Leave(Seconds(30), G);
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(), Reports({"1", "6"}));
}

/// A report heard by an idle member does not clear the flag.
TEST_F(IgmpV2MembershipTest, RFC_2236_6_Idle_Report_IsIgnored)
{
    JoinAtOne();
    OtherReports(Seconds(10));
    Leave(Seconds(20), G);
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard().back(), "20 IGMPv2 Leave 239.1.1.1 > 224.0.0.2");
}

TEST_F(IgmpV2MembershipTest, RFC_2236_6_Delaying_Leave_StopsTheTimer)
{
    JoinAtOne();
    Leave(Seconds(2), G);
    RunUntil(Seconds(100));
    auto expected = Reports({"1"});
    expected.emplace_back("2 IGMPv2 Leave 239.1.1.1 > 224.0.0.2");
    EXPECT_EQ(GetHeard(), expected);
}

/// The answer is one of IGMPv1, too.
TEST_F(IgmpV2MembershipTest, RFC_2236_4_Version1QueryLeaves10Seconds)
{
    JoinAtOne();
    Query(Seconds(20), Time(0));
    RunUntil(Seconds(100));
    auto expected = Reports({"1", "6"});
    expected.emplace_back("25 IGMPv1 Report 239.1.1.1 > 239.1.1.1");
    EXPECT_EQ(GetHeard(), expected);
}

/// Its Max Resp Code 0xAF is 175 tenths to a host that knows the first 8 octets alone.
TEST_F(IgmpV2MembershipTest, RFC_2236_2_5_Version3QueryIsAVersion2Query)
{
    JoinAtOne();
    Say(Seconds(20),
        IgmpV3Query{Seconds(100), Ipv4Address::GetZero(), false, 2, Seconds(125), {}},
        IGMP_ALL_SYSTEMS);
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(), Reports({"1", "6", "28.75"}));
}

TEST_F(IgmpV2MembershipTest, RFC_3376_9_1_QueriesThatAHostMustNotTrustAreIgnored)
{
    const std::string generalQuery = "1164ee9b00000000";
    const Ipv4Address peer("10.0.0.2");
    JoinAtOne();
    SayOctets(Seconds(20), generalQuery, peer, false);
    SayOctets(Seconds(40), generalQuery, peer, true, G);
    SayOctets(Seconds(60), "1100eeff00000000", peer, false); // version 1 has no Router Alert
    RunUntil(Seconds(100));
    auto expected = Reports({"1", "6"});
    expected.emplace_back("65 IGMPv1 Report 239.1.1.1 > 239.1.1.1");
    EXPECT_EQ(GetHeard(), expected);
    const auto interface = m_host->GetInterface(LAN);
    EXPECT_EQ(interface->GetIgnoredCount(IgmpHostDrop::NO_ROUTER_ALERT), 1U);
    EXPECT_EQ(interface->GetIgnoredCount(IgmpHostDrop::WRONG_DESTINATION), 1U);
}

TEST_F(IgmpV2MembershipTest, RouterAlertIsAMatterOfAnAttribute)
{
    m_host->SetInterfaceAttribute("RequireRouterAlert", BooleanValue(false));
    JoinAtOne();
    SayOctets(Seconds(20), "1164ee9b00000000", Ipv4Address("10.0.0.2"), false);
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(), Reports({"1", "6", "25"}));
}

TEST_F(IgmpV2MembershipTest, UnsolicitedReportIntervalIsAnAttribute)
{
    m_host->SetInterfaceAttribute("UnsolicitedReportInterval", StringValue("4s"));
    JoinAtOne();
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(), Reports({"1", "3"}));
}

} // namespace

} // namespace mgm
} // namespace ns3

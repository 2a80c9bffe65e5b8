/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-host-lan.h"
#include "mgm-igmp-test-addresses.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// @brief A host of IGMPv1. Its delays are up to 10 s, and half of that here.
class IgmpV1MembershipTest : public IgmpHostLan
{
  protected:
    void SetUp() override
    {
        IgmpHostLan::SetUp();
        MakeHost(1);
    }

    /// @brief The peer sends a query of IGMPv1. @param at when @param destination where to
    void Query(Time at, Ipv4Address destination = IGMP_ALL_SYSTEMS)
    {
        Say(at, IgmpV2Message{IgmpType::QUERY, Time(0), Ipv4Address::GetZero()}, destination);
    }

    /// @brief Another host reports a group. @param at when @param group the group @param
    /// destination
    ///        where to @param type its version
    void OtherReports(Time at,
                      Ipv4Address group = G,
                      Ipv4Address destination = G,
                      IgmpType type = IgmpType::V1_REPORT)
    {
        Say(at, IgmpV2Message{type, Time(0), group}, destination);
    }

    /// @param times when @return reports of the group at these times
    static std::vector<std::string> Reports(const std::vector<std::string>& times)
    {
        std::vector<std::string> lines;
        for (const auto& time : times)
        {
            lines.push_back(time + " IGMPv1 Report 239.1.1.1 > 239.1.1.1");
        }
        return lines;
    }
};

TEST_F(IgmpV1MembershipTest, RFC_1112_I_NonMember_Join_ReportsAtOnceAndOnceMore)
{
    Join(Seconds(1), G);
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(), Reports({"1", "6"}));
}

TEST_F(IgmpV1MembershipTest, RFC_1112_I_NonMember_QueryReportLeave_AreIgnored)
{
    Query(Seconds(1));
    OtherReports(Seconds(2));
    Leave(Seconds(3), G);
    RunUntil(Seconds(100));
    EXPECT_TRUE(m_heard.empty());
}

TEST_F(IgmpV1MembershipTest, RFC_1112_I_Idle_Query_ReportsWithin10Seconds)
{
    Join(Seconds(1), G);
    Query(Seconds(20));
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(), Reports({"1", "6", "25"}));
}

TEST_F(IgmpV1MembershipTest, RFC_1112_I_Delaying_Query_DoesNotResetTheTimer)
{
    Join(Seconds(1), G);
    Query(Seconds(20));
    Query(Seconds(23));
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(), Reports({"1", "6", "25"}));
}

TEST_F(IgmpV1MembershipTest, RFC_1112_I_Delaying_Report_Suppresses)
{
    Join(Seconds(1), G);
    Query(Seconds(20));
    OtherReports(Seconds(22));
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(), Reports({"1", "6"}));
}

TEST_F(IgmpV1MembershipTest, RFC_1112_I_Delaying_ReportOfAnotherGroup_DoesNotSuppress)
{
    Join(Seconds(1), G);
    Query(Seconds(20));
    OtherReports(Seconds(22), G2, G2);
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(), Reports({"1", "6", "25"}));
}

TEST_F(IgmpV1MembershipTest, RFC_1112_I_Delaying_Leave_StopsTheTimerWithoutAWord)
{
    Join(Seconds(1), G);
    Leave(Seconds(2), G);
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(), Reports({"1"}));
}

TEST_F(IgmpV1MembershipTest, RFC_1112_I_Idle_Report_IsIgnored)
{
    Join(Seconds(1), G);
    OtherReports(Seconds(10));
    Query(Seconds(20));
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(), Reports({"1", "6", "25"}));
}

TEST_F(IgmpV1MembershipTest, RFC_1112_I_Idle_Leave_IsSilent)
{
    Join(Seconds(1), G);
    Leave(Seconds(10), G);
    Query(Seconds(20));
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(), Reports({"1", "6"}));
}

TEST_F(IgmpV1MembershipTest, RFC_1112_I_AQueryIsValidAtAllSystemsOnly)
{
    Join(Seconds(1), G);
    Query(Seconds(20), G);
    Query(Seconds(40), Ipv4Address("10.0.0.1"));
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(), Reports({"1", "6"}));
    EXPECT_EQ(m_host->GetInterface(LAN)->GetIgnoredCount(IgmpHostDrop::WRONG_DESTINATION), 2U);
}

TEST_F(IgmpV1MembershipTest, RFC_1112_I_AReportIsValidAtItsGroupOnly)
{
    Join(Seconds(1), G);
    Query(Seconds(20));
    OtherReports(Seconds(22), G, G2);
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(), Reports({"1", "6", "25"}));
    EXPECT_EQ(m_host->GetInterface(LAN)->GetIgnoredCount(IgmpHostDrop::WRONG_DESTINATION), 1U);
}

/// What newer versions put into the second octet and behind the eighth is unknown to it.
TEST_F(IgmpV1MembershipTest, RFC_1112_I_QueriesOfNewerVersionsAreQueries)
{
    Join(Seconds(1), G);
    Say(Seconds(20),
        IgmpV2Message{IgmpType::QUERY, Seconds(1), Ipv4Address::GetZero()},
        IGMP_ALL_SYSTEMS);
    Say(Seconds(40),
        IgmpV3Query{Seconds(2), Ipv4Address::GetZero(), false, 2, Seconds(125), {}},
        IGMP_ALL_SYSTEMS);
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(), Reports({"1", "6", "25", "45"}));
}

TEST_F(IgmpV1MembershipTest, StopIsSilent)
{
    Join(Seconds(1), G);
    At(Seconds(10), [this]() { m_host->Stop(); });
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(), Reports({"1", "6"}));
}

} // namespace

} // namespace mgm
} // namespace ns3

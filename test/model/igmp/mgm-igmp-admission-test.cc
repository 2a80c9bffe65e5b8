/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-lan.h"
#include "mgm-igmp-test-addresses.h"
#include "model/wire/mgm-octets.h"

#include "ns3/boolean.h"
#include "ns3/string.h"

namespace ns3
{
namespace mgm
{

namespace
{

const IgmpMessage JOIN = IgmpV3Report{{{IgmpRecordType::TO_EX, G, {}}}};

/// @brief A router that messages of all kinds reach.
class IgmpAdmissionTest : public IgmpRouterLan
{
  protected:
    void SetUp() override
    {
        IgmpRouterLan::SetUp();
        SetAddress("10.0.0.5");
        MakeRouter(3);
    }

    /// @return whether the router knows the group
    bool IsJoined() const
    {
        return GetLan()->GetNGroups() == 1;
    }

    /// @brief A report is sent, and accepted or not. @param envelope how it is sent
    /// @param accepted whether it is accepted
    void ExpectReport(const Envelope& envelope, bool accepted)
    {
        SayIn(Seconds(1), JOIN, envelope);
        RunUntil(Seconds(1));
        EXPECT_EQ(IsJoined(), accepted);
    }

    /// @param error an error @return how many packets had it
    uint64_t GetErrors(IgmpPacketError error) const
    {
        return IgmpL4Protocol::Of(m_node)->GetErrorCount(error);
    }
};

TEST_F(IgmpAdmissionTest, RFC_3376_9_2_WithoutRouterAlertAReportIsAccepted)
{
    ExpectReport({"10.0.0.2", IGMP_ALL_V3_ROUTERS, false}, true);
}

TEST_F(IgmpAdmissionTest, RFC_3376_9_2_RouterAlertMayBeRequired)
{
    m_router->SetInterfaceAttribute("RouterAlert", StringValue("require"));
    SayIn(Seconds(1), JOIN, {"10.0.0.2", IGMP_ALL_V3_ROUTERS, false});
    SayIn(Seconds(1), IgmpV2Message{IgmpType::V1_REPORT, Time(0), G}, {"10.0.0.2", G, false});
    SayIn(Seconds(1),
          IgmpV2Message{IgmpType::QUERY, Seconds(10), ALL},
          {"10.0.0.2", IGMP_ALL_SYSTEMS, false});
    RunUntil(Seconds(1));
    EXPECT_FALSE(IsJoined());
    EXPECT_TRUE(GetLan()->IsQuerier());
    EXPECT_EQ(GetLan()->GetReception().GetDropCount(IgmpRouterDrop::NO_ROUTER_ALERT), 3U);
    SayIn(Seconds(2), JOIN, {"10.0.0.2", IGMP_ALL_V3_ROUTERS});
    RunUntil(Seconds(2));
    EXPECT_TRUE(IsJoined());
}

TEST_F(IgmpAdmissionTest, RFC_1112_I_AVersion1QueryHasNoRouterAlert)
{
    m_router->SetInterfaceAttribute("RouterAlert", StringValue("require"));
    SayIn(Seconds(1),
          IgmpV2Message{IgmpType::QUERY, Time(0), ALL},
          {"10.0.0.2", IGMP_ALL_SYSTEMS, false});
    RunUntil(Seconds(1));
    EXPECT_FALSE(GetLan()->IsQuerier());
}

TEST_F(IgmpAdmissionTest, RFC_3376_4_TheTtlOfAReceivedMessageDoesNotMatter)
{
    ExpectReport({"10.0.0.2", IGMP_ALL_V3_ROUTERS, false, 64}, true);
}

TEST_F(IgmpAdmissionTest, Ttl1MayBeRequired)
{
    m_router->SetInterfaceAttribute("Ttl1", StringValue("require"));
    ExpectReport({"10.0.0.2", IGMP_ALL_V3_ROUTERS, false, 64}, false);
    EXPECT_EQ(GetLan()->GetReception().GetDropCount(IgmpRouterDrop::BAD_TTL), 1U);
}

/// The querier asks about the group after a leave that counts.
TEST_F(IgmpAdmissionTest, RFC_2236_9_ALeaveIsSentToAllRoutersOrToItsGroup)
{
    const IgmpMessage leave = IgmpV2Message{IgmpType::V2_LEAVE, Time(0), G};
    SayIn(Seconds(1), IgmpV2Message{IgmpType::V2_REPORT, Time(0), G}, {"10.0.0.2", G});
    for (const auto* destination : {"10.0.0.5", "224.0.0.1", "224.0.0.22", "239.9.9.9"})
    {
        SayIn(Seconds(2), leave, {"10.0.0.2", Ipv4Address(destination)});
    }
    RunUntil(Seconds(3));
    EXPECT_EQ(GetLan()->GetReception().GetDropCount(IgmpRouterDrop::WRONG_DESTINATION), 4U);
    EXPECT_GT(GetLan()->GetGroup(G)->timer, Seconds(2));
    SayIn(Seconds(4), leave, {"10.0.0.2", G});
    RunUntil(Seconds(4));
    EXPECT_LE(GetLan()->GetGroup(G)->timer, Seconds(2));
}

TEST_F(IgmpAdmissionTest, RFC_3376_9_2_OffLinkReportsAreAcceptedUnlessChecked)
{
    ExpectReport({"172.16.0.1", IGMP_ALL_V3_ROUTERS}, true);
}

TEST_F(IgmpAdmissionTest, RFC_3376_9_2_OffLinkReportsAreDroppedIfChecked)
{
    m_router->SetInterfaceAttribute("CheckReportSource", BooleanValue(true));
    ExpectReport({"172.16.0.1", IGMP_ALL_V3_ROUTERS}, false);
    EXPECT_EQ(GetLan()->GetReception().GetDropCount(IgmpRouterDrop::OFF_LINK_SOURCE), 1U);
    SayIn(Seconds(2), JOIN, {"10.0.0.77", IGMP_ALL_V3_ROUTERS});
    RunUntil(Seconds(2));
    EXPECT_TRUE(IsJoined());
}

TEST_F(IgmpAdmissionTest, RFC_3376_4_2_13_ReportsFrom0000AreAcceptedThoughChecked)
{
    m_router->SetInterfaceAttribute("CheckReportSource", BooleanValue(true));
    ExpectReport({"0.0.0.0", IGMP_ALL_V3_ROUTERS}, true);
}

TEST_F(IgmpAdmissionTest, ReportsFromNoUnicastAddressAreDropped)
{
    for (const auto* source : {"239.9.9.9", "255.255.255.255", "127.0.0.1"})
    {
        SayIn(Seconds(1), JOIN, {source, IGMP_ALL_V3_ROUTERS});
    }
    RunUntil(Seconds(1));
    EXPECT_FALSE(IsJoined());
    EXPECT_EQ(GetErrors(IgmpPacketError::BAD_SOURCE), 3U);
}

TEST_F(IgmpAdmissionTest, AnImpostorIsDropped)
{
    ExpectReport({"10.0.0.5", IGMP_ALL_V3_ROUTERS}, false);
    EXPECT_EQ(GetErrors(IgmpPacketError::OWN_SOURCE), 1U);
}

TEST_F(IgmpAdmissionTest, RFC_3376_4_2_14_AnOlderReportToAnyAddressOfTheInterfaceIsAccepted)
{
    SayIn(Seconds(1),
          IgmpV2Message{IgmpType::V2_REPORT, Time(0), G},
          {"10.0.0.2", Ipv4Address("10.0.0.5")});
    RunUntil(Seconds(1));
    EXPECT_TRUE(IsJoined());
}

TEST_F(IgmpAdmissionTest, RFC_3376_4_1_12_AQueryToAnyAddressOfTheInterfaceIsAccepted)
{
    SayIn(Seconds(1),
          IgmpV3Query{Seconds(10), ALL, false, 2, Seconds(125), {}},
          {"10.0.0.2", Ipv4Address("10.0.0.5")});
    RunUntil(Seconds(1));
    EXPECT_FALSE(GetLan()->IsQuerier());
}

TEST_F(IgmpAdmissionTest, RFC_3376_4_2_14_AMessageToABroadcastAddressIsDropped)
{
    ExpectReport({"10.0.0.2", Ipv4Address("255.255.255.255")}, false);
    EXPECT_EQ(GetErrors(IgmpPacketError::BAD_DESTINATION), 1U);
}

TEST_F(IgmpAdmissionTest, RFC_3376_4_2_12_UnknownRecordsAreCounted)
{
    SayIn(Seconds(1),
          IgmpV3Report{{{static_cast<IgmpRecordType>(7), G, {}}}},
          {"10.0.0.2", IGMP_ALL_V3_ROUTERS});
    RunUntil(Seconds(1));
    EXPECT_EQ(GetLan()->GetReception().GetDropCount(IgmpRouterDrop::UNKNOWN_RECORD), 1U);
}

/// A query may have 366 sources (RFC 3376 section 4.1.8).
TEST_F(IgmpAdmissionTest, RFC_3376_4_1_8_AQueryFor366SourcesIsHandled)
{
    std::vector<Ipv4Address> sources;
    for (uint32_t i = 1; i <= 366; ++i)
    {
        sources.emplace_back(0x0A000100 + i);
    }
    const std::vector<Ipv4Address> half(sources.begin(), sources.begin() + 183);
    const std::vector<Ipv4Address> rest(sources.begin() + 183, sources.end());
    Report(Seconds(1), {{IgmpRecordType::ALLOW, G, half}});
    Report(Seconds(1), {{IgmpRecordType::ALLOW, G, rest}});
    SayIn(Seconds(2), IgmpV3Query{Seconds(1), G, false, 2, Seconds(125), sources}, {"10.0.0.2", G});
    RunUntil(Seconds(2));
    EXPECT_EQ(GetLan()->GetGroup(G)->sources.size(), 366U);
    RunUntil(Seconds(4));
    EXPECT_FALSE(IsJoined());
}

/// A report whose record claims 65,535 sources, one that claims 65,535 records, one whose record
/// claims auxiliary data, and a query that claims 65,535 sources.
TEST_F(IgmpAdmissionTest, RFC_3376_4_CountsBeyondTheEndAreErrors)
{
    for (const auto* octets : {"2200e7fb000000010600ffffef010101",
                               "2200e9fc0000ffff04000000ef010101",
                               "2200e8fc0000000104ff0000ef010101",
                               "110af174ef010101027dffff0a000101"})
    {
        SayPacket(Seconds(1), FromHex(octets), {"10.0.0.2", IGMP_ALL_V3_ROUTERS});
    }
    RunUntil(Seconds(1));
    EXPECT_FALSE(IsJoined());
    EXPECT_TRUE(GetLan()->IsQuerier());
    EXPECT_EQ(IgmpL4Protocol::Of(m_node)->GetErrorCount(IgmpError::TRUNCATED), 4U);
}

/// The group field of a version 1 query is "zeroed when sent, ignored when received".
TEST_F(IgmpAdmissionTest, RFC_1112_I_TheGroupOfAVersion1QueryIsIgnored)
{
    SayPacket(Seconds(1), FromHex("1100e4fe0a000001"), {"10.0.0.2", IGMP_ALL_SYSTEMS});
    RunUntil(Seconds(1));
    EXPECT_FALSE(GetLan()->IsQuerier());
}

} // namespace

} // namespace mgm
} // namespace ns3

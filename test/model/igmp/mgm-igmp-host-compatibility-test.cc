/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-host-lan.h"
#include "mgm-igmp-test-addresses.h"

#include "ns3/mgm-tracer.h"
#include "ns3/nstime.h"
#include "ns3/simulator.h"
#include "ns3/uinteger.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// @brief A host that hears queries of several versions.
class IgmpHostCompatibilityTest : public IgmpHostLan
{
  protected:
    /// @brief The peer sends a general query. @param at when @param version its version
    void Query(Time at, uint8_t version)
    {
        const auto all = Ipv4Address::GetZero();
        if (version == 3)
        {
            Say(at, IgmpV3Query{Seconds(10), all, false, 2, Seconds(125), {}}, IGMP_ALL_SYSTEMS);
        }
        else
        {
            const auto maxResponseTime = version == 1 ? Time(0) : Seconds(10);
            Say(at, IgmpV2Message{IgmpType::QUERY, maxResponseTime, all}, IGMP_ALL_SYSTEMS);
        }
    }

    /// @param at when to look; it runs until then @return the version in use
    int VersionAt(Time at)
    {
        RunUntil(at);
        return m_host->GetInterface(LAN)->GetVersionInUse();
    }

    /// @return what was heard from a time on @param from the time
    std::vector<std::string> HeardFrom(Time from) const
    {
        const auto all = GetHeard();
        std::vector<std::string> lines;
        for (std::size_t i = 0; i < all.size(); ++i)
        {
            if (m_heard[i].time >= from)
            {
                lines.push_back(all[i]);
            }
        }
        return lines;
    }
};

TEST_F(IgmpHostCompatibilityTest, RFC_3376_7_2_1_V3_V2Query_260Seconds)
{
    MakeHost(3);
    Query(Seconds(10), 2);
    EXPECT_EQ(VersionAt(Seconds(9)), 3);
    EXPECT_EQ(VersionAt(Seconds(10)), 2);
    EXPECT_EQ(VersionAt(Seconds(269)), 2);
    EXPECT_EQ(VersionAt(Seconds(270)), 3);
}

TEST_F(IgmpHostCompatibilityTest, RFC_3376_7_2_1_V3_V1Query_260Seconds)
{
    MakeHost(3);
    Query(Seconds(10), 1);
    EXPECT_EQ(VersionAt(Seconds(269)), 1);
    EXPECT_EQ(VersionAt(Seconds(270)), 3);
}

TEST_F(IgmpHostCompatibilityTest, RFC_3376_7_2_1_V2_V2Query_RestartsTheTimer)
{
    MakeHost(3);
    Query(Seconds(10), 2);
    Query(Seconds(110), 2);
    EXPECT_EQ(VersionAt(Seconds(369)), 2);
    EXPECT_EQ(VersionAt(Seconds(370)), 3);
}

TEST_F(IgmpHostCompatibilityTest, RFC_3376_7_2_1_V2_V1Query_ThenV1Expires_V2Present)
{
    MakeHost(3);
    Query(Seconds(10), 1);
    Query(Seconds(110), 2);
    EXPECT_EQ(VersionAt(Seconds(110)), 1);
    EXPECT_EQ(VersionAt(Seconds(269)), 1);
    EXPECT_EQ(VersionAt(Seconds(270)), 2);
    EXPECT_EQ(VersionAt(Seconds(369)), 2);
    EXPECT_EQ(VersionAt(Seconds(370)), 3);
}

TEST_F(IgmpHostCompatibilityTest, RFC_3376_7_2_1_V1_V2Expires_StaysV1)
{
    MakeHost(3);
    Query(Seconds(10), 2);
    Query(Seconds(110), 1);
    EXPECT_EQ(VersionAt(Seconds(110)), 1);
    EXPECT_EQ(VersionAt(Seconds(280)), 1);
    EXPECT_EQ(VersionAt(Seconds(369)), 1);
    EXPECT_EQ(VersionAt(Seconds(370)), 3);
}

TEST_F(IgmpHostCompatibilityTest, RFC_3376_7_2_1_V1_V1Query_RestartsTheTimer)
{
    MakeHost(3);
    Query(Seconds(10), 1);
    Query(Seconds(110), 1);
    EXPECT_EQ(VersionAt(Seconds(369)), 1);
    EXPECT_EQ(VersionAt(Seconds(370)), 3);
}

TEST_F(IgmpHostCompatibilityTest, RFC_3376_7_2_1_V3QueriesChangeNothing)
{
    MakeHost(3);
    Query(Seconds(10), 2);
    Query(Seconds(20), 3);
    EXPECT_EQ(VersionAt(Seconds(20)), 2);
    EXPECT_EQ(VersionAt(Seconds(270)), 3);
}

/// A query of IGMPv2 for a group does not count.
TEST_F(IgmpHostCompatibilityTest, RFC_3376_7_2_1_OnlyGeneralQueriesOfVersion2Count)
{
    MakeHost(3);
    Join(Seconds(1), G);
    Say(Seconds(10), IgmpV2Message{IgmpType::QUERY, Seconds(1), G}, G);
    EXPECT_EQ(VersionAt(Seconds(20)), 3);
    EXPECT_EQ(HeardFrom(Seconds(10)),
              std::vector<std::string>{"10.5 IGMPv3 Report IS_EX(239.1.1.1,{}) > 224.0.0.22"});
}

/// Robustness Variable 3 times 60 s, plus 10 s.
TEST_F(IgmpHostCompatibilityTest, RFC_3376_8_12_TheTimeoutFollowsTheQueryIntervalLastHeard)
{
    MakeHost(3);
    m_host->SetInterfaceAttribute("RobustnessVariable", UintegerValue(3));
    Say(Seconds(5),
        IgmpV3Query{Seconds(10), Ipv4Address::GetZero(), false, 2, Seconds(60), {}},
        IGMP_ALL_SYSTEMS);
    Query(Seconds(10), 2);
    EXPECT_EQ(VersionAt(Seconds(199)), 2);
    EXPECT_EQ(VersionAt(Seconds(200)), 3);
}

TEST_F(IgmpHostCompatibilityTest, TheTimeoutIsAnAttribute)
{
    MakeHost(3);
    m_host->SetInterfaceAttribute("OlderVersionQuerierPresentTimeout", TimeValue(Seconds(50)));
    Query(Seconds(10), 2);
    EXPECT_EQ(VersionAt(Seconds(59)), 2);
    EXPECT_EQ(VersionAt(Seconds(60)), 3);
}

TEST_F(IgmpHostCompatibilityTest, RFC_3376_7_2_1_InModeV2_OnlyVersion2IsSpoken)
{
    MakeHost(3);
    Join(Seconds(1), G);
    Query(Seconds(10), 2);
    Leave(Seconds(20), G);
    RunUntil(Seconds(100));
    EXPECT_EQ(HeardFrom(Seconds(10)),
              (std::vector<std::string>{"15 IGMPv2 Report 239.1.1.1 > 239.1.1.1",
                                        "20 IGMPv2 Leave 239.1.1.1 > 224.0.0.2"}));
}

TEST_F(IgmpHostCompatibilityTest, RFC_3376_7_2_1_InModeV1_OnlyVersion1IsSpoken)
{
    MakeHost(3);
    Join(Seconds(1), G);
    Query(Seconds(10), 1);
    Join(Seconds(16), Ipv4Address("239.1.1.2"));
    Leave(Seconds(20), G);
    RunUntil(Seconds(100));
    EXPECT_EQ(HeardFrom(Seconds(10)),
              (std::vector<std::string>{"15 IGMPv1 Report 239.1.1.1 > 239.1.1.1",
                                        "16 IGMPv1 Report 239.1.1.2 > 239.1.1.2",
                                        "21 IGMPv1 Report 239.1.1.2 > 239.1.1.2"}));
}

/// The report of 1.5 s is cancelled; the query that does it is answered in its own version.
TEST_F(IgmpHostCompatibilityTest, RFC_3376_7_2_1_AChangeCancelsRetransmissions)
{
    MakeHost(3);
    Join(Seconds(1), G);
    Query(MilliSeconds(1250), 2);
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(),
              (std::vector<std::string>{"1 IGMPv3 Report TO_EX(239.1.1.1,{}) > 224.0.0.22",
                                        "6.25 IGMPv2 Report 239.1.1.1 > 239.1.1.1"}));
}

/// The answer of IGMPv3 due at 15 is cancelled.
TEST_F(IgmpHostCompatibilityTest, RFC_3376_7_2_1_AChangeCancelsPendingResponses)
{
    MakeHost(3);
    Join(Seconds(1), G);
    Query(Seconds(10), 3);
    Query(Seconds(12), 2);
    RunUntil(Seconds(100));
    EXPECT_EQ(HeardFrom(Seconds(10)),
              std::vector<std::string>{"17 IGMPv2 Report 239.1.1.1 > 239.1.1.1"});
}

/// The answer of IGMPv2 due at 275 is cancelled by the end of the timer at 272.
TEST_F(IgmpHostCompatibilityTest, RFC_3376_7_2_1_AChangeBackCancelsPendingResponses)
{
    MakeHost(3);
    Join(Seconds(1), G);
    Query(Seconds(12), 2);
    Query(Seconds(270), 3);
    RunUntil(Seconds(400));
    EXPECT_EQ(HeardFrom(Seconds(200)), std::vector<std::string>{});
    EXPECT_EQ(m_host->GetInterface(LAN)->GetVersionInUse(), 3);
}

TEST_F(IgmpHostCompatibilityTest, RFC_3376_7_2_1_SourcesAreKeptThroughAnOlderVersion)
{
    MakeHost(3);
    SetFilter(Seconds(1), G, FilterMode::INCLUDE, {S1});
    Query(Seconds(10), 2);
    SetFilter(Seconds(20), G, FilterMode::INCLUDE, {S1, S2});
    Query(Seconds(300), 3);
    RunUntil(Seconds(310));
    EXPECT_EQ(HeardFrom(Seconds(16)),
              std::vector<std::string>{
                  "305 IGMPv3 Report IS_IN(239.1.1.1,{10.0.1.1,10.0.1.2}) > 224.0.0.22"});
    EXPECT_TRUE(m_host->Wants(LAN, S1, G));
    EXPECT_FALSE(m_host->Wants(LAN, Ipv4Address("10.0.1.3"), G));
}

/// @brief RFC 2236 section 4: a host of IGMPv2 with a querier of IGMPv1.
class IgmpV1RouterPresentTest : public IgmpHostCompatibilityTest
{
  protected:
    void SetUp() override
    {
        IgmpHostCompatibilityTest::SetUp();
        MakeHost(2);
    }
};

TEST_F(IgmpV1RouterPresentTest, RFC_2236_4_ReportsAreOfVersion1)
{
    Query(Seconds(10), 1);
    Join(Seconds(20), G);
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(),
              (std::vector<std::string>{"20 IGMPv1 Report 239.1.1.1 > 239.1.1.1",
                                        "25 IGMPv1 Report 239.1.1.1 > 239.1.1.1"}));
}

/// "In a Host Membership Query message, the group address field is [...] ignored when received."
TEST_F(IgmpV1RouterPresentTest, RFC_1112_I_TheGroupOfAVersion1QueryIsIgnored)
{
    Join(Seconds(1), G);
    Join(Seconds(1), G2);
    const IgmpV2Message query{IgmpType::QUERY, Time(0), G};
    Say(Seconds(20), query, IGMP_ALL_SYSTEMS);
    Say(Seconds(40), query, G); // not where queries of version 1 are sent
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(),
              (std::vector<std::string>{"1 IGMPv2 Report 239.1.1.1 > 239.1.1.1",
                                        "1 IGMPv2 Report 239.1.1.2 > 239.1.1.2",
                                        "6 IGMPv2 Report 239.1.1.1 > 239.1.1.1",
                                        "6 IGMPv2 Report 239.1.1.2 > 239.1.1.2",
                                        "25 IGMPv1 Report 239.1.1.1 > 239.1.1.1",
                                        "25 IGMPv1 Report 239.1.1.2 > 239.1.1.2"}));
    EXPECT_EQ(m_host->GetInterface(LAN)->GetIgnoredCount(IgmpHostDrop::WRONG_DESTINATION), 1U);
}

TEST_F(IgmpV1RouterPresentTest, RFC_2236_6_LeavesAreNotSent)
{
    Query(Seconds(10), 1);
    Join(Seconds(20), G);
    Leave(Seconds(30), G);
    RunUntil(Seconds(100));
    EXPECT_EQ(m_heard.size(), 2U);
}

TEST_F(IgmpV1RouterPresentTest, RFC_2236_8_11_IsForgottenAfter400Seconds)
{
    Query(Seconds(10), 1);
    Join(Seconds(409), G);
    RunUntil(Seconds(420));
    EXPECT_EQ(GetHeard(),
              (std::vector<std::string>{"409 IGMPv1 Report 239.1.1.1 > 239.1.1.1",
                                        "414 IGMPv2 Report 239.1.1.1 > 239.1.1.1"}));
}

TEST_F(IgmpV1RouterPresentTest, RFC_2236_4_8_11_ItsMachineKnowsVersions1And2)
{
    std::vector<std::string> steps;
    Tracer::Of(m_node)->TraceConnectWithoutContext(
        "Record",
        Callback<void, const TraceRecord&>([&steps](const TraceRecord& r) {
            if (r.op == "IgmpHostCompatibility")
            {
                std::ostringstream os;
                os << Simulator::Now().GetSeconds() << ' ' << r.oldState << ' ' << r.event << ' '
                   << r.newState;
                steps.push_back(os.str());
            }
        }));
    Query(Seconds(10), 1);
    Query(Seconds(20), 2);
    Query(Seconds(30), 1);
    EXPECT_EQ(VersionAt(Seconds(5)), 2);
    EXPECT_EQ(VersionAt(Seconds(40)), 1);
    EXPECT_EQ(VersionAt(Seconds(430)), 2);
    RunUntil(Seconds(1000));
    EXPECT_EQ(steps,
              (std::vector<std::string>{"10 IGMPv2 V1_QUERY IGMPv1",
                                        "30 IGMPv1 V1_QUERY IGMPv1",
                                        "430 IGMPv1 V1_EXPIRED IGMPv2"}));
}

TEST_F(IgmpV1RouterPresentTest, RFC_2236_6_ReportsThatAreDueStayDue)
{
    Join(Seconds(1), G);
    Query(Seconds(3), 1);
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(),
              (std::vector<std::string>{"1 IGMPv2 Report 239.1.1.1 > 239.1.1.1",
                                        "6 IGMPv1 Report 239.1.1.1 > 239.1.1.1"}));
}

} // namespace

} // namespace mgm
} // namespace ns3

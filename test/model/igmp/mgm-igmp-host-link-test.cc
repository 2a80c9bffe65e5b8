/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-test-addresses.h"

// What an IGMP host does when an interface goes down and comes up.

#include "mgm-igmp-host-lan.h"

#include "ns3/ipv4.h"
#include "ns3/mgm-tracer.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// @brief A host whose LAN goes down and comes up.
class IgmpHostLinkTest : public IgmpHostLan
{
  protected:
    /// @brief The host's interface goes down. @param at when
    void Down(Time at)
    {
        At(at, [this]() { m_node->GetObject<Ipv4>()->SetDown(LAN); });
    }

    /// @brief The host's interface comes up. @param at when
    void Up(Time at)
    {
        At(at, [this]() { m_node->GetObject<Ipv4>()->SetUp(LAN); });
    }

    /// @brief Counts the drops of the host.
    void WatchDrops()
    {
        Tracer::Of(m_node)->TraceConnectWithoutContext(
            "Record",
            Callback<void, const TraceRecord&>(
                [this](const TraceRecord& r) { m_drops += r.kind == TraceKind::DROP ? 1 : 0; }));
    }

    uint32_t m_drops{0}; ///< messages that were not sent
};

TEST_F(IgmpHostLinkTest, RFC_3376_5_1_WhatIsWantedIsReportedWhenTheLinkComesUp)
{
    MakeHost(3);
    Join(Seconds(1), G);
    Down(Seconds(40));
    SetFilter(Seconds(50), Ipv4Address("239.1.1.2"), FilterMode::INCLUDE, {S1});
    Up(Seconds(60));
    RunUntil(Seconds(39));
    m_heard.clear();
    RunUntil(Seconds(100));
    EXPECT_EQ(
        GetHeard(),
        (std::vector<std::string>{"60 IGMPv3 Report TO_EX(239.1.1.1,{}) > 224.0.0.22",
                                  "60 IGMPv3 Report ALLOW(239.1.1.2,{10.0.1.1}) > 224.0.0.22",
                                  "60.5 IGMPv3 Report TO_EX(239.1.1.1,{}) > 224.0.0.22",
                                  "60.5 IGMPv3 Report ALLOW(239.1.1.2,{10.0.1.1}) > 224.0.0.22"}));
}

TEST_F(IgmpHostLinkTest, RFC_2236_3_WhatIsWantedIsReportedWhenTheLinkComesUp)
{
    MakeHost(2);
    Join(Seconds(1), G);
    Down(Seconds(40));
    Up(Seconds(60));
    RunUntil(Seconds(39));
    m_heard.clear();
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(),
              (std::vector<std::string>{"60 IGMPv2 Report 239.1.1.1 > 239.1.1.1",
                                        "65 IGMPv2 Report 239.1.1.1 > 239.1.1.1"}));
}

/// The whole count of reports is left for the link that works.
TEST_F(IgmpHostLinkTest, NoReportIsSpentOnADeadLink)
{
    MakeHost(3);
    WatchDrops();
    m_node->GetObject<Ipv4>()->SetDown(LAN);
    Join(Seconds(1), G);
    Up(Seconds(10));
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(),
              (std::vector<std::string>{"10 IGMPv3 Report TO_EX(239.1.1.1,{}) > 224.0.0.22",
                                        "10.5 IGMPv3 Report TO_EX(239.1.1.1,{}) > 224.0.0.22"}));
    EXPECT_EQ(m_drops, 0U);
}

TEST_F(IgmpHostLinkTest, AGroupThatIsLeftOnADeadLinkIsNotReported)
{
    MakeHost(3);
    Join(Seconds(1), G);
    Down(Seconds(10));
    Leave(Seconds(11), G);
    Up(Seconds(20));
    RunUntil(Seconds(9));
    m_heard.clear();
    RunUntil(Seconds(100));
    EXPECT_TRUE(m_heard.empty());
    EXPECT_FALSE(m_host->Wants(LAN, S1, G));
}

TEST_F(IgmpHostLinkTest, AnswersThatAreDueEndWithTheLink)
{
    MakeHost(3);
    Join(Seconds(1), G);
    Say(Seconds(10),
        IgmpV3Query{Seconds(10), Ipv4Address::GetZero(), false, 2, Seconds(125), {}},
        IGMP_ALL_SYSTEMS);
    Down(Seconds(12));
    Up(Seconds(13));
    RunUntil(Seconds(9));
    m_heard.clear();
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(),
              (std::vector<std::string>{"13 IGMPv3 Report TO_EX(239.1.1.1,{}) > 224.0.0.22",
                                        "13.5 IGMPv3 Report TO_EX(239.1.1.1,{}) > 224.0.0.22"}));
}

/// There may be other queriers on the link that comes up.
TEST_F(IgmpHostLinkTest, RFC_3376_7_2_1_OlderQueriersAreForgottenWithTheLink)
{
    MakeHost(3);
    Say(Seconds(1),
        IgmpV2Message{IgmpType::QUERY, Seconds(10), Ipv4Address::GetZero()},
        IGMP_ALL_SYSTEMS);
    RunUntil(Seconds(5));
    EXPECT_EQ(m_host->GetInterface(LAN)->GetVersionInUse(), 2);
    Down(Seconds(10));
    RunUntil(Seconds(11));
    EXPECT_EQ(m_host->GetInterface(LAN)->GetVersionInUse(), 0);
    Up(Seconds(20));
    RunUntil(Seconds(20));
    EXPECT_EQ(m_host->GetInterface(LAN)->GetVersionInUse(), 3);
}

TEST_F(IgmpHostLinkTest, StopOnADeadLinkIsSilentAndForgets)
{
    MakeHost(3);
    Join(Seconds(1), G);
    Down(Seconds(10));
    At(Seconds(11), [this]() { m_host->Stop(); });
    At(Seconds(12), [this]() { m_host->Start(); });
    Up(Seconds(20));
    RunUntil(Seconds(9));
    m_heard.clear();
    WatchDrops();
    RunUntil(Seconds(100));
    EXPECT_TRUE(m_heard.empty());
    EXPECT_EQ(m_drops, 0U);
}

TEST_F(IgmpHostLinkTest, AnInterfaceThatIsUpAlreadyDoesNotReportAgain)
{
    MakeHost(3);
    Join(Seconds(1), G);
    Up(Seconds(10));
    RunUntil(Seconds(100));
    EXPECT_EQ(m_heard.size(), 2U);
}

} // namespace

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-host-lan.h"
#include "mgm-igmp-test-addresses.h"

#include "ns3/boolean.h"
#include "ns3/config.h"
#include "ns3/ipv4.h"
#include "ns3/mgm-tracer.h"
#include "ns3/node.h"
#include "ns3/string.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// @brief The life of a host.
class IgmpHostTest : public IgmpHostLan
{
};

TEST_F(IgmpHostTest, WhatIsWantedBeforeTheStartIsReportedThen)
{
    MakeHost(3);
    m_host->SetStartTime(Seconds(5));
    m_host->Join(LAN, G);
    Join(Seconds(1), SSM_G);
    Leave(Seconds(2), SSM_G);
    RunUntil(Seconds(5));
    EXPECT_EQ(GetHeard(),
              std::vector<std::string>{"5 IGMPv3 Report TO_EX(239.1.1.1,{}) > 224.0.0.22"});
}

TEST_F(IgmpHostTest, StopLeavesEachGroupOnce)
{
    MakeHost(3);
    Join(Seconds(1), G);
    SetFilter(Seconds(1), SSM_G, FilterMode::INCLUDE, {S1});
    RunUntil(Seconds(9));
    m_heard.clear();
    At(Seconds(10), [this]() { m_host->Stop(); });
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(),
              (std::vector<std::string>{"10 IGMPv3 Report BLOCK(232.1.1.1,{10.0.1.1}) > 224.0.0.22",
                                        "10 IGMPv3 Report TO_IN(239.1.1.1,{}) > 224.0.0.22"}));
    EXPECT_FALSE(m_host->IsRunning());
}

TEST_F(IgmpHostTest, StopSendsTheLeavesOfIgmpV2)
{
    MakeHost(2);
    m_host->SetStopTime(Seconds(20));
    Join(Seconds(1), G);
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard().back(), "20 IGMPv2 Leave 239.1.1.1 > 224.0.0.2");
}

TEST_F(IgmpHostTest, FailIsSilentAndForgetsEverything)
{
    MakeHost(3);
    Join(Seconds(1), G);
    At(MilliSeconds(1250), [this]() { m_host->Fail(); });
    Say(Seconds(2),
        IgmpV3Query{Seconds(1), Ipv4Address::GetZero(), false, 2, Seconds(125), {}},
        IGMP_ALL_SYSTEMS);
    At(Seconds(10), [this]() { m_host->Start(); });
    RunUntil(Seconds(100));
    EXPECT_EQ(m_heard.size(), 1U);
    EXPECT_TRUE(m_host->IsRunning());
}

TEST_F(IgmpHostTest, ItCanJoinAgainAfterARestart)
{
    MakeHost(3);
    Join(Seconds(1), G);
    At(Seconds(10), [this]() { m_host->Fail(); });
    At(Seconds(20), [this]() { m_host->Start(); });
    Join(Seconds(30), G);
    RunUntil(Seconds(30));
    EXPECT_EQ(GetHeard().back(), "30 IGMPv3 Report TO_EX(239.1.1.1,{}) > 224.0.0.22");
}

TEST_F(IgmpHostTest, RFC_3376_4_2_13_AHostWithoutAddressReportsFromZero)
{
    MakeHost(3);
    const auto ipv4 = m_node->GetObject<Ipv4>();
    ipv4->RemoveAddress(LAN, 0);
    std::vector<Ipv4Address> sources;
    IgmpL4Protocol::Of(m_peer)->Listen(
        LAN,
        Callback<void, const IgmpReception&>(
            [&sources](const IgmpReception& reception) { sources.push_back(reception.source); }));
    Join(Seconds(1), G);
    RunUntil(Seconds(1));
    EXPECT_EQ(sources, std::vector<Ipv4Address>{Ipv4Address::GetZero()});
}

TEST_F(IgmpHostTest, RFC_4604_2_1_ASourceSpecificGroupIsNotJoinedFromAnySource)
{
    MakeHost(3);
    std::vector<std::string> refusals;
    Tracer::Of(m_node)->TraceConnectWithoutContext(
        "Record",
        Callback<void, const TraceRecord&>([&refusals](const TraceRecord& r) {
            if (r.kind == TraceKind::EVENT)
            {
                std::ostringstream os;
                os << r.op << ' ' << r.event << ' ' << *r.sourceGroup;
                refusals.push_back(os.str());
            }
        }));
    At(Seconds(1), [this]() {
        EXPECT_EQ(m_host->Join(LAN, SSM_G), IgmpSocketStatus::NEEDS_SOURCE);
        EXPECT_EQ(m_host->SetFilter(LAN, SSM_G, FilterMode::EXCLUDE, {S1}),
                  IgmpSocketStatus::NEEDS_SOURCE);
    });
    RunUntil(Seconds(10));
    EXPECT_TRUE(m_heard.empty());
    EXPECT_FALSE(m_host->Wants(LAN, S1, SSM_G));
    EXPECT_EQ(refusals, std::vector<std::string>(2, "IgmpHost NEEDS_SOURCE (*,232.1.1.1)"));
}

TEST_F(IgmpHostTest, RFC_4604_2_2_2_ASourceSpecificGroupIsJoinedAndLeftBySource)
{
    MakeHost(3);
    At(Seconds(1), [this]() {
        EXPECT_EQ(m_host->SetFilter(LAN, SSM_G, FilterMode::INCLUDE, {S1}),
                  IgmpSocketStatus::SUCCESS);
    });
    At(Seconds(10), [this]() { EXPECT_EQ(m_host->Leave(LAN, SSM_G), IgmpSocketStatus::SUCCESS); });
    RunUntil(Seconds(10));
    EXPECT_EQ(GetHeard().front(), "1 IGMPv3 Report ALLOW(232.1.1.1,{10.0.1.1}) > 224.0.0.22");
    EXPECT_EQ(GetHeard().back(), "10 IGMPv3 Report BLOCK(232.1.1.1,{10.0.1.1}) > 224.0.0.22");
}

TEST_F(IgmpHostTest, RFC_4604_2_1_AHostThatIsNotAwareOfSsmJoinsItFromAnySource)
{
    MakeHost(3);
    m_host->SetAttribute("SsmAware", BooleanValue(false));
    Join(Seconds(1), SSM_G);
    RunUntil(Seconds(1));
    EXPECT_EQ(GetHeard(),
              std::vector<std::string>{"1 IGMPv3 Report TO_EX(232.1.1.1,{}) > 224.0.0.22"});
}

/// The machine would say that it reports something.
TEST_F(IgmpHostTest, RFC_3376_5_1_AFilterThatDoesNotChangeIsNoEvent)
{
    MakeHost(3);
    std::size_t steps = 0;
    Tracer::Of(m_node)->TraceConnectWithoutContext(
        "Record",
        Callback<void, const TraceRecord&>(
            [&steps](const TraceRecord& r) { steps += r.op == "IgmpV3Filter" ? 1 : 0; }));
    Leave(Seconds(1), G);
    Join(Seconds(2), G);
    Join(Seconds(3), G);
    At(Seconds(4), [this]() { m_host->Open(nullptr)->Join(LAN, G); });
    RunUntil(Seconds(10));
    EXPECT_EQ(steps, 1U);
    EXPECT_EQ(m_heard.size(), 2U);
}

TEST_F(IgmpHostTest, ConfigPathsReachTheInterfaces)
{
    MakeHost(2);
    Config::Set("/NodeList/*/ApplicationList/*/$ns3::mgm::IgmpHost/InterfaceList/1/"
                "UnsolicitedReportInterval",
                StringValue("2s"));
    Join(Seconds(1), G);
    RunUntil(Seconds(100));
    ASSERT_EQ(m_heard.size(), 2U);
    EXPECT_EQ(m_heard[1].time, Seconds(2));
}

} // namespace

} // namespace mgm
} // namespace ns3

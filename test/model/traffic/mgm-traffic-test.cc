/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-traffic-fixture.h"

#include "ns3/boolean.h"
#include "ns3/inet-socket-address.h"
#include "ns3/ipv4.h"
#include "ns3/mgm-igmp-agent-helper.h"
#include "ns3/simulator.h"
#include "ns3/udp-socket-factory.h"
#include "ns3/uinteger.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ns3
{
namespace mgm
{

namespace
{

const Ipv4Address GROUP("239.1.1.1");
const Ipv4Address SENDER("10.0.0.1");

using Times = std::vector<int64_t>;

} // namespace

TEST_F(TrafficTest, ConstantRateSendsFromStartToBeforeStop)
{
    SetVariable("Interval", "ConstantRandomVariable[Constant=0.1]");
    Run(1000, 1500, 5000);
    EXPECT_EQ(m_sent, Times({1000000, 1100000, 1200000, 1300000, 1400000}));
    EXPECT_EQ(m_sentNumbers, (std::vector<uint32_t>{0, 1, 2, 3, 4}));
    EXPECT_EQ(m_source->GetSent(), 5U);
    EXPECT_EQ(m_sink->GetReceived(), 5U);
}

TEST_F(TrafficTest, CountLimitsThePackets)
{
    SetVariable("Interval", "ConstantRandomVariable[Constant=0.1]");
    m_source->SetAttribute("Count", UintegerValue(3));
    Run(0, 5000, 5000);
    EXPECT_EQ(m_sent, Times({0, 100000, 200000}));
}

TEST_F(TrafficTest, OnAndOffPeriodsAlternateFromTheStart)
{
    SetVariable("Interval", "ConstantRandomVariable[Constant=0.1]");
    SetVariable("OnTime", "ConstantRandomVariable[Constant=0.25]");
    SetVariable("OffTime", "ConstantRandomVariable[Constant=0.5]");
    Run(1000, 2600, 5000);
    EXPECT_EQ(m_sent, Times({1000000, 1100000, 1200000, 1750000, 1850000, 1950000, 2500000}));
}

TEST_F(TrafficTest, NoPacketIsSentAtTheEndOfAnOnPeriod)
{
    SetVariable("Interval", "ConstantRandomVariable[Constant=0.1]");
    SetVariable("OnTime", "ConstantRandomVariable[Constant=0.2]");
    SetVariable("OffTime", "ConstantRandomVariable[Constant=1]");
    Run(0, 1300, 5000);
    EXPECT_EQ(m_sent, Times({0, 100000, 1200000}));
}

TEST_F(TrafficTest, OnTimeAloneChangesNothing)
{
    SetVariable("Interval", "ConstantRandomVariable[Constant=0.1]");
    SetVariable("OnTime", "ConstantRandomVariable[Constant=0.15]");
    Run(0, 400, 5000);
    EXPECT_EQ(m_sent, Times({0, 100000, 200000, 300000}));
}

/// Gaps of a Poisson process are exponential: their deviation equals their mean. Over 10,000 gaps
/// both are within 5 % of 10 ms but for a chance below one in a million.
TEST_F(TrafficTest, ExponentialIntervalsMakeAPoissonProcess)
{
    SetVariable("Interval", "ExponentialRandomVariable[Mean=0.01]");
    m_source->SetAttribute("Count", UintegerValue(10001));
    Run(0, 1000000, 1000000);
    ASSERT_EQ(m_sent.size(), 10001U);
    std::vector<double> gaps;
    for (std::size_t i = 1; i < m_sent.size(); ++i)
    {
        gaps.push_back(static_cast<double>(m_sent[i] - m_sent[i - 1]) / 1e6);
    }
    const auto count = static_cast<double>(gaps.size());
    const double mean = std::accumulate(gaps.begin(), gaps.end(), 0.0) / count;
    double squares = 0;
    for (const double gap : gaps)
    {
        squares += (gap - mean) * (gap - mean);
    }
    EXPECT_NEAR(mean, 0.01, 0.0005);
    EXPECT_NEAR(std::sqrt(squares / count), 0.01, 0.0005);
    const auto longer =
        std::count_if(gaps.begin(), gaps.end(), [](double gap) { return gap > 0.01; });
    EXPECT_NEAR(static_cast<double>(longer) / count, std::exp(-1), 0.025);
}

TEST_F(TrafficTest, StreamsFixThePattern)
{
    SetVariable("Interval", "ExponentialRandomVariable[Mean=0.01]");
    SetVariable("OnTime", "UniformRandomVariable[Min=0.1|Max=0.2]");
    SetVariable("OffTime", "ExponentialRandomVariable[Mean=0.1]");
    EXPECT_EQ(m_source->AssignStreams(7), 3);
    Run(0, 2000, 2000);
    const auto first = m_sent;
    TearDown();
    m_sent.clear();
    SetUp();
    SetVariable("Interval", "ExponentialRandomVariable[Mean=0.01]");
    SetVariable("OnTime", "UniformRandomVariable[Min=0.1|Max=0.2]");
    SetVariable("OffTime", "ExponentialRandomVariable[Mean=0.1]");
    Run(0, 2000, 2000);
    EXPECT_GT(first.size(), 20U);
    EXPECT_EQ(m_sent, first);
}

TEST_F(TrafficTest, ARestartGoesOnWithTheNumbers)
{
    SetVariable("Interval", "ConstantRandomVariable[Constant=0.1]");
    Simulator::Schedule(MilliSeconds(150), &TrafficSource::Stop, m_source);
    Simulator::Schedule(MilliSeconds(1000), &TrafficSource::Start, m_source);
    Simulator::Schedule(MilliSeconds(1050), &TrafficSource::Start, m_source); // runs already
    Run(0, 1150, 2000);
    EXPECT_EQ(m_sent, Times({0, 100000, 1000000, 1100000}));
    EXPECT_EQ(m_sentNumbers, (std::vector<uint32_t>{0, 1, 2, 3}));
    EXPECT_FALSE(m_source->IsRunning());
}

TEST_F(TrafficTest, PacketsAreAsTheAttributesSay)
{
    m_source->SetAttribute("PacketSize", UintegerValue(200));
    m_source->SetAttribute("Ttl", UintegerValue(9));
    m_source->SetAttribute("Group", Ipv4AddressValue(GROUP));
    m_source->SetAttribute("Count", UintegerValue(1));
    Run(0, 5000, 5000);
    ASSERT_EQ(m_headers.size(), 1U);
    EXPECT_EQ(m_headers[0].GetTtl(), 9);
    EXPECT_EQ(m_headers[0].GetSource(), SENDER);
    EXPECT_EQ(m_headers[0].GetDestination(), GROUP);
    EXPECT_EQ(m_sizes[0], 208U); // with the UDP header of 8 bytes
}

TEST_F(TrafficTest, TheSinkTellsWhatArrived)
{
    SetVariable("Interval", "ConstantRandomVariable[Constant=0.1]");
    m_source->SetAttribute("Count", UintegerValue(2));
    Run(500, 5000, 5000);
    ASSERT_EQ(m_received.size(), 2U);
    EXPECT_EQ(m_received[1].sourceGroup, (SourceGroup{SENDER, GROUP}));
    EXPECT_EQ(m_received[1].interface, InterfaceId{1});
    EXPECT_EQ(m_received[1].sequence, 1U);
    EXPECT_EQ(m_received[1].sent, MilliSeconds(600));
}

TEST_F(TrafficTest, TheSinkIgnoresWhatIsNotWanted)
{
    SetVariable("Interval", "ConstantRandomVariable[Constant=0.1]");
    m_sink->SetFilter(
        TrafficSink::Filter([](uint32_t interface, Ipv4Address source, Ipv4Address group) {
            EXPECT_EQ(interface, 1U);
            EXPECT_EQ(source, SENDER);
            EXPECT_EQ(group, GROUP);
            return Simulator::Now() > MilliSeconds(250);
        }));
    Run(0, 500, 5000);
    ASSERT_EQ(m_received.size(), 2U);
    EXPECT_EQ(m_received[0].sequence, 3U);
}

TEST_F(TrafficTest, AnotherPortIsAnotherSink)
{
    m_source->SetAttribute("Port", UintegerValue(9001));
    Run(0, 5000, 5000);
    EXPECT_EQ(m_source->GetSent(), 5U);
    EXPECT_EQ(m_sink->GetReceived(), 0U);
}

/// Whatever arrives: too short for a header, or not sent to a group.
TEST_F(TrafficTest, TheSinkIgnoresWhatIsNotOfASource)
{
    m_source->SetAttribute("Count", UintegerValue(1));
    Simulator::Schedule(Seconds(1), [this]() {
        const auto socket = Socket::CreateSocket(m_nodes.Get(0), UdpSocketFactory::GetTypeId());
        socket->BindToNetDevice(m_nodes.Get(0)->GetDevice(0));
        socket->SendTo(Create<Packet>(100), 0, InetSocketAddress(Ipv4Address("10.0.0.2"), 9000));
        socket->SendTo(Create<Packet>(11), 0, InetSocketAddress(Ipv4Address("10.0.0.2"), 9000));
    });
    Run(0, 5000, 5000);
    EXPECT_EQ(m_headers.size(), 3U);
    EXPECT_EQ(m_sink->GetReceived(), 1U);
}

TEST_F(TrafficTest, AReceptionIsCausedByItsTransmission)
{
    Trace();
    m_source->SetAttribute("Count", UintegerValue(2));
    Run(0, 5000, 5000);
    ASSERT_EQ(m_records.size(), 4U);
    EXPECT_EQ(m_records[0].kind, "packet-tx");
    EXPECT_EQ(m_records[0].cause, 0U);
    EXPECT_EQ(m_records[1].kind, "packet-rx");
    EXPECT_EQ(m_records[1].cause, m_records[0].seq);
    EXPECT_EQ(m_records[1].timeNs, 1000000);
    EXPECT_EQ(m_records[1].node, m_nodes.Get(1)->GetId());
    EXPECT_EQ(m_records[2].kind, "packet-tx");
    EXPECT_EQ(m_records[3].cause, m_records[2].seq);
    for (const auto& record : m_records)
    {
        EXPECT_EQ(record.interface, InterfaceId{1});
        EXPECT_EQ(record.sourceGroup, (SourceGroup{SENDER, GROUP}));
    }
}

TEST_F(TrafficTest, WhatCannotBeSentIsADrop)
{
    Trace();
    SetVariable("Interval", "ConstantRandomVariable[Constant=0.1]");
    const auto ipv4 = m_nodes.Get(0)->GetObject<Ipv4>();
    Simulator::Schedule(MilliSeconds(50), [ipv4]() { ipv4->SetDown(1); });
    Simulator::Schedule(MilliSeconds(150), [ipv4]() { ipv4->SetUp(1); });
    Run(0, 300, 5000);
    EXPECT_EQ(m_sink->GetReceived(), 2U);
    std::vector<std::string> kinds;
    for (const auto& record : m_records)
    {
        kinds.push_back(record.kind);
    }
    EXPECT_EQ(kinds,
              (std::vector<std::string>{"packet-tx",
                                        "packet-rx",
                                        "packet-tx",
                                        "drop",
                                        "packet-tx",
                                        "packet-rx"}));
    EXPECT_EQ(m_records[3].event, "source-interface-down");
    EXPECT_EQ(m_records[3].cause, m_records[2].seq);
}

TEST_F(TrafficTest, AnIgmpHostWantsWhatItsFilterSays)
{
    const auto host = DynamicCast<IgmpHost>(IgmpHostHelper().Install(m_nodes.Get(1)).Get(0));
    const Ipv4Address other("10.9.9.9");
    EXPECT_FALSE(host->Wants(1, SENDER, GROUP));
    host->Join(1, GROUP);
    EXPECT_FALSE(host->Wants(1, SENDER, GROUP)); // it does not run
    host->Start();
    EXPECT_TRUE(host->Wants(1, SENDER, GROUP));
    EXPECT_FALSE(host->Wants(0, SENDER, GROUP));
    EXPECT_FALSE(host->Wants(1, SENDER, Ipv4Address("239.1.1.2")));
    EXPECT_TRUE(host->Wants(1, SENDER, Ipv4Address("224.0.0.1")));
    host->SetFilter(1, GROUP, FilterMode::INCLUDE, {SENDER});
    EXPECT_TRUE(host->Wants(1, SENDER, GROUP));
    EXPECT_FALSE(host->Wants(1, other, GROUP));
    host->SetFilter(1, GROUP, FilterMode::EXCLUDE, {SENDER});
    EXPECT_FALSE(host->Wants(1, SENDER, GROUP));
    EXPECT_TRUE(host->Wants(1, other, GROUP));
    host->Leave(1, GROUP);
    EXPECT_FALSE(host->Wants(1, other, GROUP));
    host->Join(1, GROUP);
    host->Fail();
    host->Start();
    EXPECT_FALSE(host->Wants(1, SENDER, GROUP)); // it has forgotten everything
}

TEST_F(TrafficTest, AnIgmpV2HostCannotTellSourcesApart)
{
    IgmpHostHelper helper;
    helper.SetVersion(2);
    const auto host = DynamicCast<IgmpHost>(helper.Install(m_nodes.Get(1)).Get(0));
    host->Start();
    host->SetFilter(1, GROUP, FilterMode::INCLUDE, {Ipv4Address("10.9.9.9")});
    EXPECT_TRUE(host->Wants(1, SENDER, GROUP));
}

TEST_F(TrafficTest, ASourceNeedsANodeThatCanSend)
{
    m_source->SetAttribute("Interface", UintegerValue(2));
    EXPECT_DEATH(m_source->Start(),
                 "node 0 sends to 239.1.1.1 on interface 2, which it does not have");
    m_source->SetAttribute("Interface", UintegerValue(1));
    m_nodes.Get(0)->GetObject<Ipv4>()->RemoveAddress(1, 0);
    EXPECT_DEATH(m_source->Start(),
                 "node 0 sends to 239.1.1.1 on interface 1, which has no address");
    const auto bare = CreateObject<Node>();
    const auto source = CreateObject<TrafficSource>();
    bare->AddApplication(source);
    EXPECT_DEATH(source->Start(), "node 2 sends to 239.1.1.1 without IPv4 and UDP");
}

} // namespace mgm
} // namespace ns3

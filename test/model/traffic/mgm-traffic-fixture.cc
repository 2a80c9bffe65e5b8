/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-traffic-fixture.h"

#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-address-helper.h"
#include "ns3/ipv4-l3-protocol.h"
#include "ns3/mgm-tracer.h"
#include "ns3/simple-net-device-helper.h"
#include "ns3/simulator.h"
#include "ns3/string.h"

namespace ns3
{
namespace mgm
{

void
TrafficTest::SetUp()
{
    MgmTest::SetUp();
    m_nodes.Create(2);
    SimpleNetDeviceHelper line;
    line.SetNetDevicePointToPointMode(true);
    line.SetChannelAttribute("Delay", StringValue("1ms"));
    const auto devices = line.Install(m_nodes);
    InternetStackHelper stack;
    stack.SetIpv6StackInstall(false);
    stack.Install(m_nodes);
    Ipv4AddressHelper("10.0.0.0", "255.255.255.252").Assign(devices);

    m_source = CreateObject<TrafficSource>();
    m_nodes.Get(0)->AddApplication(m_source);
    m_source->TraceConnectWithoutContext(
        "Tx",
        Callback<void, uint32_t, Ptr<const Packet>>([this](uint32_t sequence, Ptr<const Packet>) {
            m_sent.push_back(Simulator::Now().GetMicroSeconds());
            m_sentNumbers.push_back(sequence);
        }));
    m_sink = CreateObject<TrafficSink>();
    m_nodes.Get(1)->AddApplication(m_sink);
    m_sink->TraceConnectWithoutContext(
        "Rx",
        Callback<void, const TrafficReception&>(
            [this](const TrafficReception& reception) { m_received.push_back(reception); }));
    m_nodes.Get(1)->GetObject<Ipv4L3Protocol>()->TraceConnectWithoutContext(
        "Rx",
        Callback<void, Ptr<const Packet>, Ptr<Ipv4>, uint32_t>(
            [this](Ptr<const Packet> packet, Ptr<Ipv4>, uint32_t) {
                Ipv4Header header;
                packet->PeekHeader(header);
                m_headers.push_back(header);
                m_sizes.push_back(header.GetPayloadSize());
            }));
}

void
TrafficTest::TearDown()
{
    m_source = nullptr;
    m_sink = nullptr;
    m_nodes = NodeContainer();
    MgmTest::TearDown();
}

void
TrafficTest::SetVariable(const std::string& name, const std::string& variable)
{
    m_source->SetAttribute(name, StringValue("ns3::" + variable));
}

void
TrafficTest::Trace()
{
    for (auto node = m_nodes.Begin(); node != m_nodes.End(); ++node)
    {
        Tracer::Of(*node)->TraceConnectWithoutContext(
            "Record",
            Callback<void, const TraceRecord&>([this](const TraceRecord& record) {
                m_records.push_back({record.seq,
                                     record.cause,
                                     record.timeNs,
                                     record.node,
                                     std::string(ToString(record.kind)),
                                     std::string(record.event),
                                     record.interface.value_or(InterfaceId()),
                                     record.sourceGroup.value_or(SourceGroup())});
            }));
    }
}

void
TrafficTest::Run(int64_t start, int64_t stop, int64_t end)
{
    m_source->SetStartTime(MilliSeconds(start));
    m_source->SetStopTime(MilliSeconds(stop));
    m_source->AssignStreams(1);
    Simulator::Stop(MilliSeconds(end));
    Simulator::Run();
}

} // namespace mgm
} // namespace ns3

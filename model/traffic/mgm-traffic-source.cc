/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-traffic-source.h"

#include "ns3/abort.h"
#include "ns3/ipv4-route.h"
#include "ns3/ipv4-routing-protocol.h"
#include "ns3/ipv4.h"
#include "ns3/log.h"
#include "ns3/mgm-cause-tag.h"
#include "ns3/mgm-time-variable.h"
#include "ns3/mgm-trace-context.h"
#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-tracer.h"
#include "ns3/mgm-udp-protocol-number.h"
#include "ns3/node.h"
#include "ns3/pointer.h"
#include "ns3/seq-ts-header.h"
#include "ns3/simulator.h"
#include "ns3/socket.h"
#include "ns3/string.h"
#include "ns3/udp-l4-protocol.h"
#include "ns3/uinteger.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

NS_LOG_COMPONENT_DEFINE("MgmTrafficSource");

NS_OBJECT_ENSURE_REGISTERED(TrafficSource);

namespace
{

} // namespace

TypeId
TrafficSource::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::mgm::TrafficSource")
            .SetParent<Application>()
            .SetGroupName("Mgm")
            .AddConstructor<TrafficSource>()
            .AddAttribute("Group",
                          "The multicast group that packets are sent to.",
                          Ipv4AddressValue("239.1.1.1"),
                          MakeIpv4AddressAccessor(&TrafficSource::m_group),
                          MakeIpv4AddressChecker())
            .AddAttribute("Port",
                          "UDP port that packets are sent from and to.",
                          UintegerValue(9000),
                          MakeUintegerAccessor(&TrafficSource::m_port),
                          MakeUintegerChecker<uint16_t>(1))
            .AddAttribute("Interface",
                          "Index of the IPv4 interface on which packets are sent.",
                          UintegerValue(1),
                          MakeUintegerAccessor(&TrafficSource::m_interfaceIndex),
                          MakeUintegerChecker<uint32_t>(1))
            .AddAttribute("PacketSize",
                          "Size of the UDP payload [bytes].",
                          UintegerValue(100),
                          MakeUintegerAccessor(&TrafficSource::m_packetSize),
                          MakeUintegerChecker<uint32_t>(LEAST_PACKET_SIZE, GREATEST_PACKET_SIZE))
            .AddAttribute("Ttl",
                          "Time to live.",
                          UintegerValue(64),
                          MakeUintegerAccessor(&TrafficSource::m_ttl),
                          MakeUintegerChecker<uint8_t>(1))
            .AddAttribute("Count",
                          "Number of packets; 0: no limit.",
                          UintegerValue(0),
                          MakeUintegerAccessor(&TrafficSource::m_count),
                          MakeUintegerChecker<uint32_t>())
            .AddAttribute("Interval",
                          "Time between packets [s]. What is drawn below 1 ns counts as 1 ns.",
                          StringValue("ns3::ConstantRandomVariable[Constant=1]"),
                          MakePointerAccessor(&TrafficSource::m_interval),
                          MakePointerChecker<RandomVariableStream>())
            .AddAttribute("OnTime",
                          "Length of on periods [s]; without it or OffTime the source is always "
                          "on.",
                          PointerValue(),
                          MakePointerAccessor(&TrafficSource::m_onTime),
                          MakePointerChecker<RandomVariableStream>())
            .AddAttribute("OffTime",
                          "Length of off periods [s]; without it or OnTime the source is always "
                          "on.",
                          PointerValue(),
                          MakePointerAccessor(&TrafficSource::m_offTime),
                          MakePointerChecker<RandomVariableStream>())
            .AddTraceSource("Tx",
                            "A packet is sent.",
                            MakeTraceSourceAccessor(&TrafficSource::m_tx),
                            "ns3::mgm::TrafficSource::TxCallback");
    return tid;
}

TrafficSource::TrafficSource() = default;

TrafficSource::~TrafficSource() = default;

void
TrafficSource::DoDispose()
{
    Stop();
    m_interval = nullptr;
    m_onTime = nullptr;
    m_offTime = nullptr;
    Application::DoDispose();
}

void
TrafficSource::Start()
{
    NS_LOG_FUNCTION(this);
    CheckPlace();
    if (!std::exchange(m_isRunning, true))
    {
        BeginOn();
    }
}

void
TrafficSource::CheckPlace() const
{
    NS_ABORT_MSG_UNLESS(m_group.IsMulticast(), m_group << " is no multicast group");
    const auto id = GetNode()->GetId();
    const auto ipv4 = GetNode()->GetObject<Ipv4>();
    NS_ABORT_MSG_UNLESS(ipv4 && GetNode()->GetObject<UdpL4Protocol>(),
                        "node " << id << " sends to " << m_group << " without IPv4 and UDP");
    NS_ABORT_MSG_UNLESS(m_interfaceIndex < ipv4->GetNInterfaces(),
                        "node " << id << " sends to " << m_group << " on interface "
                                << m_interfaceIndex << ", which it does not have");
    NS_ABORT_MSG_UNLESS(ipv4->GetNAddresses(m_interfaceIndex) > 0,
                        "node " << id << " sends to " << m_group << " on interface "
                                << m_interfaceIndex << ", which has no address");
}

void
TrafficSource::Stop()
{
    NS_LOG_FUNCTION(this);
    m_isRunning = false;
    m_nextPacket.Cancel();
    m_nextPeriod.Cancel();
}

void
TrafficSource::Fail()
{
    Stop();
}

bool
TrafficSource::IsRunning() const
{
    return m_isRunning;
}

uint32_t
TrafficSource::GetSent() const
{
    return m_sequence;
}

int64_t
TrafficSource::AssignStreams(int64_t stream)
{
    const auto first = stream;
    for (const auto& variable : {m_interval, m_onTime, m_offTime})
    {
        if (variable)
        {
            variable->SetStream(stream++);
        }
    }
    return stream - first;
}

void
TrafficSource::BeginOn()
{
    if (m_onTime && m_offTime)
    {
        // Before the packets, so that it comes first if a packet falls on the end.
        m_nextPeriod = Simulator::Schedule(DrawTime(m_onTime), &TrafficSource::BeginOff, this);
    }
    SendNext();
}

void
TrafficSource::BeginOff()
{
    m_nextPacket.Cancel();
    m_nextPeriod = Simulator::Schedule(DrawTime(m_offTime), &TrafficSource::BeginOn, this);
}

void
TrafficSource::SendNext()
{
    if (m_count != 0 && m_sequence >= m_count)
    {
        m_nextPeriod.Cancel();
        return;
    }
    const auto interval = std::max(DrawTime(m_interval), NanoSeconds(1));
    m_nextPacket = Simulator::Schedule(interval, &TrafficSource::SendNext, this);
    Send();
}

void
TrafficSource::Send()
{
    SeqTsHeader header; // notes the time, too
    header.SetSeq(m_sequence);
    const auto packet = Create<Packet>(m_packetSize - header.GetSerializedSize());
    packet->AddHeader(header);
    m_tx(m_sequence++, packet);

    const auto tracer = Tracer::Of(GetNode());
    const auto number = tracer->Emit(MakeRecord(TraceKind::PACKET_TX));
    const CauseScope scope(number);
    if (number != 0)
    {
        packet->AddPacketTag(CauseTag(number));
    }
    if (GetNode()->GetObject<Ipv4>()->IsUp(m_interfaceIndex))
    {
        Transmit(packet);
        return;
    }
    auto drop = MakeRecord(TraceKind::DROP);
    drop.event = drops::SOURCE_INTERFACE_DOWN;
    tracer->Emit(drop);
}

void
TrafficSource::Transmit(Ptr<Packet> packet)
{
    const auto route = FindRoute(packet);
    SocketIpTtlTag ttl;
    ttl.SetTtl(m_ttl);
    packet->AddPacketTag(ttl);
    GetNode()->GetObject<UdpL4Protocol>()->Send(packet,
                                                route->GetSource(),
                                                m_group,
                                                m_port,
                                                m_port,
                                                route);
}

Ptr<Ipv4Route>
TrafficSource::FindRoute(Ptr<Packet> packet) const
{
    const auto ipv4 = GetNode()->GetObject<Ipv4>();
    const auto device = ipv4->GetNetDevice(m_interfaceIndex);
    const auto source = ipv4->GetAddress(m_interfaceIndex, 0).GetLocal();
    Ipv4Header header;
    header.SetSource(source);
    header.SetDestination(m_group);
    header.SetProtocol(UDP_PROTOCOL_NUMBER);
    Socket::SocketErrno error{Socket::ERROR_NOTERROR};
    auto route = ipv4->GetRoutingProtocol()->RouteOutput(packet, header, device, error);
    if (!route)
    {
        // Hosts seldom have a route for multicast groups, and need none.
        route = Create<Ipv4Route>();
        route->SetGateway(Ipv4Address::GetZero());
        route->SetDestination(m_group);
        route->SetOutputDevice(device);
    }
    route->SetSource(source);
    return route;
}

TraceRecord
TrafficSource::MakeRecord(TraceKind kind) const
{
    const auto address = GetNode()->GetObject<Ipv4>()->GetAddress(m_interfaceIndex, 0).GetLocal();
    return MakeTraceRecord(
        kind,
        {words::DATA, InterfaceId{m_interfaceIndex}, SourceGroup{address, m_group}});
}

void
TrafficSource::StartApplication()
{
    Start();
}

void
TrafficSource::StopApplication()
{
    Stop();
}

} // namespace mgm
} // namespace ns3

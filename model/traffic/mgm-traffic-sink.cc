/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-traffic-sink.h"

#include "ns3/abort.h"
#include "ns3/inet-socket-address.h"
#include "ns3/ipv4-packet-info-tag.h"
#include "ns3/ipv4.h"
#include "ns3/log.h"
#include "ns3/mgm-cause-tag.h"
#include "ns3/mgm-trace-context.h"
#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-tracer.h"
#include "ns3/node.h"
#include "ns3/seq-ts-header.h"
#include "ns3/udp-socket-factory.h"
#include "ns3/uinteger.h"

namespace ns3
{
namespace mgm
{

NS_LOG_COMPONENT_DEFINE("MgmTrafficSink");

NS_OBJECT_ENSURE_REGISTERED(TrafficSink);

TypeId
TrafficSink::GetTypeId()
{
    static TypeId tid = TypeId("ns3::mgm::TrafficSink")
                            .SetParent<Application>()
                            .SetGroupName("Mgm")
                            .AddConstructor<TrafficSink>()
                            .AddAttribute("Port",
                                          "UDP port on which packets are received; a node can have "
                                          "one sink for each port.",
                                          UintegerValue(9000),
                                          MakeUintegerAccessor(&TrafficSink::m_port),
                                          MakeUintegerChecker<uint16_t>(1))
                            .AddTraceSource("Rx",
                                            "A packet that is wanted has arrived.",
                                            MakeTraceSourceAccessor(&TrafficSink::m_rx),
                                            "ns3::mgm::TrafficSink::RxCallback");
    return tid;
}

TrafficSink::TrafficSink() = default;

TrafficSink::~TrafficSink() = default;

void
TrafficSink::DoDispose()
{
    StopApplication();
    m_filter.Nullify();
    Application::DoDispose();
}

void
TrafficSink::SetFilter(const Filter& filter)
{
    m_filter = filter;
}

uint64_t
TrafficSink::GetReceived() const
{
    return m_received;
}

void
TrafficSink::StartApplication()
{
    NS_LOG_FUNCTION(this);
    if (m_socket)
    {
        return;
    }
    m_socket = Socket::CreateSocket(GetNode(), UdpSocketFactory::GetTypeId());
    const InetSocketAddress local(Ipv4Address::GetAny(), m_port);
    NS_ABORT_MSG_IF(m_socket->Bind(local) != 0, "UDP port " << m_port << " is in use");
    m_socket->SetRecvPktInfo(true);
    m_socket->SetRecvCallback(MakeCallback(&TrafficSink::Receive, this));
}

void
TrafficSink::StopApplication()
{
    NS_LOG_FUNCTION(this);
    if (m_socket)
    {
        m_socket->SetRecvCallback(MakeNullCallback<void, Ptr<Socket>>());
        m_socket->Close();
        m_socket = nullptr;
    }
}

void
TrafficSink::Receive(Ptr<Socket> socket)
{
    Address from;
    while (const auto packet = socket->RecvFrom(from))
    {
        CauseTag tag;
        packet->PeekPacketTag(tag);
        const auto reception = Read(packet, from);
        if (!reception)
        {
            continue;
        }
        const auto& [source, group] = reception->sourceGroup;
        if (m_filter.IsNull() || m_filter(reception->interface.index, source, group))
        {
            Deliver(*reception, tag.GetCause());
        }
    }
}

std::optional<TrafficReception>
TrafficSink::Read(Ptr<Packet> packet, const Address& from) const
{
    SeqTsHeader header;
    Ipv4PacketInfoTag info;
    const auto node = GetNode();
    packet->PeekPacketTag(info);
    if (packet->GetSize() < header.GetSerializedSize() || !info.GetAddress().IsMulticast())
    {
        return {};
    }
    packet->RemoveHeader(header);
    const auto device = node->GetDevice(info.GetRecvIf());
    const auto interface = node->GetObject<Ipv4>()->GetInterfaceForDevice(device);
    return TrafficReception{{InetSocketAddress::ConvertFrom(from).GetIpv4(), info.GetAddress()},
                            {static_cast<uint32_t>(interface)},
                            header.GetSeq(),
                            header.GetTs()};
}

void
TrafficSink::Deliver(const TrafficReception& reception, uint64_t cause)
{
    ++m_received;
    const CauseScope scope(Tracer::Of(GetNode())->Emit(
        MakeTraceRecord(TraceKind::PACKET_RX,
                        {words::DATA, reception.interface, reception.sourceGroup},
                        cause)));
    m_rx(reception);
}

} // namespace mgm
} // namespace ns3

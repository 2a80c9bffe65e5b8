/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-l4-protocol.h"

#include "ns3/ipv4-interface.h"
#include "ns3/ipv4.h"
#include "ns3/log.h"
#include "ns3/mgm-cause-tag.h"
#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-igmp-header.h"
#include "ns3/mgm-router-alert-header.h"
#include "ns3/mgm-trace-context.h"
#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-tracer.h"
#include "ns3/node.h"
#include "ns3/simulator.h"

#include <sstream>
#include <string>
#include <utility>

namespace ns3
{
namespace mgm
{

NS_LOG_COMPONENT_DEFINE("MgmIgmpL4Protocol");

NS_OBJECT_ENSURE_REGISTERED(IgmpL4Protocol);

namespace
{

constexpr uint16_t IPV4_ETHERTYPE = 0x0800;

constexpr uint32_t PLAIN_IPV4_HEADER_SIZE = 20;

} // namespace

std::string_view
ToString(IgmpPacketError error)
{
    constexpr EnumNames<IgmpPacketError> NAMES{drops::OWN_SOURCE,
                                               drops::BAD_SOURCE,
                                               drops::BAD_DESTINATION};
    return NAMES[error];
}

TypeId
IgmpL4Protocol::GetTypeId()
{
    static TypeId tid = TypeId("ns3::mgm::IgmpL4Protocol")
                            .SetParent<LinkProtocol>()
                            .SetGroupName("Mgm")
                            .AddConstructor<IgmpL4Protocol>();
    return tid;
}

Ptr<IgmpL4Protocol>
IgmpL4Protocol::Of(Ptr<Node> node)
{
    auto protocol = node->GetObject<IgmpL4Protocol>();
    if (!protocol)
    {
        protocol = CreateObject<IgmpL4Protocol>();
        node->AggregateObject(protocol);
    }
    return protocol;
}

IgmpL4Protocol::IgmpL4Protocol() = default;

IgmpL4Protocol::~IgmpL4Protocol() = default;

void
IgmpL4Protocol::DoDispose()
{
    m_listeners.Clear();
    LinkProtocol::DoDispose();
}

IgmpL4Protocol::ListenerId
IgmpL4Protocol::Listen(uint32_t interface, Listener listener, ChangeListener changes)
{
    if (!changes.IsNull())
    {
        Watch();
    }
    return m_listeners.Add(interface, std::move(listener), std::move(changes));
}

void
IgmpL4Protocol::Unlisten(ListenerId listener)
{
    m_listeners.Remove(listener);
}

bool
IgmpL4Protocol::IsHeard(uint32_t interface) const
{
    return m_listeners.Has(interface);
}

void
IgmpL4Protocol::TellChange(uint32_t interface, InterfaceChange change)
{
    m_listeners.TellChange(interface, change);
}

void
IgmpL4Protocol::Send(const IgmpMessage& message,
                     uint32_t interface,
                     Ipv4Address destination,
                     ListenerId sender)
{
    NS_LOG_FUNCTION(this << interface << destination);
    const auto sent = RoundToWire(message);
    if (!IsUp(interface))
    {
        Trace(TraceKind::DROP, sent, interface, 0, drops::INTERFACE_DOWN);
        return;
    }
    const auto source = GetSource(interface);
    const auto cause = Trace(TraceKind::PACKET_TX, sent, interface, 0);
    Transmit(sent, interface, source, destination, cause);
    if (m_listeners.Has(interface, sender))
    {
        Simulator::ScheduleNow(&IgmpL4Protocol::LoopBack,
                               Ptr<IgmpL4Protocol>(this),
                               IgmpReception{sent, source, destination},
                               interface,
                               sender,
                               cause);
    }
}

void
IgmpL4Protocol::Transmit(const IgmpMessage& message,
                         uint32_t interface,
                         Ipv4Address source,
                         Ipv4Address destination,
                         uint64_t cause)
{
    const auto packet = Create<Packet>();
    packet->AddHeader(IgmpHeader(message));
    packet->AddHeader(
        RouterAlertHeader(PROT_NUMBER, packet->GetSize(), m_identification++, source, destination));
    if (cause != 0)
    {
        packet->AddPacketTag(CauseTag(cause));
    }
    const auto device = GetIpv4()->GetNetDevice(interface);
    device->Send(packet, device->GetMulticast(destination), IPV4_ETHERTYPE);
}

void
IgmpL4Protocol::LoopBack(IgmpReception reception,
                         uint32_t interface,
                         ListenerId sender,
                         uint64_t cause)
{
    const CauseScope scope(cause);
    m_listeners.Deliver(reception, interface, sender);
}

uint64_t
IgmpL4Protocol::GetErrorCount(IgmpError error) const
{
    return m_errors[static_cast<std::size_t>(error)];
}

uint64_t
IgmpL4Protocol::GetErrorCount(IgmpPacketError error) const
{
    return m_packetErrors[static_cast<std::size_t>(error)];
}

uint64_t
IgmpL4Protocol::Trace(TraceKind kind,
                      const IgmpMessage& message,
                      uint32_t interface,
                      uint64_t cause,
                      std::string_view why) const
{
    const auto tracer = Tracer::Of(GetNode());
    if (!tracer->IsConnected())
    {
        return 0;
    }
    const DeferredText detail([&message]() {
        std::ostringstream text;
        text << message;
        return text.str();
    });
    TraceRecord record = MakeTraceRecord(kind, {GetName(message), InterfaceId{interface}}, cause);
    if (const auto group = GetGroup(message); group.Get() != 0)
    {
        record.sourceGroup = SourceGroup{Ipv4Address::GetZero(), group};
    }
    record.event = why;
    record.detail = detail;
    return tracer->Emit(record);
}

int
IgmpL4Protocol::GetProtocolNumber() const
{
    return PROT_NUMBER;
}

// How IGMP receives packets: what is wrong with them is counted and traced.

IpL4Protocol::RxStatus
IgmpL4Protocol::Receive(Ptr<Packet> packet,
                        const Ipv4Header& header,
                        Ptr<Ipv4Interface> incomingInterface)
{
    const uint32_t interface = GetIpv4()->GetInterfaceForDevice(incomingInterface->GetDevice());
    CauseTag sent;
    packet->PeekPacketTag(sent);
    if (const auto error = Check(header, interface))
    {
        ++m_packetErrors[static_cast<std::size_t>(*error)];
        TraceDrop(ToString(*error), {}, interface, sent.GetCause());
        return RX_OK;
    }
    IgmpHeader igmp;
    packet->RemoveHeader(igmp);
    if (const auto* error = std::get_if<IgmpDecodeError>(&igmp.GetResult()))
    {
        ++m_errors[static_cast<std::size_t>(error->error)];
        const DeferredText where([error]() { return "at octet " + std::to_string(error->offset); });
        TraceDrop(ToString(error->error), where, interface, sent.GetCause());
        return error->error == IgmpError::BAD_CHECKSUM ? RX_CSUM_FAILED : RX_OK;
    }
    const auto& message = std::get<IgmpMessage>(igmp.GetResult());
    const CauseScope scope(Trace(TraceKind::PACKET_RX, message, interface, sent.GetCause()));
    const bool routerAlert = header.GetSerializedSize() > PLAIN_IPV4_HEADER_SIZE;
    m_listeners.Deliver(
        {message, header.GetSource(), header.GetDestination(), routerAlert, header.GetTtl()},
        interface);
    return RX_OK;
}

std::optional<IgmpPacketError>
IgmpL4Protocol::Check(const Ipv4Header& header, uint32_t interface) const
{
    const auto source = header.GetSource();
    const auto destination = header.GetDestination();
    if (source == GetSource(interface) && source.Get() != 0)
    {
        return IgmpPacketError::OWN_SOURCE;
    }
    if (source.IsMulticast() || source.IsBroadcast() || source.IsLocalhost())
    {
        return IgmpPacketError::BAD_SOURCE;
    }
    bool isOwn = destination.IsMulticast();
    for (uint32_t i = 0; i < GetIpv4()->GetNAddresses(interface); ++i)
    {
        isOwn = isOwn || GetIpv4()->GetAddress(interface, i).GetLocal() == destination;
    }
    return isOwn ? std::nullopt : std::optional(IgmpPacketError::BAD_DESTINATION);
}

void
IgmpL4Protocol::TraceDrop(std::string_view why,
                          const TraceText& where,
                          uint32_t interface,
                          uint64_t cause) const
{
    EmitDrop(*Tracer::Of(GetNode()),
             {words::IGMP_MESSAGE, InterfaceId{interface}},
             why,
             where,
             cause);
}

} // namespace mgm
} // namespace ns3

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
#include "ns3/mgm-list-around-routing.h"
#include "ns3/mgm-router-alert-header.h"
#include "ns3/mgm-trace-context.h"
#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-tracer.h"
#include "ns3/node.h"
#include "ns3/simulator.h"

#include <algorithm>
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

/// Why a message is not sent: the word of the forwarder.

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
                            .SetParent<IpL4Protocol>()
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
IgmpL4Protocol::NotifyNewAggregate()
{
    const auto node = GetObject<Node>();
    const auto ipv4 = GetObject<Ipv4>();
    if (!m_ipv4 && node && ipv4)
    {
        m_node = node;
        m_ipv4 = ipv4;
        m_ipv4->Insert(this);
    }
    IpL4Protocol::NotifyNewAggregate();
}

void
IgmpL4Protocol::DoDispose()
{
    m_listeners.clear();
    m_places.clear();
    if (m_watch)
    {
        m_watch->Close();
        m_watch = nullptr;
    }
    m_node = nullptr;
    m_ipv4 = nullptr;
    IpL4Protocol::DoDispose();
}

IgmpL4Protocol::ListenerId
IgmpL4Protocol::Listen(uint32_t interface, Listener listener, ChangeListener changes)
{
    if (!changes.IsNull())
    {
        Watch();
    }
    m_listeners[interface].emplace(++m_lastListener,
                                   Registration{std::move(listener), std::move(changes)});
    m_places.emplace(m_lastListener, interface);
    return m_lastListener;
}

void
IgmpL4Protocol::Watch()
{
    if (!m_watch && m_ipv4->GetRoutingProtocol())
    {
        m_watch = CreateObject<InterfaceWatch>(MakeCallback(&IgmpL4Protocol::NoteChange, this));
        ListAroundRouting::Of(m_ipv4)->AddRoutingProtocol(m_watch, InterfaceWatch::LIST_PRIORITY);
    }
}

void
IgmpL4Protocol::NoteChange(uint32_t interface, InterfaceChange change)
{
    if (HasListener(interface, 0))
    {
        Simulator::ScheduleWithContext(m_node->GetId(),
                                       Time(0),
                                       &IgmpL4Protocol::TellChange,
                                       Ptr<IgmpL4Protocol>(this),
                                       interface,
                                       change,
                                       TraceContext::Get().GetCause());
    }
}

void
IgmpL4Protocol::TellChange(uint32_t interface, InterfaceChange change, uint64_t cause)
{
    const CauseScope scope(cause);
    const auto listeners = m_listeners[interface]; // as in Deliver()
    for (const auto& [id, registration] : listeners)
    {
        if (!registration.changes.IsNull() && m_places.count(id) != 0)
        {
            registration.changes(change);
        }
    }
}

void
IgmpL4Protocol::Unlisten(ListenerId listener)
{
    const auto place = m_places.find(listener);
    if (place != m_places.end())
    {
        m_listeners[place->second].erase(listener);
        m_places.erase(place);
    }
}

bool
IgmpL4Protocol::HasListener(uint32_t interface, ListenerId except) const
{
    const auto listeners = m_listeners.find(interface);
    return listeners != m_listeners.end() &&
           std::any_of(listeners->second.begin(),
                       listeners->second.end(),
                       [except](const auto& entry) { return entry.first != except; });
}

void
IgmpL4Protocol::Deliver(const IgmpReception& reception, uint32_t interface, ListenerId except)
{
    // A listener may come or go while another one handles the message.
    const auto listeners = m_listeners[interface];
    for (const auto& [id, registration] : listeners)
    {
        if (id != except && m_places.count(id) != 0)
        {
            registration.listener(reception);
        }
    }
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
    if (HasListener(interface, sender))
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
    const auto device = m_ipv4->GetNetDevice(interface);
    device->Send(packet, device->GetMulticast(destination), IPV4_ETHERTYPE);
}

void
IgmpL4Protocol::LoopBack(IgmpReception reception,
                         uint32_t interface,
                         ListenerId sender,
                         uint64_t cause)
{
    const CauseScope scope(cause);
    Deliver(reception, interface, sender);
}

uint32_t
IgmpL4Protocol::GetMtu(uint32_t interface) const
{
    return m_ipv4->GetMtu(interface);
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

bool
IgmpL4Protocol::IsOnLink(uint32_t interface, Ipv4Address address) const
{
    for (uint32_t i = 0; i < m_ipv4->GetNAddresses(interface); ++i)
    {
        const auto own = m_ipv4->GetAddress(interface, i);
        if (own.GetMask().IsMatch(own.GetLocal(), address))
        {
            return true;
        }
    }
    return false;
}

bool
IgmpL4Protocol::IsUp(uint32_t interface) const
{
    return m_ipv4->IsUp(interface);
}

Ipv4Address
IgmpL4Protocol::GetSource(uint32_t interface) const
{
    return m_ipv4->GetNAddresses(interface) == 0 ? Ipv4Address::GetZero()
                                                 : m_ipv4->GetAddress(interface, 0).GetLocal();
}

IpL4Protocol::RxStatus
IgmpL4Protocol::Receive(Ptr<Packet>, const Ipv6Header&, Ptr<Ipv6Interface>)
{
    return RX_ENDPOINT_UNREACH;
}

uint64_t
IgmpL4Protocol::Trace(TraceKind kind,
                      const IgmpMessage& message,
                      uint32_t interface,
                      uint64_t cause,
                      std::string_view why) const
{
    const auto tracer = Tracer::Of(m_node);
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

// Messages are sent by the device, past the IPv4 layer: there are no down targets.

void
IgmpL4Protocol::SetDownTarget(DownTargetCallback)
{
}

void
IgmpL4Protocol::SetDownTarget6(DownTargetCallback6)
{
}

IpL4Protocol::DownTargetCallback
IgmpL4Protocol::GetDownTarget() const
{
    return {};
}

IpL4Protocol::DownTargetCallback6
IgmpL4Protocol::GetDownTarget6() const
{
    return {};
}

// How IGMP receives packets: what is wrong with them is counted and traced.

IpL4Protocol::RxStatus
IgmpL4Protocol::Receive(Ptr<Packet> packet,
                        const Ipv4Header& header,
                        Ptr<Ipv4Interface> incomingInterface)
{
    const uint32_t interface = m_ipv4->GetInterfaceForDevice(incomingInterface->GetDevice());
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
    Deliver({message, header.GetSource(), header.GetDestination(), routerAlert, header.GetTtl()},
            interface,
            0);
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
    for (uint32_t i = 0; i < m_ipv4->GetNAddresses(interface); ++i)
    {
        isOwn = isOwn || m_ipv4->GetAddress(interface, i).GetLocal() == destination;
    }
    return isOwn ? std::nullopt : std::optional(IgmpPacketError::BAD_DESTINATION);
}

void
IgmpL4Protocol::TraceDrop(std::string_view why,
                          const TraceText& where,
                          uint32_t interface,
                          uint64_t cause) const
{
    EmitDrop(*Tracer::Of(m_node), {words::IGMP_MESSAGE, InterfaceId{interface}}, why, where, cause);
}

} // namespace mgm
} // namespace ns3

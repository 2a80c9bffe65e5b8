/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-l4-protocol.h"

#include "ns3/ipv4-interface.h"
#include "ns3/ipv4-route.h"
#include "ns3/ipv4-routing-protocol.h"
#include "ns3/ipv4.h"
#include "ns3/log.h"
#include "ns3/mgm-cause-tag.h"
#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-forwardable.h"
#include "ns3/mgm-pim-header.h"
#include "ns3/mgm-trace-context.h"
#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-tracer.h"
#include "ns3/node.h"
#include "ns3/socket.h"

#include <sstream>
#include <string>
#include <utility>

namespace ns3
{
namespace mgm
{

NS_LOG_COMPONENT_DEFINE("MgmPimL4Protocol");

NS_OBJECT_ENSURE_REGISTERED(PimL4Protocol);

namespace
{

/// Stands for all interfaces: where what crosses networks is heard.
constexpr uint32_t ANY_INTERFACE = UINT32_MAX;

/// Whether messages of a type cross networks; others stay on a link.
bool
IsRouted(PimType type)
{
    return type == PimType::REGISTER || type == PimType::REGISTER_STOP ||
           type == PimType::CANDIDATE_RP;
}

/// The source and group that a message is about, if it is about one alone.
struct SubjectOf
{
    template <typename Message>
    std::optional<SourceGroup> operator()(const Message& /* message */) const
    {
        return {};
    }

    std::optional<SourceGroup> operator()(const PimRegisterStop& message) const
    {
        return SourceGroup{message.source, message.group.address};
    }

    std::optional<SourceGroup> operator()(const PimAssert& message) const
    {
        return SourceGroup{message.source, message.group.address};
    }

    std::optional<SourceGroup> operator()(const PimStateRefresh& message) const
    {
        return SourceGroup{message.source, message.group.address};
    }

    std::optional<SourceGroup> operator()(const PimJoinPrune& message) const
    {
        if (message.groups.size() != 1)
        {
            return {};
        }
        const auto& set = message.groups.front();
        const bool isOne = set.joined.size() + set.pruned.size() == 1;
        const auto source =
            isOne ? (set.joined.empty() ? set.pruned : set.joined).front() : PimSource();
        return SourceGroup{source.isWildcard ? ANY_ADDRESS : source.address, set.group.address};
    }
};

} // namespace

std::string_view
ToString(PimPacketError error)
{
    constexpr EnumNames<PimPacketError> NAMES{drops::OWN_SOURCE,
                                              drops::BAD_SOURCE,
                                              drops::BAD_DESTINATION};
    return NAMES[error];
}

TypeId
PimL4Protocol::GetTypeId()
{
    static TypeId tid = TypeId("ns3::mgm::PimL4Protocol")
                            .SetParent<LinkProtocol>()
                            .SetGroupName("Mgm")
                            .AddConstructor<PimL4Protocol>();
    return tid;
}

Ptr<PimL4Protocol>
PimL4Protocol::Of(Ptr<Node> node)
{
    auto protocol = node->GetObject<PimL4Protocol>();
    if (!protocol)
    {
        protocol = CreateObject<PimL4Protocol>();
        node->AggregateObject(protocol);
    }
    return protocol;
}

PimL4Protocol::PimL4Protocol() = default;

PimL4Protocol::~PimL4Protocol() = default;

void
PimL4Protocol::DoDispose()
{
    m_listeners.Clear();
    LinkProtocol::DoDispose();
}

int
PimL4Protocol::GetProtocolNumber() const
{
    return PROT_NUMBER;
}

PimL4Protocol::ListenerId
PimL4Protocol::Listen(uint32_t interface, Listener listener, ChangeListener changes)
{
    if (!changes.IsNull())
    {
        Watch();
    }
    return m_listeners.Add(interface, std::move(listener), std::move(changes));
}

PimL4Protocol::ListenerId
PimL4Protocol::ListenToRouted(Listener listener)
{
    return m_listeners.Add(ANY_INTERFACE, std::move(listener));
}

void
PimL4Protocol::Unlisten(ListenerId listener)
{
    m_listeners.Remove(listener);
}

bool
PimL4Protocol::IsHeard(uint32_t interface) const
{
    return m_listeners.Has(interface);
}

void
PimL4Protocol::TellChange(uint32_t interface, InterfaceChange change)
{
    m_listeners.TellChange(interface, change);
}

uint64_t
PimL4Protocol::GetErrorCount(PimError error) const
{
    return m_errors.at(static_cast<std::size_t>(error));
}

uint64_t
PimL4Protocol::GetErrorCount(PimPacketError error) const
{
    return m_packetErrors.at(static_cast<std::size_t>(error));
}

// How PIM sends.

void
PimL4Protocol::SendOnLink(const PimMessage& message,
                          uint32_t interface,
                          Ipv4Address source,
                          Ipv4Address destination)
{
    NS_LOG_FUNCTION(this << interface << source << destination);
    if (!IsUp(interface) || source.Get() == 0)
    {
        Trace(TraceKind::DROP, message, interface, 0, drops::INTERFACE_DOWN);
        return;
    }
    const auto packet =
        MakePacket(message, nullptr, Trace(TraceKind::PACKET_TX, message, interface, 0));
    Ipv4Header header;
    header.SetSource(source);
    header.SetDestination(destination);
    header.SetProtocol(PROT_NUMBER);
    header.SetTtl(1);
    header.SetTos(INTERNETWORK_CONTROL);
    header.SetIdentification(m_identification++);
    header.SetPayloadSize(packet->GetSize());
    header.EnableChecksum();
    const auto route = Create<Ipv4Route>();
    route->SetSource(source);
    route->SetDestination(destination);
    route->SetGateway(destination);
    route->SetOutputDevice(GetIpv4()->GetNetDevice(interface));
    GetIpv4()->SendWithHeader(packet, header, route);
}

void
PimL4Protocol::SendRouted(const PimMessage& message,
                          Ipv4Address source,
                          Ipv4Address destination,
                          Ptr<const Packet> payload,
                          uint8_t tos)
{
    NS_LOG_FUNCTION(this << source << destination);
    Ipv4Header header;
    header.SetSource(source);
    header.SetDestination(destination);
    header.SetProtocol(PROT_NUMBER);
    Socket::SocketErrno error = Socket::ERROR_NOTERROR;
    const auto route =
        GetIpv4()->GetRoutingProtocol()->RouteOutput(nullptr, header, nullptr, error);
    if (!route)
    {
        Trace(TraceKind::DROP, message, {}, 0, drops::NO_ROUTE);
        return;
    }
    const auto interface = GetIpv4()->GetInterfaceForDevice(route->GetOutputDevice());
    const auto packet =
        MakePacket(message, payload, Trace(TraceKind::PACKET_TX, message, interface, 0));
    SocketIpTosTag tag;
    tag.SetTos(tos);
    packet->ReplacePacketTag(tag);
    GetIpv4()->Send(packet, source, destination, PROT_NUMBER, route);
}

Ptr<Packet>
PimL4Protocol::MakePacket(const PimMessage& message,
                          const Ptr<const Packet>& payload,
                          uint64_t cause)
{
    const auto packet = payload ? payload->Copy() : Create<Packet>();
    CauseTag ofPayload;
    packet->RemovePacketTag(ofPayload); // a packet has one at most
    packet->AddHeader(PimHeader(message));
    if (cause != 0)
    {
        packet->AddPacketTag(CauseTag(cause));
    }
    return packet;
}

// How PIM receives: what is wrong is counted and traced.

IpL4Protocol::RxStatus
PimL4Protocol::Receive(Ptr<Packet> packet,
                       const Ipv4Header& header,
                       Ptr<Ipv4Interface> incomingInterface)
{
    const uint32_t interface = GetIpv4()->GetInterfaceForDevice(incomingInterface->GetDevice());
    CauseTag sent;
    packet->PeekPacketTag(sent);
    if (const auto error = CheckSource(header.GetSource()))
    {
        Ignore(*error, words::PIM_MESSAGE, interface, sent.GetCause());
        return RX_OK;
    }
    PimHeader pim;
    packet->RemoveHeader(pim);
    if (const auto* error = std::get_if<PimDecodeError>(&pim.GetResult()))
    {
        ++m_errors[static_cast<std::size_t>(error->error)];
        const DeferredText where([error]() { return "at octet " + std::to_string(error->offset); });
        EmitDrop(*Tracer::Of(GetNode()),
                 {words::PIM_MESSAGE, InterfaceId{interface}},
                 ToString(error->error),
                 where,
                 sent.GetCause());
        return error->error == PimError::BAD_CHECKSUM ? RX_CSUM_FAILED : RX_OK;
    }
    const auto& message = std::get<PimMessage>(pim.GetResult());
    const auto type = GetType(message);
    if (!IsDestination(type, header.GetDestination()))
    {
        Ignore(PimPacketError::BAD_DESTINATION, ToString(type), interface, sent.GetCause());
        return RX_OK;
    }
    const CauseScope scope(Trace(TraceKind::PACKET_RX, message, interface, sent.GetCause()));
    m_listeners.Deliver(
        {message, interface, header.GetSource(), header.GetDestination(), header.GetTtl(), packet},
        IsRouted(type) ? ANY_INTERFACE : interface);
    return RX_OK;
}

std::optional<PimPacketError>
PimL4Protocol::CheckSource(Ipv4Address source) const
{
    if (!IsHostAddress(source))
    {
        return PimPacketError::BAD_SOURCE;
    }
    const bool isOwn = GetIpv4()->GetInterfaceForAddress(source) >= 0;
    return isOwn ? std::optional(PimPacketError::OWN_SOURCE) : std::nullopt;
}

bool
PimL4Protocol::IsDestination(PimType type, Ipv4Address destination) const
{
    const bool isOwn = GetIpv4()->GetInterfaceForAddress(destination) >= 0;
    switch (type)
    {
    case PimType::HELLO:
    case PimType::JOIN_PRUNE:
    case PimType::ASSERT:
    case PimType::STATE_REFRESH:
        return destination == PIM_ALL_ROUTERS;
    case PimType::BOOTSTRAP: // to a neighbor when that starts: RFC 5059 section 3.5.2
        return isOwn || destination == PIM_ALL_ROUTERS;
    case PimType::REGISTER:
    case PimType::REGISTER_STOP:
    case PimType::GRAFT:
    case PimType::GRAFT_ACK:
    case PimType::CANDIDATE_RP:
        return isOwn;
    case PimType::COUNT:
        break;
    }
    return false;
}

void
PimL4Protocol::Ignore(PimPacketError error, std::string_view op, uint32_t interface, uint64_t cause)
{
    ++m_packetErrors[static_cast<std::size_t>(error)];
    EmitDrop(*Tracer::Of(GetNode()), {op, InterfaceId{interface}}, ToString(error), {}, cause);
}

uint64_t
PimL4Protocol::Trace(TraceKind kind,
                     const PimMessage& message,
                     std::optional<uint32_t> interface,
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
    TraceRecord record = MakeTraceRecord(kind, {GetName(message)}, cause);
    if (interface)
    {
        record.interface = InterfaceId{*interface};
    }
    record.sourceGroup = std::visit(SubjectOf(), message);
    record.event = why.empty() ? GetSaying(message) : why;
    record.detail = detail;
    return tracer->Emit(record);
}

} // namespace mgm
} // namespace ns3

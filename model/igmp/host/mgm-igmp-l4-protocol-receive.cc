/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// How IGMP receives packets: what is wrong with them is counted and traced.

#include "mgm-igmp-l4-protocol.h"

#include "ns3/ipv4-interface.h"
#include "ns3/ipv4.h"
#include "ns3/mgm-cause-tag.h"
#include "ns3/mgm-igmp-header.h"
#include "ns3/mgm-trace-context.h"
#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-tracer.h"
#include "ns3/node.h"

#include <string>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint32_t PLAIN_IPV4_HEADER_SIZE = 20;

} // namespace

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

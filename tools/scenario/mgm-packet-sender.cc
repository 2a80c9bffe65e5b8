/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-packet-sender.h"

#include "ns3/channel.h"
#include "ns3/ipv4-header.h"
#include "ns3/ipv4.h"
#include "ns3/mgm-cause-tag.h"
#include "ns3/mgm-igmp-header.h"
#include "ns3/mgm-igmp-l4-protocol.h"
#include "ns3/mgm-router-alert-header.h"
#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-tracer.h"
#include "ns3/net-device.h"
#include "ns3/packet.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint16_t IPV4_ETHERTYPE = 0x0800;

/// What a packet is called in the trace, and the group that it is about.
struct PacketName
{
    std::string_view op;
    std::optional<SourceGroup> sourceGroup;
    std::string text;
};

/// Names an IP payload.
PacketName
NamePayload(uint8_t protocol, Ptr<const Packet> payload)
{
    if (protocol != IgmpL4Protocol::PROT_NUMBER)
    {
        return {words::MESSAGE, {}, "protocol " + std::to_string(protocol)};
    }
    IgmpHeader header;
    payload->PeekHeader(header);
    std::ostringstream text;
    const auto* message = std::get_if<IgmpMessage>(&header.GetResult());
    if (!message)
    {
        text << ToString(std::get<IgmpDecodeError>(header.GetResult()).error);
        return {words::IGMP_MESSAGE, {}, text.str()};
    }
    text << *message;
    const auto group = GetGroup(*message);
    return {GetName(*message),
            group.Get() == 0 ? std::nullopt : std::optional(SourceGroup{ANY_ADDRESS, group}),
            text.str()};
}

/// The IP source of a packet.
Ipv4Address
GetSourceOf(const SendStep& step, const Ipv4& ipv4)
{
    const bool hasAddress = ipv4.GetNAddresses(step.interface) > 0;
    return step.source  ? *step.source
           : hasAddress ? ipv4.GetAddress(step.interface, 0).GetLocal()
                        : Ipv4Address::GetZero();
}

void
AddIpHeader(const SendStep& step, Ipv4Address source, Ptr<Packet> packet)
{
    const auto size = static_cast<uint16_t>(packet->GetSize());
    if (step.routerAlert)
    {
        RouterAlertHeader header(step.protocol, size, 0, source, step.destination);
        header.SetTtl(step.ttl);
        packet->AddHeader(header);
        return;
    }
    Ipv4Header header;
    header.SetProtocol(step.protocol);
    header.SetPayloadSize(size);
    header.SetSource(source);
    header.SetDestination(step.destination);
    header.SetTtl(step.ttl);
    header.EnableChecksum();
    packet->AddHeader(header);
}

/// Whether a device is an interface with an address.
bool
HasAddress(Ptr<NetDevice> device, Ipv4Address address)
{
    const auto ipv4 = device->GetNode()->GetObject<Ipv4>();
    const auto interface = ipv4->GetInterfaceForDevice(device);
    for (uint32_t i = 0; interface >= 0 && i < ipv4->GetNAddresses(interface); ++i)
    {
        if (ipv4->GetAddress(interface, i).GetLocal() == address)
        {
            return true;
        }
    }
    return false;
}

/// To which address of its link a packet is sent.
Address
GetLinkAddress(Ptr<NetDevice> device, Ipv4Address destination)
{
    if (destination.IsMulticast())
    {
        return device->GetMulticast(destination);
    }
    const auto channel = device->GetChannel();
    for (std::size_t i = 0; i < channel->GetNDevices(); ++i)
    {
        if (HasAddress(channel->GetDevice(i), destination))
        {
            return channel->GetDevice(i)->GetAddress();
        }
    }
    return device->GetBroadcast();
}

/// How a packet is sent, for people.
std::string
DescribeEnvelope(const SendStep& step, Ipv4Address source)
{
    std::ostringstream text;
    text << "crafted, " << source << " > " << step.destination << " ttl " << +step.ttl
         << (step.routerAlert ? " router-alert" : "");
    return text.str();
}

} // namespace

void
SendPacket(Ptr<Node> node, const SendStep& step)
{
    const auto ipv4 = node->GetObject<Ipv4>();
    const auto source = GetSourceOf(step, *ipv4);
    const auto packet =
        Create<Packet>(step.octets.data(), static_cast<uint32_t>(step.octets.size()));
    const auto name = NamePayload(step.protocol, packet);
    const auto detail = name.text + "; " + DescribeEnvelope(step, source);
    const bool isUp = ipv4->IsUp(step.interface);
    auto record = MakeTraceRecord(isUp ? TraceKind::PACKET_TX : TraceKind::DROP,
                                  {name.op, InterfaceId{step.interface}, name.sourceGroup});
    record.event = isUp ? std::string_view() : drops::INTERFACE_DOWN;
    record.detail = TraceText(detail);
    const auto cause = Tracer::Of(node)->Emit(record);
    if (isUp)
    {
        AddIpHeader(step, source, packet);
        packet->AddPacketTag(CauseTag(cause));
        const auto device = ipv4->GetNetDevice(step.interface);
        device->Send(packet, GetLinkAddress(device, step.destination), IPV4_ETHERTYPE);
    }
}

} // namespace mgm
} // namespace ns3

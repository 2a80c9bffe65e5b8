/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-packet-sender.h"

#include "ns3/channel.h"
#include "ns3/ipv4-header.h"
#include "ns3/ipv4.h"
#include "ns3/mac48-address.h"
#include "ns3/mgm-cause-tag.h"
#include "ns3/mgm-igmp-header.h"
#include "ns3/mgm-igmp-l4-protocol.h"
#include "ns3/mgm-router-alert-header.h"
#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-tracer.h"
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

/// The address of the interface that a device is; each has one.
Ipv4InterfaceAddress
GetInterfaceAddress(Ptr<NetDevice> device)
{
    const auto ipv4 = device->GetNode()->GetObject<Ipv4>();
    return ipv4->GetAddress(static_cast<uint32_t>(ipv4->GetInterfaceForDevice(device)), 0);
}

bool
HasAddress(Ptr<NetDevice> device, Ipv4Address address)
{
    return GetInterfaceAddress(device).GetLocal() == address;
}

/// Whether a packet is for all of the link of a device.
bool
IsBroadcast(Ptr<NetDevice> device, Ipv4Address destination)
{
    return destination.IsBroadcast() || destination == GetInterfaceAddress(device).GetBroadcast();
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

Address
GetNobodysAddress()
{
    return Mac48Address("02:00:00:00:00:00"); // local; those of ns-3's devices begin with 00
}

Address
GetLinkAddress(Ptr<NetDevice> device, Ipv4Address destination)
{
    if (destination.IsMulticast())
    {
        return device->GetMulticast(destination);
    }
    if (IsBroadcast(device, destination))
    {
        return device->GetBroadcast();
    }
    const auto channel = device->GetChannel();
    for (std::size_t i = 0; i < channel->GetNDevices(); ++i)
    {
        if (HasAddress(channel->GetDevice(i), destination))
        {
            return channel->GetDevice(i)->GetAddress();
        }
    }
    return GetNobodysAddress();
}

void
SendPacket(Ptr<Node> node, const SendStep& step)
{
    const auto ipv4 = node->GetObject<Ipv4>();
    const auto source = step.source.value_or(ipv4->GetAddress(step.interface, 0).GetLocal());
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

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-packet-replay.h"

#include "mgm-packet-sender.h"

#include "ns3/csma-net-device.h"
#include "ns3/ethernet-header.h"
#include "ns3/ethernet-trailer.h"
#include "ns3/mgm-cause-tag.h"
#include "ns3/mgm-trace-context.h"
#include "ns3/node.h"
#include "ns3/packet.h"
#include "ns3/point-to-point-net-device.h"
#include "ns3/ppp-header.h"
#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint16_t ETHERTYPE_OF_IPV4 = 0x0800;
constexpr uint16_t IPV4_PPP_TYPE = 0x0021;

/// The destination in the header of an IPv4 packet.
Ipv4Address
GetDestination(const std::vector<uint8_t>& octets)
{
    constexpr std::size_t PLACE = 16;
    return Ipv4Address::Deserialize(octets.data() + PLACE);
}

/// A packet arrives at a device of an Ethernet.
void
ArriveAtCsma(const Ptr<CsmaNetDevice>& device, const Ptr<Packet>& packet, Ipv4Address destination)
{
    EthernetHeader header(false);
    header.SetSource(Mac48Address::ConvertFrom(GetNobodysAddress()));
    header.SetDestination(Mac48Address::ConvertFrom(GetLinkAddress(device, destination)));
    header.SetLengthType(ETHERTYPE_OF_IPV4);
    packet->AddHeader(header);
    EthernetTrailer trailer;
    trailer.EnableFcs(true);
    trailer.CalcFcs(packet);
    packet->AddTrailer(trailer);
    device->Receive(packet, nullptr);
}

/// A packet arrives at a device.
void
Arrive(const Ptr<NetDevice>& device, const Ptr<Packet>& packet, Ipv4Address destination)
{
    if (const auto csma = DynamicCast<CsmaNetDevice>(device))
    {
        ArriveAtCsma(csma, packet, destination);
        return;
    }
    PppHeader header;
    header.SetProtocol(IPV4_PPP_TYPE);
    packet->AddHeader(header);
    DynamicCast<PointToPointNetDevice>(device)->Receive(packet);
}

} // namespace

void
ReplayPackets(const std::vector<Ptr<NetDevice>>& devices, const ReplayedPackets& packets)
{
    const auto cause = TraceContext::Get().GetCause();
    for (const auto& [after, octets] : *packets)
    {
        // What arrives at the devices is one packet, of which a link that loses it loses all.
        const auto packet = Create<Packet>(octets.data(), static_cast<uint32_t>(octets.size()));
        packet->AddPacketTag(CauseTag(cause));
        for (const auto& device : devices)
        {
            Simulator::ScheduleWithContext(
                device->GetNode()->GetId(),
                after,
                [device, packet, destination = GetDestination(octets)]() {
                    Arrive(device, packet->Copy(), destination);
                });
        }
    }
}

} // namespace mgm
} // namespace ns3

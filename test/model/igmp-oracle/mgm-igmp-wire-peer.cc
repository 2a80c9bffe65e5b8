/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-wire-peer.h"

#include "ns3/ipv4.h"
#include "ns3/mac48-address.h"
#include "ns3/simple-net-device.h"
#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint16_t IPV4 = 0x0800;
constexpr uint16_t ETHERNET_MTU = 1500;
constexpr uint16_t ANY_SIZE = 65535; // it may say what nobody would

Ptr<SimpleNetDevice>
AddDevice(Ptr<Node> node, Ptr<SimpleChannel> channel, uint16_t mtu)
{
    const auto device = CreateObject<SimpleNetDevice>();
    device->SetAddress(Mac48Address::Allocate());
    device->SetMtu(mtu);
    node->AddDevice(device);
    device->SetChannel(channel);
    return device;
}

} // namespace

IgmpWirePeer::IgmpWirePeer(Ptr<SimpleChannel> channel)
    : m_node(CreateObject<Node>()),
      m_device(AddDevice(m_node, channel, ANY_SIZE))
{
    m_device->SetReceiveCallback(MakeCallback(&IgmpWirePeer::Hear, this));
}

void
IgmpWirePeer::Say(Time delay, const IgmpFrame& frame)
{
    Simulator::ScheduleWithContext(m_node->GetId(), delay, [this, octets = WriteFrame(frame)]() {
        const auto packet = Create<Packet>(octets.data(), octets.size());
        m_device->Send(packet, m_device->GetBroadcast(), IPV4);
    });
}

std::vector<IgmpWirePeer::Heard>
IgmpWirePeer::TakeHeard()
{
    return std::exchange(m_heard, {});
}

bool
IgmpWirePeer::Hear(Ptr<NetDevice>, Ptr<const Packet> packet, uint16_t protocol, const Address&)
{
    if (protocol == IPV4)
    {
        IgmpOctets octets(packet->GetSize());
        packet->CopyData(octets.data(), octets.size());
        m_heard.push_back({Simulator::Now(), octets});
    }
    return true;
}

uint32_t
ConnectToLink(Ptr<Node> node, Ptr<SimpleChannel> channel, uint32_t address)
{
    const auto ipv4 = node->GetObject<Ipv4>();
    const auto index = ipv4->AddInterface(AddDevice(node, channel, ETHERNET_MTU));
    ipv4->AddAddress(index, {Ipv4Address(address), Ipv4Mask("255.255.255.0")});
    ipv4->SetUp(index);
    return index;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-bench-forwarding-router.h"

#include "ns3/error-model.h"
#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-list-routing.h"
#include "ns3/ipv4-static-routing-helper.h"
#include "ns3/ipv4-static-routing.h"
#include "ns3/mgm-multicast-forwarder.h"
#include "ns3/mgm-udp-protocol-number.h"
#include "ns3/queue.h"
#include "ns3/simple-channel.h"
#include "ns3/simple-net-device.h"
#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{
namespace bench
{

namespace
{

constexpr uint16_t IPV4 = 0x0800;
constexpr uint32_t PAYLOAD_SIZE = 100;

/// A device that counts what it should send.
class CountingDevice : public SimpleNetDevice
{
  public:
    /// @param sent counts the packets
    explicit CountingDevice(uint64_t& sent)
        : m_sent(sent)
    {
    }

    bool Send(Ptr<Packet> /* packet */,
              const Address& /* destination */,
              uint16_t /* protocol */) override
    {
        ++m_sent;
        return true;
    }

  private:
    uint64_t& m_sent; ///< counts the packets
};

} // namespace

Ipv4Address
GroupAt(std::size_t i)
{
    constexpr uint32_t FIRST_GROUP = 0xEF000000;
    return Ipv4Address(static_cast<uint32_t>(FIRST_GROUP + i));
}

void
AddEntries(Ptr<Node> node, Forwarding forwarding, std::size_t count)
{
    const auto ipv4 = node->GetObject<Ipv4>();
    const auto routes = Ipv4StaticRoutingHelper().GetStaticRouting(ipv4);
    const auto forwarder = CreateObject<MulticastForwarder>();
    if (forwarding == Forwarding::OURS)
    {
        DynamicCast<Ipv4ListRouting>(ipv4->GetRoutingProtocol())
            ->AddRoutingProtocol(forwarder, MulticastForwarder::LIST_PRIORITY);
    }
    const std::vector<InterfaceId> outgoing{{OUTGOING[0]}, {OUTGOING[1]}, {OUTGOING[2]}};
    for (std::size_t i = 0; i < count; ++i)
    {
        if (forwarding == Forwarding::OURS)
        {
            forwarder->GetPlane().Install({BENCH_SOURCE, GroupAt(i)}, {1}, outgoing);
        }
        else
        {
            routes->AddMulticastRoute(BENCH_SOURCE, GroupAt(i), 1, OUTGOING);
        }
    }
}

ForwardingRouter::ForwardingRouter()
    : m_node(CreateObject<Node>())
{
    InternetStackHelper stack;
    stack.SetIpv6StackInstall(false);
    stack.Install(m_node);
    m_ipv4 = m_node->GetObject<Ipv4L3Protocol>();
    for (uint32_t i = 1; i <= INTERFACES; ++i)
    {
        const auto device = CreateObject<CountingDevice>(m_sent);
        device->SetAddress(Mac48Address::Allocate());
        m_node->AddDevice(device);
        const auto index = m_ipv4->AddInterface(device);
        m_ipv4->AddAddress(index, {Ipv4Address(0x0A000001 + (i << 24)), Ipv4Mask("/8")});
        m_ipv4->SetUp(index);
    }
    Simulator::Run(); // from now on, ns-3 does not keep track of every Time object
}

ForwardingRouter::~ForwardingRouter()
{
    m_ipv4 = nullptr;
    m_node = nullptr;
    Simulator::Destroy();
}

void
ForwardingRouter::Arrive(Ipv4Address source, Ipv4Address group)
{
    Ipv4Header header;
    header.SetSource(source);
    header.SetDestination(group);
    header.SetProtocol(UDP_PROTOCOL_NUMBER);
    header.SetTtl(64);
    header.SetPayloadSize(PAYLOAD_SIZE);
    const auto packet = Create<Packet>(PAYLOAD_SIZE);
    packet->AddHeader(header);
    const auto device = m_ipv4->GetNetDevice(1);
    m_ipv4->Receive(device,
                    packet,
                    IPV4,
                    device->GetBroadcast(),
                    device->GetBroadcast(),
                    NetDevice::PACKET_MULTICAST);
}

Ptr<Node>
ForwardingRouter::GetNode() const
{
    return m_node;
}

uint64_t
ForwardingRouter::GetSent() const
{
    return m_sent;
}

} // namespace bench
} // namespace mgm
} // namespace ns3

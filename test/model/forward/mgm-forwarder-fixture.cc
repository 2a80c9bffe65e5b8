/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-forwarder-fixture.h"

#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-list-routing.h"
#include "ns3/mac48-address.h"
#include "ns3/simple-channel.h"
#include "ns3/simple-net-device.h"
#include "ns3/simulator.h"

#include <algorithm>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint16_t IPV4 = 0x0800;
constexpr uint8_t UDP = 17;

template <typename T>
std::vector<T>
Take(std::vector<T>& from)
{
    return std::exchange(from, {});
}

template <typename A, typename B>
std::string
Join(const A& a, const B& b)
{
    std::ostringstream text;
    text << a << ' ' << b;
    return text.str();
}

Ptr<SimpleNetDevice>
AddDevice(Ptr<Node> node, Ptr<SimpleChannel> channel)
{
    const auto device = CreateObject<SimpleNetDevice>();
    device->SetAddress(Mac48Address::Allocate());
    device->SetChannel(channel);
    node->AddDevice(device);
    return device;
}

} // namespace

void
ForwarderTest::SetUp()
{
    MgmTest::SetUp();
    MakeRouter(4);
}

void
ForwarderTest::TearDown()
{
    m_ends.clear();
    m_sent.clear();
    m_listener = nullptr;
    m_forwarder = nullptr;
    m_ipv4 = nullptr;
    m_node = nullptr;
    MgmTest::TearDown();
}

void
ForwarderTest::MakeRouter(uint32_t interfaces)
{
    m_ends.clear();
    m_listener = CreateObject<Node>();
    m_node = CreateObject<Node>();
    InternetStackHelper stack;
    stack.SetIpv6StackInstall(false);
    stack.Install(m_node);
    m_ipv4 = m_node->GetObject<Ipv4>();
    for (uint32_t i = 1; i <= interfaces; ++i)
    {
        AddLink(i);
    }
    m_forwarder = CreateObject<MulticastForwarder>();
    DynamicCast<Ipv4ListRouting>(m_ipv4->GetRoutingProtocol())
        ->AddRoutingProtocol(m_forwarder, MulticastForwarder::LIST_PRIORITY);
    Connect();
}

void
ForwarderTest::AddLink(uint32_t interface)
{
    const auto channel = CreateObject<SimpleChannel>();
    const auto index = m_ipv4->AddInterface(AddDevice(m_node, channel));
    ASSERT_EQ(index, interface);
    m_ipv4->AddAddress(index, {Ipv4Address(0x0A000001 + (index << 8)), Ipv4Mask("/24")});
    m_ipv4->SetUp(index);
    const auto end = AddDevice(m_listener, channel);
    end->SetPromiscReceiveCallback(
        NetDevice::PromiscReceiveCallback([this, interface](Ptr<NetDevice>,
                                                            Ptr<const Packet> frame,
                                                            uint16_t protocol,
                                                            const Address&,
                                                            const Address& to,
                                                            NetDevice::PacketType) {
            if (protocol == IPV4)
            {
                const auto packet = frame->Copy();
                Ipv4Header header;
                packet->RemoveHeader(header);
                m_sent.push_back({interface, header, packet, to});
            }
            return true;
        }));
    m_ends.push_back(end);
}

void
ForwarderTest::Connect()
{
    m_forwarder->TraceConnectWithoutContext(
        "Drop",
        Callback<void, const Ipv4Header&, Ptr<const Packet>, DropReason, const InterfaceId&>(
            [this](const Ipv4Header&,
                   Ptr<const Packet>,
                   DropReason reason,
                   const InterfaceId& where) {
                m_dropped.push_back(Join(ToString(reason), where));
            }));
    const auto keepIn = [](std::vector<std::string>& log) {
        return MulticastForwarder::Upcall(
            [&log](const SourceGroup& key, const InterfaceId& arrival, const Ipv4Header&) {
                log.push_back(Join(key, arrival));
            });
    };
    m_forwarder->SetUpcalls(keepIn(m_misses), keepIn(m_wrongInterfaces));
}

Ipv4Header
ForwarderTest::MakeHeader(uint8_t ttl)
{
    Ipv4Header header;
    header.SetSource(SOURCE);
    header.SetDestination(GROUP);
    header.SetProtocol(UDP);
    header.SetTtl(ttl);
    header.SetMayFragment();
    return header;
}

void
ForwarderTest::Arrive(uint32_t interface, const Ipv4Header& header, Ptr<Packet> packet)
{
    Ipv4Header complete = header;
    complete.SetPayloadSize(packet->GetSize());
    packet->AddHeader(complete);
    const auto end = m_ends.at(interface - 1);
    end->Send(packet, end->GetMulticast(header.GetDestination()), IPV4);
    Simulator::Run();
}

void
ForwarderTest::Arrive(uint32_t interface, const Ipv4Header& header, uint8_t number)
{
    const std::vector<uint8_t> bytes(100, number);
    Arrive(interface, header, Create<Packet>(bytes.data(), bytes.size()));
}

std::vector<SentPacket>
ForwarderTest::Sent()
{
    return Take(m_sent);
}

std::vector<uint32_t>
ForwarderTest::SentOn()
{
    std::vector<uint32_t> interfaces;
    for (const SentPacket& sent : Sent())
    {
        interfaces.push_back(sent.interface);
    }
    std::sort(interfaces.begin(), interfaces.end());
    return interfaces;
}

std::vector<uint8_t>
ForwarderTest::NumbersSentOn(uint32_t interface)
{
    std::vector<uint8_t> numbers;
    for (const SentPacket& sent : Sent())
    {
        if (sent.interface == interface)
        {
            uint8_t number = 0;
            sent.packet->CopyData(&number, 1);
            numbers.push_back(number);
        }
    }
    return numbers;
}

std::vector<std::string>
ForwarderTest::Dropped()
{
    return Take(m_dropped);
}

std::vector<std::string>
ForwarderTest::Misses()
{
    return Take(m_misses);
}

std::vector<std::string>
ForwarderTest::WrongInterfaces()
{
    return Take(m_wrongInterfaces);
}

const ForwardingCounters&
ForwarderTest::Counters() const
{
    return *m_forwarder->GetPlane().GetCounters(KEY);
}

} // namespace mgm
} // namespace ns3

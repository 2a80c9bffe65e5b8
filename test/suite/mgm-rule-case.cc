/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-rule-case.h"

#include "ns3/csma-helper.h"
#include "ns3/inet-socket-address.h"
#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-static-routing-helper.h"
#include "ns3/ipv4.h"
#include "ns3/mgm-helper.h"
#include "ns3/simulator.h"
#include "ns3/udp-socket-factory.h"
#include "ns3/uinteger.h"

#include <array>
#include <iomanip>
#include <sstream>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint32_t LANS = 4;
constexpr uint16_t PORT = 5000;

} // namespace

RuleCase::RuleCase(const std::string& name, Body body)
    : TestCase(name),
      m_body(body)
{
}

RuleClient&
RuleCase::MakeClient(const std::string& name, uint32_t protocol, uint32_t component)
{
    const ClientId id{protocol, component};
    m_clients.push_back(std::make_unique<RuleClient>(GetManager(), id, name, m_log));
    return *m_clients.back();
}

RuleClient&
RuleCase::MakeOwner(const std::string& name,
                    uint32_t protocol,
                    const std::vector<uint32_t>& interfaces)
{
    auto& client = MakeClient(name, protocol);
    Check(client.Register(), Status::NO_ERROR, name + " registers");
    for (const auto interface : interfaces)
    {
        Check(client.Take(interface), Status::NO_ERROR, name + " takes an interface");
    }
    return client;
}

std::string
RuleCase::TakeLog()
{
    std::string text;
    for (const auto& line : std::exchange(m_log, {}))
    {
        text += text.empty() ? line : "; " + line;
    }
    return text;
}

void
RuleCase::ClearLog()
{
    m_log.clear();
}

void
RuleCase::Send(uint32_t lan, Ipv4Address group)
{
    const auto socket = Socket::CreateSocket(GetHost(lan), UdpSocketFactory::GetTypeId());
    socket->SetAttribute("IpMulticastTtl", UintegerValue(8));
    socket->SendTo(Create<Packet>(100), 0, InetSocketAddress(group, PORT));
    socket->Close();
}

void
RuleCase::LogIgmp(uint32_t lan)
{
    const auto device = GetRouter()->GetObject<Ipv4>()->GetNetDevice(lan);
    device->TraceConnectWithoutContext("Sniffer", MakeCallback(&RuleCase::Sniff, this));
}

void
RuleCase::RunUntil(Time until)
{
    Simulator::Stop(until - Simulator::Now());
    Simulator::Run();
}

Ptr<Node>
RuleCase::GetRouter() const
{
    return m_nodes.Get(0);
}

Ptr<Node>
RuleCase::GetHost(uint32_t lan) const
{
    return m_nodes.Get(lan);
}

Ptr<MulticastGroupManager>
RuleCase::GetManager() const
{
    return GetRouter()->GetObject<MulticastGroupManager>();
}

void
RuleCase::DoSetup()
{
    m_nodes.Create(1 + LANS);
    InternetStackHelper stack;
    stack.SetIpv6StackInstall(false);
    stack.Install(m_nodes);
    for (uint32_t lan = 1; lan <= LANS; ++lan)
    {
        MakeLan(lan);
    }
    MgmHelper().Install(GetRouter());
}

void
RuleCase::MakeLan(uint32_t lan)
{
    const auto devices = CsmaHelper().Install(NodeContainer(GetRouter(), GetHost(lan)));
    for (uint32_t i = 0; i < 2; ++i)
    {
        const auto device = devices.Get(i);
        const auto ipv4 = device->GetNode()->GetObject<Ipv4>();
        const auto interface = ipv4->AddInterface(device);
        const Ipv4Address address(0x0A000001 + (lan << 8) + i);
        ipv4->AddAddress(interface, {address, Ipv4Mask("255.255.255.0")});
        ipv4->SetUp(interface);
    }
    Ipv4StaticRoutingHelper().SetDefaultMulticastRoute(GetHost(lan), devices.Get(1));

    const auto socket = Socket::CreateSocket(GetHost(lan), UdpSocketFactory::GetTypeId());
    socket->Bind(InetSocketAddress(Ipv4Address::GetAny(), PORT));
    socket->SetRecvCallback(
        Callback<void, Ptr<Socket>>([this, lan](Ptr<Socket> at) { Receive(lan, at); }));
}

void
RuleCase::Receive(uint32_t lan, Ptr<Socket> socket)
{
    Address from;
    while (socket->RecvFrom(from))
    {
        std::ostringstream line;
        line << "host" << lan << " gets data of " << InetSocketAddress::ConvertFrom(from).GetIpv4();
        m_log.push_back(line.str());
    }
}

void
RuleCase::Sniff(Ptr<const Packet> frame)
{
    constexpr uint32_t ETHERNET = 14; // bytes of its header
    constexpr uint8_t IGMP = 2;
    std::array<uint8_t, 256> octets{};
    frame->CopyData(octets.data(), octets.size());
    const uint8_t* ip = octets.data() + ETHERNET;
    if (octets[12] != 0x08 || octets[13] != 0x00 || ip[9] != IGMP)
    {
        return;
    }
    std::ostringstream line;
    line << Simulator::Now().GetMilliSeconds() << ' ' << std::hex << std::setfill('0');
    for (uint32_t i = (ip[0] & 0xF) * 4; i < ip[3]; ++i)
    {
        line << std::setw(2) << +ip[i];
    }
    m_log.push_back(line.str());
}

void
RuleCase::DoRun()
{
    m_body(*this);
}

void
RuleCase::DoTeardown()
{
    Simulator::Destroy();
    m_clients.clear();
    m_log.clear();
    m_nodes = NodeContainer();
}

} // namespace mgm
} // namespace ns3

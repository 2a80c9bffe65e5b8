/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-lan.h"

#include "model/wire/mgm-octets.h"

#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-address-helper.h"
#include "ns3/mgm-pim-header.h"
#include "ns3/simple-net-device-helper.h"
#include "ns3/simulator.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

void
PimLan::SetUp()
{
    MgmTest::SetUp();
    NodeContainer nodes(2);
    m_node = nodes.Get(0);
    m_peer = nodes.Get(1);
    const auto devices = SimpleNetDeviceHelper().Install(nodes);
    for (auto device = devices.Begin(); device != devices.End(); ++device)
    {
        (*device)->SetMtu(1500); // Ethernet's
    }
    InternetStackHelper internet;
    internet.SetIpv6StackInstall(false);
    internet.Install(nodes);
    Ipv4AddressHelper("10.0.0.0", "255.255.0.0", "0.0.1.1").Assign(devices);

    const PimL4Protocol::Listener note([this](const PimReception& reception) {
        m_heard.push_back({Simulator::Now(),
                           reception.message,
                           reception.source,
                           reception.destination,
                           reception.ttl});
    });
    const auto protocol = PimL4Protocol::Of(m_peer);
    protocol->Listen(LAN, note);
    protocol->ListenToRouted(note);
    m_peer->RegisterProtocolHandler(Callback<void,
                                             Ptr<NetDevice>,
                                             Ptr<const Packet>,
                                             uint16_t,
                                             const Address&,
                                             const Address&,
                                             NetDevice::PacketType>([this](Ptr<NetDevice>,
                                                                           Ptr<const Packet> packet,
                                                                           uint16_t,
                                                                           const Address&,
                                                                           const Address&,
                                                                           NetDevice::PacketType) {
                                        m_frames.push_back(ToHex(packet));
                                    }),
                                    0x0800,
                                    nullptr,
                                    true);
}

void
PimLan::TearDown()
{
    Simulator::Destroy();
    m_node = nullptr;
    m_peer = nullptr;
    MgmTest::TearDown();
}

void
PimLan::At(Time at, std::function<void()> what)
{
    Simulator::ScheduleWithContext(m_node->GetId(), at - Simulator::Now(), what);
}

void
PimLan::Say(Time at, const PimMessage& message, const Envelope& envelope)
{
    const auto packet = Create<Packet>();
    packet->AddHeader(PimHeader(message));
    SayPacket(at, packet, envelope);
}

void
PimLan::Say(Time at, const PimMessage& message)
{
    Say(at, message, Envelope());
}

void
PimLan::SayOctets(Time at, const std::string& octets, const Envelope& envelope)
{
    SayPacket(at, FromHex(octets), envelope);
}

void
PimLan::SayOctets(Time at, const std::string& octets)
{
    SayOctets(at, octets, Envelope());
}

void
PimLan::SayPacket(Time at, Ptr<Packet> packet, const Envelope& envelope)
{
    Ipv4Header header;
    header.SetProtocol(103);
    header.SetTtl(envelope.ttl);
    header.SetPayloadSize(packet->GetSize());
    header.SetSource(Ipv4Address(envelope.source));
    header.SetDestination(Ipv4Address(envelope.destination));
    packet->AddHeader(header);
    Simulator::ScheduleWithContext(m_peer->GetId(), at - Simulator::Now(), [this, packet]() {
        const auto device = m_peer->GetDevice(0);
        device->Send(packet, device->GetBroadcast(), 0x0800);
    });
}

void
PimLan::RunUntil(Time until)
{
    // One time step later, so that all events of the last instant are run.
    Simulator::Stop(until - Simulator::Now() + TimeStep(1));
    Simulator::Run();
}

std::vector<std::string>
PimLan::GetHeard() const
{
    std::vector<std::string> lines;
    for (const auto& heard : m_heard)
    {
        std::ostringstream os;
        os << heard.time.GetSeconds() << ' ' << ToString(GetType(heard.message)) << ' '
           << heard.message;
        lines.push_back(os.str());
    }
    return lines;
}

const std::vector<std::string>&
PimLan::GetFrames() const
{
    return m_frames;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-lan.h"

#include "model/wire/mgm-octets.h"

#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-address-helper.h"
#include "ns3/ipv4-header.h"
#include "ns3/mgm-router-alert-header.h"
#include "ns3/node.h"
#include "ns3/simple-net-device-helper.h"
#include "ns3/simulator.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

void
IgmpLan::SetUp()
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
    Ipv4AddressHelper("10.0.0.0", "255.255.255.0").Assign(devices);

    m_protocol = IgmpL4Protocol::Of(m_peer);
    m_listener = m_protocol->Listen(
        LAN,
        Callback<void, const IgmpReception&>([this](const IgmpReception& reception) {
            m_heard.push_back({Simulator::Now(), reception.message, reception.destination});
        }));
}

void
IgmpLan::TearDown()
{
    Simulator::Destroy();
    m_node = nullptr;
    m_peer = nullptr;
    m_protocol = nullptr;
    MgmTest::TearDown();
}

void
IgmpLan::At(Time at, std::function<void()> what)
{
    Simulator::ScheduleWithContext(m_node->GetId(), at - Simulator::Now(), what);
}

void
IgmpLan::Say(Time at, const IgmpMessage& message, Ipv4Address destination)
{
    Simulator::ScheduleWithContext(m_peer->GetId(),
                                   at - Simulator::Now(),
                                   [this, message, destination]() {
                                       m_protocol->Send(message, LAN, destination, m_listener);
                                   });
}

void
IgmpLan::SayOctets(Time at,
                   const std::string& octets,
                   Ipv4Address source,
                   bool routerAlert,
                   Ipv4Address destination)
{
    const auto packet = FromHex(octets);
    if (routerAlert)
    {
        packet->AddHeader(RouterAlertHeader(2, packet->GetSize(), 0, source, destination));
    }
    else
    {
        Ipv4Header header;
        header.SetProtocol(2);
        header.SetTtl(1);
        header.SetPayloadSize(packet->GetSize());
        header.SetSource(source);
        header.SetDestination(destination);
        packet->AddHeader(header);
    }
    Simulator::ScheduleWithContext(m_peer->GetId(), at - Simulator::Now(), [this, packet]() {
        const auto device = m_peer->GetDevice(0);
        device->Send(packet, device->GetBroadcast(), 0x0800);
    });
}

void
IgmpLan::Report(Time at, const std::vector<IgmpGroupRecord>& records)
{
    Say(at, IgmpV3Report{records}, IGMP_ALL_V3_ROUTERS);
}

void
IgmpLan::RunUntil(Time until)
{
    // One time step later, so that all events of the last instant are run.
    Simulator::Stop(until - Simulator::Now() + TimeStep(1));
    Simulator::Run();
}

std::vector<std::string>
IgmpLan::GetHeard() const
{
    std::vector<std::string> lines;
    for (const auto& heard : m_heard)
    {
        std::ostringstream os;
        os << heard.time.GetSeconds() << ' ' << GetName(heard.message) << ' ' << heard.message
           << " > " << heard.destination;
        lines.push_back(os.str());
    }
    return lines;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-lan.h"

#include "ns3/ipv4-header.h"
#include "ns3/ipv4.h"
#include "ns3/mgm-igmp-header.h"
#include "ns3/mgm-router-alert-header.h"
#include "ns3/node.h"
#include "ns3/simulator.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint32_t FIRST_SOURCE = 0x0A000100; ///< 10.0.1.0

/// RunUntil() ends one time step late, which nobody wants to read.
double
ToRoundSeconds(Time time)
{
    return std::round(time.GetSeconds() * 1000) / 1000;
}

} // namespace

Ipv4Address
IgmpRouterLan::Source(uint32_t number)
{
    return Ipv4Address(FIRST_SOURCE + number);
}

std::vector<Ipv4Address>
IgmpRouterLan::Sources(std::initializer_list<uint32_t> numbers)
{
    std::vector<Ipv4Address> sources;
    for (const auto number : numbers)
    {
        sources.push_back(Source(number));
    }
    return sources;
}

void
IgmpRouterLan::SetUp()
{
    IgmpLan::SetUp();
    m_manager = CreateObject<MulticastGroupManager>();
    m_node->AggregateObject(m_manager);
}

void
IgmpRouterLan::TearDown()
{
    m_manager = nullptr;
    m_router = nullptr;
    IgmpLan::TearDown();
}

void
IgmpRouterLan::MakeRouter(uint8_t version)
{
    m_router = CreateObject<IgmpRouter>();
    m_node->AddApplication(m_router);
    m_router->AddInterface(LAN, version);
}

Ptr<IgmpRouterInterface>
IgmpRouterLan::GetLan() const
{
    return m_router->GetInterface(LAN);
}

void
IgmpRouterLan::SetAddress(const char* address)
{
    const auto ipv4 = m_node->GetObject<Ipv4>();
    ipv4->RemoveAddress(LAN, 0);
    ipv4->AddAddress(LAN, Ipv4InterfaceAddress(address, "255.255.255.0"));
}

void
IgmpRouterLan::SayIn(Time at, const IgmpMessage& message, const Envelope& envelope)
{
    const auto packet = Create<Packet>();
    packet->AddHeader(IgmpHeader(message));
    SayPacket(at, packet, envelope);
}

void
IgmpRouterLan::SayPacket(Time at, Ptr<Packet> payload, const Envelope& envelope)
{
    Ipv4Header header;
    header.SetProtocol(2);
    header.SetTtl(envelope.ttl);
    header.SetPayloadSize(payload->GetSize());
    header.SetSource(envelope.source);
    header.SetDestination(envelope.destination);
    if (envelope.routerAlert)
    {
        payload->AddHeader(
            RouterAlertHeader(2, payload->GetSize(), 0, envelope.source, envelope.destination));
    }
    else
    {
        payload->AddHeader(header);
    }
    Simulator::ScheduleWithContext(m_peer->GetId(), at - Simulator::Now(), [this, payload]() {
        const auto device = m_peer->GetDevice(0);
        device->Send(payload, device->GetBroadcast(), 0x0800);
    });
}

std::string
IgmpRouterLan::GetState(Ipv4Address group) const
{
    const auto state = m_router->GetInterface(LAN)->GetGroup(group);
    if (!state)
    {
        return "none";
    }
    std::string running;
    std::string excluded;
    for (const auto& [source, time] : state->sources)
    {
        std::ostringstream os;
        os << source.Get() - FIRST_SOURCE;
        if (time.IsZero())
        {
            excluded += (excluded.empty() ? "" : ",") + os.str();
        }
        else
        {
            os << '=' << ToRoundSeconds(time);
            running += (running.empty() ? "" : ",") + os.str();
        }
    }
    std::ostringstream os;
    os << ToString(state->mode) << "({" << running << '}';
    if (state->mode == FilterMode::EXCLUDE)
    {
        os << ",{" << excluded << "}) " << ToRoundSeconds(state->timer);
    }
    else
    {
        os << ')';
    }
    return os.str();
}

std::vector<std::string>
IgmpRouterLan::GetMemberships()
{
    if (!m_observer)
    {
        m_manager->RegisterMProtocol({}, {99, 0}, "observer", m_observer);
    }
    EnumerationHandle enumeration;
    m_manager->GroupEnumerationStart(m_observer, EnumerationType::ALL_SOURCES, enumeration);
    std::vector<SourceGroupEntry> entries(100);
    uint32_t size = entries.size() * sizeof(SourceGroupEntry);
    uint32_t count = 0;
    m_manager->GroupEnumerationGetNext(enumeration, size, entries.data(), count);
    m_manager->GroupEnumerationEnd(enumeration);
    std::vector<std::string> memberships;
    for (uint32_t i = 0; i < count; ++i)
    {
        std::ostringstream os;
        os << entries[i].ToSourceGroup();
        memberships.push_back(os.str());
    }
    std::sort(memberships.begin(), memberships.end());
    return memberships;
}

} // namespace mgm
} // namespace ns3

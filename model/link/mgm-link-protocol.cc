/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-link-protocol.h"

#include "ns3/ipv4-interface.h"
#include "ns3/ipv4.h"
#include "ns3/mgm-list-around-routing.h"
#include "ns3/mgm-trace-context.h"
#include "ns3/node.h"
#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(LinkProtocol);

TypeId
LinkProtocol::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::mgm::LinkProtocol").SetParent<IpL4Protocol>().SetGroupName("Mgm");
    return tid;
}

LinkProtocol::LinkProtocol() = default;

LinkProtocol::~LinkProtocol() = default;

void
LinkProtocol::NotifyNewAggregate()
{
    const auto node = GetObject<Node>();
    const auto ipv4 = GetObject<Ipv4>();
    if (!m_ipv4 && node && ipv4)
    {
        m_node = node;
        m_ipv4 = ipv4;
        m_ipv4->Insert(this);
    }
    IpL4Protocol::NotifyNewAggregate();
}

void
LinkProtocol::DoDispose()
{
    if (m_watch)
    {
        m_watch->Close();
        m_watch = nullptr;
    }
    m_node = nullptr;
    m_ipv4 = nullptr;
    IpL4Protocol::DoDispose();
}

const Ptr<Node>&
LinkProtocol::GetNode() const
{
    return m_node;
}

const Ptr<Ipv4>&
LinkProtocol::GetIpv4() const
{
    return m_ipv4;
}

void
LinkProtocol::Watch()
{
    if (!m_watch && m_ipv4->GetRoutingProtocol())
    {
        m_watch = CreateObject<InterfaceWatch>(MakeCallback(&LinkProtocol::NoteChange, this));
        ListAroundRouting::Of(m_ipv4)->AddRoutingProtocol(m_watch, InterfaceWatch::LIST_PRIORITY);
    }
}

void
LinkProtocol::NoteChange(uint32_t interface, InterfaceChange change)
{
    if (IsHeard(interface))
    {
        Simulator::ScheduleWithContext(m_node->GetId(),
                                       Time(0),
                                       &LinkProtocol::TellChangeBy,
                                       Ptr<LinkProtocol>(this),
                                       interface,
                                       change,
                                       TraceContext::Get().GetCause());
    }
}

void
LinkProtocol::TellChangeBy(uint32_t interface, InterfaceChange change, uint64_t cause)
{
    const CauseScope scope(cause);
    TellChange(interface, change);
}

uint32_t
LinkProtocol::GetMtu(uint32_t interface) const
{
    return m_ipv4->GetMtu(interface);
}

bool
LinkProtocol::IsUp(uint32_t interface) const
{
    return m_ipv4->IsUp(interface);
}

Ipv4Address
LinkProtocol::GetSource(uint32_t interface) const
{
    return m_ipv4->GetNAddresses(interface) == 0 ? Ipv4Address::GetZero()
                                                 : m_ipv4->GetAddress(interface, 0).GetLocal();
}

std::vector<Ipv4Address>
LinkProtocol::GetAddresses(uint32_t interface) const
{
    std::vector<Ipv4Address> addresses;
    for (uint32_t i = 0; i < m_ipv4->GetNAddresses(interface); ++i)
    {
        addresses.push_back(m_ipv4->GetAddress(interface, i).GetLocal());
    }
    return addresses;
}

bool
LinkProtocol::IsOnLink(uint32_t interface, Ipv4Address address) const
{
    for (uint32_t i = 0; i < m_ipv4->GetNAddresses(interface); ++i)
    {
        const auto own = m_ipv4->GetAddress(interface, i);
        if (own.GetMask().IsMatch(own.GetLocal(), address))
        {
            return true;
        }
    }
    return false;
}

IpL4Protocol::RxStatus
LinkProtocol::Receive(Ptr<Packet>, const Ipv6Header&, Ptr<Ipv6Interface>)
{
    return RX_ENDPOINT_UNREACH;
}

void
LinkProtocol::SetDownTarget(DownTargetCallback)
{
}

void
LinkProtocol::SetDownTarget6(DownTargetCallback6)
{
}

IpL4Protocol::DownTargetCallback
LinkProtocol::GetDownTarget() const
{
    return {};
}

IpL4Protocol::DownTargetCallback6
LinkProtocol::GetDownTarget6() const
{
    return {};
}

} // namespace mgm
} // namespace ns3

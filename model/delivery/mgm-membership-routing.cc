/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-membership-routing.h"

#include "ns3/abort.h"
#include "ns3/mgm-igmp-l4-protocol.h"
#include "ns3/mgm-list-around-routing.h"
#include "ns3/node.h"

#include <algorithm>
#include <type_traits>

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(MembershipRouting);

namespace
{

/// What takes packets for the node's sockets.
using LocalDeliver = std::decay_t<RouteInputArguments::LocalDeliverArgument>;

void
IgnorePacket(Ptr<const Packet>, const Ipv4Header&, uint32_t)
{
}

} // namespace

TypeId
MembershipRouting::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::mgm::MembershipRouting")
            .SetParent<Ipv4ListRouting>()
            .SetGroupName("Mgm")
            .AddTraceSource("Unwanted",
                            "A multicast packet that is not delivered.",
                            MakeTraceSourceAccessor(&MembershipRouting::m_unwantedTrace),
                            "ns3::mgm::MembershipRouting::UnwantedTracedCallback");
    return tid;
}

Ptr<MembershipRouting>
MembershipRouting::Of(Ptr<Node> node)
{
    const auto ipv4 = node->GetObject<Ipv4>();
    NS_ABORT_MSG_UNLESS(ipv4 && ipv4->GetRoutingProtocol(), "A multicast host needs IPv4");
    const auto present = ipv4->GetRoutingProtocol();
    if (const auto membership = DynamicCast<MembershipRouting>(present))
    {
        return membership;
    }
    auto list = DynamicCast<Ipv4ListRouting>(present);
    if (!list)
    {
        list = CreateObject<ListAroundRouting>(present);
        list->SetIpv4(ipv4);
    }
    const auto membership = CreateObject<MembershipRouting>(list);
    ipv4->SetRoutingProtocol(membership);
    return membership;
}

void
MembershipRouting::AddFilter(Filter filter)
{
    m_filters.push_back(filter);
}

uint64_t
MembershipRouting::GetUnwanted() const
{
    return m_unwanted;
}

void
MembershipRouting::AddRoutingProtocol(Ptr<Ipv4RoutingProtocol> protocol, int16_t priority)
{
    GetDecorated()->AddRoutingProtocol(protocol, priority);
}

uint32_t
MembershipRouting::GetNRoutingProtocols() const
{
    return GetDecorated()->GetNRoutingProtocols();
}

Ptr<Ipv4RoutingProtocol>
MembershipRouting::GetRoutingProtocol(uint32_t index, int16_t& priority) const
{
    return GetDecorated()->GetRoutingProtocol(index, priority);
}

bool
MembershipRouting::RouteInput(Ptr<const Packet> packet,
                              const Ipv4Header& header,
                              Ptr<const NetDevice> device,
                              RouteInputArguments::UnicastForwardArgument unicastForward,
                              RouteInputArguments::MulticastForwardArgument multicastForward,
                              RouteInputArguments::LocalDeliverArgument localDeliver,
                              RouteInputArguments::ErrorArgument error)
{
    const auto interface = static_cast<uint32_t>(m_ipv4->GetInterfaceForDevice(device));
    static const LocalDeliver ignore = MakeCallback(&IgnorePacket);
    const bool isWanted =
        !header.GetDestination().IsMulticast() || IsWanted(packet, header, interface);
    if (!isWanted)
    {
        ++m_unwanted;
        m_unwantedTrace(header, packet, interface);
    }
    return RoutingDecorator::RouteInput(packet,
                                        header,
                                        device,
                                        unicastForward,
                                        multicastForward,
                                        isWanted ? localDeliver : ignore,
                                        error);
}

bool
MembershipRouting::IsWanted(Ptr<const Packet> packet,
                            const Ipv4Header& header,
                            uint32_t interface) const
{
    constexpr uint32_t LOOPBACK = 0;
    // Filters are about data: IGMP itself has to hear what is sent to a group.
    return interface == LOOPBACK || header.GetProtocol() == IgmpL4Protocol::PROT_NUMBER ||
           header.GetDestination().IsLocalMulticast() ||
           std::any_of(m_filters.begin(), m_filters.end(), [&](const auto& filter) {
               return filter(packet, header, interface);
           });
}

void
MembershipRouting::SetIpv4(Ptr<Ipv4> ipv4)
{
    m_ipv4 = ipv4;
}

void
MembershipRouting::DoDispose()
{
    m_filters.clear();
    m_ipv4 = nullptr;
    RoutingDecorator::DoDispose();
}

} // namespace mgm
} // namespace ns3

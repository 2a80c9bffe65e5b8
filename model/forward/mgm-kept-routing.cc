/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-kept-routing.h"

#include "ns3/ipv4-route.h"

#include <utility>

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(KeptRouting);

TypeId
KeptRouting::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::mgm::KeptRouting").SetParent<Ipv4RoutingProtocol>().SetGroupName("Mgm");
    return tid;
}

KeptRouting::KeptRouting(Ptr<Ipv4RoutingProtocol> kept)
    : m_kept(std::move(kept))
{
}

Ptr<Ipv4RoutingProtocol>
KeptRouting::GetKept() const
{
    return m_kept;
}

Ptr<Ipv4Route>
KeptRouting::RouteOutput(Ptr<Packet> packet,
                         const Ipv4Header& header,
                         Ptr<NetDevice> device,
                         Socket::SocketErrno& error)
{
    return m_kept->RouteOutput(packet, header, device, error);
}

bool
KeptRouting::RouteInput(Ptr<const Packet> packet,
                        const Ipv4Header& header,
                        Ptr<const NetDevice> device,
                        RouteInputArguments::UnicastForwardArgument unicastForward,
                        RouteInputArguments::MulticastForwardArgument multicastForward,
                        RouteInputArguments::LocalDeliverArgument localDeliver,
                        RouteInputArguments::ErrorArgument error)
{
    return m_kept
        ->RouteInput(packet, header, device, unicastForward, multicastForward, localDeliver, error);
}

void
KeptRouting::NotifyInterfaceUp(uint32_t interface)
{
    m_kept->NotifyInterfaceUp(interface);
}

void
KeptRouting::NotifyInterfaceDown(uint32_t interface)
{
    m_kept->NotifyInterfaceDown(interface);
}

void
KeptRouting::NotifyAddAddress(uint32_t interface, Ipv4InterfaceAddress address)
{
    m_kept->NotifyAddAddress(interface, address);
}

void
KeptRouting::NotifyRemoveAddress(uint32_t interface, Ipv4InterfaceAddress address)
{
    m_kept->NotifyRemoveAddress(interface, address);
}

void
KeptRouting::SetIpv4(Ptr<Ipv4> /* ipv4 */)
{
}

void
KeptRouting::PrintRoutingTable(Ptr<OutputStreamWrapper> stream, Time::Unit unit) const
{
    m_kept->PrintRoutingTable(stream, unit);
}

void
KeptRouting::DoInitialize()
{
    m_kept->Initialize();
    Ipv4RoutingProtocol::DoInitialize();
}

void
KeptRouting::DoDispose()
{
    m_kept = nullptr;
    Ipv4RoutingProtocol::DoDispose();
}

} // namespace mgm
} // namespace ns3

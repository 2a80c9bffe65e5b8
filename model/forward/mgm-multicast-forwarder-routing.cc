/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// What IPv4 asks and tells a routing protocol.

#include "mgm-forwardable.h"
#include "mgm-multicast-forwarder.h"

#include "ns3/ipv4-route.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/node.h"
#include "ns3/output-stream-wrapper.h"
#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

bool
MulticastForwarder::RouteInput(Ptr<const Packet> packet,
                               const Ipv4Header& header,
                               Ptr<const NetDevice> device,
                               RouteInputArguments::UnicastForwardArgument /* unicastForward */,
                               RouteInputArguments::MulticastForwardArgument /* multicastForward */,
                               RouteInputArguments::LocalDeliverArgument /* localDeliver */,
                               RouteInputArguments::ErrorArgument /* error */)
{
    if (!IsForwardable(header))
    {
        return false;
    }
    const auto interface = static_cast<uint32_t>(m_ipv4->GetInterfaceForDevice(device));
    if (!CanArriveOn(interface))
    {
        return false;
    }
    m_engine.Handle({packet, header, {interface}});
    return true;
}

bool
MulticastForwarder::CanArriveOn(uint32_t interface)
{
    ForwardingInterface* arrival = m_engine.GetInterfaces().Find(interface);
    return arrival && !arrival->GetOutput().IsLoopback();
}

void
MulticastForwarder::Receive(Ptr<const Packet> packet,
                            const Ipv4Header& header,
                            const InterfaceId& arrival)
{
    if (IsForwardable(header))
    {
        m_engine.Handle({packet, header, arrival});
    }
}

void
MulticastForwarder::HandleOwnPacket(const Ipv4Header& header,
                                    Ptr<const Packet> packet,
                                    uint32_t interface)
{
    if (IsForwardable(header) && CanArriveOn(interface))
    {
        m_engine.Handle({packet, header, {interface}});
    }
}

Ptr<Ipv4Route>
MulticastForwarder::RouteOutput(Ptr<Packet> /* packet */,
                                const Ipv4Header& header,
                                Ptr<NetDevice> device,
                                Socket::SocketErrno& error)
{
    const Ipv4Address group = header.GetDestination();
    const int32_t interface =
        IsForwardableGroup(group) ? ChooseOutput(header.GetSource(), device) : -1;
    if (interface < 0)
    {
        error = Socket::ERROR_NOROUTETOHOST;
        return nullptr;
    }
    const auto route = Create<Ipv4Route>();
    route->SetDestination(group);
    route->SetSource(m_ipv4->SourceAddressSelection(interface, group));
    route->SetGateway(ANY_ADDRESS);
    route->SetOutputDevice(m_ipv4->GetNetDevice(interface));
    error = Socket::ERROR_NOTERROR;
    return route;
}

int32_t
MulticastForwarder::ChooseOutput(Ipv4Address source, Ptr<NetDevice> device) const
{
    const int32_t chosen =
        device ? m_ipv4->GetInterfaceForDevice(device) : m_ipv4->GetInterfaceForAddress(source);
    if (device || chosen >= 0)
    {
        return chosen >= 0 && m_ipv4->GetNAddresses(chosen) > 0 ? chosen : -1;
    }
    constexpr uint32_t AFTER_LOOPBACK = 1;
    for (uint32_t i = AFTER_LOOPBACK; i < m_ipv4->GetNInterfaces(); ++i)
    {
        if (m_ipv4->IsUp(i) && m_ipv4->GetNAddresses(i) > 0)
        {
            return i;
        }
    }
    return -1;
}

void
MulticastForwarder::NotifyInterfaceUp(uint32_t /* interface */)
{
    NotifyRoutesChanged();
}

void
MulticastForwarder::NotifyInterfaceDown(uint32_t /* interface */)
{
    NotifyRoutesChanged();
}

void
MulticastForwarder::NotifyAddAddress(uint32_t /* interface */, Ipv4InterfaceAddress /* address */)
{
    NotifyRoutesChanged();
}

void
MulticastForwarder::NotifyRemoveAddress(uint32_t /* interface */,
                                        Ipv4InterfaceAddress /* address */)
{
    NotifyRoutesChanged();
}

void
MulticastForwarder::NotifyRoutesChanged() const
{
    if (const auto rib = m_manager ? m_manager->GetRib() : nullptr)
    {
        rib->NotifyRoutesChanged();
    }
}

void
MulticastForwarder::PrintRoutingTable(Ptr<OutputStreamWrapper> stream, Time::Unit unit) const
{
    const auto node = m_ipv4->GetObject<Node>();
    auto& os = *stream->GetStream();
    os << "Node: " << node->GetId() << ", Time: " << Simulator::Now().As(unit)
       << ", Local time: " << node->GetLocalTime().As(unit) << ", MulticastForwarder table\n";
    m_engine.GetCache().Print(os);
    os << '\n';
}

} // namespace mgm
} // namespace ns3

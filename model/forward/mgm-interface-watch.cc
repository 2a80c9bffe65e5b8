/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-interface-watch.h"

#include "ns3/ipv4-route.h"

#include <utility>

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(InterfaceWatch);

TypeId
InterfaceWatch::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::mgm::InterfaceWatch").SetParent<Ipv4RoutingProtocol>().SetGroupName("Mgm");
    return tid;
}

InterfaceWatch::InterfaceWatch(Listener listener)
    : m_listener(std::move(listener))
{
}

void
InterfaceWatch::Close()
{
    m_listener = {};
}

void
InterfaceWatch::DoDispose()
{
    Close();
    Ipv4RoutingProtocol::DoDispose();
}

void
InterfaceWatch::Tell(uint32_t interface, InterfaceChange change) const
{
    if (!m_listener.IsNull())
    {
        m_listener(interface, change);
    }
}

void
InterfaceWatch::NotifyInterfaceUp(uint32_t interface)
{
    Tell(interface, InterfaceChange::UP);
}

void
InterfaceWatch::NotifyInterfaceDown(uint32_t interface)
{
    Tell(interface, InterfaceChange::DOWN);
}

void
InterfaceWatch::NotifyAddAddress(uint32_t interface, Ipv4InterfaceAddress /* address */)
{
    Tell(interface, InterfaceChange::ADDRESS);
}

void
InterfaceWatch::NotifyRemoveAddress(uint32_t interface, Ipv4InterfaceAddress /* address */)
{
    Tell(interface, InterfaceChange::ADDRESS);
}

Ptr<Ipv4Route>
InterfaceWatch::RouteOutput(Ptr<Packet> /* packet */,
                            const Ipv4Header& /* header */,
                            Ptr<NetDevice> /* device */,
                            Socket::SocketErrno& error)
{
    error = Socket::ERROR_NOROUTETOHOST;
    return nullptr;
}

bool
InterfaceWatch::RouteInput(Ptr<const Packet> /* packet */,
                           const Ipv4Header& /* header */,
                           Ptr<const NetDevice> /* device */,
                           RouteInputArguments::UnicastForwardArgument /* unicastForward */,
                           RouteInputArguments::MulticastForwardArgument /* multicastForward */,
                           RouteInputArguments::LocalDeliverArgument /* localDeliver */,
                           RouteInputArguments::ErrorArgument /* error */)
{
    return false;
}

void
InterfaceWatch::SetIpv4(Ptr<Ipv4> /* ipv4 */)
{
}

void
InterfaceWatch::PrintRoutingTable(Ptr<OutputStreamWrapper> /* stream */,
                                  Time::Unit /* unit */) const
{
}

} // namespace mgm
} // namespace ns3

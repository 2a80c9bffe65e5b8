/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-unicast-rib.h"

#include "ns3/ipv4-routing-protocol.h"
#include "ns3/ipv4.h"
#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(UnicastRib);

TypeId
UnicastRib::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::mgm::UnicastRib")
            .SetParent<MulticastRib>()
            .SetGroupName("Mgm")
            .AddConstructor<UnicastRib>()
            .AddAttribute("PollInterval",
                          "Time between regular looks for changed routes, while there are "
                          "forwarding entries or memberships of single sources; 0: none, changes "
                          "have to be notified.",
                          TimeValue(Seconds(1)),
                          MakeTimeAccessor(&UnicastRib::m_pollInterval),
                          MakeTimeChecker(Time()));
    return tid;
}

UnicastRib::~UnicastRib()
{
    if (IsInUse()) // otherwise there is no event, and perhaps no simulator any more
    {
        m_poll.Cancel();
    }
}

void
UnicastRib::SetNode(Ptr<Node> node)
{
    m_node = m_node ? m_node : node;
}

void
UnicastRib::HandleUse()
{
    if (IsInUse())
    {
        Schedule();
    }
    else
    {
        m_poll.Cancel();
    }
}

void
UnicastRib::Schedule()
{
    if (!m_pollInterval.IsZero())
    {
        m_poll = Simulator::Schedule(m_pollInterval, &UnicastRib::Poll, this);
    }
}

void
UnicastRib::Poll()
{
    Schedule(); // first, because routes may be out of use afterwards
    NotifyTimeToLook();
}

void
UnicastRib::DoDispose()
{
    m_poll.Cancel();
    m_node = nullptr;
    MulticastRib::DoDispose();
}

std::optional<MulticastRib::Route>
UnicastRib::Lookup(Ipv4Address destination) const
{
    const auto ipv4 = m_node ? m_node->GetObject<Ipv4>() : nullptr;
    if (!ipv4 || !ipv4->GetRoutingProtocol())
    {
        return std::nullopt;
    }
    const int32_t own = ipv4->GetInterfaceForAddress(destination);
    if (own >= 0)
    {
        Route route{{static_cast<uint32_t>(own)}};
        route.protocol = RouteProtocol::LOCAL;
        route.network = destination;
        route.mask = ONE_MASK;
        return route;
    }
    Ipv4Header header;
    header.SetSource(ANY_ADDRESS); // else 102.102.102.102 before ns-3.47
    header.SetDestination(destination);
    Socket::SocketErrno error = Socket::ERROR_NOTERROR;
    const auto route = ipv4->GetRoutingProtocol()->RouteOutput(nullptr, header, nullptr, error);
    if (!route || !route->GetOutputDevice())
    {
        return std::nullopt;
    }
    const int32_t interface = ipv4->GetInterfaceForDevice(route->GetOutputDevice());
    if (interface < 0)
    {
        return std::nullopt;
    }
    return Route{{static_cast<uint32_t>(interface)}, route->GetGateway()};
}

} // namespace mgm
} // namespace ns3

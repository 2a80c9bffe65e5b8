/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-multicast-rib.h"

#include "ns3/ipv4-route.h"
#include "ns3/ipv4-routing-protocol.h"
#include "ns3/ipv4.h"
#include "ns3/node.h"

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(MulticastRib);
NS_OBJECT_ENSURE_REGISTERED(UnicastRib);

TypeId
MulticastRib::GetTypeId()
{
    static TypeId tid = TypeId("ns3::mgm::MulticastRib").SetParent<Object>().SetGroupName("Mgm");
    return tid;
}

TypeId
UnicastRib::GetTypeId()
{
    static TypeId tid = TypeId("ns3::mgm::UnicastRib")
                            .SetParent<MulticastRib>()
                            .SetGroupName("Mgm")
                            .AddConstructor<UnicastRib>();
    return tid;
}

void
UnicastRib::SetNode(Ptr<Node> node)
{
    m_node = node;
}

void
UnicastRib::DoDispose()
{
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
        return Route{{static_cast<uint32_t>(own)}};
    }
    Ipv4Header header;
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

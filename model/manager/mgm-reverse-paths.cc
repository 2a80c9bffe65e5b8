/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-reverse-paths.h"

namespace ns3
{
namespace mgm
{

ReversePaths::ReversePaths(const OwnershipTable& ownership)
    : m_ownership(ownership)
{
}

void
ReversePaths::SetRib(Ptr<MulticastRib> rib)
{
    m_rib = rib;
}

std::optional<MulticastRib::Route>
ReversePaths::Find(Ipv4Address source) const
{
    auto route = m_rib ? m_rib->Lookup(source) : std::nullopt;
    if (route && route->interface.nextHop == ANY_ADDRESS && !m_ownership.Find(route->interface))
    {
        const Ipv4Address neighbor = route->nextHop == ANY_ADDRESS ? source : route->nextHop;
        const InterfaceId link{route->interface.index, neighbor};
        if (m_ownership.Find(link))
        {
            route->interface = link;
        }
    }
    return route;
}

} // namespace mgm
} // namespace ns3

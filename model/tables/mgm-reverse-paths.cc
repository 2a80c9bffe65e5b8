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
    if (m_rib && m_users > 0)
    {
        m_rib->EndUse();
    }
    m_rib = rib;
    if (m_rib && m_users > 0)
    {
        m_rib->BeginUse();
    }
}

void
ReversePaths::BeginUse()
{
    if (++m_users == 1 && m_rib)
    {
        m_rib->BeginUse();
    }
}

void
ReversePaths::EndUse()
{
    if (--m_users == 0 && m_rib)
    {
        m_rib->EndUse();
    }
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

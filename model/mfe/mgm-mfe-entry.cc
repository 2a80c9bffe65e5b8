/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-entry.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// Where an interface is, or would be.
auto
LowerBound(std::vector<MfeInterface>& interfaces, const InterfaceId& interface)
{
    return std::lower_bound(
        interfaces.begin(),
        interfaces.end(),
        interface,
        [](const MfeInterface& known, const InterfaceId& id) { return known.interface < id; });
}

} // namespace

void
MfeEntry::FollowRoute(const MulticastRib::Route& found)
{
    hasRoute = true;
    route = found;
    incoming = found.interface;
    upstreamNeighbor = found.nextHop;
    isNeighborSet = false;
}

MfeInterface*
MfeEntry::Find(const InterfaceId& interface)
{
    const auto found = LowerBound(interfaces, interface);
    return found != interfaces.end() && found->interface == interface ? &*found : nullptr;
}

MfeInterface&
MfeEntry::FindOrInsert(const InterfaceId& interface)
{
    const auto found = LowerBound(interfaces, interface);
    if (found != interfaces.end() && found->interface == interface)
    {
        return *found;
    }
    MfeInterface fresh;
    fresh.interface = interface;
    return *interfaces.insert(found, fresh);
}

void
MfeEntry::EraseIdle()
{
    interfaces.erase(std::remove_if(interfaces.begin(),
                                    interfaces.end(),
                                    [](const MfeInterface& known) { return known.IsIdle(); }),
                     interfaces.end());
}

bool
MfeEntry::IsForwarding(const InterfaceId& interface)
{
    const MfeInterface* known = Find(interface);
    return known && IsForwarding(*known);
}

bool
MfeEntry::HasOutgoing() const
{
    return std::any_of(interfaces.begin(), interfaces.end(), [this](const MfeInterface& known) {
        return IsForwarding(known);
    });
}

std::vector<InterfaceId>
MfeEntry::GetOutgoing() const
{
    std::vector<InterfaceId> outgoing;
    for (const MfeInterface& known : interfaces)
    {
        if (IsForwarding(known))
        {
            outgoing.push_back(known.interface);
        }
    }
    return outgoing;
}

} // namespace mgm
} // namespace ns3

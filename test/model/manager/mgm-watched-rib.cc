/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-watched-rib.h"

namespace ns3
{
namespace mgm
{

std::optional<MulticastRib::Route>
WatchedRib::Lookup(Ipv4Address destination) const
{
    const auto found = interfaces.find(destination.Get());
    if (looked)
    {
        looked(destination);
    }
    if (found == interfaces.end() || found->second == 0)
    {
        return std::nullopt;
    }
    Route route;
    route.interface.index = found->second;
    return route;
}

void
WatchedRib::AskToLook()
{
    NotifyTimeToLook();
}

} // namespace mgm
} // namespace ns3

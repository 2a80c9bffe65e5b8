/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-forwarding-entry.h"

#include "ns3/assert.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

bool
IsBefore(const OutgoingCounters& a, const InterfaceId& b)
{
    return a.interface < b;
}

} // namespace

void
ForwardingEntry::Install(const InterfaceId& newIncoming, std::vector<InterfaceId> newOutgoing)
{
    std::sort(newOutgoing.begin(), newOutgoing.end());
    std::vector<OutgoingCounters> merged(newOutgoing.size());
    auto old = counters.outgoing.begin();
    for (std::size_t i = 0; i < merged.size(); ++i)
    {
        NS_ASSERT_MSG(newOutgoing[i] != newIncoming, "A packet would go back");
        NS_ASSERT_MSG(i == 0 || newOutgoing[i - 1] != newOutgoing[i], "A packet would go twice");
        old = std::lower_bound(old, counters.outgoing.end(), newOutgoing[i], IsBefore);
        if (old != counters.outgoing.end() && old->interface == newOutgoing[i])
        {
            merged[i] = *old;
        }
        merged[i].interface = newOutgoing[i];
    }
    counters.outgoing = std::move(merged);
    incoming = newIncoming;
    state = State::INSTALLED;
}

void
ForwardingEntry::SetOutgoing(const InterfaceId& interface, bool isForwarding)
{
    auto& outgoing = counters.outgoing;
    const auto place = std::lower_bound(outgoing.begin(), outgoing.end(), interface, IsBefore);
    const bool isThere = place != outgoing.end() && place->interface == interface;
    if (isForwarding && !isThere)
    {
        NS_ASSERT_MSG(interface != incoming, "A packet would go back");
        OutgoingCounters added;
        added.interface = interface;
        outgoing.insert(place, added);
    }
    else if (!isForwarding && isThere)
    {
        outgoing.erase(place);
    }
}

std::size_t
ForwardingEntry::GetPositionAfter(const InterfaceId& interface) const
{
    const auto& outgoing = counters.outgoing;
    auto place = std::lower_bound(outgoing.begin(), outgoing.end(), interface, IsBefore);
    if (place != outgoing.end() && place->interface == interface)
    {
        ++place;
    }
    return place - outgoing.begin();
}

} // namespace mgm
} // namespace ns3

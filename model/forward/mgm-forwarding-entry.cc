/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-forwarding-entry.h"

#include "ns3/assert.h"

#include <algorithm>

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
    for (const OutgoingCounters& each : counters.outgoing)
    {
        counters.former.push_back(each);
    }
    counters.outgoing.clear();
    std::sort(newOutgoing.begin(), newOutgoing.end());
    for (std::size_t i = 0; i < newOutgoing.size(); ++i)
    {
        NS_ASSERT_MSG(newOutgoing[i] != newIncoming, "A packet would go back");
        NS_ASSERT_MSG(i == 0 || newOutgoing[i - 1] != newOutgoing[i], "A packet would go twice");
        counters.outgoing.push_back(TakeFormer(newOutgoing[i]));
    }
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
        outgoing.insert(place, TakeFormer(interface));
    }
    else if (!isForwarding && isThere)
    {
        counters.former.push_back(*place);
        outgoing.erase(place);
    }
}

OutgoingCounters
ForwardingEntry::TakeFormer(const InterfaceId& interface)
{
    auto& former = counters.former;
    const auto found = std::find_if(former.begin(), former.end(), [&](const auto& each) {
        return each.interface == interface;
    });
    OutgoingCounters taken;
    taken.interface = interface;
    if (found != former.end())
    {
        taken = *found;
        former.erase(found);
    }
    return taken;
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

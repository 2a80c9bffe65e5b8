/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-forwarding-interface.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

ForwardingInterface::ForwardingInterface(std::unique_ptr<ForwardingOutput> output)
    : m_output(std::move(output))
{
}

void
ForwardingInterface::SetTtlThreshold(uint8_t threshold)
{
    m_ttlThreshold = std::max<uint8_t>(threshold, 1);
}

void
ForwardingInterface::AddScopeBoundary(Ipv4Address network, Ipv4Mask mask)
{
    m_boundaries.push_back({network.Get() & mask.Get(), mask.Get()});
}

void
ForwardingInterface::RemoveScopeBoundary(Ipv4Address network, Ipv4Mask mask)
{
    const auto place = std::find_if(m_boundaries.begin(),
                                    m_boundaries.end(),
                                    [network, mask](const Boundary& boundary) {
                                        return boundary.mask == mask.Get() &&
                                               boundary.network == (network.Get() & mask.Get());
                                    });
    if (place != m_boundaries.end())
    {
        m_boundaries.erase(place);
    }
}

bool
ForwardingInterface::IsBoundaryFor(Ipv4Address group) const
{
    const uint32_t bits = group.Get();
    return std::any_of(m_boundaries.begin(), m_boundaries.end(), [bits](const Boundary& boundary) {
        return (bits & boundary.mask) == boundary.network;
    });
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-static-multicast-rib.h"

#include "mgm-unicast-rib.h"

#include "ns3/abort.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// Length of the longest prefix.
constexpr uint16_t LONGEST = 32;

/// The place of a prefix among the routes.
std::pair<uint16_t, uint32_t>
MakeKey(Ipv4Address network, Ipv4Mask mask)
{
    return {mask.GetPrefixLength(), network.CombineMask(mask).Get()};
}

/// The mask of a prefix of a given length.
Ipv4Mask
MakeMask(uint16_t length)
{
    return Ipv4Mask(length == 0 ? 0 : ~uint32_t{0} << (LONGEST - length));
}

} // namespace

NS_OBJECT_ENSURE_REGISTERED(StaticMulticastRib);

TypeId
StaticMulticastRib::GetTypeId()
{
    static TypeId tid = TypeId("ns3::mgm::StaticMulticastRib")
                            .SetParent<MulticastRib>()
                            .SetGroupName("Mgm")
                            .AddConstructor<StaticMulticastRib>();
    return tid;
}

StaticMulticastRib::~StaticMulticastRib()
{
    DropFallback();
}

void
StaticMulticastRib::AddRoute(Ipv4Address network, Ipv4Mask mask, const Route& route)
{
    Route& added = m_routes[MakeKey(network, mask)] = route;
    added.protocol = RouteProtocol::NETMGMT;
    added.network = network.CombineMask(mask);
    added.mask = mask;
    NotifyRoutesChanged(network, mask);
}

bool
StaticMulticastRib::RemoveRoute(Ipv4Address network, Ipv4Mask mask)
{
    const bool isRemoved = m_routes.erase(MakeKey(network, mask)) != 0;
    if (isRemoved)
    {
        NotifyRoutesChanged(network, mask);
    }
    return isRemoved;
}

void
StaticMulticastRib::SetFallback(Ptr<MulticastRib> fallback)
{
    NS_ABORT_MSG_IF(PeekPointer(fallback) == this,
                    "StaticMulticastRib::SetFallback: found the view itself, expected another one");
    DropFallback();
    m_isFallbackSet = true;
    m_fallback = fallback;
    if (m_fallback)
    {
        m_fallback->TraceConnectWithoutContext("Changed", GetChangedListener());
        m_fallback->TraceConnectWithoutContext("Look", GetLookListener());
        if (IsInUse())
        {
            m_fallback->BeginUse();
        }
    }
    NotifyRoutesChanged();
}

void
StaticMulticastRib::DropFallback()
{
    if (m_fallback)
    {
        m_fallback->TraceDisconnectWithoutContext("Changed", GetChangedListener());
        m_fallback->TraceDisconnectWithoutContext("Look", GetLookListener());
        if (IsInUse())
        {
            m_fallback->EndUse();
        }
        m_fallback = nullptr;
    }
}

Callback<void, Ipv4Address, Ipv4Mask>
StaticMulticastRib::GetChangedListener()
{
    return MakeCallback(&StaticMulticastRib::NotifyRoutesChanged, this);
}

Callback<void>
StaticMulticastRib::GetLookListener()
{
    return MakeCallback(&StaticMulticastRib::NotifyTimeToLook, this);
}

void
StaticMulticastRib::SetNode(Ptr<Node> node)
{
    if (!m_isFallbackSet)
    {
        SetFallback(CreateObject<UnicastRib>());
    }
    if (m_fallback)
    {
        m_fallback->SetNode(node);
    }
}

Ptr<MulticastRib>
StaticMulticastRib::GetFallback() const
{
    return m_fallback;
}

std::optional<MulticastRib::Route>
StaticMulticastRib::Lookup(Ipv4Address destination) const
{
    for (auto route = m_routes.rbegin(); route != m_routes.rend(); ++route)
    {
        const auto [length, network] = route->first;
        if (destination.CombineMask(MakeMask(length)).Get() == network)
        {
            return route->second;
        }
    }
    return m_fallback ? m_fallback->Lookup(destination) : std::nullopt;
}

void
StaticMulticastRib::HandleUse()
{
    if (m_fallback)
    {
        IsInUse() ? m_fallback->BeginUse() : m_fallback->EndUse();
    }
}

void
StaticMulticastRib::DoDispose()
{
    DropFallback();
    m_routes.clear();
    MulticastRib::DoDispose();
}

} // namespace mgm
} // namespace ns3

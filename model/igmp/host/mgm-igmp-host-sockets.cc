/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// What a host does for its sockets.

#include "mgm-igmp-host.h"

#include "ns3/ipv4.h"
#include "ns3/node.h"
#include "ns3/udp-header.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

Ptr<IgmpSocket>
IgmpHost::Open(Ptr<Socket> socket)
{
    CloseLostSockets();
    const auto found = std::find_if(m_sockets.begin(), m_sockets.end(), [&](const auto& open) {
        return socket && open->GetSocket() == socket;
    });
    if (found != m_sockets.end())
    {
        return *found;
    }
    IgmpSocketLink& link = *this;
    m_sockets.push_back(Create<IgmpSocket>(link, socket));
    return m_sockets.back();
}

bool
IgmpHost::Accepts(Ptr<const Packet> packet, const Ipv4Header& header, uint32_t interface) const
{
    const auto group = header.GetDestination();
    if (group.IsLocalMulticast())
    {
        return true;
    }
    if (!Wants(interface, header.GetSource(), group))
    {
        return false;
    }
    constexpr uint8_t UDP = 17;
    const bool hasPorts = header.GetProtocol() == UDP && header.GetFragmentOffset() == 0;
    return !hasPorts || HasAcceptingReceiver(packet, header, interface);
}

bool
IgmpHost::HasAcceptingReceiver(Ptr<const Packet> packet,
                               const Ipv4Header& header,
                               uint32_t interface) const
{
    UdpHeader udp;
    if (m_sockets.size() == 1 || packet->GetSize() < udp.GetSerializedSize())
    {
        return true;
    }
    packet->PeekHeader(udp);
    const auto group = header.GetDestination();
    const auto device = GetNode()->GetObject<Ipv4>()->GetNetDevice(interface);
    bool isAccepted = true; // by a socket that is not known here
    auto best = IgmpSocket::Match::NONE;
    for (const auto& socket : m_sockets)
    {
        const auto match = socket->MatchUdp(group, udp.GetDestinationPort(), device);
        if (match > IgmpSocket::Match::NONE && match >= best)
        {
            const bool accepts = socket->Find(interface, group).Accepts(header.GetSource());
            isAccepted = accepts || (match == best && isAccepted);
            best = match;
        }
    }
    return isAccepted;
}

bool
IgmpHost::HasInterface(uint32_t interface) const
{
    return m_interfaces.count(interface) != 0;
}

bool
IgmpHost::IsSourceSpecific(Ipv4Address group) const
{
    return m_ssmAware && m_ssmMask.IsMatch(group, m_ssmNetwork);
}

uint32_t
IgmpHost::GetMaxSources() const
{
    return m_maxSources;
}

uint32_t
IgmpHost::GetMaxMemberships() const
{
    return m_maxMemberships;
}

void
IgmpHost::UpdateFilter(uint32_t interface, Ipv4Address group)
{
    std::vector<MulticastFilter> filters;
    for (const auto& socket : m_sockets)
    {
        filters.push_back(socket->Find(interface, group));
    }
    m_interfaces[interface]->SetFilter(group, MergeFilters(filters));
}

void
IgmpHost::CloseLostSockets()
{
    const auto sockets = m_sockets;
    for (const auto& socket : sockets)
    {
        if (socket->WasClosed())
        {
            socket->Close();
        }
    }
}

void
IgmpHost::RemoveSocket(const IgmpSocket& closed)
{
    m_sockets.erase(std::find_if(m_sockets.begin(), m_sockets.end(), [&](const auto& socket) {
        return PeekPointer(socket) == &closed;
    }));
}

void
IgmpHost::ForgetMemberships()
{
    for (const auto& socket : m_sockets)
    {
        socket->Forget();
    }
}

} // namespace mgm
} // namespace ns3

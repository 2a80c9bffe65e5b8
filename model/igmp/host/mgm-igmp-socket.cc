/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-socket.h"

#include "mgm-igmp-socket-filter.h"

#include "ns3/inet-socket-address.h"
#include "ns3/net-device.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

bool
IsUnicast(Ipv4Address address)
{
    return address.Get() != 0 && !address.IsMulticast() && !address.IsBroadcast();
}

} // namespace

IgmpSocket::IgmpSocket(IgmpSocketLink& link, Ptr<Socket> socket)
    : m_link(&link),
      m_socket(socket)
{
}

IgmpSocketStatus
IgmpSocket::Join(uint32_t interface, Ipv4Address group)
{
    const Key key{interface, group};
    const auto status = Check(key);
    return status == IgmpSocketStatus::SUCCESS ? Step(key, Event::JOIN, {}) : status;
}

IgmpSocketStatus
IgmpSocket::Leave(uint32_t interface, Ipv4Address group)
{
    const Key key{interface, group};
    const auto status = Check(key);
    return status == IgmpSocketStatus::SUCCESS ? Step(key, Event::LEAVE, {}) : status;
}

IgmpSocketStatus
IgmpSocket::JoinSource(uint32_t interface, Ipv4Address group, Ipv4Address source)
{
    return StepSource({interface, group}, source, Event::JOIN_SOURCE, Event::JOIN_KNOWN_SOURCE);
}

IgmpSocketStatus
IgmpSocket::LeaveSource(uint32_t interface, Ipv4Address group, Ipv4Address source)
{
    const bool isLast = Find(interface, group).sources == SourceSet{source};
    return StepSource({interface, group},
                      source,
                      Event::LEAVE_SOURCE,
                      isLast ? Event::LEAVE_LAST_SOURCE : Event::LEAVE_KNOWN_SOURCE);
}

IgmpSocketStatus
IgmpSocket::BlockSource(uint32_t interface, Ipv4Address group, Ipv4Address source)
{
    return StepSource({interface, group}, source, Event::BLOCK_SOURCE, Event::BLOCK_KNOWN_SOURCE);
}

IgmpSocketStatus
IgmpSocket::UnblockSource(uint32_t interface, Ipv4Address group, Ipv4Address source)
{
    return StepSource({interface, group},
                      source,
                      Event::UNBLOCK_SOURCE,
                      Event::UNBLOCK_KNOWN_SOURCE);
}

IgmpSocketStatus
IgmpSocket::SetFilter(uint32_t interface, Ipv4Address group, const MulticastFilter& filter)
{
    const Key key{interface, group};
    const auto status = Check(key);
    if (status != IgmpSocketStatus::SUCCESS)
    {
        return status;
    }
    if (!std::all_of(filter.sources.begin(), filter.sources.end(), IsUnicast))
    {
        return IgmpSocketStatus::INVALID_SOURCE;
    }
    const auto event = filter.IsNothing()                   ? Event::SET_NOTHING
                       : filter.mode == FilterMode::INCLUDE ? Event::SET_INCLUDE
                                                            : Event::SET_EXCLUDE;
    return Step(key, event, filter.sources);
}

IgmpSocketStatus
IgmpSocket::GetFilter(uint32_t interface, Ipv4Address group, MulticastFilter& filter) const
{
    const auto status = Check({interface, group});
    if (status != IgmpSocketStatus::SUCCESS)
    {
        return status;
    }
    filter = Find(interface, group);
    return filter.IsNothing() ? IgmpSocketStatus::NOT_A_MEMBER : IgmpSocketStatus::SUCCESS;
}

void
IgmpSocket::Close()
{
    if (!m_link)
    {
        return;
    }
    if (m_socket)
    {
        m_socket->Close();
    }
    const auto memberships = std::exchange(m_memberships, {});
    for (const auto& [key, membership] : memberships)
    {
        m_link->UpdateFilter(key.first, key.second);
    }
    auto* link = m_link;
    Detach();
    link->RemoveSocket(*this); // which may destroy it
}

Ptr<Socket>
IgmpSocket::GetSocket() const
{
    return m_socket;
}

MulticastFilter
IgmpSocket::Find(uint32_t interface, Ipv4Address group) const
{
    const auto found = m_memberships.find({interface, group});
    return found == m_memberships.end() ? MulticastFilter{} : found->second;
}

void
IgmpSocket::Store(uint32_t interface, Ipv4Address group, const MulticastFilter& filter)
{
    const Key key{interface, group};
    if (filter.IsNothing())
    {
        m_memberships.erase(key);
    }
    else
    {
        m_memberships[key] = filter;
    }
    m_link->UpdateFilter(interface, group);
}

IgmpSocket::Match
IgmpSocket::MatchUdp(Ipv4Address group, uint16_t port, Ptr<NetDevice> device) const
{
    Address name;
    if (!IsBound() || m_socket->GetSockName(name) != 0)
    {
        return Match::NONE;
    }
    const auto bound = InetSocketAddress::ConvertFrom(name);
    const auto boundDevice = m_socket->GetBoundNetDevice();
    if (bound.GetPort() != port || (boundDevice && boundDevice != device))
    {
        return Match::NONE;
    }
    if (bound.GetIpv4() == group)
    {
        return Match::GROUP;
    }
    return bound.GetIpv4().Get() == 0 ? Match::ANY_GROUP : Match::NONE;
}

bool
IgmpSocket::IsBound() const
{
    Address name;
    return m_socket && m_socket->GetSockName(name) == 0 &&
           InetSocketAddress::IsMatchingType(name) &&
           InetSocketAddress::ConvertFrom(name).GetPort() != 0;
}

bool
IgmpSocket::WasClosed()
{
    m_wasBound = m_wasBound || IsBound();
    return m_wasBound && !IsBound();
}

void
IgmpSocket::Forget()
{
    m_memberships.clear();
}

void
IgmpSocket::Detach()
{
    m_link = nullptr;
    m_memberships.clear();
    m_socket = nullptr;
}

IgmpSocketStatus
IgmpSocket::Check(const Key& key) const
{
    if (!m_link)
    {
        return IgmpSocketStatus::CLOSED;
    }
    if (!key.second.IsMulticast())
    {
        return IgmpSocketStatus::NOT_MULTICAST;
    }
    return m_link->HasInterface(key.first) ? IgmpSocketStatus::SUCCESS
                                           : IgmpSocketStatus::UNKNOWN_INTERFACE;
}

IgmpSocketStatus
IgmpSocket::CheckFilter(const Key& key, const MulticastFilter& filter) const
{
    if (filter.mode == FilterMode::EXCLUDE && m_link->IsSourceSpecific(key.second))
    {
        return IgmpSocketStatus::NEEDS_SOURCE;
    }
    const auto maxSources = m_link->GetMaxSources();
    if (maxSources != 0 && filter.sources.ToVector().size() > maxSources)
    {
        return IgmpSocketStatus::TOO_MANY_SOURCES;
    }
    const auto maxMemberships = m_link->GetMaxMemberships();
    const bool isNew = !filter.IsNothing() && m_memberships.count(key) == 0;
    const bool isFull = maxMemberships != 0 && m_memberships.size() >= maxMemberships;
    return isNew && isFull ? IgmpSocketStatus::TOO_MANY_GROUPS : IgmpSocketStatus::SUCCESS;
}

IgmpSocketStatus
IgmpSocket::StepSource(const Key& key, Ipv4Address source, Event unknown, Event known)
{
    const auto status = Check(key);
    if (status != IgmpSocketStatus::SUCCESS)
    {
        return status;
    }
    if (!IsUnicast(source))
    {
        return IgmpSocketStatus::INVALID_SOURCE;
    }
    const bool isKnown = Find(key.first, key.second).sources.Contains(source);
    return Step(key, isKnown ? known : unknown, {source});
}

IgmpSocketStatus
IgmpSocket::Step(const Key& key, Event event, const SourceSet& given)
{
    MulticastFilter filter;
    auto status = ApplySocketEvent(Find(key.first, key.second), event, given, filter);
    if (status == IgmpSocketStatus::SUCCESS)
    {
        status = CheckFilter(key, filter);
    }
    if (status == IgmpSocketStatus::SUCCESS)
    {
        m_wasBound = m_wasBound || IsBound();
        Store(key.first, key.second, filter);
    }
    return status;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FORWARDABLE_H
#define MGM_FORWARDABLE_H

#include "ns3/ipv4-header.h"
#include "ns3/mgm-source-group.h"

#include <cstdint>

namespace ns3
{
namespace mgm
{

/**
 * @name Which packets a multicast forwarder has to do with
 * @{
 */

/**
 * @param header IP header of a packet
 * @return whether routers forward the packet: it is to a group that is forwarded, and not IGMP,
 * whose reports and queries go to the group they are about, but stay on their link (RFC 2236
 * sections 2 and 9)
 */
inline bool
IsForwardable(const Ipv4Header& header)
{
    constexpr uint8_t IGMP = 2;
    return IsForwardableGroup(header.GetDestination()) && header.GetProtocol() != IGMP;
}

/**
 * @param source where a packet comes from
 * @return whether it can be the address of a host on a link: not 0.0.0.0, 127.0.0.0/8, multicast or
 * 255.255.255.255
 */
inline bool
IsHostAddress(Ipv4Address source)
{
    constexpr uint32_t LOOPBACK_NETWORK = 127;
    constexpr uint32_t FIRST_MULTICAST = 0xE0000000;
    constexpr uint32_t LAST_MULTICAST = 0xEFFFFFFF;
    constexpr uint32_t BROADCAST = 0xFFFFFFFF;
    const uint32_t bits = source.Get();
    return bits != 0 && bits >> 24 != LOOPBACK_NETWORK && bits != BROADCAST &&
           (bits < FIRST_MULTICAST || bits > LAST_MULTICAST);
}

/** @} */

} // namespace mgm
} // namespace ns3

#endif // MGM_FORWARDABLE_H

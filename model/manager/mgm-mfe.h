/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_H
#define MGM_MFE_H

#include "ns3/ipv4-address.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/nstime.h"

#include <cstdint>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A multicast forwarding entry, as in the Windows IP multicast MIB (mgm-spec section 2).
 */
struct Mfe
{
    Ipv4Address group{Ipv4Address::GetZero()};            ///< Group.
    Ipv4Address source{Ipv4Address::GetZero()};           ///< Source.
    Ipv4Mask sourceMask{Ipv4Mask::GetOnes()};             ///< Source mask.
    Ipv4Address upstreamNeighbor{Ipv4Address::GetZero()}; ///< Where packets come from.
    InterfaceId incoming;                                 ///< Incoming interface.
    std::vector<InterfaceId> outgoing;                    ///< Outgoing interfaces.
    Time upTime;                                          ///< Time since the entry was made.
    Time expiryTime;                                      ///< Time until it expires.
};

/**
 * @ingroup mgm
 * @brief Statistics of a multicast forwarding entry.
 */
struct MfeStats
{
    Mfe mfe;                          ///< The entry.
    uint64_t inPackets{0};            ///< Packets that arrived for the entry.
    uint64_t inBytes{0};              ///< Bytes of these packets.
    uint64_t wrongIfPackets{0};       ///< Packets that arrived on another interface.
    std::vector<uint64_t> outPackets; ///< Packets sent, by outgoing interface.
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_H

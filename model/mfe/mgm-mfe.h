/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_H
#define MGM_MFE_H

#include "mgm-forwarding-plane.h"

#include "ns3/ipv4-address.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-multicast-rib.h"
#include "ns3/mgm-source-group.h"
#include "ns3/nstime.h"

#include <cstdint>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A multicast forwarding entry, as in the Windows IP multicast MIB (MFE-6).
 */
struct Mfe
{
    Ipv4Address group{ANY_ADDRESS};            ///< Group.
    Ipv4Address source{ANY_ADDRESS};           ///< Source.
    Ipv4Mask sourceMask{ONE_MASK};             ///< Source mask.
    Ipv4Address upstreamNeighbor{ANY_ADDRESS}; ///< Where packets come from; 0.0.0.0: the source.
    InterfaceId incoming;                      ///< Incoming interface.
    uint32_t inProtocol{0};                    ///< Protocol that answers for it; 0: none.
    RouteProtocol routeProtocol{};             ///< Who made the route towards the source.
    Ipv4Address routeNetwork{ANY_ADDRESS};     ///< Network of that route.
    Ipv4Mask routeMask{ANY_MASK};              ///< Mask of that route.
    std::vector<InterfaceId> outgoing;         ///< Outgoing interfaces, in ascending order.
    Time upTime;                               ///< Time since the entry was made.
    Time expiryTime;                           ///< Time until it expires if no packet arrives.
    Time timeout;                              ///< Time that it was given when that was last set.
};

/**
 * @ingroup mgm
 * @brief Which statistics of a forwarding entry are read, with the Windows values.
 */
enum class MfeStatsLevel : uint8_t
{
    MGM_MFE_STATS_0 = 0x1, ///< Packets and bytes in, wrong interface, queue overflow, outgoing.
    MGM_MFE_STATS_1 = 0x2, ///< Those, packets that waited or were not wanted, and a total.
};

/**
 * @ingroup mgm
 * @brief Statistics of a multicast forwarding entry.
 */
struct MfeStats
{
    Mfe mfe;                    ///< The entry.
    uint64_t inPackets{0};      ///< Packets that arrived on the incoming interface.
    uint64_t inBytes{0};        ///< Bytes of these packets, with their IP headers.
    uint64_t wrongIfPackets{0}; ///< Packets that arrived on another interface.
    uint64_t queueOverflow{0};  ///< Packets that found the queue full while the entry was made.
    std::vector<OutgoingCounters> outgoing; ///< Per outgoing interface, as in `mfe`.
    uint64_t waitedPackets{0};   ///< MGM_MFE_STATS_1: packets that waited while it was made.
    uint64_t negativePackets{0}; ///< MGM_MFE_STATS_1: packets that found no outgoing interface.
    uint64_t inDiscards{0}; ///< MGM_MFE_STATS_1: packets that left on none of the outgoing ones.
    uint64_t outPackets{0}; ///< MGM_MFE_STATS_1: packets sent, also on former outgoing interfaces.
};

/**
 * @name Room that entries need in a caller-sized buffer
 *
 * The sizes of the structures of the Windows IP multicast MIB: a fixed part, and a part for each
 * outgoing interface.
 * @{
 */

/**
 * @param mfe an entry
 * @return the room it needs [bytes]
 */
uint32_t GetMfeSize(const Mfe& mfe);

/**
 * @param stats statistics of an entry
 * @param level which of them are read
 * @return the room they need [bytes]
 */
uint32_t GetMfeStatsSize(const MfeStats& stats, MfeStatsLevel level);

/** @} */

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_H

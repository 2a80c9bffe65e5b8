/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SCALE_SCENARIO_H
#define MGM_SCALE_SCENARIO_H

#include "json/mgm-json-document.h"

#include <cstdint>

namespace ns3
{
namespace mgm
{
namespace bench
{

/// How large a network is in which each host joins each group and receives each packet.
struct ScaleSize
{
    uint32_t routers{10}; ///< Routers on one Ethernet, each with a LAN of its own.
    uint32_t hosts{5};    ///< Hosts on each LAN.
    uint32_t groups{10};  ///< Groups, each with a stream from the one source.
    uint32_t packets{60}; ///< Packets of each stream.

    /// @return number of nodes: the routers, their hosts and the source
    uint64_t GetNodes() const
    {
        return uint64_t{routers} * (1 + hosts) + 1;
    }

    /// @return number of copies of packets that arrive at a node that wants them: each packet at
    ///         each router and at each host
    uint64_t GetCopies() const
    {
        return uint64_t{routers} * (1 + hosts) * groups * packets;
    }
};

/**
 * @brief Makes a scenario: routers with IGMP on one Ethernet, each with a LAN whose hosts join all
 * groups at 1 s; a source on the Ethernet sends a packet to each group every second, from 5 s on.
 * @param size its size; at most 60,000 routers, 200 hosts on a LAN and 50,000 groups
 * @return the scenario
 */
Json MakeScaleScenario(const ScaleSize& size);

} // namespace bench
} // namespace mgm
} // namespace ns3

#endif // MGM_SCALE_SCENARIO_H

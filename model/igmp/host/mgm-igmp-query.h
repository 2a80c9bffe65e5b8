/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_QUERY_H
#define MGM_IGMP_QUERY_H

#include "mgm-igmp-l4-protocol.h"

#include "ns3/mgm-source-set.h"

#include <optional>

namespace ns3
{
namespace mgm
{

/// Longest delay of the answer to a query of IGMPv1 (RFC 1112 appendix I, RFC 2236 section 4).
inline const Time IGMP_V1_RESPONSE_TIME = Seconds(10);

/**
 * @ingroup mgm
 * @brief A query as a host or a router understands it, whatever version sent it.
 *
 * Queries of versions 1 and 2 have neither S flag, variables of the querier nor sources. Version 1
 * knows general queries alone.
 */
struct IgmpQuery
{
    uint8_t version{3};                         ///< Version of the querier (RFC 3376 section 7.1).
    Time maxResponseTime;                       ///< Longest delay of an answer.
    Ipv4Address group{Ipv4Address::GetZero()};  ///< The group; 0.0.0.0: all groups.
    bool suppress{false};                       ///< S: timers are not to be lowered.
    uint8_t robustness{0};                      ///< QRV; 0: unknown.
    Time queryInterval;                         ///< QQI; 0: unknown.
    SourceSet sources;                          ///< The sources; none: all sources.
    Ipv4Address source{Ipv4Address::GetZero()}; ///< Its IP source.
    Ipv4Address destination{Ipv4Address::GetZero()}; ///< Its IP destination.

    /// @return whether it asks for all groups
    bool IsGeneral() const
    {
        return group.Get() == 0;
    }
};

/**
 * @brief Reads a query as a system of a version does.
 *
 * A host of IGMPv2 sees the first 8 octets alone, and reads the Max Resp Code its own way (RFC 2236
 * section 2.5); to a host of IGMPv1 every query is one of IGMPv1. A router has to recognize all
 * versions (RFC 2236 section 4, RFC 3376 section 7.3.1) and reads as one of version 3.
 *
 * @param reception a message
 * @param version version that the reader understands, 1 to 3
 * @return the query; nothing if it is another message
 */
std::optional<IgmpQuery> ReadQuery(const IgmpReception& reception, uint8_t version);

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_QUERY_H

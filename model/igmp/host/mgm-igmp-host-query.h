/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_HOST_QUERY_H
#define MGM_IGMP_HOST_QUERY_H

#include "mgm-igmp-l4-protocol.h"

#include "ns3/mgm-source-set.h"

#include <optional>
#include <string_view>

namespace ns3
{
namespace mgm
{

/// Longest delay of the answer to a query of IGMPv1 (RFC 1112 appendix I, RFC 2236 section 4).
inline const Time IGMP_V1_RESPONSE_TIME = Seconds(10);

/**
 * @ingroup mgm
 * @brief A query as a host understands it, whatever version sent it.
 */
struct IgmpHostQuery
{
    uint8_t version{3};                        ///< Version of the querier (RFC 3376 section 7.1).
    Time maxResponseTime;                      ///< Longest delay of an answer.
    Ipv4Address group{Ipv4Address::GetZero()}; ///< The group; 0.0.0.0: all groups.
    SourceSet sources;                         ///< The sources; none: all sources.
    Time queryInterval;                        ///< The querier's; 0 if the query does not tell.
    bool routerAlert{true};                    ///< Whether it had the option.
    Ipv4Address destination;                   ///< Its IP destination.

    /// @return whether it asks for all groups
    bool IsGeneral() const
    {
        return group.Get() == 0;
    }
};

/**
 * @ingroup mgm
 * @brief Why a host ignores a message that is well formed.
 */
enum class IgmpHostDrop : uint8_t
{
    NO_ROUTER_ALERT,   ///< A query without the Router Alert option (RFC 3376 section 9.1).
    WRONG_DESTINATION, ///< Sent where such a message must not be (RFC 3376 section 9.1, RFC 1112).
    COUNT,             ///< Number of reasons.
};

/// @param drop a reason
/// @return its word in traces
std::string_view ToString(IgmpHostDrop drop);

/**
 * @brief Reads a query as a host of a version does.
 *
 * A host of IGMPv2 sees the first 8 octets alone, and reads the Max Resp Code its own way (RFC 2236
 * section 2.5); to a host of IGMPv1 every query is one of IGMPv1.
 *
 * @param reception a message
 * @param version version that the host is configured for, 1 to 3
 * @return the query; nothing if it is another message
 */
std::optional<IgmpHostQuery> ReadHostQuery(const IgmpReception& reception, uint8_t version);

/**
 * @brief Judges a query (RFC 3376 section 9.1).
 * @param query the query
 * @param requireRouterAlert whether those of IGMPv2 and IGMPv3 need the Router Alert option
 * @return why it must be ignored; nothing if it need not be
 */
std::optional<IgmpHostDrop> JudgeHostQuery(const IgmpHostQuery& query, bool requireRouterAlert);

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_HOST_QUERY_H

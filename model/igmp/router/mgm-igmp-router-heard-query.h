/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_HEARD_QUERY_H
#define MGM_IGMP_ROUTER_HEARD_QUERY_H

#include "ns3/mgm-igmp-message.h"

#include <optional>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A query of any version, as a router sees it.
 *
 * Queries of versions 1 and 2 have neither S flag, variables of the querier nor sources.
 */
struct IgmpHeardQuery
{
    uint8_t version;                  ///< Of the query: 1 to 3 (RFC 3376 section 7.1).
    Ipv4Address group;                ///< The group; 0.0.0.0 in a general query.
    Time maxResponseTime;             ///< Time that hosts have to answer.
    bool suppress;                    ///< S: timers are not to be lowered.
    uint8_t robustness;               ///< QRV; 0: unknown.
    Time queryInterval;               ///< QQI; 0: unknown.
    std::vector<Ipv4Address> sources; ///< The sources that are asked for.

    /// @return whether it asks for all groups
    bool IsGeneral() const
    {
        return group.Get() == 0;
    }
};

/**
 * @param message a message
 * @return the query that it is; nothing if it is none
 */
std::optional<IgmpHeardQuery> AsQuery(const IgmpMessage& message);

/**
 * @brief Tells whether a query shows that a router is not configured as this one.
 *
 * A router warns of queries of a newer version (RFC 3376 section 7.3.1), of queries of version 1
 * (RFC 2236 section 4), and as a router of version 3 of general queries of version 2.
 *
 * @param query the query
 * @param version version that this router is configured to
 * @return whether to warn
 */
bool IsVersionMismatch(const IgmpHeardQuery& query, uint8_t version);

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_HEARD_QUERY_H

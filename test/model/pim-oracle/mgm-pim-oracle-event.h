/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_EVENT_H
#define MGM_PIM_ORACLE_EVENT_H

#include "mgm-pim-oracle-message.h"

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @brief What local members of an interface want (RFC 3973 section 4.1.3).
enum class PimOracleMembership : uint8_t
{
    ALL,     ///< local_receiver_include(*,G,I)
    SOURCE,  ///< local_receiver_include(S,G,I)
    EXCLUDE, ///< local_receiver_exclude(S,G,I)
};

/// @ingroup tests
/// @brief What the MRIB says of a source.
struct PimOracleRoute
{
    uint32_t interface {
        0
    }; ///< RPF_interface(S); 0: there is no route
    /// MRIB.next_hop(S); 0: S is directly connected, or over a foreign interface externally reached
    uint32_t nextHop{0};
    uint32_t preference{0}; ///< MRIB.pref(S)
    uint32_t metric{0};     ///< MRIB.metric(S)
    uint32_t maskLength{0}; ///< of the route
};

/// @ingroup tests
/// @brief Something that happens to the router.
struct PimOracleEvent
{
    /// What it is.
    enum class Kind : uint8_t
    {
        NOTHING,   ///< time passes
        MESSAGE,   ///< a message is received
        DATA,      ///< a data packet arrives
        MEMBER,    ///< members come or go
        ROUTE,     ///< the MRIB changes
        BOUNDARY,  ///< a scope boundary is configured or taken away
        INTERFACE, ///< an interface goes up, or down with a Hello of holdtime 0
        ELSEWHERE, ///< other components begin or end to forward (S,G)
        CREATE,    ///< packets of (S,G) are going to be forwarded
        STOP,      ///< the router is taken down
    };

    PimOracleTime time{0};    ///< when
    Kind kind{};              ///< what
    PimOracleMessage message; ///< MESSAGE: it
    uint32_t interface {
        0
    };                                ///< DATA, MEMBER, BOUNDARY, INTERFACE: where
    PimOracleKey key{0, 0};           ///< S and G; ROUTE: S; BOUNDARY: G
    uint32_t ttl{0};                  ///< DATA: in its IP header, as received
    PimOracleMembership membership{}; ///< MEMBER: what they want
    bool isOn{false};                 ///< MEMBER, BOUNDARY, INTERFACE, ELSEWHERE: whether it begins
    PimOracleRoute route;             ///< ROUTE: the new one
};

/// Writes a route.
std::ostream& operator<<(std::ostream& os, const PimOracleRoute& route);

/// Writes an event as one line.
std::ostream& operator<<(std::ostream& os, const PimOracleEvent& event);

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_EVENT_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_DROP_H
#define MGM_IGMP_ROUTER_DROP_H

#include <cstdint>
#include <string_view>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Why a router ignores a message, or a part of one, that is well formed, or sends none.
enum class IgmpRouterDrop : uint8_t
{
    NO_ROUTER_ALERT, ///< Without the option, and it is required (RFC 3376 section 9.2).
    BAD_TTL,         ///< The TTL is not 1, and that is required.
    OFF_LINK_SOURCE, ///< A report from no subnet of the interface (RFC 3376 section 9.2).
    NEWER_VERSION,   ///< A message of a version above that of the interface (RFC 2236 section 2.1).
    OLDER_VERSION,   ///< A host's message of a version that is not accepted (RFC 3376 section 9.2,
                     ///< RFC 9776 section 7.3.1).
    UNKNOWN_RECORD,  ///< A record of an unknown type (RFC 3376 section 4.2.12).
    SSM_RANGE,       ///< Any-source semantics for a source-specific group (RFC 4604 section 3).
    NOT_QUERIER,     ///< A specific query that only the querier sends (RFC 3376 section 6.6.3).
    GROUP_LIMIT,     ///< One group too many.
    SOURCE_LIMIT,    ///< One source too many for a group.
    COUNT,           ///< Number of causes.
};

/// @param cause a cause
/// @return its word in traces, for example "no-router-alert"
std::string_view ToString(IgmpRouterDrop cause);

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_DROP_H

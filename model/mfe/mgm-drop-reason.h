/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_DROP_REASON_H
#define MGM_DROP_REASON_H

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Why a forwarder does not forward a multicast packet, or not on one interface.
 */
enum class DropReason : uint8_t
{
    NO_ROUTE,        ///< There is no route towards the source (MFE-2).
    NO_OWNER,        ///< Nobody has the interface towards the source (MFE-2).
    WRONG_INTERFACE, ///< It arrived on another interface than the entry's incoming one (MFE-3).
    NO_OUTGOING,     ///< The entry has no outgoing interface.
    QUEUE_FULL,      ///< Too many packets wait for their entry, or too many entries (MFE-9).
    ENTRY_DELETED,   ///< The entry was deleted while the packet waited.
    BAD_SOURCE,      ///< The source address cannot be that of a host.
    SCOPE_BOUNDARY,  ///< The group may not cross the interface (RFC 2365).
    TTL_THRESHOLD,   ///< The time to live is not above the threshold of the interface.
    TOO_BIG,         ///< It may not be fragmented and does not fit the interface.
    INTERFACE_DOWN,  ///< The outgoing interface is down.
    COUNT,           ///< Number of reasons.
};

/// Number of reasons.
inline constexpr auto DROP_REASON_COUNT = static_cast<std::size_t>(DropReason::COUNT);

/**
 * @param reason a reason
 * @return its name in traces, for example "wrong-interface"
 */
std::string_view ToString(DropReason reason);

} // namespace mgm
} // namespace ns3

#endif // MGM_DROP_REASON_H

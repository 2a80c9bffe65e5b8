/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_SOCKET_STATUS_H
#define MGM_IGMP_SOCKET_STATUS_H

#include "ns3/mgm-enum-names.h"

#include <cstdint>
#include <ostream>
#include <string_view>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Result of a call of IgmpSocket, with the errno of RFC 3678 or of common systems.
enum class IgmpSocketStatus : uint8_t
{
    SUCCESS,              ///< Done.
    CLOSED,               ///< The socket is closed, or its host is gone (EBADF).
    NOT_MULTICAST,        ///< The address is no multicast group (EINVAL).
    UNKNOWN_INTERFACE,    ///< The host does not serve the interface (ENODEV).
    INVALID_SOURCE,       ///< A source is no unicast address (EINVAL).
    NEEDS_SOURCE,         ///< A group for SSM joined without a source (RFC 4604 section 2.1).
    ADDRESS_IN_USE,       ///< The socket has joined the group already (EADDRINUSE).
    NOT_A_MEMBER,         ///< The socket has not joined the group (EADDRNOTAVAIL).
    SOURCE_NOT_AVAILABLE, ///< The source is in the list already, or is not (EADDRNOTAVAIL).
    WRONG_MODE,           ///< Not legal for a group that was joined the other way (EINVAL).
    TOO_MANY_SOURCES,     ///< More sources than the host allows (ENOBUFS).
    TOO_MANY_GROUPS,      ///< More memberships than the host allows a socket (ENOBUFS).
    COUNT,                ///< Number of results.
};

/// @param status a result
/// @return its name
constexpr std::string_view
ToString(IgmpSocketStatus status)
{
    constexpr EnumNames<IgmpSocketStatus> NAMES{"SUCCESS",
                                                "CLOSED",
                                                "NOT_MULTICAST",
                                                "UNKNOWN_INTERFACE",
                                                "INVALID_SOURCE",
                                                "NEEDS_SOURCE",
                                                "ADDRESS_IN_USE",
                                                "NOT_A_MEMBER",
                                                "SOURCE_NOT_AVAILABLE",
                                                "WRONG_MODE",
                                                "TOO_MANY_SOURCES",
                                                "TOO_MANY_GROUPS"};
    return NAMES[status];
}

inline std::ostream&
operator<<(std::ostream& os, IgmpSocketStatus status)
{
    return os << ToString(status);
}

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_SOCKET_STATUS_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_SOCKET_FSM_H
#define MGM_IGMP_SOCKET_FSM_H

#include "ns3/mgm-transition-table.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief What a socket has to do with a group on an interface (RFC 3678 section 3).
enum class IgmpSocketState : uint8_t
{
    NONE,    ///< It has not joined.
    INCLUDE, ///< It has joined some sources.
    EXCLUDE, ///< It has joined the group, but for some sources.
    COUNT,   ///< Number of states.
};

/// @ingroup mgm
/// @brief What an application asks; a source is known if it is in the list.
enum class IgmpSocketEvent : uint8_t
{
    JOIN,                 ///< Join from any source.
    LEAVE,                ///< Leave, whatever the sources.
    JOIN_SOURCE,          ///< Join a source that is not known.
    JOIN_KNOWN_SOURCE,    ///< Join a known source.
    LEAVE_SOURCE,         ///< Leave a source that is not known.
    LEAVE_KNOWN_SOURCE,   ///< Leave a known source that is not the only one.
    LEAVE_LAST_SOURCE,    ///< Leave the only source.
    BLOCK_SOURCE,         ///< Block a source that is not known.
    BLOCK_KNOWN_SOURCE,   ///< Block a known source.
    UNBLOCK_SOURCE,       ///< Unblock a source that is not known.
    UNBLOCK_KNOWN_SOURCE, ///< Unblock a known source.
    SET_INCLUDE,          ///< Set INCLUDE of some sources.
    SET_EXCLUDE,          ///< Set EXCLUDE.
    SET_NOTHING,          ///< Set INCLUDE of none.
    COUNT,                ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class IgmpSocketAction : uint8_t
{
    NONE,
    SET,                  ///< Take the filter as it is given.
    CLEAR,                ///< Forget the list.
    ADD_SOURCE,           ///< Add the source to the list.
    REMOVE_SOURCE,        ///< Remove the source from the list.
    ADDRESS_IN_USE,       ///< An error: see IgmpSocketStatus.
    NOT_A_MEMBER,         ///< Likewise.
    SOURCE_NOT_AVAILABLE, ///< Likewise.
    WRONG_MODE,           ///< Likewise.
    COUNT,                ///< Number of actions.
};

/// @ingroup mgm
/// @brief The operations of RFC 3678 on the filter of a socket.
///
/// Whoever asks for a source-specific operation after a join from any source, or for one that
/// belongs to a join from any source without it, gets WRONG_MODE; who names a group or a source
/// that is not there gets NOT_A_MEMBER or SOURCE_NOT_AVAILABLE (section 4.1.3).
inline constexpr auto IGMP_SOCKET_TABLE = []() {
    using S = IgmpSocketState;
    using E = IgmpSocketEvent;
    using A = IgmpSocketAction;
    constexpr std::string_view ANY = "RFC 3678 section 4.1.1";
    constexpr std::string_view SPECIFIC = "RFC 3678 section 4.1.2";
    constexpr std::string_view ERROR = "RFC 3678 section 4.1.3";
    constexpr std::string_view FULL = "RFC 3678 section 4.2";
    constexpr std::string_view NEVER = "impossible: nothing is known";
    return MakeTransitionTable<S, E, A>({
        {S::NONE, E::JOIN, A::SET, S::EXCLUDE, ANY},
        {S::NONE, E::LEAVE, A::NOT_A_MEMBER, S::NONE, ERROR},
        {S::NONE, E::JOIN_SOURCE, A::ADD_SOURCE, S::INCLUDE, SPECIFIC},
        {S::NONE, E::JOIN_KNOWN_SOURCE, A::NONE, S::NONE, NEVER},
        {S::NONE, E::LEAVE_SOURCE, A::NOT_A_MEMBER, S::NONE, ERROR},
        {S::NONE, E::LEAVE_KNOWN_SOURCE, A::NONE, S::NONE, NEVER},
        {S::NONE, E::LEAVE_LAST_SOURCE, A::NONE, S::NONE, NEVER},
        {S::NONE, E::BLOCK_SOURCE, A::WRONG_MODE, S::NONE, ERROR},
        {S::NONE, E::BLOCK_KNOWN_SOURCE, A::NONE, S::NONE, NEVER},
        {S::NONE, E::UNBLOCK_SOURCE, A::WRONG_MODE, S::NONE, ERROR},
        {S::NONE, E::UNBLOCK_KNOWN_SOURCE, A::NONE, S::NONE, NEVER},
        {S::NONE, E::SET_INCLUDE, A::SET, S::INCLUDE, FULL},
        {S::NONE, E::SET_EXCLUDE, A::SET, S::EXCLUDE, FULL},
        {S::NONE, E::SET_NOTHING, A::NONE, S::NONE, FULL},

        {S::INCLUDE, E::JOIN, A::ADDRESS_IN_USE, S::INCLUDE, ERROR},
        {S::INCLUDE, E::LEAVE, A::CLEAR, S::NONE, ANY},
        {S::INCLUDE, E::JOIN_SOURCE, A::ADD_SOURCE, S::INCLUDE, SPECIFIC},
        {S::INCLUDE, E::JOIN_KNOWN_SOURCE, A::SOURCE_NOT_AVAILABLE, S::INCLUDE, ERROR},
        {S::INCLUDE, E::LEAVE_SOURCE, A::SOURCE_NOT_AVAILABLE, S::INCLUDE, ERROR},
        {S::INCLUDE, E::LEAVE_KNOWN_SOURCE, A::REMOVE_SOURCE, S::INCLUDE, SPECIFIC},
        {S::INCLUDE, E::LEAVE_LAST_SOURCE, A::CLEAR, S::NONE, SPECIFIC},
        {S::INCLUDE, E::BLOCK_SOURCE, A::WRONG_MODE, S::INCLUDE, ERROR},
        {S::INCLUDE, E::BLOCK_KNOWN_SOURCE, A::WRONG_MODE, S::INCLUDE, ERROR},
        {S::INCLUDE, E::UNBLOCK_SOURCE, A::WRONG_MODE, S::INCLUDE, ERROR},
        {S::INCLUDE, E::UNBLOCK_KNOWN_SOURCE, A::WRONG_MODE, S::INCLUDE, ERROR},
        {S::INCLUDE, E::SET_INCLUDE, A::SET, S::INCLUDE, FULL},
        {S::INCLUDE, E::SET_EXCLUDE, A::SET, S::EXCLUDE, FULL},
        {S::INCLUDE, E::SET_NOTHING, A::CLEAR, S::NONE, FULL},

        {S::EXCLUDE, E::JOIN, A::ADDRESS_IN_USE, S::EXCLUDE, ERROR},
        {S::EXCLUDE, E::LEAVE, A::CLEAR, S::NONE, ANY},
        {S::EXCLUDE, E::JOIN_SOURCE, A::WRONG_MODE, S::EXCLUDE, ERROR},
        {S::EXCLUDE, E::JOIN_KNOWN_SOURCE, A::WRONG_MODE, S::EXCLUDE, ERROR},
        {S::EXCLUDE, E::LEAVE_SOURCE, A::WRONG_MODE, S::EXCLUDE, ERROR},
        {S::EXCLUDE, E::LEAVE_KNOWN_SOURCE, A::WRONG_MODE, S::EXCLUDE, ERROR},
        {S::EXCLUDE, E::LEAVE_LAST_SOURCE, A::WRONG_MODE, S::EXCLUDE, ERROR},
        {S::EXCLUDE, E::BLOCK_SOURCE, A::ADD_SOURCE, S::EXCLUDE, ANY},
        {S::EXCLUDE, E::BLOCK_KNOWN_SOURCE, A::SOURCE_NOT_AVAILABLE, S::EXCLUDE, ERROR},
        {S::EXCLUDE, E::UNBLOCK_SOURCE, A::SOURCE_NOT_AVAILABLE, S::EXCLUDE, ERROR},
        {S::EXCLUDE, E::UNBLOCK_KNOWN_SOURCE, A::REMOVE_SOURCE, S::EXCLUDE, ANY},
        {S::EXCLUDE, E::SET_INCLUDE, A::SET, S::INCLUDE, FULL},
        {S::EXCLUDE, E::SET_EXCLUDE, A::SET, S::EXCLUDE, FULL},
        {S::EXCLUDE, E::SET_NOTHING, A::CLEAR, S::NONE, FULL},
    });
}();

static_assert(IGMP_SOCKET_TABLE.IsDeterministic(), "two rows for one state and event");
static_assert(IGMP_SOCKET_TABLE.IsTotal(), "a state has no row for an event");

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_SOCKET_FSM_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_V3_GROUP_FSM_H
#define MGM_IGMP_V3_GROUP_FSM_H

#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-igmp-message.h"
#include "ns3/mgm-source-set.h"
#include "ns3/mgm-transition-table.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief What happens to a group at an IGMPv3 router (RFC 3376 sections 6.2 to 6.5).
enum class IgmpV3GroupEvent : uint8_t
{
    IS_IN,         ///< A record MODE_IS_INCLUDE.
    IS_EX,         ///< A record MODE_IS_EXCLUDE.
    TO_IN,         ///< A record CHANGE_TO_INCLUDE_MODE.
    TO_EX,         ///< A record CHANGE_TO_EXCLUDE_MODE.
    ALLOW,         ///< A record ALLOW_NEW_SOURCES.
    BLOCK,         ///< A record BLOCK_OLD_SOURCES.
    TO_IN_AT_ONCE, ///< A record CHANGE_TO_INCLUDE_MODE, with immediate leave.
    TO_EX_AT_ONCE, ///< A record CHANGE_TO_EXCLUDE_MODE, with immediate leave.
    BLOCK_AT_ONCE, ///< A record BLOCK_OLD_SOURCES, with immediate leave.
    SOURCE_TIMER,  ///< The timer of a source expires.
    GROUP_TIMER,   ///< The group timer expires.
    COUNT,         ///< Number of events.
};

/**
 * @ingroup mgm
 * @brief What is done about it, in the notation of RFC 3376 section 6.4.
 *
 * B are the sources of the record; A those of INCLUDE (A), X and Y those of EXCLUDE (X,Y).
 */
enum class IgmpV3GroupAction : uint8_t
{
    NONE,
    REFRESH,            ///< (B)=GMI.
    QUERY_KNOWN,        ///< Send Q(G,A*B).
    EXCLUDE,            ///< (B-A)=0; delete (A-B); group timer=GMI.
    EXCLUDE_AND_QUERY,  ///< As EXCLUDE, with Q(G,A*B).
    REFRESH_AND_QUERY,  ///< (B)=GMI; send Q(G,A-B).
    REPLACE,            ///< (B-X-Y)=GMI; delete (X-B) and (Y-B); group timer=GMI.
    QUERY_UNBLOCKED,    ///< (B-X-Y)=group timer; send Q(G,B-Y).
    REPLACE_AND_QUERY,  ///< As QUERY_UNBLOCKED; delete (X-B) and (Y-B); group timer=GMI.
    QUERY_GROUP,        ///< (B)=GMI; send Q(G,X-B) and Q(G).
    DELETE_KNOWN,       ///< Delete (A*B).
    REFRESH_AND_DELETE, ///< (B)=GMI; delete (A-B).
    EXCLUDE_AT_ONCE,    ///< (B)=0; delete (A-B); group timer=GMI.
    STOP_BLOCKED,       ///< (B)=0.
    REPLACE_AT_ONCE,    ///< (B)=0; delete (X-B) and (Y-B); group timer=GMI.
    INCLUDE_AT_ONCE,    ///< (B)=GMI; delete (X-B) and (Y-B).
    DELETE_SOURCE,      ///< Delete the source.
    KEEP_SOURCE,        ///< Stop forwarding the source, but keep its record: it is in Y now.
    INCLUDE,            ///< Delete Y.
    COUNT,              ///< Number of actions.
};

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(IgmpV3GroupEvent event)
{
    constexpr EnumNames<IgmpV3GroupEvent> NAMES{"IS_IN",
                                                "IS_EX",
                                                "TO_IN",
                                                "TO_EX",
                                                "ALLOW",
                                                "BLOCK",
                                                "TO_IN_AT_ONCE",
                                                "TO_EX_AT_ONCE",
                                                "BLOCK_AT_ONCE",
                                                "SOURCE_TIMER",
                                                "GROUP_TIMER"};
    return NAMES[event];
}

/// @param action an action
/// @return what it is, as the RFC writes it
constexpr std::string_view
ToString(IgmpV3GroupAction action)
{
    constexpr EnumNames<IgmpV3GroupAction> NAMES{
        "",
        "(B)=GMI",
        "Send Q(G,A*B)",
        "(B-A)=0; Delete (A-B); Group Timer=GMI",
        "(B-A)=0; Delete (A-B); Send Q(G,A*B); Group Timer=GMI",
        "(B)=GMI; Send Q(G,A-B)",
        "(B-X-Y)=GMI; Delete (X-B); Delete (Y-B); Group Timer=GMI",
        "(B-X-Y)=Group Timer; Send Q(G,B-Y)",
        "(B-X-Y)=Group Timer; Delete (X-B); Delete (Y-B); Send Q(G,B-Y); Group Timer=GMI",
        "(B)=GMI; Send Q(G,X-B); Send Q(G)",
        "Delete (A*B)",
        "(B)=GMI; Delete (A-B)",
        "(B)=0; Delete (A-B); Group Timer=GMI",
        "(B)=0",
        "(B)=0; Delete (X-B); Delete (Y-B); Group Timer=GMI",
        "(B)=GMI; Delete (X-B); Delete (Y-B)",
        "Delete source",
        "Stop forwarding source",
        "Delete (Y)"};
    return NAMES[action];
}

/// @ingroup mgm
/// @brief The machine of a group at an IGMPv3 router; its states are the router filter-modes. With
///        immediate leave, which is no part of the RFC, what it would ask for ends at once; sources
///        that other hosts are known to want are then left out of B, and of what is deleted.
inline constexpr auto IGMP_V3_GROUP_TABLE = []() {
    using S = FilterMode;
    using E = IgmpV3GroupEvent;
    using A = IgmpV3GroupAction;
    constexpr std::string_view CURRENT = "RFC 3376 section 6.4.1";
    constexpr std::string_view CHANGE = "RFC 3376 section 6.4.2";
    constexpr std::string_view AT_ONCE = "immediate leave";
    return MakeTransitionTable<S, E, A>({
        {S::INCLUDE, E::IS_IN, A::REFRESH, S::INCLUDE, CURRENT},
        {S::INCLUDE, E::IS_EX, A::EXCLUDE, S::EXCLUDE, CURRENT},
        {S::EXCLUDE, E::IS_IN, A::REFRESH, S::EXCLUDE, CURRENT},
        {S::EXCLUDE, E::IS_EX, A::REPLACE, S::EXCLUDE, CURRENT},
        {S::INCLUDE, E::ALLOW, A::REFRESH, S::INCLUDE, CHANGE},
        {S::INCLUDE, E::BLOCK, A::QUERY_KNOWN, S::INCLUDE, CHANGE},
        {S::INCLUDE, E::TO_EX, A::EXCLUDE_AND_QUERY, S::EXCLUDE, CHANGE},
        {S::INCLUDE, E::TO_IN, A::REFRESH_AND_QUERY, S::INCLUDE, CHANGE},
        {S::EXCLUDE, E::ALLOW, A::REFRESH, S::EXCLUDE, CHANGE},
        {S::EXCLUDE, E::BLOCK, A::QUERY_UNBLOCKED, S::EXCLUDE, CHANGE},
        {S::EXCLUDE, E::TO_EX, A::REPLACE_AND_QUERY, S::EXCLUDE, CHANGE},
        {S::EXCLUDE, E::TO_IN, A::QUERY_GROUP, S::EXCLUDE, CHANGE},
        {S::INCLUDE, E::BLOCK_AT_ONCE, A::DELETE_KNOWN, S::INCLUDE, AT_ONCE},
        {S::INCLUDE, E::TO_EX_AT_ONCE, A::EXCLUDE_AT_ONCE, S::EXCLUDE, AT_ONCE},
        {S::INCLUDE, E::TO_IN_AT_ONCE, A::REFRESH_AND_DELETE, S::INCLUDE, AT_ONCE},
        {S::EXCLUDE, E::BLOCK_AT_ONCE, A::STOP_BLOCKED, S::EXCLUDE, AT_ONCE},
        {S::EXCLUDE, E::TO_EX_AT_ONCE, A::REPLACE_AT_ONCE, S::EXCLUDE, AT_ONCE},
        {S::EXCLUDE, E::TO_IN_AT_ONCE, A::INCLUDE_AT_ONCE, S::INCLUDE, AT_ONCE},
        {S::INCLUDE, E::SOURCE_TIMER, A::DELETE_SOURCE, S::INCLUDE, "RFC 3376 section 6.3"},
        {S::EXCLUDE, E::SOURCE_TIMER, A::KEEP_SOURCE, S::EXCLUDE, "RFC 3376 section 6.3"},
        {S::INCLUDE, E::GROUP_TIMER, A::NONE, S::INCLUDE, "RFC 3376 section 6.2.2"},
        {S::EXCLUDE, E::GROUP_TIMER, A::INCLUDE, S::INCLUDE, "RFC 3376 section 6.5"},
    });
}();

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_V3_GROUP_FSM_H

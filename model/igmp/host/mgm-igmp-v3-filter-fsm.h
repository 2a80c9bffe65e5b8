/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_V3_FILTER_FSM_H
#define MGM_IGMP_V3_FILTER_FSM_H

#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-source-set.h"
#include "ns3/mgm-transition-table.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief What happens to the filter of a group at an IGMPv3 host.
enum class IgmpV3FilterEvent : uint8_t
{
    SET_INCLUDE,   ///< It becomes INCLUDE (B).
    SET_EXCLUDE,   ///< It becomes EXCLUDE (B).
    ADOPT_INCLUDE, ///< It was INCLUDE (B) when the host changed to this version.
    ADOPT_EXCLUDE, ///< It was EXCLUDE (B) then.
    COUNT,         ///< Number of events.
};

/// @ingroup mgm
/// @brief The state-change records that this gives; A are the sources before.
enum class IgmpV3FilterAction : uint8_t
{
    INCLUDE_SOURCES, ///< ALLOW (B-A), BLOCK (A-B).
    EXCLUDE_SOURCES, ///< ALLOW (A-B), BLOCK (B-A).
    CHANGE_MODE,     ///< TO_EX (B) or TO_IN (B).
    ADOPT,           ///< None: the routers know.
    COUNT,           ///< Number of actions.
};

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(IgmpV3FilterEvent event)
{
    constexpr EnumNames<IgmpV3FilterEvent> NAMES{"SET_INCLUDE",
                                                 "SET_EXCLUDE",
                                                 "ADOPT_INCLUDE",
                                                 "ADOPT_EXCLUDE"};
    return NAMES[event];
}

/// @param action an action
/// @return what it is, as the RFC writes it
constexpr std::string_view
ToString(IgmpV3FilterAction action)
{
    constexpr EnumNames<IgmpV3FilterAction> NAMES{"ALLOW (B-A), BLOCK (A-B)",
                                                  "ALLOW (A-B), BLOCK (B-A)",
                                                  "filter-mode change (B)",
                                                  "adopt B"};
    return NAMES[action];
}

/// @ingroup mgm
/// @brief The state-change records of RFC 3376 section 5.1; the states are the filter modes.
inline constexpr auto IGMP_V3_FILTER_TABLE = []() {
    using S = FilterMode;
    using E = IgmpV3FilterEvent;
    using A = IgmpV3FilterAction;
    constexpr std::string_view RFC = "RFC 3376 section 5.1";
    constexpr std::string_view MODE = "RFC 3376 section 7.2.1";
    return MakeTransitionTable<S, E, A>({
        {S::INCLUDE, E::SET_INCLUDE, A::INCLUDE_SOURCES, S::INCLUDE, RFC},
        {S::EXCLUDE, E::SET_EXCLUDE, A::EXCLUDE_SOURCES, S::EXCLUDE, RFC},
        {S::INCLUDE, E::SET_EXCLUDE, A::CHANGE_MODE, S::EXCLUDE, RFC},
        {S::EXCLUDE, E::SET_INCLUDE, A::CHANGE_MODE, S::INCLUDE, RFC},
        {S::INCLUDE, E::ADOPT_INCLUDE, A::ADOPT, S::INCLUDE, MODE},
        {S::INCLUDE, E::ADOPT_EXCLUDE, A::ADOPT, S::EXCLUDE, MODE},
        {S::EXCLUDE, E::ADOPT_EXCLUDE, A::ADOPT, S::EXCLUDE, MODE},
        {S::EXCLUDE, E::ADOPT_INCLUDE, A::ADOPT, S::INCLUDE, MODE},
    });
}();

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_V3_FILTER_FSM_H

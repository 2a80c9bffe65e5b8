/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_V3_RESPONSE_FSM_H
#define MGM_IGMP_V3_RESPONSE_FSM_H

#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-transition-table.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Which answer to queries for a group is due at an IGMPv3 host.
enum class IgmpV3ResponseState : uint8_t
{
    NONE,    ///< None.
    GROUP,   ///< One for the group.
    SOURCES, ///< One for recorded sources.
    COUNT,   ///< Number of states.
};

/// @ingroup mgm
/// @brief What happens to it.
enum class IgmpV3ResponseEvent : uint8_t
{
    GROUP_QUERY,  ///< A group-specific query.
    SOURCE_QUERY, ///< A group-and-source-specific query.
    TIMER,        ///< The answer is due.
    REPORTED,     ///< The group was reported in the answer to a general query.
    COUNT,        ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class IgmpV3ResponseAction : uint8_t
{
    NONE,
    START,            ///< Set the group timer.
    RECORD_AND_START, ///< Record the sources, set the group timer.
    LOWER,            ///< Group timer = min (remaining, delay).
    CLEAR_AND_LOWER,  ///< Clear the recorded sources, then as LOWER.
    MERGE_AND_LOWER,  ///< Add to the recorded sources, then as LOWER.
    REPORT_GROUP,     ///< Send the Current-State Record of the group.
    REPORT_SOURCES,   ///< Send a Current-State Record of the recorded sources.
    CLEAR,            ///< Clear the recorded sources.
    COUNT,            ///< Number of actions.
};

/// @param state a state
/// @return its name
constexpr std::string_view
ToString(IgmpV3ResponseState state)
{
    constexpr EnumNames<IgmpV3ResponseState> NAMES{"NONE", "GROUP", "SOURCES"};
    return NAMES[state];
}

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(IgmpV3ResponseEvent event)
{
    constexpr EnumNames<IgmpV3ResponseEvent> NAMES{"GROUP_QUERY",
                                                   "SOURCE_QUERY",
                                                   "TIMER",
                                                   words::REPORTED};
    return NAMES[event];
}

/// @param action an action
/// @return what it is
constexpr std::string_view
ToString(IgmpV3ResponseAction action)
{
    constexpr EnumNames<IgmpV3ResponseAction> NAMES{"",
                                                    "set group timer",
                                                    "record sources; set group timer",
                                                    "lower group timer",
                                                    "clear sources; lower group timer",
                                                    "add sources; lower group timer",
                                                    "report group",
                                                    "report sources",
                                                    "clear sources"};
    return NAMES[action];
}

/// @ingroup mgm
/// @brief Rules 3 to 5 and the expiry of the group timer of RFC 3376 section 5.2.
inline constexpr auto IGMP_V3_RESPONSE_TABLE = []() {
    using S = IgmpV3ResponseState;
    using E = IgmpV3ResponseEvent;
    using A = IgmpV3ResponseAction;
    constexpr std::string_view RULE_3 = "RFC 3376 section 5.2 rule 3";
    constexpr std::string_view RULE_4 = "RFC 3376 section 5.2 rule 4";
    constexpr std::string_view RULE_5 = "RFC 3376 section 5.2 rule 5";
    constexpr std::string_view EXPIRY = "RFC 3376 section 5.2";
    return MakeTransitionTable<S, E, A>({
        {S::NONE, E::GROUP_QUERY, A::START, S::GROUP, RULE_3},
        {S::NONE, E::SOURCE_QUERY, A::RECORD_AND_START, S::SOURCES, RULE_3},
        {S::NONE, E::TIMER, A::NONE, S::NONE, "ignored"},
        {S::NONE, E::REPORTED, A::NONE, S::NONE, "ignored"},
        {S::GROUP, E::GROUP_QUERY, A::LOWER, S::GROUP, RULE_4},
        {S::GROUP, E::SOURCE_QUERY, A::LOWER, S::GROUP, RULE_4},
        {S::GROUP, E::TIMER, A::REPORT_GROUP, S::NONE, EXPIRY},
        {S::GROUP, E::REPORTED, A::NONE, S::GROUP, "ignored"},
        {S::SOURCES, E::GROUP_QUERY, A::CLEAR_AND_LOWER, S::GROUP, RULE_4},
        {S::SOURCES, E::SOURCE_QUERY, A::MERGE_AND_LOWER, S::SOURCES, RULE_5},
        {S::SOURCES, E::TIMER, A::REPORT_SOURCES, S::NONE, EXPIRY},
        {S::SOURCES, E::REPORTED, A::CLEAR, S::GROUP, EXPIRY},
    });
}();

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_V3_RESPONSE_FSM_H

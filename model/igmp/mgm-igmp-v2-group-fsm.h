/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_V2_GROUP_FSM_H
#define MGM_IGMP_V2_GROUP_FSM_H

#include "ns3/mgm-transition-table.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief States of a group at an IGMPv2 router that is the querier (RFC 2236 section 7).
enum class IgmpV2GroupState : uint8_t
{
    NO_MEMBERS, ///< No Members Present.
    MEMBERS,    ///< Members Present.
    CHECKING,   ///< Checking Membership.
    COUNT,      ///< Number of states.
};

/// @ingroup mgm
/// @brief What happens to it.
enum class IgmpV2GroupEvent : uint8_t
{
    REPORT,           ///< A report is received.
    LEAVE,            ///< A leave is received.
    GROUP_TIMER,      ///< The timer of the membership expires.
    RETRANSMIT_TIMER, ///< It is time to repeat the group-specific query.
    COUNT,            ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class IgmpV2GroupAction : uint8_t
{
    NONE,
    JOIN,    ///< Tell routing of members, start the timer.
    REFRESH, ///< Start the timer.
    CHECK,   ///< Start timer* and the retransmit timer, send a group-specific query.
    QUERY,   ///< Send a group-specific query, start the retransmit timer.
    LEAVE,   ///< Tell routing that there are no members.
    COUNT,   ///< Number of actions.
};

/// @param state a state
/// @return its name
constexpr std::string_view
ToString(IgmpV2GroupState state)
{
    constexpr std::string_view NAMES[] = {"NO_MEMBERS", "MEMBERS", "CHECKING"};
    return NAMES[static_cast<std::size_t>(state)];
}

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(IgmpV2GroupEvent event)
{
    constexpr std::string_view NAMES[] = {"REPORT", "LEAVE", "GROUP_TIMER", "RETRANSMIT_TIMER"};
    return NAMES[static_cast<std::size_t>(event)];
}

/// @param action an action
/// @return what it is, as the RFC writes it
constexpr std::string_view
ToString(IgmpV2GroupAction action)
{
    constexpr std::string_view NAMES[] = {
        "",
        "notify routing +; start timer",
        "start timer",
        "start timer*; start rexmt timer; send g-s query",
        "send g-s query; start rexmt timer",
        "notify routing -",
    };
    return NAMES[static_cast<std::size_t>(action)];
}

/// @ingroup mgm
/// @brief The machine of a group at an IGMPv2 router that is the querier.
inline constexpr auto IGMP_V2_GROUP_TABLE = []() {
    using S = IgmpV2GroupState;
    using E = IgmpV2GroupEvent;
    using A = IgmpV2GroupAction;
    return MakeTransitionTable<S, E, A>({
        {S::NO_MEMBERS, E::REPORT, A::JOIN, S::MEMBERS, "RFC 2236 section 7"},
        {S::NO_MEMBERS, E::LEAVE, A::NONE, S::NO_MEMBERS, "RFC 2236 section 3"},
        {S::NO_MEMBERS, E::GROUP_TIMER, A::NONE, S::NO_MEMBERS, "ignored"},
        {S::NO_MEMBERS, E::RETRANSMIT_TIMER, A::NONE, S::NO_MEMBERS, "ignored"},
        {S::MEMBERS, E::REPORT, A::REFRESH, S::MEMBERS, "RFC 2236 section 7"},
        {S::MEMBERS, E::LEAVE, A::CHECK, S::CHECKING, "RFC 2236 section 7"},
        {S::MEMBERS, E::GROUP_TIMER, A::LEAVE, S::NO_MEMBERS, "RFC 2236 section 7"},
        {S::MEMBERS, E::RETRANSMIT_TIMER, A::NONE, S::MEMBERS, "ignored"},
        {S::CHECKING, E::REPORT, A::REFRESH, S::MEMBERS, "RFC 2236 section 7"},
        {S::CHECKING, E::LEAVE, A::NONE, S::CHECKING, "ignored"},
        {S::CHECKING, E::GROUP_TIMER, A::LEAVE, S::NO_MEMBERS, "RFC 2236 section 7"},
        {S::CHECKING, E::RETRANSMIT_TIMER, A::QUERY, S::CHECKING, "RFC 2236 section 7"},
    });
}();

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_V2_GROUP_FSM_H

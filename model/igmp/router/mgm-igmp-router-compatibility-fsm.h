/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_COMPATIBILITY_FSM_H
#define MGM_IGMP_ROUTER_COMPATIBILITY_FSM_H

#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-transition-table.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Group Compatibility Modes of an IGMPv3 router (RFC 3376 section 7.3.2).
enum class IgmpGroupMode : uint8_t
{
    IGMPV3, ///< Neither host timer runs.
    IGMPV2, ///< The IGMPv2 Host Present timer runs, the other does not.
    IGMPV1, ///< The IGMPv1 Host Present timer runs.
    COUNT,  ///< Number of modes.
};

/// @ingroup mgm
/// @brief What happens to the mode.
enum class IgmpGroupModeEvent : uint8_t
{
    V1_REPORT,               ///< A version 1 report is received.
    V2_REPORT,               ///< A version 2 report is received.
    V1_TIMER,                ///< The IGMPv1 Host Present timer expires, the other does not run.
    V1_TIMER_AMONG_V2_HOSTS, ///< The IGMPv1 Host Present timer expires, the other runs.
    V2_TIMER,                ///< The IGMPv2 Host Present timer expires.
    COUNT,                   ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class IgmpGroupModeAction : uint8_t
{
    NONE,
    START_V1, ///< Set the IGMPv1 Host Present timer.
    START_V2, ///< Set the IGMPv2 Host Present timer.
    COUNT,    ///< Number of actions.
};

/// @param mode a mode
/// @return its name
constexpr std::string_view
ToString(IgmpGroupMode mode)
{
    constexpr EnumNames<IgmpGroupMode> NAMES{"IGMPv3", "IGMPv2", "IGMPv1"};
    return NAMES[mode];
}

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(IgmpGroupModeEvent event)
{
    constexpr EnumNames<IgmpGroupModeEvent> NAMES{"V1_REPORT",
                                                  "V2_REPORT",
                                                  "V1_TIMER",
                                                  "V1_TIMER_AMONG_V2_HOSTS",
                                                  "V2_TIMER"};
    return NAMES[event];
}

/// @param action an action
/// @return what it is
constexpr std::string_view
ToString(IgmpGroupModeAction action)
{
    constexpr EnumNames<IgmpGroupModeAction> NAMES{"",
                                                   "set IGMPv1 Host Present timer",
                                                   "set IGMPv2 Host Present timer"};
    return NAMES[action];
}

/// @ingroup mgm
/// @brief The machine of the Group Compatibility Mode.
inline constexpr auto IGMP_GROUP_MODE_TABLE = []() {
    using S = IgmpGroupMode;
    using E = IgmpGroupModeEvent;
    using A = IgmpGroupModeAction;
    constexpr std::string_view RFC = "RFC 3376 section 7.3.2";
    constexpr std::string_view NO = "ignored";
    return MakeTransitionTable<S, E, A>({
        {S::IGMPV3, E::V1_REPORT, A::START_V1, S::IGMPV1, RFC},
        {S::IGMPV3, E::V2_REPORT, A::START_V2, S::IGMPV2, RFC},
        {S::IGMPV3, E::V1_TIMER, A::NONE, S::IGMPV3, NO},
        {S::IGMPV3, E::V1_TIMER_AMONG_V2_HOSTS, A::NONE, S::IGMPV3, NO},
        {S::IGMPV3, E::V2_TIMER, A::NONE, S::IGMPV3, NO},
        {S::IGMPV2, E::V1_REPORT, A::START_V1, S::IGMPV1, RFC},
        {S::IGMPV2, E::V2_REPORT, A::START_V2, S::IGMPV2, RFC},
        {S::IGMPV2, E::V1_TIMER, A::NONE, S::IGMPV2, NO},
        {S::IGMPV2, E::V1_TIMER_AMONG_V2_HOSTS, A::NONE, S::IGMPV2, NO},
        {S::IGMPV2, E::V2_TIMER, A::NONE, S::IGMPV3, RFC},
        {S::IGMPV1, E::V1_REPORT, A::START_V1, S::IGMPV1, RFC},
        {S::IGMPV1, E::V2_REPORT, A::START_V2, S::IGMPV1, RFC},
        {S::IGMPV1, E::V1_TIMER, A::NONE, S::IGMPV3, RFC},
        {S::IGMPV1, E::V1_TIMER_AMONG_V2_HOSTS, A::NONE, S::IGMPV2, RFC},
        {S::IGMPV1, E::V2_TIMER, A::NONE, S::IGMPV1, RFC},
    });
}();

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_COMPATIBILITY_FSM_H

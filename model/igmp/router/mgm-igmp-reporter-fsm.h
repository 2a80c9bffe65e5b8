/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_REPORTER_FSM_H
#define MGM_IGMP_REPORTER_FSM_H

#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-transition-table.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Whether IGMP may tell the manager of an interface (OWN-3, OWN-4).
enum class ReporterState : uint8_t
{
    REPORTING, ///< It may.
    DISABLED,  ///< Between DISABLE_IGMP and ENABLE_IGMP: it may not.
    ENABLED,   ///< ENABLE_IGMP was called; it may in a later event.
    COUNT,     ///< Number of states.
};

/// @ingroup mgm
/// @brief What happens to it.
enum class ReporterEvent : uint8_t
{
    DISABLE_IGMP, ///< The callback: a change of owner begins.
    ENABLE_IGMP,  ///< The callback: the change is complete.
    RESUME,       ///< The later event.
    COUNT,        ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class ReporterAction : uint8_t
{
    NONE,
    FORGET_REPORTED, ///< Nothing is reported: the manager has deleted it.
    RESUME_LATER,    ///< Schedule the later event.
    CANCEL_RESUME,   ///< The later event must not come.
    REPORT_ALL,      ///< Report everything that is wanted.
    COUNT,           ///< Number of actions.
};

/// @param state a state
/// @return its name
constexpr std::string_view
ToString(ReporterState state)
{
    constexpr EnumNames<ReporterState> NAMES{"REPORTING", "DISABLED", "ENABLED"};
    return NAMES[state];
}

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(ReporterEvent event)
{
    constexpr EnumNames<ReporterEvent> NAMES{words::DISABLE_IGMP, words::ENABLE_IGMP, "RESUME"};
    return NAMES[event];
}

/// @param action an action
/// @return what it is
constexpr std::string_view
ToString(ReporterAction action)
{
    constexpr EnumNames<ReporterAction> NAMES{"",
                                              "forget what is reported",
                                              "schedule resume",
                                              "cancel resume",
                                              "report all"};
    return NAMES[action];
}

/// @ingroup mgm
/// @brief The machine of a change of owner, as IGMP sees it.
inline constexpr auto REPORTER_TABLE = []() {
    using S = ReporterState;
    using E = ReporterEvent;
    using A = ReporterAction;
    return MakeTransitionTable<S, E, A>({
        {S::REPORTING, E::DISABLE_IGMP, A::FORGET_REPORTED, S::DISABLED, "OWN-3"},
        {S::REPORTING, E::ENABLE_IGMP, A::NONE, S::REPORTING, "ignored"},
        {S::REPORTING, E::RESUME, A::NONE, S::REPORTING, "ignored"},
        {S::DISABLED, E::DISABLE_IGMP, A::NONE, S::DISABLED, "ignored"},
        {S::DISABLED, E::ENABLE_IGMP, A::RESUME_LATER, S::ENABLED, "OWN-4"},
        {S::DISABLED, E::RESUME, A::NONE, S::DISABLED, "ignored"},
        {S::ENABLED, E::DISABLE_IGMP, A::CANCEL_RESUME, S::DISABLED, "OWN-3"},
        {S::ENABLED, E::ENABLE_IGMP, A::NONE, S::ENABLED, "ignored"},
        {S::ENABLED, E::RESUME, A::REPORT_ALL, S::REPORTING, "OWN-4"},
    });
}();

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_REPORTER_FSM_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_QUERIER_FSM_H
#define MGM_IGMP_QUERIER_FSM_H

#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-transition-table.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief States of a router towards an attached network (RFC 2236 section 7, RFC 3376 section
///        6.6.2).
enum class QuerierState : uint8_t
{
    INITIAL,     ///< Not started.
    QUERIER,     ///< This router sends the queries.
    NON_QUERIER, ///< Another router does.
    COUNT,       ///< Number of states.
};

/// @ingroup mgm
/// @brief What happens to it.
enum class QuerierEvent : uint8_t
{
    START,               ///< The interface comes into service.
    QUERY_TIMER,         ///< The general query timer expires.
    LOWER_QUERY,         ///< A query is received from a router with a lower IP address.
    OTHER_QUERIER_TIMER, ///< The other querier present timer expires.
    STOP,                ///< The interface goes out of service.
    COUNT,               ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class QuerierAction : uint8_t
{
    NONE,
    SEND_FIRST, ///< Send a general query, set the initial general query timer.
    SEND,       ///< Send a general query, set the general query timer.
    YIELD,      ///< Stop the general query timer, set the other querier present timer.
    TAKE_OVER,  ///< As SEND, with the variables of this router's own configuration.
    CANCEL,     ///< Stop the timers.
    COUNT,      ///< Number of actions.
};

/// @param state a state
/// @return its name
constexpr std::string_view
ToString(QuerierState state)
{
    constexpr EnumNames<QuerierState> NAMES{"INITIAL", "QUERIER", "NON_QUERIER"};
    return NAMES[state];
}

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(QuerierEvent event)
{
    constexpr EnumNames<QuerierEvent> NAMES{"START",
                                            "QUERY_TIMER",
                                            "LOWER_QUERY",
                                            "OTHER_QUERIER_TIMER",
                                            "STOP"};
    return NAMES[event];
}

/// @param action an action
/// @return what it is
constexpr std::string_view
ToString(QuerierAction action)
{
    constexpr EnumNames<QuerierAction> NAMES{"",
                                             "send general query; set initial query timer",
                                             "send general query; set query timer",
                                             "set other querier present timer",
                                             "send general query; set query timer",
                                             "cancel timers"};
    return NAMES[action];
}

/// @ingroup mgm
/// @brief The machine of a router towards an attached network.
inline constexpr auto QUERIER_TABLE = []() {
    using S = QuerierState;
    using E = QuerierEvent;
    using A = QuerierAction;
    constexpr std::string_view RFC = "RFC 2236 section 7, RFC 3376 section 6.6.2";
    return MakeTransitionTable<S, E, A>({
        {S::INITIAL, E::START, A::SEND_FIRST, S::QUERIER, RFC},
        {S::INITIAL, E::QUERY_TIMER, A::NONE, S::INITIAL, "ignored"},
        {S::INITIAL, E::LOWER_QUERY, A::NONE, S::INITIAL, "ignored"},
        {S::INITIAL, E::OTHER_QUERIER_TIMER, A::NONE, S::INITIAL, "ignored"},
        {S::INITIAL, E::STOP, A::NONE, S::INITIAL, "ignored"},
        {S::QUERIER, E::START, A::NONE, S::QUERIER, "ignored"},
        {S::QUERIER, E::QUERY_TIMER, A::SEND, S::QUERIER, RFC},
        {S::QUERIER, E::LOWER_QUERY, A::YIELD, S::NON_QUERIER, RFC},
        {S::QUERIER, E::OTHER_QUERIER_TIMER, A::NONE, S::QUERIER, "ignored"},
        {S::QUERIER, E::STOP, A::CANCEL, S::INITIAL, "orderly stop"},
        {S::NON_QUERIER, E::START, A::NONE, S::NON_QUERIER, "ignored"},
        {S::NON_QUERIER, E::QUERY_TIMER, A::NONE, S::NON_QUERIER, "ignored"},
        {S::NON_QUERIER, E::LOWER_QUERY, A::YIELD, S::NON_QUERIER, RFC},
        {S::NON_QUERIER, E::OTHER_QUERIER_TIMER, A::TAKE_OVER, S::QUERIER, RFC},
        {S::NON_QUERIER, E::STOP, A::CANCEL, S::INITIAL, "orderly stop"},
    });
}();

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_QUERIER_FSM_H

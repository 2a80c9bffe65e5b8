/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_ASSERT_FSM_H
#define MGM_PIM_DENSE_ASSERT_FSM_H

#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-transition-table.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief States of the (S,G) Assert machine of an interface (RFC 3973 section 4.6.4).
enum class PimDenseAssertState : uint8_t
{
    NO_INFO, ///< NI: there is no assert state.
    WINNER,  ///< W: this router forwards onto the interface.
    LOSER,   ///< L: another router does.
    COUNT,   ///< Number of states.
};

/// @ingroup mgm
/// @brief What happens to it. A metric is that of an Assert or of a State Refresh.
enum class PimDenseAssertEvent : uint8_t
{
    DATA,               ///< An (S,G) data packet arrives on downstream interface I.
    INFERIOR_OF_WINNER, ///< An inferior metric from the winner, or its AssertCancel.
    INFERIOR,           ///< An inferior metric from another router, and CouldAssert.
    PREFERRED,          ///< A preferred metric, and CouldAssert.
    PREFERRED_UPSTREAM, ///< A preferred metric, and I is RPF_interface(S).
    CONFIRMED,          ///< A metric of the present winner that is not inferior.
    SEND_REFRESH,       ///< Send State Refresh.
    AT_EXPIRES,         ///< AT(S,G,I) expires.
    COULD_NOT,          ///< CouldAssert(S,G,I) -> FALSE.
    COULD,              ///< CouldAssert(S,G,I) -> TRUE.
    WINNER_GONE,        ///< The winner's NLT(N,I) expires.
    ADDRESSED,          ///< Receive Prune(S,G), Join(S,G) or Graft(S,G).
    INTERFACE_DOWN,     ///< PIM is not in service on I any more.
    STOP,               ///< The router is being taken down.
    COUNT,              ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class PimDenseAssertAction : uint8_t
{
    NONE,
    WIN,     ///< Send Assert(S,G); set AT; store the own address and metric as winner.
    LOSE,    ///< Store the winner; set AT; send Prune(S,G) to it.
    FOLLOW,  ///< Store the winner; set AT.
    REFRESH, ///< Set AT to three times the State Refresh Interval.
    ASSERT,  ///< Send Assert(S,G).
    CANCEL,  ///< Send AssertCancel(S,G); cancel AT; forget the winner.
    FORGET,  ///< Cancel AT; forget the winner.
    COUNT,   ///< Number of actions.
};

/// @param state a state
/// @return its name
constexpr std::string_view
ToString(PimDenseAssertState state)
{
    constexpr EnumNames<PimDenseAssertState> NAMES{"NO_INFO", "WINNER", "LOSER"};
    return NAMES[state];
}

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(PimDenseAssertEvent event)
{
    constexpr EnumNames<PimDenseAssertEvent> NAMES{"DATA",
                                                   "INFERIOR_OF_WINNER",
                                                   "INFERIOR",
                                                   "PREFERRED",
                                                   "PREFERRED_UPSTREAM",
                                                   "CONFIRMED",
                                                   "SEND_REFRESH",
                                                   "AT_EXPIRES",
                                                   "COULD_NOT",
                                                   "COULD",
                                                   "WINNER_GONE",
                                                   "ADDRESSED",
                                                   "INTERFACE_DOWN",
                                                   "STOP"};
    return NAMES[event];
}

/// @param action an action
/// @return what it is, as the RFC writes it
constexpr std::string_view
ToString(PimDenseAssertAction action)
{
    constexpr EnumNames<PimDenseAssertAction> NAMES{"",
                                                    "Send Assert(S,G); Set AT(S,G,I)",
                                                    "Send Prune(S,G); Set AT(S,G,I)",
                                                    "Set AT(S,G,I)",
                                                    "Reset AT(S,G,I)",
                                                    "Send Assert(S,G)",
                                                    "Send AssertCancel(S,G); Cancel AT(S,G,I)",
                                                    "Cancel AT(S,G,I)"};
    return NAMES[action];
}

/**
 * @ingroup mgm
 * @brief The (S,G) Assert machine of an interface (RFC 3973 section 4.6.4).
 *
 * Where the RFC is silent or not at one with itself:
 * - An AssertCancel from the winner is "simply an Assert message", but on RPF_interface(S) it is
 *   not inferior to the own metric, which is infinite. It ends the state of a loser there, too.
 * - A metric of the present winner that has become worse, but is still better than the own one, is
 *   neither preferred nor inferior. It is noted and sets AT, as in RFC 7761 section 4.6.1.
 * - In its table a loser sends no Prune, in its text it does to another winner.
 * - A metric of another router between those of the winner and of this router is ignored.
 * - "Send State Refresh" is N/A to a loser, but lost_assert() lets a loser send whose own metric
 *   has become better than the winner's. Nothing changes.
 * - An interface that goes down forgets the winner, who can't be heard any more.
 */
inline constexpr auto PIM_DENSE_ASSERT_TABLE = []() {
    using S = PimDenseAssertState;
    using E = PimDenseAssertEvent;
    using A = PimDenseAssertAction;
    constexpr std::string_view NI = "RFC 3973 section 4.6.4.1";
    constexpr std::string_view W = "RFC 3973 section 4.6.4.2";
    constexpr std::string_view L = "RFC 3973 section 4.6.4.3";
    constexpr std::string_view TABLE = "RFC 3973 section 4.6.4";
    constexpr std::string_view NA = "RFC 3973 section 4.6.4: N/A";
    constexpr std::string_view DOWN = "the neighbors are gone";
    constexpr std::string_view STOP = "RFC 3973 section 4.6.5";
    return MakeTransitionTable<S, E, A>({
        {S::NO_INFO, E::DATA, A::WIN, S::WINNER, NI},
        {S::NO_INFO, E::INFERIOR_OF_WINNER, A::NONE, S::NO_INFO, NA},
        {S::NO_INFO, E::INFERIOR, A::WIN, S::WINNER, NI},
        {S::NO_INFO, E::PREFERRED, A::LOSE, S::LOSER, NI},
        {S::NO_INFO, E::PREFERRED_UPSTREAM, A::FOLLOW, S::LOSER, NI},
        {S::NO_INFO, E::CONFIRMED, A::NONE, S::NO_INFO, NA},
        {S::NO_INFO, E::SEND_REFRESH, A::NONE, S::NO_INFO, TABLE},
        {S::NO_INFO, E::AT_EXPIRES, A::NONE, S::NO_INFO, NA},
        {S::NO_INFO, E::COULD_NOT, A::NONE, S::NO_INFO, TABLE},
        {S::NO_INFO, E::COULD, A::NONE, S::NO_INFO, TABLE},
        {S::NO_INFO, E::WINNER_GONE, A::NONE, S::NO_INFO, NA},
        {S::NO_INFO, E::ADDRESSED, A::NONE, S::NO_INFO, TABLE},
        {S::NO_INFO, E::INTERFACE_DOWN, A::NONE, S::NO_INFO, DOWN},
        {S::NO_INFO, E::STOP, A::NONE, S::NO_INFO, STOP},
        {S::WINNER, E::DATA, A::WIN, S::WINNER, W},
        {S::WINNER, E::INFERIOR_OF_WINNER, A::NONE, S::WINNER, NA},
        {S::WINNER, E::INFERIOR, A::WIN, S::WINNER, W},
        {S::WINNER, E::PREFERRED, A::LOSE, S::LOSER, W},
        {S::WINNER, E::PREFERRED_UPSTREAM, A::NONE, S::WINNER, NA},
        {S::WINNER, E::CONFIRMED, A::NONE, S::WINNER, NA},
        {S::WINNER, E::SEND_REFRESH, A::REFRESH, S::WINNER, W},
        {S::WINNER, E::AT_EXPIRES, A::FORGET, S::NO_INFO, W},
        {S::WINNER, E::COULD_NOT, A::CANCEL, S::NO_INFO, W},
        {S::WINNER, E::COULD, A::NONE, S::WINNER, NA},
        {S::WINNER, E::WINNER_GONE, A::NONE, S::WINNER, NA},
        {S::WINNER, E::ADDRESSED, A::NONE, S::WINNER, TABLE},
        {S::WINNER, E::INTERFACE_DOWN, A::FORGET, S::NO_INFO, DOWN},
        {S::WINNER, E::STOP, A::CANCEL, S::NO_INFO, STOP},
        {S::LOSER, E::DATA, A::NONE, S::LOSER, TABLE},
        {S::LOSER, E::INFERIOR_OF_WINNER, A::FORGET, S::NO_INFO, L},
        {S::LOSER, E::INFERIOR, A::NONE, S::LOSER, TABLE},
        {S::LOSER, E::PREFERRED, A::LOSE, S::LOSER, L},
        {S::LOSER, E::PREFERRED_UPSTREAM, A::FOLLOW, S::LOSER, L},
        {S::LOSER, E::CONFIRMED, A::FOLLOW, S::LOSER, L},
        {S::LOSER, E::SEND_REFRESH, A::NONE, S::LOSER, NA},
        {S::LOSER, E::AT_EXPIRES, A::FORGET, S::NO_INFO, L},
        {S::LOSER, E::COULD_NOT, A::FORGET, S::NO_INFO, L},
        {S::LOSER, E::COULD, A::FORGET, S::NO_INFO, L},
        {S::LOSER, E::WINNER_GONE, A::FORGET, S::NO_INFO, L},
        {S::LOSER, E::ADDRESSED, A::ASSERT, S::LOSER, L},
        {S::LOSER, E::INTERFACE_DOWN, A::FORGET, S::NO_INFO, DOWN},
        {S::LOSER, E::STOP, A::FORGET, S::NO_INFO, STOP},
    });
}();

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_ASSERT_FSM_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_ORIGINATOR_FSM_H
#define MGM_PIM_DENSE_ORIGINATOR_FSM_H

#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-transition-table.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief States of Origination(S,G) (RFC 3973 section 4.5.2).
enum class PimDenseOriginatorState : uint8_t
{
    NOT_ORIGINATOR, ///< NO: no State Refresh is originated.
    ORIGINATOR,     ///< O: State Refreshes are originated.
    COUNT,          ///< Number of states.
};

/// @ingroup mgm
/// @brief What happens to it.
enum class PimDenseOriginatorEvent : uint8_t
{
    DATA,        ///< Receive data from S, and S is directly connected.
    SRT_EXPIRES, ///< SRT(S,G) expires.
    SAT_EXPIRES, ///< SAT(S,G) expires.
    NOT_DIRECT,  ///< S is no longer directly connected.
    COUNT,       ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class PimDenseOriginatorAction : uint8_t
{
    NONE,
    BEGIN,   ///< Set SRT and SAT; record the TTL.
    KEEP_ON, ///< Set SAT; record the TTL, if it is larger.
    REFRESH, ///< Send StateRefresh(S,G); set SRT.
    END,     ///< Cancel SRT and SAT.
    COUNT,   ///< Number of actions.
};

/// @param state a state
/// @return its name
constexpr std::string_view
ToString(PimDenseOriginatorState state)
{
    constexpr EnumNames<PimDenseOriginatorState> NAMES{"NOT_ORIGINATOR", "ORIGINATOR"};
    return NAMES[state];
}

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(PimDenseOriginatorEvent event)
{
    constexpr EnumNames<PimDenseOriginatorEvent> NAMES{"DATA",
                                                       "SRT_EXPIRES",
                                                       "SAT_EXPIRES",
                                                       "NOT_DIRECT"};
    return NAMES[event];
}

/// @param action an action
/// @return what it is, as the RFC writes it
constexpr std::string_view
ToString(PimDenseOriginatorAction action)
{
    constexpr EnumNames<PimDenseOriginatorAction> NAMES{"",
                                                        "Set SRT(S,G); Set SAT(S,G)",
                                                        "Reset SAT(S,G)",
                                                        "Send StateRefresh(S,G); Reset SRT(S,G)",
                                                        "Cancel SRT(S,G); Cancel SAT(S,G)"};
    return NAMES[action];
}

/// @ingroup mgm
/// @brief The machine Origination(S,G) (RFC 3973 section 4.5.2).
inline constexpr auto PIM_DENSE_ORIGINATOR_TABLE = []() {
    using S = PimDenseOriginatorState;
    using E = PimDenseOriginatorEvent;
    using A = PimDenseOriginatorAction;
    constexpr std::string_view NO = "RFC 3973 section 4.5.2.1";
    constexpr std::string_view O = "RFC 3973 section 4.5.2.2";
    constexpr std::string_view TABLE = "RFC 3973 section 4.5.2";
    constexpr std::string_view NA = "RFC 3973 section 4.5.2: N/A";
    return MakeTransitionTable<S, E, A>({
        {S::NOT_ORIGINATOR, E::DATA, A::BEGIN, S::ORIGINATOR, NO},
        {S::NOT_ORIGINATOR, E::SRT_EXPIRES, A::NONE, S::NOT_ORIGINATOR, NA},
        {S::NOT_ORIGINATOR, E::SAT_EXPIRES, A::NONE, S::NOT_ORIGINATOR, NA},
        {S::NOT_ORIGINATOR, E::NOT_DIRECT, A::NONE, S::NOT_ORIGINATOR, TABLE},
        {S::ORIGINATOR, E::DATA, A::KEEP_ON, S::ORIGINATOR, O},
        {S::ORIGINATOR, E::SRT_EXPIRES, A::REFRESH, S::ORIGINATOR, O},
        {S::ORIGINATOR, E::SAT_EXPIRES, A::END, S::NOT_ORIGINATOR, O},
        {S::ORIGINATOR, E::NOT_DIRECT, A::END, S::NOT_ORIGINATOR, O},
    });
}();

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_ORIGINATOR_FSM_H

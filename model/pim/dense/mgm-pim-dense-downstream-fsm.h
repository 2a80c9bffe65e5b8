/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_DOWNSTREAM_FSM_H
#define MGM_PIM_DENSE_DOWNSTREAM_FSM_H

#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-transition-table.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief States of DownstreamPState(S,G,I) (RFC 3973 section 4.4.2).
enum class PimDenseDownstreamState : uint8_t
{
    NO_INFO,       ///< NI: there is no prune state.
    PRUNE_PENDING, ///< PP: a Prune was received, and may be overridden. Data is forwarded.
    PRUNED,        ///< P: data is not forwarded.
    COUNT,         ///< Number of states.
};

/// @ingroup mgm
/// @brief What happens to it. Messages are those that name this router.
enum class PimDenseDownstreamEvent : uint8_t
{
    PRUNE,          ///< Receive Prune(S,G).
    JOIN,           ///< Receive Join(S,G).
    GRAFT,          ///< Receive Graft(S,G).
    PPT_EXPIRES,    ///< PPT(S,G,I) expires.
    PT_EXPIRES,     ///< PT(S,G,I) expires.
    RPF_INTERFACE,  ///< RPF_interface(S) becomes I.
    SEND_REFRESH,   ///< Send State Refresh(S,G) out I.
    INTERFACE_DOWN, ///< PIM is not in service on I any more.
    COUNT,          ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class PimDenseDownstreamAction : uint8_t
{
    NONE,
    PEND,       ///< Set PPT.
    CONFIRM,    ///< Set PT to the holdtime minus J/P_Override_Interval; send PruneEcho.
    HOLD,       ///< Set PT to the holdtime, if that is more.
    REFRESH,    ///< Set PT to the largest holdtime.
    CANCEL,     ///< Cancel PPT and PT.
    ACK,        ///< Send GraftAck.
    ACK_CANCEL, ///< Send GraftAck; cancel PPT and PT.
    COUNT,      ///< Number of actions.
};

/// @param state a state
/// @return its name
constexpr std::string_view
ToString(PimDenseDownstreamState state)
{
    constexpr EnumNames<PimDenseDownstreamState> NAMES{"NO_INFO", "PRUNE_PENDING", "PRUNED"};
    return NAMES[state];
}

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(PimDenseDownstreamEvent event)
{
    constexpr EnumNames<PimDenseDownstreamEvent> NAMES{"PRUNE",
                                                       "JOIN",
                                                       "GRAFT",
                                                       "PPT_EXPIRES",
                                                       "PT_EXPIRES",
                                                       "RPF_INTERFACE",
                                                       "SEND_REFRESH",
                                                       "INTERFACE_DOWN"};
    return NAMES[event];
}

/// @param action an action
/// @return what it is, as the RFC writes it
constexpr std::string_view
ToString(PimDenseDownstreamAction action)
{
    constexpr EnumNames<PimDenseDownstreamAction> NAMES{
        "",
        "Set PPT(S,G,I)",
        "Set PT(S,G,I); Send PruneEcho(S,G)",
        "Reset PT(S,G,I), if that is more",
        "Reset PT(S,G,I)",
        "Cancel PPT(S,G,I); Cancel PT(S,G,I)",
        "Send GraftAck",
        "Send GraftAck; Cancel PPT(S,G,I); Cancel PT(S,G,I)"};
    return NAMES[action];
}

/**
 * @ingroup mgm
 * @brief The machine DownstreamPState(S,G,I) (RFC 3973 section 4.4.2).
 *
 * The RFC does not say what becomes of prune state on an interface that goes down: it is forgotten,
 * with the neighbors that have asked for it.
 */
inline constexpr auto PIM_DENSE_DOWNSTREAM_TABLE = []() {
    using S = PimDenseDownstreamState;
    using E = PimDenseDownstreamEvent;
    using A = PimDenseDownstreamAction;
    constexpr std::string_view NI = "RFC 3973 section 4.4.2.1";
    constexpr std::string_view PP = "RFC 3973 section 4.4.2.2";
    constexpr std::string_view P = "RFC 3973 section 4.4.2.3";
    constexpr std::string_view TABLE = "RFC 3973 section 4.4.2";
    constexpr std::string_view NA = "RFC 3973 section 4.4.2: N/A";
    constexpr std::string_view DOWN = "the neighbors are gone";
    return MakeTransitionTable<S, E, A>({
        {S::NO_INFO, E::PRUNE, A::PEND, S::PRUNE_PENDING, NI},
        {S::NO_INFO, E::JOIN, A::NONE, S::NO_INFO, TABLE},
        {S::NO_INFO, E::GRAFT, A::ACK, S::NO_INFO, NI},
        {S::NO_INFO, E::PPT_EXPIRES, A::NONE, S::NO_INFO, NA},
        {S::NO_INFO, E::PT_EXPIRES, A::NONE, S::NO_INFO, NA},
        {S::NO_INFO, E::RPF_INTERFACE, A::NONE, S::NO_INFO, TABLE},
        {S::NO_INFO, E::SEND_REFRESH, A::NONE, S::NO_INFO, TABLE},
        {S::NO_INFO, E::INTERFACE_DOWN, A::NONE, S::NO_INFO, DOWN},
        {S::PRUNE_PENDING, E::PRUNE, A::NONE, S::PRUNE_PENDING, TABLE},
        {S::PRUNE_PENDING, E::JOIN, A::CANCEL, S::NO_INFO, PP},
        {S::PRUNE_PENDING, E::GRAFT, A::ACK_CANCEL, S::NO_INFO, PP},
        {S::PRUNE_PENDING, E::PPT_EXPIRES, A::CONFIRM, S::PRUNED, PP},
        {S::PRUNE_PENDING, E::PT_EXPIRES, A::NONE, S::PRUNE_PENDING, NA},
        {S::PRUNE_PENDING, E::RPF_INTERFACE, A::CANCEL, S::NO_INFO, PP},
        {S::PRUNE_PENDING, E::SEND_REFRESH, A::NONE, S::PRUNE_PENDING, TABLE},
        {S::PRUNE_PENDING, E::INTERFACE_DOWN, A::CANCEL, S::NO_INFO, DOWN},
        {S::PRUNED, E::PRUNE, A::HOLD, S::PRUNED, P},
        {S::PRUNED, E::JOIN, A::CANCEL, S::NO_INFO, P},
        {S::PRUNED, E::GRAFT, A::ACK_CANCEL, S::NO_INFO, P},
        {S::PRUNED, E::PPT_EXPIRES, A::NONE, S::PRUNED, NA},
        {S::PRUNED, E::PT_EXPIRES, A::NONE, S::NO_INFO, P},
        {S::PRUNED, E::RPF_INTERFACE, A::CANCEL, S::NO_INFO, P},
        {S::PRUNED, E::SEND_REFRESH, A::REFRESH, S::PRUNED, P},
        {S::PRUNED, E::INTERFACE_DOWN, A::CANCEL, S::NO_INFO, DOWN},
    });
}();

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_DOWNSTREAM_FSM_H

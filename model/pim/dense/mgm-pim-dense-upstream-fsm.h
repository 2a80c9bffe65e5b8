/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_UPSTREAM_FSM_H
#define MGM_PIM_DENSE_UPSTREAM_FSM_H

#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-transition-table.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief States of Upstream(S,G) (RFC 3973 section 4.4.1).
enum class PimDenseUpstreamState : uint8_t
{
    FORWARDING,  ///< F: it has just started, or olist(S,G) is not empty.
    PRUNED,      ///< P: olist(S,G) is empty.
    ACK_PENDING, ///< AP: a Graft was sent, and is not acknowledged.
    COUNT,       ///< Number of states.
};

/// @ingroup mgm
/// @brief What happens to it. While S is directly connected, or there is no route to S, nothing
///        does but for OLIST_DIRECT.
enum class PimDenseUpstreamEvent : uint8_t
{
    DATA,             ///< Data arrives on RPF_interface(S), olist is empty, PLT does not run.
    REFRESH_PRUNED,   ///< State Refresh from RPF'(S), Prune Indicator 1.
    REFRESH_UNWANTED, ///< The same, and olist is empty.
    REFRESH,          ///< State Refresh from RPF'(S), Prune Indicator 0, PLT does not run.
    SEE_JOIN,         ///< See Join(S,G) to RPF'(S).
    SEE_PRUNE,        ///< See Prune(S,G), and olist is not empty.
    OT_EXPIRES,       ///< OT(S,G) expires.
    OLIST_NULL,       ///< olist(S,G) -> NULL.
    OLIST_NON_NULL,   ///< olist(S,G) -> non-NULL.
    OLIST_DIRECT,     ///< olist(S,G) is not empty, and S is directly connected.
    RPF_OLIST,        ///< RPF'(S) changes, and olist is not empty.
    RPF_NULL,         ///< RPF'(S) changes, and olist is empty.
    DIRECT,           ///< S becomes directly connected.
    LOST,             ///< There is no route to S any more.
    GRT_EXPIRES,      ///< GRT(S,G) expires.
    GRT_ENDS,         ///< It expires after the last retry.
    GRAFT_ACK,        ///< Receive GraftAck(S,G) from RPF'(S).
    RPF_RESTARTS,     ///< RPF'(S) has another Generation ID.
    COUNT,            ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class PimDenseUpstreamAction : uint8_t
{
    NONE,
    PRUNE,      ///< Send Prune(S,G); set PLT; cancel GRT and OT.
    LIMIT,      ///< Set PLT; cancel OT.
    OVERRIDE,   ///< Set OT, unless it runs.
    SUPPRESS,   ///< Cancel OT.
    JOIN,       ///< Send Join(S,G).
    GRAFT,      ///< Cancel PLT; send Graft(S,G); set GRT: the first of a number of tries.
    GRAFT_MORE, ///< Send Graft(S,G); set GRT.
    STOP_GRAFT, ///< Cancel GRT.
    UNLIMIT,    ///< Cancel PLT.
    STOP,       ///< Cancel GRT, OT and PLT.
    COUNT,      ///< Number of actions.
};

/// @param state a state
/// @return its name
constexpr std::string_view
ToString(PimDenseUpstreamState state)
{
    constexpr EnumNames<PimDenseUpstreamState> NAMES{"FORWARDING", "PRUNED", "ACK_PENDING"};
    return NAMES[state];
}

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(PimDenseUpstreamEvent event)
{
    constexpr EnumNames<PimDenseUpstreamEvent> NAMES{"DATA",
                                                     "REFRESH_PRUNED",
                                                     "REFRESH_UNWANTED",
                                                     "REFRESH",
                                                     "SEE_JOIN",
                                                     "SEE_PRUNE",
                                                     "OT_EXPIRES",
                                                     "OLIST_NULL",
                                                     "OLIST_NON_NULL",
                                                     "OLIST_DIRECT",
                                                     "RPF_OLIST",
                                                     "RPF_NULL",
                                                     "DIRECT",
                                                     "LOST",
                                                     "GRT_EXPIRES",
                                                     "GRT_ENDS",
                                                     "GRAFT_ACK",
                                                     "RPF_RESTARTS"};
    return NAMES[event];
}

/// @param action an action
/// @return what it is, as the RFC writes it
constexpr std::string_view
ToString(PimDenseUpstreamAction action)
{
    constexpr EnumNames<PimDenseUpstreamAction> NAMES{
        "",
        "Send Prune(S,G); Set PLT(S,G); Cancel GRT(S,G); Cancel OT(S,G)",
        "Set PLT(S,G); Cancel OT(S,G)",
        "Set OT(S,G)",
        "Cancel OT(S,G)",
        "Send Join(S,G)",
        "Cancel PLT(S,G); Send Graft(S,G); Set GRT(S,G)",
        "Send Graft(S,G); Set GRT(S,G)",
        "Cancel GRT(S,G)",
        "Cancel PLT(S,G)",
        "Cancel GRT(S,G); Cancel OT(S,G); Cancel PLT(S,G)"};
    return NAMES[action];
}

/**
 * @ingroup mgm
 * @brief The machine Upstream(S,G) (RFC 3973 section 4.4.1).
 *
 * Where the RFC is silent or not at one with itself:
 * - In its table data in Forwarding asks for a PLT that does not run, in its text not. PLT runs in
 *   Pruned alone, and whatever leaves that state stops it: it is the same.
 * - It lets OT run on into Pruned, and while S is directly connected, where its expiry is N/A:
 * there OT is cancelled.
 * - In Forwarding with an empty olist (nothing was forwarded yet) OT is not set: by its definition
 *   it is set where olist is not empty. A State Refresh with Prune Indicator says then that the
 *   router upstream has pruned: Pruned and PLT, as section 4.3.4 allows at start-up. A member who
 *   comes later then causes a Graft.
 * - It does not say what follows for Pruned when S is directly connected and somebody wants the
 *   stream: nothing could leave that state, and section 4.2 would forward nothing. It becomes
 *   Forwarding.
 * - It does not say what follows when there is no route: nothing is sent upstream, as for a source
 *   that is directly connected; the next route is an RPF'(S) that changes.
 * - A seen Prune to RPF'(S) MAY put PLT off in Pruned. It does not: the holdtime of a PruneEcho
 *   would do so beyond the end of the prune state upstream.
 */
inline constexpr auto PIM_DENSE_UPSTREAM_TABLE = []() {
    using S = PimDenseUpstreamState;
    using E = PimDenseUpstreamEvent;
    using A = PimDenseUpstreamAction;
    constexpr std::string_view F = "RFC 3973 section 4.4.1.1";
    constexpr std::string_view P = "RFC 3973 section 4.4.1.2";
    constexpr std::string_view AP = "RFC 3973 section 4.4.1.3";
    constexpr std::string_view TABLE = "RFC 3973 section 4.4.1";
    constexpr std::string_view NA = "RFC 3973 section 4.4.1: N/A";
    constexpr std::string_view EMPTY = "RFC 3973 section 4.4.1: olist(S,G) is empty";
    constexpr std::string_view STARTUP = "RFC 3973 section 4.3.4";
    constexpr std::string_view ALONE = "RFC 3973 section 4.2: nothing is sent upstream";
    return MakeTransitionTable<S, E, A>({
        {S::FORWARDING, E::DATA, A::PRUNE, S::PRUNED, F},
        {S::FORWARDING, E::REFRESH_PRUNED, A::OVERRIDE, S::FORWARDING, F},
        {S::FORWARDING, E::REFRESH_UNWANTED, A::LIMIT, S::PRUNED, STARTUP},
        {S::FORWARDING, E::REFRESH, A::NONE, S::FORWARDING, F},
        {S::FORWARDING, E::SEE_JOIN, A::SUPPRESS, S::FORWARDING, F},
        {S::FORWARDING, E::SEE_PRUNE, A::OVERRIDE, S::FORWARDING, F},
        {S::FORWARDING, E::OT_EXPIRES, A::JOIN, S::FORWARDING, F},
        {S::FORWARDING, E::OLIST_NULL, A::PRUNE, S::PRUNED, F},
        {S::FORWARDING, E::OLIST_NON_NULL, A::NONE, S::FORWARDING, NA},
        {S::FORWARDING, E::OLIST_DIRECT, A::NONE, S::FORWARDING, ALONE},
        {S::FORWARDING, E::RPF_OLIST, A::GRAFT, S::ACK_PENDING, F},
        {S::FORWARDING, E::RPF_NULL, A::SUPPRESS, S::PRUNED, F},
        {S::FORWARDING, E::DIRECT, A::STOP, S::FORWARDING, TABLE},
        {S::FORWARDING, E::LOST, A::STOP, S::FORWARDING, ALONE},
        {S::FORWARDING, E::GRT_EXPIRES, A::NONE, S::FORWARDING, NA},
        {S::FORWARDING, E::GRT_ENDS, A::NONE, S::FORWARDING, NA},
        {S::FORWARDING, E::GRAFT_ACK, A::NONE, S::FORWARDING, TABLE},
        {S::FORWARDING, E::RPF_RESTARTS, A::NONE, S::FORWARDING, STARTUP},
        {S::PRUNED, E::DATA, A::PRUNE, S::PRUNED, P},
        {S::PRUNED, E::REFRESH_PRUNED, A::NONE, S::PRUNED, EMPTY},
        {S::PRUNED, E::REFRESH_UNWANTED, A::LIMIT, S::PRUNED, P},
        {S::PRUNED, E::REFRESH, A::PRUNE, S::PRUNED, P},
        {S::PRUNED, E::SEE_JOIN, A::NONE, S::PRUNED, TABLE},
        {S::PRUNED, E::SEE_PRUNE, A::NONE, S::PRUNED, EMPTY},
        {S::PRUNED, E::OT_EXPIRES, A::NONE, S::PRUNED, NA},
        {S::PRUNED, E::OLIST_NULL, A::NONE, S::PRUNED, NA},
        {S::PRUNED, E::OLIST_NON_NULL, A::GRAFT, S::ACK_PENDING, P},
        {S::PRUNED, E::OLIST_DIRECT, A::STOP, S::FORWARDING, ALONE},
        {S::PRUNED, E::RPF_OLIST, A::GRAFT, S::ACK_PENDING, P},
        {S::PRUNED, E::RPF_NULL, A::UNLIMIT, S::PRUNED, P},
        {S::PRUNED, E::DIRECT, A::NONE, S::PRUNED, P},
        {S::PRUNED, E::LOST, A::NONE, S::PRUNED, ALONE},
        {S::PRUNED, E::GRT_EXPIRES, A::NONE, S::PRUNED, NA},
        {S::PRUNED, E::GRT_ENDS, A::NONE, S::PRUNED, NA},
        {S::PRUNED, E::GRAFT_ACK, A::NONE, S::PRUNED, TABLE},
        {S::PRUNED, E::RPF_RESTARTS, A::UNLIMIT, S::PRUNED, STARTUP},
        {S::ACK_PENDING, E::DATA, A::NONE, S::ACK_PENDING, NA},
        {S::ACK_PENDING, E::REFRESH_PRUNED, A::OVERRIDE, S::ACK_PENDING, AP},
        {S::ACK_PENDING, E::REFRESH_UNWANTED, A::NONE, S::ACK_PENDING, NA},
        {S::ACK_PENDING, E::REFRESH, A::STOP_GRAFT, S::FORWARDING, AP},
        {S::ACK_PENDING, E::SEE_JOIN, A::SUPPRESS, S::ACK_PENDING, AP},
        {S::ACK_PENDING, E::SEE_PRUNE, A::OVERRIDE, S::ACK_PENDING, AP},
        {S::ACK_PENDING, E::OT_EXPIRES, A::JOIN, S::ACK_PENDING, AP},
        {S::ACK_PENDING, E::OLIST_NULL, A::PRUNE, S::PRUNED, AP},
        {S::ACK_PENDING, E::OLIST_NON_NULL, A::NONE, S::ACK_PENDING, NA},
        {S::ACK_PENDING, E::OLIST_DIRECT, A::NONE, S::ACK_PENDING, ALONE},
        {S::ACK_PENDING, E::RPF_OLIST, A::GRAFT, S::ACK_PENDING, AP},
        {S::ACK_PENDING, E::RPF_NULL, A::STOP, S::PRUNED, AP},
        {S::ACK_PENDING, E::DIRECT, A::STOP, S::FORWARDING, AP},
        {S::ACK_PENDING, E::LOST, A::STOP, S::FORWARDING, ALONE},
        {S::ACK_PENDING, E::GRT_EXPIRES, A::GRAFT_MORE, S::ACK_PENDING, AP},
        {S::ACK_PENDING, E::GRT_ENDS, A::NONE, S::ACK_PENDING, AP},
        {S::ACK_PENDING, E::GRAFT_ACK, A::STOP_GRAFT, S::FORWARDING, AP},
        {S::ACK_PENDING, E::RPF_RESTARTS, A::NONE, S::ACK_PENDING, STARTUP},
    });
}();

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_UPSTREAM_FSM_H

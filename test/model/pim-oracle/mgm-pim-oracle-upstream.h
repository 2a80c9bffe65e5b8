/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_UPSTREAM_H
#define MGM_PIM_ORACLE_UPSTREAM_H

#include "mgm-pim-oracle-table.h"
#include "mgm-pim-oracle-timer.h"

#include <optional>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Upstream(S,G), the table of RFC 3973 section 4.4.1.
 *
 * Where the table and the sections 4.4.1.1 to 4.4.1.3 differ, those are followed: they say when
 * PLT is cancelled, and what does not happen if S is directly connected.
 */
class PimOracleUpstream
{
  public:
    /// States.
    enum class State : uint8_t
    {
        FORWARDING,
        PRUNED,
        ACK_PENDING,
    };

    /// Events, in the order of the table.
    enum class Event : uint8_t
    {
        DATA,             ///< on RPF_interface(S), olist(S,G) is empty, PLT does not run
        REFRESH_PRUNED,   ///< State Refresh from RPF'(S), P=1
        REFRESH_UNWANTED, ///< the same, and olist(S,G) is empty
        REFRESH_CLEAR,    ///< State Refresh from RPF'(S), P=0, PLT does not run
        SEE_JOIN,         ///< to RPF'(S)
        SEE_PRUNE,
        OVERRIDE, ///< OT expires
        EMPTIES,  ///< olist(S,G) -> NULL
        FILLS,    ///< olist(S,G) -> non-NULL
        MOVES,    ///< RPF'(S) changes, olist(S,G) is not empty
        MOVES_EMPTY,
        DIRECT, ///< S becomes directly connected
        RETRY,  ///< GRT expires
        ACK,    ///< Graft-Ack from RPF'(S)
    };

    /// Actions.
    enum class Deed : uint8_t
    {
        SEND_PRUNE,
        SEND_JOIN,
        SEND_GRAFT,
        SET_LIMIT,
        CANCEL_LIMIT,
        MAY_RAISE_LIMIT,
        SET_RETRY,
        CANCEL_RETRY,
        START_OVERRIDE, ///< if OT does not run
        CANCEL_OVERRIDE,
    };

    /// A row of the table.
    using Row = PimOracleRow<Event, State, Deed>;

    /// When OT expires: at any moment from one to another.
    struct Window
    {
        PimOracleTime from;  ///< its start
        PimOracleTime until; ///< its end
    };

    /// @return the rows
    static const std::vector<Row>& GetTable();

    /// @brief Makes a transition. @param event what happens
    /// @return the row; nothing if the event is not applicable
    const Row* Step(Event event);

    State state{State::FORWARDING}; ///< present state
    PimOracleTimer retry;           ///< GRT(S,G)
    PimOracleTimer limit;           ///< PLT(S,G)
    std::optional<Window> override; ///< OT(S,G), if it runs
    uint32_t retriesDone{0};        ///< retransmissions of the present Graft
};

/// @param state a state of Upstream(S,G) @return its name
const char* GetPimOracleName(PimOracleUpstream::State state);

/// @param event an event of Upstream(S,G) @return its name
const char* GetPimOracleName(PimOracleUpstream::Event event);

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_UPSTREAM_H

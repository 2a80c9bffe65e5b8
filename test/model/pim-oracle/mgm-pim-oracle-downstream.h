/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_DOWNSTREAM_H
#define MGM_PIM_ORACLE_DOWNSTREAM_H

#include "mgm-pim-oracle-table.h"
#include "mgm-pim-oracle-timer.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Downstream(S,G,I), the table of RFC 3973 section 4.4.2.
 */
class PimOracleDownstream
{
  public:
    /// States.
    enum class State : uint8_t
    {
        NO_INFO,
        PRUNE_PENDING,
        PRUNED,
    };

    /// Events, in the order of the table.
    enum class Event : uint8_t
    {
        PRUNE,    ///< addressed to this router
        JOIN,     ///< addressed to this router
        GRAFT,    ///< addressed to this router
        PENDED,   ///< PPT expires
        EXPIRES,  ///< PT expires
        UPSTREAM, ///< RPF_Interface(S) becomes I
        REFRESH,  ///< a State Refresh is sent out I
    };

    /// Actions.
    enum class Deed : uint8_t
    {
        SET_PENDING,
        CANCEL_PENDING,
        SET_PRUNE,   ///< PT: the holdtime minus J/P_Override_Interval
        RAISE_PRUNE, ///< PT: the holdtime, if it is greater
        RESET_PRUNE, ///< PT: the holdtime of an active Prune
        CANCEL_PRUNE,
        SEND_ACK,
        SEND_ECHO,
        NOTE_HOLDTIME,
    };

    /// A row of the table.
    using Row = PimOracleRow<Event, State, Deed>;

    /// @return the rows
    static const std::vector<Row>& GetTable();

    /// @brief Makes a transition. @param event what happens
    /// @return the row; nothing if the event is not applicable
    const Row* Step(Event event);

    State state{State::NO_INFO};     ///< present state
    PimOracleTimer pending;          ///< PPT(S,G,I)
    PimOracleTimer prune;            ///< PT(S,G,I)
    std::vector<uint32_t> holdtimes; ///< of the Prunes since NoInfo, as received [s]
};

/// @param state a state of Downstream(S,G,I) @return its name
const char* GetPimOracleName(PimOracleDownstream::State state);

/// @param event an event of Downstream(S,G,I) @return its name
const char* GetPimOracleName(PimOracleDownstream::Event event);

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_DOWNSTREAM_H

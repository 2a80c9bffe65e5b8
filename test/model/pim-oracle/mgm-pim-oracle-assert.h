/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_ASSERT_H
#define MGM_PIM_ORACLE_ASSERT_H

#include "mgm-pim-oracle-metric.h"
#include "mgm-pim-oracle-table.h"
#include "mgm-pim-oracle-timer.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Assert(S,G,I), the table of RFC 3973 section 4.6.4.
 */
class PimOracleAssert
{
  public:
    /// States.
    enum class State : uint8_t
    {
        NO_INFO,
        WINNER,
        LOSER,
    };

    /// Events, in the order of the table.
    enum class Event : uint8_t
    {
        DATA,            ///< on a downstream interface
        INFERIOR_WINNER, ///< an inferior Assert or State Refresh from the winner
        INFERIOR_OTHER,  ///< one from another router, and CouldAssert
        PREFERRED,       ///< an Assert or State Refresh with a better metric
        REPEATED,        ///< one with the metric of the winner
        REFRESH,         ///< a State Refresh is sent on I
        EXPIRES,         ///< AT expires
        BECOMES_FALSE,   ///< CouldAssert -> FALSE
        BECOMES_TRUE,    ///< CouldAssert -> TRUE
        WINNER_GONE,     ///< the winner's NLT expires
        ADDRESSED,       ///< a Prune, Join or Graft to this router
    };

    /// Actions.
    enum class Deed : uint8_t
    {
        SEND_ASSERT,
        SEND_CANCEL,
        SEND_PRUNE, ///< to the new winner, if CouldAssert
        WIN,        ///< this router is stored as winner
        STORE,      ///< the sender is stored as winner
        SET_TIMER,
        CANCEL_TIMER,
        REFRESH_TIMER, ///< three times the interval of the State Refresh
    };

    /// A row of the table.
    using Row = PimOracleRow<Event, State, Deed>;

    /// @return the rows
    static const std::vector<Row>& GetTable();

    /// @brief Makes a transition. @param event what happens
    /// @return the row; nothing if the event is not applicable
    const Row* Step(Event event);

    State state{State::NO_INFO};                 ///< present state
    PimOracleTimer timer;                        ///< AT(S,G,I)
    PimOracleMetric winner{PIM_ORACLE_INFINITE}; ///< AssertWinner and AssertWinnerMetric
};

/// @param state a state of Assert(S,G,I) @return its name
const char* GetPimOracleName(PimOracleAssert::State state);

/// @param event an event of Assert(S,G,I) @return its name
const char* GetPimOracleName(PimOracleAssert::Event event);

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_ASSERT_H

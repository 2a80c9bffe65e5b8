/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_TABLE_H
#define MGM_PIM_ORACLE_TABLE_H

#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @brief A row of a state machine.
template <typename Event, typename State, typename Deed>
struct PimOracleRow
{
    Event event;             ///< what happens
    State from;              ///< previous state
    State to;                ///< next state
    std::vector<Deed> deeds; ///< what is done, in this order
};

/**
 * @ingroup tests
 * @brief Looks a row up.
 * @param table the rows
 * @param event what happens
 * @param from previous state
 * @return the row; nothing if the event is not applicable there
 */
template <typename Event, typename State, typename Deed>
const PimOracleRow<Event, State, Deed>*
FindPimOracleRow(const std::vector<PimOracleRow<Event, State, Deed>>& table,
                 Event event,
                 State from)
{
    for (const auto& row : table)
    {
        if (row.event == event && row.from == from)
        {
            return &row;
        }
    }
    return nullptr;
}

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_TABLE_H

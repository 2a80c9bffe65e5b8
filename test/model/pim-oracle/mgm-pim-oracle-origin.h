/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_ORIGIN_H
#define MGM_PIM_ORACLE_ORIGIN_H

#include "mgm-pim-oracle-table.h"
#include "mgm-pim-oracle-timer.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Origination(S,G), the table of RFC 3973 section 4.5.2.
 */
class PimOracleOrigin
{
  public:
    /// States.
    enum class State : uint8_t
    {
        NOT_ORIGINATOR,
        ORIGINATOR,
    };

    /// Events, in the order of the table.
    enum class Event : uint8_t
    {
        DATA,     ///< from S, directly connected
        REFRESH,  ///< SRT expires
        EXPIRES,  ///< SAT expires
        INDIRECT, ///< S is no longer directly connected
    };

    /// Actions.
    enum class Deed : uint8_t
    {
        SET_REFRESH,
        CANCEL_REFRESH,
        SET_ACTIVE,
        CANCEL_ACTIVE,
        START_TTL, ///< records the TTL of the first packet
        RAISE_TTL, ///< records that of another one, if it is larger
        SEND,
    };

    /// A row of the table.
    using Row = PimOracleRow<Event, State, Deed>;

    /// @return the rows
    static const std::vector<Row>& GetTable();

    /// @brief Makes a transition. @param event what happens
    /// @return the row; nothing if the event is not applicable
    const Row* Step(Event event);

    State state{State::NOT_ORIGINATOR}; ///< present state
    PimOracleTimer active;              ///< SAT(S,G)
    PimOracleTimer refresh;             ///< SRT(S,G)
    uint32_t ttl{0};                    ///< largest of the data packets
    uint32_t count{0};                  ///< State Refreshes sent, modulo 3, for the flag N
};

/// @param state a state of Origination(S,G) @return its name
const char* GetPimOracleName(PimOracleOrigin::State state);

/// @param event an event of Origination(S,G) @return its name
const char* GetPimOracleName(PimOracleOrigin::Event event);

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_ORIGIN_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-assert.h"

#include <array>

namespace ns3
{
namespace mgm
{

const std::vector<PimOracleAssert::Row>&
PimOracleAssert::GetTable()
{
    constexpr auto NI = State::NO_INFO;
    constexpr auto W = State::WINNER;
    constexpr auto L = State::LOSER;
    static const std::vector<Row> table{
        {Event::DATA, NI, W, {Deed::WIN, Deed::SEND_ASSERT, Deed::SET_TIMER}},
        {Event::DATA, W, W, {Deed::SEND_ASSERT, Deed::SET_TIMER}},
        {Event::DATA, L, L, {}},
        {Event::INFERIOR_WINNER, L, NI, {Deed::CANCEL_TIMER}},
        {Event::INFERIOR_OTHER, NI, W, {Deed::WIN, Deed::SEND_ASSERT, Deed::SET_TIMER}},
        {Event::INFERIOR_OTHER, W, W, {Deed::SEND_ASSERT, Deed::SET_TIMER}},
        {Event::INFERIOR_OTHER, L, L, {}},
        {Event::PREFERRED, NI, L, {Deed::STORE, Deed::SET_TIMER, Deed::SEND_PRUNE}},
        {Event::PREFERRED, W, L, {Deed::STORE, Deed::SET_TIMER, Deed::SEND_PRUNE}},
        {Event::PREFERRED, L, L, {Deed::STORE, Deed::SET_TIMER, Deed::SEND_PRUNE}},
        {Event::REPEATED, L, L, {Deed::SET_TIMER}},
        {Event::REFRESH, NI, NI, {}},
        {Event::REFRESH, W, W, {Deed::REFRESH_TIMER}},
        {Event::EXPIRES, W, NI, {Deed::CANCEL_TIMER}},
        {Event::EXPIRES, L, NI, {Deed::CANCEL_TIMER}},
        {Event::BECOMES_FALSE, NI, NI, {}},
        {Event::BECOMES_FALSE, W, NI, {Deed::SEND_CANCEL, Deed::CANCEL_TIMER}},
        {Event::BECOMES_FALSE, L, NI, {Deed::CANCEL_TIMER}},
        {Event::BECOMES_TRUE, NI, NI, {}},
        {Event::BECOMES_TRUE, L, NI, {Deed::CANCEL_TIMER}},
        {Event::WINNER_GONE, L, NI, {Deed::CANCEL_TIMER}},
        {Event::ADDRESSED, NI, NI, {}},
        {Event::ADDRESSED, W, W, {}},
        {Event::ADDRESSED, L, L, {Deed::SEND_ASSERT}},
    };
    return table;
}

const PimOracleAssert::Row*
PimOracleAssert::Step(Event event)
{
    const auto* row = FindPimOracleRow(GetTable(), event, state);
    state = row != nullptr ? row->to : state;
    if (state == State::NO_INFO)
    {
        winner = PIM_ORACLE_INFINITE;
    }
    return row;
}

const char*
GetPimOracleName(PimOracleAssert::State state)
{
    static constexpr std::array<const char*, 3> names{"NoInfo", "Winner", "Loser"};
    return names.at(static_cast<std::size_t>(state));
}

const char*
GetPimOracleName(PimOracleAssert::Event event)
{
    static constexpr std::array<const char*, 11> names{"data on downstream interface",
                                                       "inferior from winner",
                                                       "inferior from other",
                                                       "preferred",
                                                       "repeated by winner",
                                                       "send State Refresh",
                                                       "AT expires",
                                                       "CouldAssert -> FALSE",
                                                       "CouldAssert -> TRUE",
                                                       "winner's NLT expires",
                                                       "receive Prune, Join or Graft"};
    return names.at(static_cast<std::size_t>(event));
}

} // namespace mgm
} // namespace ns3

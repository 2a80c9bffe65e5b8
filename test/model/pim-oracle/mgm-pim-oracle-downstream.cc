/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-downstream.h"

#include <array>

namespace ns3
{
namespace mgm
{

const std::vector<PimOracleDownstream::Row>&
PimOracleDownstream::GetTable()
{
    constexpr auto NI = State::NO_INFO;
    constexpr auto PP = State::PRUNE_PENDING;
    constexpr auto P = State::PRUNED;
    static const std::vector<Row> table{
        {Event::PRUNE, NI, PP, {Deed::NOTE_HOLDTIME, Deed::SET_PENDING}},
        {Event::PRUNE, PP, PP, {Deed::NOTE_HOLDTIME}},
        {Event::PRUNE, P, P, {Deed::NOTE_HOLDTIME, Deed::RAISE_PRUNE}},
        {Event::JOIN, NI, NI, {}},
        {Event::JOIN, PP, NI, {Deed::CANCEL_PENDING}},
        {Event::JOIN, P, NI, {Deed::CANCEL_PRUNE}},
        {Event::GRAFT, NI, NI, {Deed::SEND_ACK}},
        {Event::GRAFT, PP, NI, {Deed::SEND_ACK, Deed::CANCEL_PENDING}},
        {Event::GRAFT, P, NI, {Deed::SEND_ACK, Deed::CANCEL_PRUNE}},
        {Event::PENDED, PP, P, {Deed::CANCEL_PENDING, Deed::SET_PRUNE, Deed::SEND_ECHO}},
        {Event::EXPIRES, P, NI, {Deed::CANCEL_PRUNE}},
        {Event::UPSTREAM, NI, NI, {}},
        {Event::UPSTREAM, PP, NI, {Deed::CANCEL_PENDING}},
        {Event::UPSTREAM, P, NI, {Deed::CANCEL_PRUNE}},
        {Event::REFRESH, NI, NI, {}},
        {Event::REFRESH, PP, PP, {}},
        {Event::REFRESH, P, P, {Deed::RESET_PRUNE}},
    };
    return table;
}

const PimOracleDownstream::Row*
PimOracleDownstream::Step(Event event)
{
    const auto* row = FindPimOracleRow(GetTable(), event, state);
    state = row != nullptr ? row->to : state;
    if (state == State::NO_INFO)
    {
        holdtimes.clear();
    }
    return row;
}

const char*
GetPimOracleName(PimOracleDownstream::State state)
{
    static constexpr std::array<const char*, 3> names{"NoInfo", "PrunePending", "Pruned"};
    return names.at(static_cast<std::size_t>(state));
}

const char*
GetPimOracleName(PimOracleDownstream::Event event)
{
    static constexpr std::array<const char*, 7> names{"receive Prune",
                                                      "receive Join",
                                                      "receive Graft",
                                                      "PPT expires",
                                                      "PT expires",
                                                      "RPF_interface becomes I",
                                                      "send State Refresh"};
    return names.at(static_cast<std::size_t>(event));
}

} // namespace mgm
} // namespace ns3

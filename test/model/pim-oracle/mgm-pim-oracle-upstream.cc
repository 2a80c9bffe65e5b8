/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-upstream.h"

#include <array>

namespace ns3
{
namespace mgm
{

const std::vector<PimOracleUpstream::Row>&
PimOracleUpstream::GetTable()
{
    constexpr auto F = State::FORWARDING;
    constexpr auto P = State::PRUNED;
    constexpr auto AP = State::ACK_PENDING;
    static const std::vector<Row> table{
        {Event::DATA, F, P, {Deed::SEND_PRUNE, Deed::SET_LIMIT}},
        {Event::DATA, P, P, {Deed::SEND_PRUNE, Deed::SET_LIMIT}},
        {Event::REFRESH_PRUNED, F, F, {Deed::START_OVERRIDE}},
        {Event::REFRESH_UNWANTED, F, P, {Deed::CANCEL_OVERRIDE, Deed::SET_LIMIT}},
        {Event::REFRESH_UNWANTED, P, P, {Deed::SET_LIMIT}},
        {Event::REFRESH_PRUNED, AP, AP, {Deed::START_OVERRIDE}},
        {Event::REFRESH_CLEAR, F, F, {}},
        {Event::REFRESH_CLEAR, P, P, {Deed::SEND_PRUNE, Deed::SET_LIMIT}},
        {Event::REFRESH_CLEAR, AP, F, {Deed::CANCEL_RETRY}},
        {Event::SEE_JOIN, F, F, {Deed::CANCEL_OVERRIDE}},
        {Event::SEE_JOIN, P, P, {}},
        {Event::SEE_JOIN, AP, AP, {Deed::CANCEL_OVERRIDE}},
        {Event::SEE_PRUNE, F, F, {Deed::START_OVERRIDE}},
        {Event::SEE_PRUNE, P, P, {Deed::MAY_RAISE_LIMIT}},
        {Event::SEE_PRUNE, AP, AP, {Deed::START_OVERRIDE}},
        {Event::OVERRIDE, F, F, {Deed::SEND_JOIN}},
        {Event::OVERRIDE, AP, AP, {Deed::SEND_JOIN}},
        {Event::EMPTIES, F, P, {Deed::SEND_PRUNE, Deed::SET_LIMIT}},
        {Event::EMPTIES, AP, P, {Deed::SEND_PRUNE, Deed::SET_LIMIT, Deed::CANCEL_RETRY}},
        {Event::FILLS, P, AP, {Deed::CANCEL_LIMIT, Deed::SEND_GRAFT, Deed::SET_RETRY}},
        {Event::MOVES, F, AP, {Deed::SEND_GRAFT, Deed::SET_RETRY}},
        {Event::MOVES, P, AP, {Deed::CANCEL_LIMIT, Deed::SEND_GRAFT, Deed::SET_RETRY}},
        {Event::MOVES, AP, AP, {Deed::SEND_GRAFT, Deed::SET_RETRY}},
        {Event::MOVES_EMPTY, F, P, {}},
        {Event::MOVES_EMPTY, P, P, {Deed::CANCEL_LIMIT}},
        {Event::MOVES_EMPTY, AP, P, {Deed::CANCEL_RETRY}},
        {Event::DIRECT, F, F, {}},
        {Event::DIRECT, P, P, {}},
        {Event::DIRECT, AP, F, {Deed::CANCEL_RETRY}},
        {Event::RETRY, AP, AP, {Deed::SEND_GRAFT, Deed::SET_RETRY}},
        {Event::ACK, F, F, {}},
        {Event::ACK, P, P, {}},
        {Event::ACK, AP, F, {Deed::CANCEL_RETRY}},
    };
    return table;
}

const PimOracleUpstream::Row*
PimOracleUpstream::Step(Event event)
{
    const auto* row = FindPimOracleRow(GetTable(), event, state);
    state = row != nullptr ? row->to : state;
    return row;
}

const char*
GetPimOracleName(PimOracleUpstream::State state)
{
    static constexpr std::array<const char*, 3> names{"Forwarding", "Pruned", "AckPending"};
    return names.at(static_cast<std::size_t>(state));
}

const char*
GetPimOracleName(PimOracleUpstream::Event event)
{
    static constexpr std::array<const char*, 14> names{"data, olist empty",
                                                       "State Refresh P=1",
                                                       "State Refresh P=1, olist empty",
                                                       "State Refresh P=0",
                                                       "see Join",
                                                       "see Prune",
                                                       "OT expires",
                                                       "olist -> NULL",
                                                       "olist -> non-NULL",
                                                       "RPF' changes, olist",
                                                       "RPF' changes, olist empty",
                                                       "S becomes direct",
                                                       "GRT expires",
                                                       "Graft-Ack"};
    return names.at(static_cast<std::size_t>(event));
}

} // namespace mgm
} // namespace ns3

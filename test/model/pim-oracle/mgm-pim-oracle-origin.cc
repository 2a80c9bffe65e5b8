/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-origin.h"

#include <array>

namespace ns3
{
namespace mgm
{

const std::vector<PimOracleOrigin::Row>&
PimOracleOrigin::GetTable()
{
    constexpr auto NO = State::NOT_ORIGINATOR;
    constexpr auto O = State::ORIGINATOR;
    static const std::vector<Row> table{
        {Event::DATA, NO, O, {Deed::SET_REFRESH, Deed::SET_ACTIVE, Deed::START_TTL}},
        {Event::DATA, O, O, {Deed::SET_ACTIVE, Deed::RAISE_TTL}},
        {Event::REFRESH, O, O, {Deed::SET_REFRESH, Deed::SEND}},
        {Event::EXPIRES, O, NO, {Deed::CANCEL_REFRESH, Deed::CANCEL_ACTIVE}},
        {Event::INDIRECT, NO, NO, {}},
        {Event::INDIRECT, O, NO, {Deed::CANCEL_REFRESH, Deed::CANCEL_ACTIVE}},
    };
    return table;
}

const PimOracleOrigin::Row*
PimOracleOrigin::Step(Event event)
{
    const auto* row = FindPimOracleRow(GetTable(), event, state);
    state = row != nullptr ? row->to : state;
    return row;
}

const char*
GetPimOracleName(PimOracleOrigin::State state)
{
    static constexpr std::array<const char*, 2> names{"NotOriginator", "Originator"};
    return names.at(static_cast<std::size_t>(state));
}

const char*
GetPimOracleName(PimOracleOrigin::Event event)
{
    static constexpr std::array<const char*, 4> names{"data from S, direct",
                                                      "SRT expires",
                                                      "SAT expires",
                                                      "S no longer direct"};
    return names.at(static_cast<std::size_t>(event));
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-view.h"

#include <array>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr const char* DOWNSTREAM_LETTERS = "-pP";
constexpr const char* ASSERT_LETTERS = "-WL";

} // namespace

bool
PimOracleView::operator==(const PimOracleView& other) const
{
    return upstream == other.upstream && origin == other.origin && olist == other.olist &&
           downstream == other.downstream && asserts == other.asserts && winners == other.winners &&
           incoming == other.incoming && neighbor == other.neighbor && outgoing == other.outgoing &&
           timers == other.timers;
}

std::ostream&
operator<<(std::ostream& os, const PimOracleView& view)
{
    os << GetPimOracleName(view.upstream) << ' ' << GetPimOracleName(view.origin) << " olist {";
    for (uint32_t interface = 1; interface <= view.downstream.size(); ++interface)
    {
        os << ((view.olist & PimOracleOnly(interface)) != 0 ? " " + std::to_string(interface) : "");
    }
    os << " } downstream ";
    for (const auto state : view.downstream)
    {
        os << DOWNSTREAM_LETTERS[static_cast<std::size_t>(state)];
    }
    os << " assert ";
    for (const auto state : view.asserts)
    {
        os << ASSERT_LETTERS[static_cast<std::size_t>(state)];
    }
    for (const auto winner : view.winners)
    {
        if (!winner.IsInfinite())
        {
            os << ' ' << winner;
        }
    }
    os << " from " << view.incoming << ' ' << PimOracleAddress(view.neighbor) << " to "
       << view.outgoing;
    static constexpr std::array<const char*, 8>
        timers{"PPT", "PT", "AT", "GRT", "PLT", "OT", "SAT", "SRT"};
    for (const auto& [timer, end] : view.timers)
    {
        os << ' ' << timers.at(static_cast<std::size_t>(timer.first)) << timer.second << '@' << end;
    }
    if (view.override)
    {
        os << " OT@" << *view.override;
    }
    return os;
}

} // namespace mgm
} // namespace ns3

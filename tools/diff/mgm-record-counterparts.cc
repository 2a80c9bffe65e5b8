/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-record-counterparts.h"

#include <iterator>

namespace ns3
{
namespace mgm
{

void
RecordCounterparts::Add(uint64_t a, uint64_t b, bool isNext)
{
    Add(m_toB, a, b, isNext);
    Add(m_toA, b, a, isNext);
}

void
RecordCounterparts::Add(Stretches& stretches, uint64_t from, uint64_t to, bool isNext)
{
    if (!stretches.empty())
    {
        auto& [first, stretch] = *stretches.rbegin();
        const bool isBehind = isNext ? from > stretch.last : from == stretch.last + 1;
        if (isBehind && from - first == to - stretch.to)
        {
            stretch.last = from;
            return;
        }
    }
    stretches[from] = {from, to};
}

std::optional<uint64_t>
RecordCounterparts::Find(const Stretches& stretches, uint64_t from)
{
    const auto behind = stretches.upper_bound(from);
    if (behind == stretches.begin())
    {
        return std::nullopt;
    }
    const auto& [first, stretch] = *std::prev(behind);
    return from > stretch.last ? std::nullopt : std::make_optional(stretch.to + (from - first));
}

bool
RecordCounterparts::Correspond(uint64_t a, uint64_t b) const
{
    if (a == 0 || b == 0)
    {
        return a == b;
    }
    const auto counterpart = FindInB(a);
    return counterpart ? *counterpart == b : !Find(m_toA, b);
}

} // namespace mgm
} // namespace ns3

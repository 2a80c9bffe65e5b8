/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-duration-distribution.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// An interval is a value without all but its first bits; the first of those is always 1.
constexpr uint32_t PRECISION = 7;

/// Number of the interval of a value: how many bits it loses, then those that are left.
uint32_t
IntervalOf(int64_t value)
{
    uint32_t lost = 0;
    while (value >> lost >= int64_t{2} << PRECISION)
    {
        ++lost;
    }
    return (lost << PRECISION) + static_cast<uint32_t>(value >> lost);
}

int64_t
MiddleOf(uint32_t interval)
{
    if (interval < 2U << PRECISION)
    {
        return interval;
    }
    const auto lost = (interval >> PRECISION) - 1;
    const auto left = static_cast<int64_t>(interval - (lost << PRECISION));
    return (left << lost) + (int64_t{1} << lost >> 1);
}

} // namespace

void
DurationDistribution::Add(int64_t duration)
{
    m_minimum = m_count == 0 ? duration : std::min(m_minimum, duration);
    m_maximum = std::max(m_maximum, duration);
    ++m_count;
    if (m_count <= MAX_EXACT)
    {
        m_values.push_back(duration);
        return;
    }
    Summarise();
    ++m_intervals[IntervalOf(duration)];
}

void
DurationDistribution::Summarise()
{
    for (const auto value : m_values)
    {
        ++m_intervals[IntervalOf(value)];
    }
    std::vector<int64_t>().swap(m_values);
}

std::optional<int64_t>
DurationDistribution::GetMaximum() const
{
    return m_count == 0 ? std::nullopt : std::make_optional(m_maximum);
}

std::optional<int64_t>
DurationDistribution::GetQuantile(uint32_t percent) const
{
    if (m_count == 0)
    {
        return std::nullopt;
    }
    const auto rank = (m_count * percent + 99) / 100; // rounded up, from 1
    if (m_values.empty())
    {
        return Estimate(rank);
    }
    auto values = m_values;
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(rank - 1);
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

int64_t
DurationDistribution::Estimate(uint64_t rank) const
{
    uint64_t below = 0;
    for (const auto& [interval, count] : m_intervals)
    {
        below += count;
        if (below >= rank)
        {
            return std::clamp(MiddleOf(interval), m_minimum, m_maximum);
        }
    }
    return m_maximum;
}

} // namespace mgm
} // namespace ns3

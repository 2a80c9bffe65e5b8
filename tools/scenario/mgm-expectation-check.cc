/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-expectation-check.h"

#include <cstdint>

namespace ns3
{
namespace mgm
{

std::optional<std::set<uint32_t>>
ExpectationCheck::GetNodes() const
{
    return std::set<uint32_t>();
}

void
ExpectationCheck::Observe(const TraceRecord& /* record */)
{
}

void
NoteDifference(ExpectationResult& result,
               const std::string& name,
               const std::string& found,
               const std::string& expected)
{
    const std::string separator = result.found.empty() ? "" : ", ";
    result.found += separator + name + " " + found;
    result.expected += separator + name + " " + expected;
}

std::string
DescribeTime(Time time)
{
    constexpr int64_t NS_PER_S = 1000000000;
    constexpr std::size_t DIGITS = 9;
    const auto nanoseconds = time.GetNanoSeconds();
    auto fraction = std::to_string(nanoseconds % NS_PER_S);
    fraction.insert(0, DIGITS - fraction.size(), '0');
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return std::to_string(nanoseconds / NS_PER_S) + (fraction.empty() ? "" : "." + fraction) + " s";
}

std::string
DescribeCount(uint64_t count, const std::string& noun)
{
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-expectation-check.h"

#include <iomanip>
#include <limits>
#include <sstream>

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
    std::ostringstream text;
    text << std::setprecision(std::numeric_limits<double>::digits10) << time.GetSeconds() << " s";
    return text.str();
}

std::string
DescribeCount(uint64_t count, const std::string& noun)
{
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

} // namespace mgm
} // namespace ns3

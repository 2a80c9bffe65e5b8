/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-attribute-range.h"

#include "mgm-scenario-values.h"

#include "ns3/nstime.h"

#include <algorithm>
#include <limits>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// The bounds of an attribute as ns-3 writes them: "uint8_t 1:255" is all that a checker tells.
struct AttributeRange
{
    std::string least;
    std::string most;
};

AttributeRange
GetRange(const AttributeChecker& checker)
{
    const auto text = checker.GetUnderlyingTypeInformation();
    const auto start = text.find(' ') + 1;
    const auto middle = text.find(':', start);
    return {text.substr(start, middle - start), text.substr(middle + 1)};
}

/// A bound as ns-3 writes it.
template <typename Bound>
std::string
WriteBound(Bound bound)
{
    std::ostringstream text;
    text << bound;
    return text.str();
}

std::string
QuoteTime(Time time)
{
    return '"' + WriteTime(time) + '"';
}

} // namespace

std::string
DescribeNumberRange(const AttributeChecker& checker)
{
    const auto [least, most] = GetRange(checker);
    if (checker.GetValueTypeName() != "ns3::DoubleValue")
    {
        return "a whole number from " + least + " to " + most;
    }
    const bool hasLeast = least != WriteBound(std::numeric_limits<double>::lowest());
    const bool hasMost = most != WriteBound(std::numeric_limits<double>::max());
    return hasLeast && hasMost ? "a number from " + least + " to " + most
           : hasLeast          ? "a number from " + least + " on"
           : hasMost           ? "a number up to " + most
                               : "a number";
}

std::string
DescribeTimeRange(const AttributeChecker& checker)
{
    const auto range = GetRange(checker);
    // No time of a scenario is negative. ns-3 can't read its own text of the least Time.
    const bool hasLeast = range.least != WriteBound(Time::Min());
    const auto least = hasLeast ? std::max(Time(range.least), Time(0)) : Time(0);
    if (range.most != WriteBound(Time::Max()))
    {
        return "a time from " + QuoteTime(least) + " to " + QuoteTime(Time(range.most));
    }
    return least.IsZero() ? "a time such as \"2s\"" : "a time from " + QuoteTime(least) + " on";
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-bounds.h"

#include "mgm-expectation-check.h"
#include "mgm-scenario-values.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// A bound as a number: times in nanoseconds.
uint64_t
ReadBound(const JsonValue& value)
{
    return value.GetJson().is_string() ? static_cast<uint64_t>(ReadTime(value).GetNanoSeconds())
                                       : value.Get<uint64_t>();
}

} // namespace

Bounds
ReadBounds(const JsonValue& value)
{
    if (!value.GetJson().is_object())
    {
        const auto exact = ReadBound(value);
        return {exact, exact};
    }
    Bounds bounds;
    if (value.Has("at-least"))
    {
        bounds.least = ReadBound(value["at-least"]);
    }
    if (value.Has("at-most"))
    {
        bounds.most = ReadBound(value["at-most"]);
    }
    if (bounds.least > bounds.most)
    {
        value.Fail("bounds that exclude each other", "bounds that something meets");
    }
    return bounds;
}

std::string
DescribeValue(uint64_t value, bool isTime)
{
    return isTime ? DescribeTime(NanoSeconds(static_cast<int64_t>(value))) : std::to_string(value);
}

std::string
DescribeBounds(const Bounds& bounds, bool isTime)
{
    const auto least = DescribeValue(bounds.least, isTime);
    if (bounds.most == std::numeric_limits<uint64_t>::max())
    {
        return "at least " + least;
    }
    const auto most = DescribeValue(bounds.most, isTime);
    return bounds.least == bounds.most ? most
           : bounds.least == 0         ? "at most " + most
                                       : least + " to " + most;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-time-left.h"

#include "mgm-expectation-check.h"

namespace ns3
{
namespace mgm
{

Bounds
ReadTimeLeft(const JsonValue& value, Time tolerance)
{
    if (value.GetJson().is_object())
    {
        return ReadBounds(value);
    }
    if (value.GetText() == "running")
    {
        return TIMER_RUNNING;
    }
    const auto left = ReadBounds(value).least;
    const auto more = static_cast<uint64_t>(tolerance.GetNanoSeconds());
    return left == 0 ? Bounds{0, 0} : Bounds{left > more ? left - more : 1, left + more};
}

bool
IsWithin(Time left, const Bounds& bounds)
{
    return bounds.Contain(static_cast<uint64_t>(left.GetNanoSeconds()));
}

std::string
DescribeTimer(Time left)
{
    return left.IsZero() ? "stopped" : DescribeTime(left);
}

std::string
DescribeTimer(const Bounds& bounds)
{
    return bounds.most == 0 ? "stopped"
           : bounds.least == TIMER_RUNNING.least && bounds.most == TIMER_RUNNING.most
               ? "running"
               : DescribeBounds(bounds, true);
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-fault-shrinker.h"

#include <algorithm>
#include <set>

namespace ns3
{
namespace mgm
{

namespace
{

/// Tells whether an order shows a fault.
bool
Shows(const FaultGroup& fault, const StepOrder& order, OrderRunner& runner)
{
    if (runner.GetRest() == 0)
    {
        return false;
    }
    const auto run = runner.Run({{order, fault.choices}}, false).front();
    if (!run)
    {
        return false; // it is too late
    }
    const auto& faults = run->result.faults;
    return std::any_of(faults.begin(), faults.end(), [&fault](const auto& found) {
        return found.name == fault.name;
    });
}

/// The orders that leave out the last step of a thread, those of later steps first.
std::vector<StepOrder>
LeaveOneOut(const StepOrder& order, const OrderSpace& space)
{
    std::vector<StepOrder> shorter;
    std::set<std::size_t> threads;
    for (auto i = order.size(); i-- > 0;)
    {
        if (threads.insert(space.GetThread(order[i])).second)
        {
            shorter.push_back(order);
            shorter.back().erase(shorter.back().begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
    return shorter;
}

} // namespace

void
ShrinkFault(FaultGroup& fault, const OrderSpace& space, OrderRunner& runner)
{
    if (fault.isAtEnd)
    {
        return;
    }
    if (!Shows(fault, fault.order, runner))
    {
        fault.order = fault.whole; // what comes later is a part of it
        fault.isAtEnd = true;
        return;
    }
    for (bool isShorter = true; isShorter;)
    {
        isShorter = false;
        for (const auto& order : LeaveOneOut(fault.order, space))
        {
            if (Shows(fault, order, runner))
            {
                fault.order = order;
                isShorter = true;
                break;
            }
        }
    }
    auto sorted = fault.order;
    std::sort(sorted.begin(), sorted.end());
    if (sorted != fault.order && Shows(fault, sorted, runner))
    {
        fault.order = sorted;
    }
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-order-space.h"

#include <algorithm>
#include <map>

namespace ns3
{
namespace mgm
{

OrderSpace::OrderSpace(const std::vector<std::size_t>& threads)
    : m_threads(threads),
      m_followers(threads.size(), threads.size())
{
    std::map<std::size_t, std::size_t> last;
    for (std::size_t i = 0; i < threads.size(); ++i)
    {
        const auto [before, isFirst] = last.emplace(threads[i], i);
        if (isFirst)
        {
            m_first.push_back(i);
        }
        else
        {
            m_followers[before->second] = i;
            before->second = i;
        }
    }
}

StepOrder
OrderSpace::GetNext(const StepOrder& prefix) const
{
    std::vector<bool> isMade(GetSize());
    for (const auto step : prefix)
    {
        isMade[step] = true;
    }
    StepOrder next;
    for (auto step : m_first)
    {
        while (step < GetSize() && isMade[step])
        {
            step = m_followers[step];
        }
        if (step < GetSize())
        {
            next.push_back(step);
        }
    }
    std::sort(next.begin(), next.end());
    return next;
}

StepOrder
OrderSpace::Complete(const StepOrder& prefix, const StepOrder& late) const
{
    auto order = prefix;
    while (order.size() < GetSize())
    {
        const auto next = GetNext(order);
        const auto found = std::find_if(next.begin(), next.end(), [&late](auto step) {
            return std::find(late.begin(), late.end(), step) == late.end();
        });
        order.push_back(found == next.end() ? next.front() : *found);
    }
    return order;
}

OrderCount
OrderSpace::Count(const StepOrder& prefix) const
{
    std::map<std::size_t, uint64_t> left;
    for (const auto thread : m_threads)
    {
        ++left[thread];
    }
    for (const auto step : prefix)
    {
        --left[m_threads[step]];
    }
    // The multinomial coefficient: threads are put in one after the other, each factor is a whole
    // number because it completes a binomial coefficient.
    OrderCount count = 1;
    uint64_t total = 0;
    for (const auto& [thread, steps] : left)
    {
        for (uint64_t i = 1; i <= steps; ++i)
        {
            count = count * ++total / i;
        }
    }
    return count;
}

uint64_t
OrderSpace::CountInversions(const StepOrder& order)
{
    uint64_t inversions = 0;
    for (auto later = order.begin(); later != order.end(); ++later)
    {
        inversions += static_cast<uint64_t>(
            std::count_if(order.begin(), later, [later](auto step) { return step > *later; }));
    }
    return inversions;
}

} // namespace mgm
} // namespace ns3

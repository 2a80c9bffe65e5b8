/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "explore/mgm-order-space.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <set>

using namespace ns3::mgm;

namespace
{

/// Collects all orders that begin with some steps.
void
Collect(const OrderSpace& space, const StepOrder& prefix, std::vector<StepOrder>& orders)
{
    if (prefix.size() == space.GetSize())
    {
        orders.push_back(prefix);
    }
    for (const auto step : space.GetNext(prefix))
    {
        auto longer = prefix;
        longer.push_back(step);
        Collect(space, longer, orders);
    }
}

TEST(OrderSpaceTest, CountsByTheMultinomialCoefficient)
{
    EXPECT_EQ(OrderSpace({0, 0, 0}).Count({}), 1);
    EXPECT_EQ(OrderSpace({0, 1, 2}).Count({}), 6);
    EXPECT_EQ(OrderSpace({0, 1, 1, 1, 2, 2, 2, 3, 4}).Count({}), 10080); // 9! / (3! 3!)
    EXPECT_EQ(OrderSpace({0, 1, 1, 1, 2, 2, 2, 3, 4}).Count({0}), 1120); // 8! / (3! 3!)
    // 40! / 20!^2, beyond 32 bits, and 100!, beyond 64.
    std::vector<std::size_t> threads(40);
    std::fill(threads.begin() + 20, threads.end(), 1);
    EXPECT_EQ(OrderSpace(threads).Count({}).str(), "137846528820");
    threads.resize(100);
    for (std::size_t i = 0; i < threads.size(); ++i)
    {
        threads[i] = i;
    }
    EXPECT_EQ(OrderSpace(threads).Count({}).str().size(), 158U);
}

RC_GTEST_PROP(OrderSpaceTest, FindsEachOrderOnceAndKeepsTheThreads, ())
{
    const auto threads = *rc::gen::resize(
        7,
        rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 4)));
    const OrderSpace space(threads);
    std::vector<StepOrder> orders;
    Collect(space, {}, orders);
    RC_ASSERT(space.Count({}) == orders.size());
    RC_ASSERT(std::set<StepOrder>(orders.begin(), orders.end()).size() == orders.size());
    for (const auto& order : orders)
    {
        for (std::size_t i = 0; i < order.size(); ++i)
        {
            for (std::size_t j = 0; j < i; ++j)
            {
                RC_ASSERT(threads[order[i]] != threads[order[j]] || order[j] < order[i]);
            }
        }
    }
}

TEST(OrderSpaceTest, CompletesInTheOwnOrderWithSomeStepsLate)
{
    const OrderSpace space({0, 0, 1, 2});
    EXPECT_EQ(space.Complete({}, {}), (StepOrder{0, 1, 2, 3}));
    EXPECT_EQ(space.Complete({2}, {}), (StepOrder{2, 0, 1, 3}));
    EXPECT_EQ(space.Complete({2}, {0}), (StepOrder{2, 3, 0, 1}));
}

TEST(OrderSpaceTest, CountsInversions)
{
    EXPECT_EQ(OrderSpace::CountInversions({0, 1, 2}), 0U);
    EXPECT_EQ(OrderSpace::CountInversions({2, 1, 0}), 3U);
    EXPECT_EQ(OrderSpace::CountInversions({0, 3, 1}), 1U);
}

} // namespace

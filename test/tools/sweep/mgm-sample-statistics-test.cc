/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "sweep/mgm-display-quantity.h"
#include "sweep/mgm-sample-statistics.h"

#include <gtest/gtest.h>

namespace ns3
{
namespace mgm
{

namespace
{

TEST(SampleStatistics, AreThoseWorkedOutByHand)
{
    // The squares of the distances from 5 add up to 32.
    const auto statistics = ComputeStatistics({9, 2, 4, 5, 4, 7, 4, 5});
    EXPECT_EQ(statistics.count, 8U);
    EXPECT_EQ(statistics.mean, 5);
    EXPECT_EQ(statistics.median, 4.5);
    EXPECT_DOUBLE_EQ(*statistics.deviation, 2.1380899352993952); // sqrt(32 / 7)
    EXPECT_EQ(ComputeStatistics({3, 1, 2}).median, 2);
}

TEST(SampleStatistics, HaveIntervalsByStudentsT)
{
    // 1 to 10: mean 5.5, deviation sqrt(82.5 / 9) = 3.02765; 2.262 is t(0.975, 9) of the tables.
    const auto ten = ComputeStatistics({1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    EXPECT_NEAR(ten.interval->high - 5.5, 2.262 * 3.02765 / 3.16228, 0.0005);
    EXPECT_NEAR(5.5 - ten.interval->low, 2.262 * 3.02765 / 3.16228, 0.0005);
    // Two numbers: deviation sqrt(2), t(0.975, 1) = 12.706.
    const auto two = ComputeStatistics({0, 2});
    EXPECT_NEAR(two.interval->high, 1 + 12.706, 0.0005);
}

TEST(SampleStatistics, AreMissingForTooFewNumbers)
{
    const auto none = ComputeStatistics({});
    EXPECT_EQ(none.count, 0U);
    EXPECT_FALSE(none.mean || none.median || none.deviation || none.interval);
    const auto one = ComputeStatistics({4});
    EXPECT_EQ(one.mean, 4);
    EXPECT_EQ(one.median, 4);
    EXPECT_FALSE(one.deviation || one.interval);
}

TEST(NumberToText, IsShortAndExact)
{
    EXPECT_EQ(NumberToText(80), "80");
    EXPECT_EQ(NumberToText(-3), "-3");
    EXPECT_EQ(NumberToText(10000000000), "10000000000");
    EXPECT_EQ(NumberToText(0.1), "0.1");
    EXPECT_EQ(NumberToText(1.0 / 3), "0.3333333333333333");
}

TEST(DisplayQuantity, ShowsNanosecondsInAUnitThatFits)
{
    EXPECT_EQ(GetDisplayQuantity("longest_gap_ns", 2.5e9).title, "longest gap [s]");
    EXPECT_EQ(GetDisplayQuantity("longest_gap_ns", 2.5e9).scale, 1e9);
    EXPECT_EQ(GetDisplayQuantity("delay_ns", 2e6).title, "delay [ms]");
    EXPECT_EQ(GetDisplayQuantity("delay_ns", 2e3).title, "delay [us]");
    EXPECT_EQ(GetDisplayQuantity("lost", 5).title, "lost");
    EXPECT_EQ(GetDisplayQuantity("lost", 5).scale, 1);
}

} // namespace

} // namespace mgm
} // namespace ns3

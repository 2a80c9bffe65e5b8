/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "stats/mgm-duration-distribution.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

DurationDistribution
Of(const std::vector<int64_t>& values)
{
    DurationDistribution distribution;
    for (const auto value : values)
    {
        distribution.Add(value);
    }
    return distribution;
}

/// The value of the nearest rank, from all values in order.
int64_t
Quantile(std::vector<int64_t> values, std::size_t percent)
{
    std::sort(values.begin(), values.end());
    return values[(values.size() * percent + 99) / 100 - 1];
}

/// Durations from nanoseconds to 292 years, few of them more likely than others.
rc::Gen<int64_t>
AnyDuration()
{
    return rc::gen::apply([](int64_t bits, int shift) { return (bits & INT64_MAX) >> shift; },
                          rc::gen::resize(1000, rc::gen::arbitrary<int64_t>()),
                          rc::gen::inRange(0, 63));
}

TEST(DurationDistributionTest, NothingIsKnownOfNoValues)
{
    EXPECT_EQ(Of({}).GetCount(), 0U);
    EXPECT_FALSE(Of({}).GetQuantile(50));
    EXPECT_FALSE(Of({}).GetMaximum());
}

TEST(DurationDistributionTest, QuantilesAreThoseOfTheNearestRank)
{
    const auto distribution = Of({40, 10, 30, 20});
    EXPECT_EQ(distribution.GetCount(), 4U);
    EXPECT_EQ(distribution.GetQuantile(50), 20); // rank 2 of 4
    EXPECT_EQ(distribution.GetQuantile(51), 30); // rank 2.04, rounded up
    EXPECT_EQ(distribution.GetQuantile(95), 40); // rank 3.8, rounded up
    EXPECT_EQ(distribution.GetMaximum(), 40);
}

TEST(DurationDistributionTest, OneValueIsEveryQuantile)
{
    EXPECT_EQ(Of({7}).GetQuantile(1), 7);
    EXPECT_EQ(Of({7}).GetQuantile(100), 7);
}

TEST(DurationDistributionTest, ZeroIsAValue)
{
    EXPECT_EQ(Of(std::vector<int64_t>(5000, 0)).GetQuantile(95), 0);
    EXPECT_EQ(Of(std::vector<int64_t>(5000, 0)).GetMaximum(), 0);
}

RC_GTEST_PROP(DurationDistributionTest, FewValuesAreExact, ())
{
    const auto values = *rc::gen::nonEmpty(rc::gen::container<std::vector<int64_t>>(AnyDuration()));
    const auto distribution = Of(values);
    for (const uint32_t percent : {1, 50, 95, 100})
    {
        RC_ASSERT(distribution.GetQuantile(percent) == Quantile(values, percent));
    }
}

RC_GTEST_PROP(DurationDistributionTest, ManyValuesAreWrongByAtMostOnePart256, ())
{
    const auto size = *rc::gen::inRange<std::size_t>(DurationDistribution::MAX_EXACT + 1, 3000);
    const auto values = *rc::gen::container<std::vector<int64_t>>(size, AnyDuration());
    const auto distribution = Of(values);
    for (const uint32_t percent : {1, 50, 95, 99})
    {
        const auto expected = Quantile(values, percent);
        const auto error = *distribution.GetQuantile(percent) - expected;
        RC_ASSERT(std::abs(error) <= expected / 256);
    }
    RC_ASSERT(distribution.GetMaximum() == *std::max_element(values.begin(), values.end()));
    RC_ASSERT(distribution.GetQuantile(100).value() <= distribution.GetMaximum().value());
}

} // namespace

} // namespace mgm
} // namespace ns3

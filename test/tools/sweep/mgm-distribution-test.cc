/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "sweep/mgm-distribution.h"
#include "sweep/mgm-experiment-random.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>
#include <rapidcheck/gtest.h>

namespace ns3
{
namespace mgm
{

namespace
{

/// A distribution with parameters in JSON.
Distribution
Make(const std::string& name, const std::string& parameters)
{
    const JsonDocument document(parameters, "test");
    return {name, JsonValue(document)};
}

/// What is wrong with parameters, from "found" on.
std::string
FaultOf(const std::string& name, const std::string& parameters)
{
    try
    {
        Make(name, parameters);
    }
    catch (const InputError& error)
    {
        const std::string message = error.what();
        return message.substr(message.find("found"));
    }
    return "";
}

TEST(Distribution, HasTheQuantilesOfTextbooks)
{
    const auto uniform = Make("uniform", R"(["1s", "5s"])");
    EXPECT_EQ(uniform.GetQuantile(0.25), "2s");
    EXPECT_EQ(uniform.GetText(), "uniform(1s, 5s)");
    // ln 2 = 0.693147180560
    EXPECT_EQ(Make("exponential", R"("2s")").GetQuantile(0.5), "1.386294361s");
    EXPECT_EQ(Make("exponential", "1").GetQuantile(0.5), "0.693147181");
    // The 97.5 % quantile of the standard normal distribution is 1.959963984540.
    const auto normal = Make("normal", R"(["10s", "1s"])");
    EXPECT_EQ(normal.GetQuantile(0.5), "10s");
    EXPECT_EQ(normal.GetQuantile(0.975), "11.959963985s");
    // Its 84.1344746069 % quantile is 1; e^0.5 = 1.648721270700
    EXPECT_EQ(Make("lognormal", R"(["2s", 0.5])").GetQuantile(0.5), "2s");
    EXPECT_EQ(Make("lognormal", R"(["2s", 0.5])").GetQuantile(0.841344746069).substr(0, 9),
              "3.2974425");
}

TEST(Distribution, CutsNormalDrawsAtZeroAndTwiceTheMean)
{
    const auto wide = Make("normal", R"(["1s", "5s"])");
    EXPECT_EQ(wide.GetQuantile(1e-15), "0s");
    EXPECT_EQ(wide.GetQuantile(0.5), "1s");
    EXPECT_EQ(wide.GetQuantile(1 - 1e-15), "2s");
}

TEST(Distribution, GivesTimesInWholeNanoseconds)
{
    EXPECT_EQ(Make("exponential", R"("1us")").GetQuantile(0.5), "0.693us");
    EXPECT_EQ(Make("exponential", R"("100ns")").GetQuantile(0.5), "69ns");
    EXPECT_EQ(Make("exponential", R"("1ms")").GetQuantile(0.5), "0.693147ms");
}

TEST(Distribution, RefusesBadParameters)
{
    EXPECT_EQ(FaultOf("uniform", R"(["5s", "1s"])"),
              "found \"1s\", expected a value above 5s, the least");
    EXPECT_EQ(FaultOf("uniform", R"(["1s", "5ms"])"),
              "found \"5ms\", expected a number with the unit of the other one, \"s\"");
    EXPECT_EQ(FaultOf("normal", R"(["1s", "0s"])"),
              "found \"0s\", expected a standard deviation above 0");
    EXPECT_EQ(FaultOf("normal", R"(["0s", "1s"])"), "found \"0s\", expected a mean above 0");
    EXPECT_EQ(FaultOf("exponential", "-1"), "found -1, expected a mean above 0");
    EXPECT_EQ(FaultOf("lognormal", R"(["1s", "1s"])"),
              "found \"1s\", expected a number without a unit");
    EXPECT_EQ(FaultOf("exponential", R"("soon")"),
              "found \"soon\", expected a number such as 10 or \"0.5s\", below 9223372036 and with "
              "at most 9 decimals");
}

TEST(ExperimentRandom, DependsOnItsKeyAlone)
{
    ExperimentRandom a({1, 2, 3});
    ExperimentRandom b({1, 2, 3});
    ExperimentRandom c({1, 2, 4});
    EXPECT_EQ(a.GetUniform(), b.GetUniform());
    EXPECT_NE(a.GetUniform(), c.GetUniform());
}

TEST(ExperimentRandom, IsUniform)
{
    ExperimentRandom random({7});
    constexpr int COUNT = 10000;
    double sum = 0;
    for (int i = 0; i < COUNT; ++i)
    {
        const auto number = random.GetUniform();
        ASSERT_GT(number, 0);
        ASSERT_LT(number, 1);
        sum += number;
    }
    // Five standard deviations of the mean, each 1 / sqrt(12 * 10000).
    EXPECT_NEAR(sum / COUNT, 0.5, 5 * 0.002887);
}

RC_GTEST_PROP(ExperimentRandom, PermutationsHaveEachNumberOnce, (uint8_t size, uint32_t seed))
{
    ExperimentRandom random({seed});
    auto numbers = random.GetPermutation(size);
    std::vector<std::size_t> expected(size);
    std::iota(expected.begin(), expected.end(), std::size_t{0});
    std::sort(numbers.begin(), numbers.end());
    RC_ASSERT(numbers == expected);
}

} // namespace

} // namespace mgm
} // namespace ns3

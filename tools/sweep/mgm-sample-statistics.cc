/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-sample-statistics.h"

#include "mgm-double-policy.h"

#include <algorithm>
#include <array>
#include <boost/math/distributions/students_t.hpp>
#include <charconv>
#include <cmath>
#include <numeric>

namespace ns3
{
namespace mgm
{

namespace
{

/// Confidence of intervals.
constexpr double CONFIDENCE = 0.95;

double
ComputeMedian(std::vector<double>& sample)
{
    std::sort(sample.begin(), sample.end());
    const auto middle = sample.size() / 2;
    return sample.size() % 2 ? sample[middle] : (sample[middle - 1] + sample[middle]) / 2;
}

} // namespace

SampleStatistics
ComputeStatistics(std::vector<double> sample)
{
    SampleStatistics statistics;
    statistics.count = sample.size();
    if (sample.empty())
    {
        return statistics;
    }
    statistics.median = ComputeMedian(sample);
    const auto count = static_cast<double>(sample.size());
    const auto mean = std::accumulate(sample.begin(), sample.end(), 0.0) / count;
    statistics.mean = mean;
    if (sample.size() == 1)
    {
        return statistics;
    }
    const auto squares =
        std::accumulate(sample.begin(), sample.end(), 0.0, [mean](double sum, double number) {
            return sum + (number - mean) * (number - mean);
        });
    statistics.deviation = std::sqrt(squares / (count - 1));
    const boost::math::students_t_distribution<double, DoublePolicy> student(count - 1);
    const auto half = boost::math::quantile(student, (1 + CONFIDENCE) / 2) * *statistics.deviation /
                      std::sqrt(count);
    statistics.interval = SampleStatistics::Interval{mean - half, mean + half};
    return statistics;
}

std::string
NumberToText(double number)
{
    constexpr double GREATEST_WHOLE = 1e15;
    const bool isWhole = std::trunc(number) == number && std::abs(number) < GREATEST_WHOLE;
    std::array<char, 64> text;
    const auto end =
        isWhole ? std::to_chars(text.data(), text.data() + text.size(), std::llround(number)).ptr
                : std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    return {text.data(), end};
}

} // namespace mgm
} // namespace ns3

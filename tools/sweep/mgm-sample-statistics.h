/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SAMPLE_STATISTICS_H
#define MGM_SAMPLE_STATISTICS_H

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What a sample of numbers tells about their distribution.
 */
struct SampleStatistics
{
    /// Bounds of an interval.
    struct Interval
    {
        double low{0};  ///< The lower one.
        double high{0}; ///< The upper one.
    };

    std::size_t count{0};             ///< Number of numbers.
    std::optional<double> mean;       ///< Mean; nothing without numbers.
    std::optional<double> median;     ///< Median; nothing without numbers.
    std::optional<double> deviation;  ///< Standard deviation; nothing below two numbers.
    std::optional<Interval> interval; ///< 95 % confidence interval of the mean, by Student's t;
                                      ///< nothing below two numbers.
};

/**
 * @param sample some numbers
 * @return their statistics
 */
SampleStatistics ComputeStatistics(std::vector<double> sample);

/**
 * @param number a number
 * @return it as text, so that the same number can be read from it
 */
std::string NumberToText(double number);

} // namespace mgm
} // namespace ns3

#endif // MGM_SAMPLE_STATISTICS_H

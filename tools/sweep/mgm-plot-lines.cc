/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-plot-lines.h"

#include "mgm-plot.h"

#include <algorithm>
#include <cmath>

namespace ns3
{
namespace mgm
{

namespace
{

/// Most lines of a plot, as many as there are colours.
constexpr std::size_t MAX_LINES = 6;

} // namespace

bool
HasFewLevels(const Factor& factor)
{
    return factor.levels.size() > 1 && factor.levels.size() <= MAX_LINES;
}

std::vector<std::string>
GetLineTitles(const Experiment& experiment, std::optional<std::size_t> lines)
{
    std::vector<std::string> titles;
    if (!lines)
    {
        return {""};
    }
    const auto& factor = experiment.factors[*lines];
    for (const auto& level : factor.levels)
    {
        titles.push_back(factor.name + " " + level.label);
    }
    return titles;
}

std::string
GetLineCommand(const std::string& name,
               const std::vector<std::string>& titles,
               const std::vector<std::string>& styles)
{
    std::string command = "plot ";
    for (std::size_t i = 0; i < titles.size(); ++i)
    {
        for (std::size_t k = 0; k < styles.size(); ++k)
        {
            const bool hasTitle = k == 0 && !titles[i].empty();
            command += std::string(i + k == 0 ? "" : ", \\\n     ") + "'" + name + ".csv' index " +
                       std::to_string(i) + " " + styles[k] + " lt " + std::to_string(i + 1) + " " +
                       (hasTitle ? "title " + QuoteForGnuplot(titles[i]) : "notitle");
        }
    }
    return command + "\n";
}

DisplayQuantity
GetDisplayQuantity(const ExperimentResults& results, std::size_t response)
{
    double greatest = 0;
    for (const auto& [id, outcome] : results.GetOutcomes())
    {
        greatest = std::max(greatest, std::abs(results.GetValue(id, response).value_or(0)));
    }
    return GetDisplayQuantity(results.GetExperiment().responses[response].GetName(), greatest);
}

} // namespace mgm
} // namespace ns3

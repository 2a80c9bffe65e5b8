/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-distribution-plot.h"

#include "mgm-plot-lines.h"
#include "mgm-sample-statistics.h"

#include <algorithm>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// The first factor with few levels.
std::optional<std::size_t>
FindLines(const Experiment& experiment)
{
    const auto& factors = experiment.factors;
    const auto found = std::find_if(factors.begin(), factors.end(), HasFewLevels);
    return found == factors.end()
               ? std::nullopt
               : std::make_optional(static_cast<std::size_t>(found - factors.begin()));
}

} // namespace

Plot
MakeDistributionPlot(const ExperimentResults& results, std::size_t response)
{
    const auto& experiment = results.GetExperiment();
    const auto quantity = GetDisplayQuantity(results, response);
    const auto& responseName = experiment.responses[response].GetName();
    const auto lines = FindLines(experiment);
    const auto titles = GetLineTitles(experiment, lines);
    auto groups = results.Group(response, [&](std::size_t cell) {
        return lines ? results.GetDesign().GetLevel(cell, *lines) : 0;
    });
    Plot plot;
    plot.name = GetPlotName("distribution-" + responseName);
    plot.caption = "share of the runs with at most so much " + responseName;
    std::ostringstream data;
    for (std::size_t i = 0; i < titles.size(); ++i)
    {
        auto& values = groups[i];
        std::sort(values.begin(), values.end());
        data << (i == 0 ? "" : "\n\n");
        if (!values.empty())
        {
            data << NumberToText(values.front() / quantity.scale) << ",0\n";
        }
        for (std::size_t k = 0; k < values.size(); ++k)
        {
            const auto share = static_cast<double>(k + 1) / static_cast<double>(values.size());
            data << NumberToText(values[k] / quantity.scale) << ',' << NumberToText(share) << '\n';
        }
    }
    plot.data = data.str();
    plot.script = BeginPlotScript(plot.name) + "set xlabel " + QuoteForGnuplot(quantity.title) +
                  "\nset ylabel 'share of runs'\nset yrange [0:1.02]\n"
                  "set offsets 0, graph 0.03, 0, 0\n" +
                  GetLineCommand(plot.name, titles, {"using 1:2 with steps"});
    return plot;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-heat-map.h"

#include "mgm-factor-axis.h"
#include "mgm-plot-lines.h"
#include "mgm-sample-statistics.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

Plot
MakeHeatMap(const ExperimentResults& results,
            std::size_t response,
            std::size_t horizontal,
            std::size_t vertical)
{
    const auto& experiment = results.GetExperiment();
    const auto& design = results.GetDesign();
    const auto quantity = GetDisplayQuantity(results, response);
    const auto& responseName = experiment.responses[response].GetName();
    const auto& columns = experiment.factors[horizontal];
    const auto& rows = experiment.factors[vertical];
    const auto width = columns.levels.size();
    auto groups = results.GroupByRun(response, [&](std::size_t cell) {
        return design.GetLevel(cell, vertical) * width + design.GetLevel(cell, horizontal);
    });
    std::ostringstream data;
    for (std::size_t i = 0; i < width * rows.levels.size(); ++i)
    {
        const auto mean = ComputeStatistics(groups[i]).mean;
        data << i % width << ',' << i / width << ','
             << (mean ? NumberToText(*mean / quantity.scale) : "NaN") << '\n';
    }
    Plot plot;
    plot.name = GetPlotName("heat-map-" + responseName + "-" + columns.name + "-" + rows.name);
    plot.caption = "mean of " + responseName + " over " + columns.name + " and " + rows.name;
    plot.data = data.str();
    plot.script = BeginPlotScript(plot.name) + FactorAxis(columns).GetScript("x", true) +
                  FactorAxis(rows).GetScript("y", true) + "set cblabel " +
                  QuoteForGnuplot(quantity.title) +
                  "\nunset grid\n"
                  "set palette defined (0 '#440154', 1 '#3b528b', 2 '#21918c', 3 '#5ec962', "
                  "4 '#fde725')\nplot '" +
                  plot.name + ".csv' using 1:2:3 with image pixels notitle\n";
    return plot;
}

} // namespace mgm
} // namespace ns3

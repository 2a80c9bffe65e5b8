/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-effect-plot.h"

#include "mgm-factor-axis.h"
#include "mgm-plot-lines.h"
#include "mgm-sample-statistics.h"

#include <algorithm>
#include <optional>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// The factor whose levels have lines of their own over a factor: the only other one with levels,
/// if they are few.
std::optional<std::size_t>
FindLinesOver(const Experiment& experiment, std::size_t factor)
{
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < experiment.factors.size(); ++i)
    {
        if (i != factor && experiment.factors[i].levels.size() > 1)
        {
            others.push_back(i);
        }
    }
    const bool isClear = others.size() == 1 && HasFewLevels(experiment.factors[others.front()]);
    return isClear ? std::make_optional(others.front()) : std::nullopt;
}

/// The range of the axis of a response: it begins at 0 unless there are negative values.
std::string
RangeOf(const ExperimentResults& results, std::size_t response)
{
    for (const auto& [id, outcome] : results.GetOutcomes())
    {
        if (results.GetValue(id, response).value_or(0) < 0)
        {
            return "";
        }
    }
    return "set yrange [0:]\n";
}

/// Data of one line: place, mean and interval of each level.
void
WriteLevels(std::ostream& os,
            const FactorAxis& axis,
            const std::map<std::size_t, std::vector<double>>& groups,
            double scale)
{
    std::vector<std::pair<double, SampleStatistics>> points;
    for (const auto& [level, values] : groups)
    {
        points.emplace_back(axis.GetPlace(level), ComputeStatistics(values));
    }
    std::sort(points.begin(), points.end(), [](const auto& a, const auto& b) {
        return a.first < b.first;
    });
    for (const auto& [place, statistics] : points)
    {
        const auto mean = *statistics.mean;
        const auto interval = statistics.interval.value_or(SampleStatistics::Interval{mean, mean});
        os << NumberToText(place) << ',' << NumberToText(mean / scale) << ','
           << NumberToText(interval.low / scale) << ',' << NumberToText(interval.high / scale)
           << '\n';
    }
}

/// The independent values of one line, by the levels of the factor along the axis.
std::map<std::size_t, std::vector<double>>
GroupLine(const ExperimentResults& results,
          std::size_t response,
          std::size_t factor,
          std::optional<std::size_t> lines,
          std::size_t line)
{
    const auto& design = results.GetDesign();
    const auto other = results.GetExperiment().factors[factor].levels.size();
    auto groups = results.GroupByRun(response, [&](std::size_t cell) {
        const bool isHere = !lines || design.GetLevel(cell, *lines) == line;
        return isHere ? design.GetLevel(cell, factor) : other;
    });
    groups.erase(other);
    return groups;
}

/// Data of a factor whose values are drawn: a point for each run.
std::string
WritePoints(const ExperimentResults& results,
            std::size_t response,
            std::size_t factor,
            double scale)
{
    std::ostringstream data;
    for (const auto& [id, outcome] : results.GetOutcomes())
    {
        if (const auto value = results.GetValue(id, response))
        {
            const auto label = results.GetDesign().GetRun(id).labels[factor];
            data << NumberToText(QuantityFromString(label)->GetNumber()) << ','
                 << NumberToText(*value / scale) << '\n';
        }
    }
    return data.str();
}

} // namespace

Plot
MakeEffectPlot(const ExperimentResults& results, std::size_t response, std::size_t factor)
{
    const auto& experiment = results.GetExperiment();
    const auto& spec = experiment.factors[factor];
    const auto quantity = GetDisplayQuantity(results, response);
    const auto& responseName = experiment.responses[response].GetName();
    Plot plot;
    plot.name = GetPlotName("effect-" + responseName + "-" + spec.name);
    const FactorAxis axis(spec);
    plot.script = BeginPlotScript(plot.name) + axis.GetScript("x") + "set ylabel " +
                  QuoteForGnuplot(quantity.title) +
                  "\nset offsets graph 0.03, graph 0.03, graph 0.05, 0\n" +
                  RangeOf(results, response);
    if (spec.distribution)
    {
        plot.caption = responseName + " over " + spec.name + ", a point for each run";
        plot.data = WritePoints(results, response, factor, quantity.scale);
        plot.script += GetLineCommand(plot.name, {""}, {"using 1:2 with points"});
        return plot;
    }
    const auto lines = FindLinesOver(experiment, factor);
    const auto titles = GetLineTitles(experiment, lines);
    std::ostringstream data;
    for (std::size_t i = 0; i < titles.size(); ++i)
    {
        data << (i == 0 ? "" : "\n\n");
        WriteLevels(data, axis, GroupLine(results, response, factor, lines, i), quantity.scale);
    }
    plot.data = data.str();
    plot.caption =
        "mean of " + responseName + " over " + spec.name + ", with 95 % confidence intervals";
    const std::string form = axis.IsNumeric() ? "linespoints" : "points";
    plot.script +=
        GetLineCommand(plot.name,
                       titles,
                       {"using 1:2 with " + form,
                        "using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90"});
    return plot;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-experiment-report.h"

#include "mgm-experiment-copies.h"
#include "mgm-plot-lines.h"
#include "mgm-run-warnings.h"
#include "mgm-sample-statistics.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// Most rows of a table; a longer one is cut.
constexpr std::size_t MAX_ROWS = 40;

/// A text in a cell of a table.
std::string
ToCell(const std::string& text)
{
    std::string cell;
    for (const char c : text)
    {
        cell += c == '|' ? "\\|" : c == '\n' ? std::string(" ") : std::string(1, c);
    }
    return cell;
}

void
WriteRow(std::ostream& os, const std::vector<std::string>& cells)
{
    for (const auto& cell : cells)
    {
        os << "| " << ToCell(cell) << ' ';
    }
    os << "|\n";
}

void
WriteHead(std::ostream& os, const std::vector<std::string>& cells, std::size_t numbers)
{
    WriteRow(os, cells);
    for (std::size_t i = 0; i < cells.size(); ++i)
    {
        os << (i + numbers < cells.size() ? "|---" : "|---:");
    }
    os << "|\n";
}

/// A member of a JSON text, or else nothing.
std::string
FindText(const Json& json, const std::string& name)
{
    return json.is_object() && json.contains(name) && json[name].is_string()
               ? json[name].get<std::string>()
               : "";
}

void
WriteFactors(std::ostream& os, const Experiment& experiment)
{
    if (experiment.factors.empty())
    {
        return;
    }
    os << "\n## Factors\n\n";
    WriteHead(os, {"factor", "values", "what varies", "levels"}, 1);
    for (const auto& factor : experiment.factors)
    {
        std::string pointers;
        for (const auto& pointer : factor.pointers)
        {
            pointers += (pointers.empty() ? "`" : " `") + pointer + "`";
        }
        WriteRow(os,
                 {factor.name,
                  factor.text,
                  pointers,
                  factor.distribution ? "drawn" : std::to_string(factor.levels.size())});
    }
}

void
WriteDesign(std::ostream& os, const ExperimentResults& results)
{
    const auto& experiment = results.GetExperiment();
    const auto scenario = ParseOption(experiment.scenarioText);
    os << "# Sweep of " << FindText(scenario, "name") << "\n\n";
    for (const auto& text :
         {FindText(experiment.source, "description"), FindText(scenario, "description")})
    {
        os << text << (text.empty() ? "" : "\n\n");
    }
    const auto cells = results.GetDesign().GetCellCount();
    os << (experiment.design == DesignKind::FULL ? "Full factorial with " : "Latin hypercube with ")
       << cells << (experiment.design == DesignKind::FULL ? " cell" : " sample")
       << (cells == 1 ? "" : "s") << ", " << experiment.runs << " run"
       << (experiment.runs == 1 ? "" : "s") << " each, seed " << experiment.seed << ": "
       << results.GetDesign().GetRunCount() << " runs, " << results.FindFailures().size()
       << " of which failed. Repeat it with `mgm sweep " << EXPERIMENT_COPY
       << "`.\n\n[runs.csv](runs.csv) has a line per run, [summary.csv](summary.csv) one per cell "
          "and response.\n";
    if (!experiment.changes.empty())
    {
        os << "\nAll runs have";
        for (const auto& change : experiment.changes)
        {
            os << " `" << change.pointer << "=" << change.value << '`';
        }
        os << ".\n";
    }
}

void
WriteFailures(std::ostream& os, const ExperimentResults& results)
{
    const auto failures = results.FindFailures();
    if (failures.empty())
    {
        return;
    }
    os << "\n## Failed runs\n\n";
    for (std::size_t i = 0; i < std::min(failures.size(), MAX_ROWS); ++i)
    {
        const auto id = failures[i];
        os << "* run " << id << ": " << results.GetOutcomes().at(id).failure << "\n\n      "
           << GetRunCommand(SCENARIO_COPY, results.GetDesign().GetRun(id)) << "\n\n";
    }
    if (failures.size() > MAX_ROWS)
    {
        os << "and " << failures.size() - MAX_ROWS << " more, see [runs.csv](runs.csv)\n";
    }
}

void
WriteWarnings(std::ostream& os, const ExperimentResults& results)
{
    const auto warnings = SummarizeWarnings(results.GetOutcomes());
    if (warnings.empty())
    {
        return;
    }
    os << "\n## Warnings\n\n";
    for (const auto& warning : warnings)
    {
        os << "* " << warning << '\n';
    }
}

std::string
ToText(const std::optional<double>& number, double scale)
{
    return number ? RoundToText(*number / scale) : "-";
}

/// The statistics of a response in each cell.
void
WriteCells(std::ostream& os, const ExperimentResults& results, std::size_t response)
{
    const auto& experiment = results.GetExperiment();
    const auto& design = results.GetDesign();
    const auto quantity = GetDisplayQuantity(results, response);
    std::vector<std::string> head;
    for (std::size_t i = 0; i < experiment.factors.size(); ++i)
    {
        if (!design.IsDrawnByRun(i))
        {
            head.push_back(experiment.factors[i].name);
        }
    }
    const std::vector<std::string> numbers{"n", "mean", "median", "95 % interval of the mean"};
    head.insert(head.end(), numbers.begin(), numbers.end());
    WriteHead(os, head, numbers.size());
    auto groups = results.Group(response, [](std::size_t cell) { return cell; });
    for (std::size_t cell = 0; cell < std::min(design.GetCellCount(), MAX_ROWS); ++cell)
    {
        const auto run = design.GetRun(cell * experiment.runs);
        std::vector<std::string> row;
        for (std::size_t i = 0; i < run.labels.size(); ++i)
        {
            if (!design.IsDrawnByRun(i))
            {
                row.push_back(run.labels[i]);
            }
        }
        const auto statistics = ComputeStatistics(groups[cell]);
        const auto& interval = statistics.interval;
        row.push_back(std::to_string(statistics.count));
        row.push_back(ToText(statistics.mean, quantity.scale));
        row.push_back(ToText(statistics.median, quantity.scale));
        row.push_back(interval ? ToText(interval->low, quantity.scale) + " to " +
                                     ToText(interval->high, quantity.scale)
                               : "-");
        WriteRow(os, row);
    }
    if (design.GetCellCount() > MAX_ROWS)
    {
        os << "\nand " << design.GetCellCount() - MAX_ROWS
           << " more, see [summary.csv](summary.csv)\n";
    }
}

/// What there is to say about a response that is the same in all runs.
std::string
DescribeConstant(const ExperimentResults& results, std::size_t response)
{
    const auto all = results.Group(response, [](std::size_t) { return 0; });
    if (all.empty())
    {
        return "No run has a value.\n";
    }
    const auto& values = all.begin()->second;
    const auto quantity = GetDisplayQuantity(results, response);
    return RoundToText(values.front() / quantity.scale) + " in all " +
           std::to_string(values.size()) + " runs that have a value.\n";
}

} // namespace

void
WriteReport(const ExperimentResults& results,
            const std::vector<std::vector<Plot>>& plots,
            std::ostream& os)
{
    const auto& experiment = results.GetExperiment();
    WriteDesign(os, results);
    WriteFactors(os, experiment);
    WriteFailures(os, results);
    WriteWarnings(os, results);
    for (std::size_t i = 0; i < experiment.responses.size(); ++i)
    {
        const auto& response = experiment.responses[i];
        os << "\n## " << GetDisplayQuantity(results, i).title << "\n\n`" << response.GetText()
           << "` of `summary.json`, in the tables as `" << response.GetName() << "`.\n\n";
        const auto all = results.Group(i, [](std::size_t) { return 0; });
        const bool isConstant =
            all.empty() ||
            std::all_of(all.begin()->second.begin(), all.begin()->second.end(), [&](double value) {
                return value == all.begin()->second[0];
            });
        if (isConstant)
        {
            os << DescribeConstant(results, i);
            continue;
        }
        WriteCells(os, results, i);
        for (const auto& plot : plots[i])
        {
            os << "\n![" << plot.caption << "](" << PLOT_DIRECTORY << '/' << plot.name
               << ".svg)\n\n"
               << "*" << plot.caption << "*\n";
        }
    }
}

} // namespace mgm
} // namespace ns3

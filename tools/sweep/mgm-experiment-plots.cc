/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-experiment-plots.h"

#include "base/mgm-input-error.h"
#include "base/mgm-process-pool.h"
#include "mgm-distribution-plot.h"
#include "mgm-effect-plot.h"
#include "mgm-heat-map.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <unistd.h>

namespace ns3
{
namespace mgm
{

namespace
{

namespace fs = std::filesystem;

/// Exit status of a process that found no program to become, as shells have it.
constexpr int NO_PROGRAM = 127;

/// Whether a response differs between runs.
bool
Varies(const ExperimentResults& results, std::size_t response)
{
    std::set<double> values;
    for (const auto& [id, outcome] : results.GetOutcomes())
    {
        if (const auto value = results.GetValue(id, response))
        {
            values.insert(*value);
        }
    }
    return values.size() > 1;
}

bool
Wants(const Experiment& experiment, const std::string& kind)
{
    return std::find(experiment.plots.begin(), experiment.plots.end(), kind) !=
           experiment.plots.end();
}

void
WriteFile(const fs::path& path, const std::string& text)
{
    std::ofstream file(path, std::ios::binary);
    if (!(file << text << std::flush))
    {
        throw InputError(path.string() + ": found no file that can be written");
    }
}

/// Becomes gnuplot.
std::string
RunGnuplot(const std::string& directory, const std::string& name)
{
    fs::current_path(directory);
    execlp("gnuplot", "gnuplot", (name + ".gp").c_str(), nullptr);
    _exit(NO_PROGRAM);
}

} // namespace

std::vector<Plot>
MakePlots(const ExperimentResults& results, std::size_t response)
{
    const auto& experiment = results.GetExperiment();
    std::vector<Plot> plots;
    if (!Varies(results, response))
    {
        return plots;
    }
    std::vector<std::size_t> leveled;
    for (std::size_t i = 0; i < experiment.factors.size(); ++i)
    {
        const auto& factor = experiment.factors[i];
        if (factor.levels.size() > 1)
        {
            leveled.push_back(i);
        }
        if (factor.levels.size() != 1 && Wants(experiment, "effect"))
        {
            plots.push_back(MakeEffectPlot(results, response, i));
        }
    }
    for (auto first = leveled.begin(); first != leveled.end(); ++first)
    {
        for (auto second = first + 1; second != leveled.end() && Wants(experiment, "heat-map");
             ++second)
        {
            plots.push_back(MakeHeatMap(results, response, *first, *second));
        }
    }
    if (Wants(experiment, "distribution"))
    {
        plots.push_back(MakeDistributionPlot(results, response));
    }
    return plots;
}

std::string
DrawPlots(const std::vector<Plot>& plots, const std::string& directory, std::size_t jobs)
{
    ProcessPool pool(jobs);
    std::string fault;
    const auto take = [&] {
        const auto result = pool.Wait();
        const bool isDrawn = result.end == ProcessResult::End::EXITED && result.code == 0;
        if (!isDrawn && fault.empty())
        {
            fault = result.code == NO_PROGRAM
                        ? "found no gnuplot, which draws the plots"
                        : plots[result.task].name + ".gp: gnuplot " + result.Explain();
        }
    };
    for (std::size_t i = 0; i < plots.size(); ++i)
    {
        WriteFile(fs::path(directory) / (plots[i].name + ".csv"), plots[i].data);
        WriteFile(fs::path(directory) / (plots[i].name + ".gp"), plots[i].script);
        if (pool.IsFull())
        {
            take();
        }
        pool.Start(i, [&, i] { return RunGnuplot(directory, plots[i].name); });
    }
    while (!pool.IsIdle())
    {
        take();
    }
    return fault;
}

} // namespace mgm
} // namespace ns3

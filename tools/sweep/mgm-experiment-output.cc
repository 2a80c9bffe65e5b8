/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-experiment-output.h"

#include "base/mgm-input-error.h"
#include "base/mgm-output-set.h"
#include "mgm-experiment-copies.h"
#include "mgm-experiment-plots.h"
#include "mgm-experiment-reader.h"
#include "mgm-experiment-report.h"
#include "mgm-run-journal.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

namespace fs = std::filesystem;

/// Adds a file that a function writes.
void
AddFile(OutputSet& outputs, const fs::path& path, const std::function<void(std::ostream&)>& write)
{
    std::ostringstream text;
    write(text);
    outputs.Write(path.string(), text.str());
}

/// Numbers of runs in words, not too many of them.
std::string
NameRuns(const std::vector<std::size_t>& runs)
{
    constexpr std::size_t MAX_NAMES = 10;
    std::string names;
    for (std::size_t i = 0; i < std::min(runs.size(), MAX_NAMES); ++i)
    {
        names += (names.empty() ? "" : ", ") + std::to_string(runs[i]);
    }
    return names + (runs.size() > MAX_NAMES ? ", ..." : "");
}

/// Adds the results of a shard. Results are preferred to failures.
void
AddShard(const std::string& directory, const std::string& digest, RunOutcomes& outcomes)
{
    const auto path = (fs::path(directory) / RunJournal::NAME).string();
    if (!fs::exists(path))
    {
        throw InputError(path + ": found no file, expected the journal of a shard");
    }
    const RunJournal journal(path, digest);
    for (const auto& [id, outcome] : journal.GetOutcomes())
    {
        const auto known = outcomes.find(id);
        if (known == outcomes.end() || !known->second.failure.empty())
        {
            outcomes[id] = outcome;
        }
    }
}

/// Adds the tables, the plots and the report. Returns why a plot could not be drawn.
std::string
AddResults(OutputSet& outputs,
           const ExperimentResults& results,
           const fs::path& directory,
           std::size_t jobs)
{
    const auto add = [&](const char* name, const std::function<void(std::ostream&)>& write) {
        AddFile(outputs, directory / name, write);
    };
    add("runs.csv", [&](std::ostream& os) { results.WriteRuns(os); });
    add("summary.csv", [&](std::ostream& os) { results.WriteSummary(os); });
    std::vector<std::vector<Plot>> plots;
    std::vector<Plot> allPlots;
    for (std::size_t i = 0; i < results.GetExperiment().responses.size(); ++i)
    {
        plots.push_back(MakePlots(results, i));
        allPlots.insert(allPlots.end(), plots.back().begin(), plots.back().end());
    }
    add("report.md", [&](std::ostream& os) { WriteReport(results, plots, os); });
    const auto plotDirectory = outputs.AddDirectory((directory / PLOT_DIRECTORY).string());
    return DrawPlots(allPlots, plotDirectory, jobs);
}

} // namespace

std::vector<std::size_t>
FindMissingRuns(const ExperimentDesign& design, const RunOutcomes& outcomes)
{
    std::vector<std::size_t> missing;
    for (std::size_t id = 0; id < design.GetRunCount(); ++id)
    {
        if (!outcomes.count(id))
        {
            missing.push_back(id);
        }
    }
    return missing;
}

std::string
WriteResults(const ExperimentResults& results, const std::string& out, std::size_t jobs)
{
    OutputSet outputs;
    const auto fault = AddResults(outputs, results, out, jobs);
    outputs.Commit();
    return fault;
}

std::string
MergeResults(const std::vector<std::string>& directories,
             const std::string& out,
             const std::string& version,
             std::size_t jobs)
{
    const auto source = fs::path(directories.front()) / EXPERIMENT_COPY;
    if (!fs::exists(source))
    {
        throw InputError(source.string() + ": found no file, expected the results of a shard");
    }
    const auto experiment = ReadExperiment(source.string(), {}, version);
    const ExperimentDesign design(experiment);
    RunOutcomes outcomes;
    for (const auto& directory : directories)
    {
        AddShard(directory, experiment.digest, outcomes);
    }
    if (const auto missing = FindMissingRuns(design, outcomes); !missing.empty())
    {
        throw InputError("--merge: found no results of " + std::to_string(missing.size()) + " of " +
                         std::to_string(design.GetRunCount()) + " runs (" + NameRuns(missing) +
                         "), expected all shards, each of them finished");
    }
    OutputSet outputs;
    outputs.MakeDirectory(out);
    const fs::path target(out);
    RunJournal journal(outputs.AddFile((target / RunJournal::NAME).string()), experiment.digest);
    for (const auto& [id, outcome] : outcomes)
    {
        journal.Note(id, outcome);
    }
    AddCopies(experiment, out, outputs);
    const ExperimentResults results(experiment, design, outcomes);
    const auto fault = AddResults(outputs, results, target, jobs);
    outputs.Commit();
    return fault;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-sweep-command.h"

#include "base/mgm-input-error.h"
#include "mgm-change-options.h"
#include "mgm-command-options.h"
#include "mgm-load-options.h"
#include "scenario/mgm-scenario-catalog.h"
#include "sweep/mgm-experiment-output.h"
#include "sweep/mgm-experiment-reader.h"
#include "sweep/mgm-run-warnings.h"
#include "sweep/mgm-sweep-progress.h"
#include "sweep/mgm-sweep.h"
#include "sweep/mgm-vary-option.h"

#include <charconv>
#include <filesystem>
#include <iostream>
#include <regex>
#include <thread>
#include <unistd.h>

namespace ns3
{
namespace mgm
{

namespace
{

namespace po = boost::program_options;

po::options_description
MakeSweepOptions()
{
    po::options_description options("Usage: mgm sweep SCENARIO [OPTIONS]\n"
                                    "       mgm sweep EXPERIMENT [OPTIONS]\n"
                                    "       mgm sweep --merge DIR... --out DIR\n\nOptions");
    const auto list = [](const char* name) {
        return po::value<Arguments>()->composing()->value_name(name);
    };
    // clang-format off
    options.add_options()
        ("vary", list("[NAME:]POINTER=VALUES"),
         "what varies: a list a,b,c, a range 0s:10s:0.5s, all orders perm(1s,2s) for two pointers "
         "with a comma between them, or a distribution uniform(1s,5s), normal(5s,1s), "
         "exponential(2s) or lognormal(2s,0.5); may be repeated")
        ("runs", Text("N"), "number of runs of each combination")
        ("design", Text("full|lhs"), "all combinations, or a Latin hypercube")
        ("samples", Text("N"), "number of samples of a Latin hypercube")
        ("response", list("[NAME=]POINTER"),
         "what is measured: a number of summary.json, or sum, mean, min, max or count of several, "
         "such as lost=sum(/streams/*/lost); may be repeated")
        ("seed", Text("N"), "seed of all that is random")
        ("stop", Text("TIME"), "when simulations end, such as 60s")
        ("set", list("POINTER=VALUE"), "change a value in all runs; may be repeated")
        ("plots", Text("KINDS"), "kinds of plots: some of effect,heat-map,distribution, or none")
        ("jobs", Text("N"), "number of runs at a time (default: as many as there are processors)")
        ("timeout", Text("SECONDS"), "greatest time of a run")
        ("shard", Text("I/N"), "make only the I-th of N parts of the runs, for several machines")
        ("merge", "merge the results of all shards")
        ("out", Text("DIR"), "directory for the results (default: out/sweep-NAME)")
        ("fresh", "discard results that are there")
        ("strict", "exit with status 1 if an expectation is not met in some run")
        ("quiet", "print only what is wrong")
        ("help", "show this text");
    // clang-format on
    AddLoadOption(options);
    return options;
}

/// A number of an option.
std::size_t
ReadNumber(const po::variables_map& values, const std::string& name, std::size_t least)
{
    constexpr std::size_t GREATEST = 1000000;
    const auto text = values[name].as<std::string>();
    std::size_t number = 0;
    const auto end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, number);
    if (result.ec != std::errc() || result.ptr != end || number < least || number > GREATEST)
    {
        throw InputError("--" + name + " " + text + ": found \"" + text +
                         "\", expected a whole number from " + std::to_string(least) + " to " +
                         std::to_string(GREATEST));
    }
    return number;
}

/// A JSON pointer to a member with any name.
std::string
PointTo(const std::string& object, const std::string& member)
{
    return (JsonPointer(object) / member).to_string();
}

ExperimentChange
ReadResponse(const std::string& text)
{
    static const std::regex NAMED("([A-Za-z][A-Za-z0-9._-]*)=(.*)");
    std::smatch parts;
    const auto origin = "--response " + text;
    const bool hasName = std::regex_match(text, parts, NAMED);
    const auto expression = hasName ? parts.str(2) : text;
    const auto name = hasName ? parts.str(1) : Response(expression, origin).GetName();
    return {PointTo("/responses", name), expression, origin};
}

Json
ReadPlots(const std::string& text)
{
    return text == "none" ? Json(Json::array()) : Json(SplitList(text));
}

/// The changes that options make in an experiment.
std::vector<ExperimentChange>
ReadExperimentChanges(const po::variables_map& values)
{
    std::vector<ExperimentChange> changes;
    for (const auto& change : ReadChanges(values))
    {
        const bool isSeed = change.pointer == "/seed";
        changes.push_back({isSeed ? change.pointer : PointTo("/set", change.pointer),
                           ParseOption(change.value),
                           change.origin});
    }
    for (const auto& text : ReadWords(values, "vary"))
    {
        changes.push_back({"/factors/-", ReadVaryOption(text), "--vary " + text});
    }
    for (const auto& text : ReadWords(values, "response"))
    {
        changes.push_back(ReadResponse(text));
    }
    for (const std::string name : {"runs", "design", "samples"})
    {
        if (values.count(name))
        {
            const auto text = values[name].as<std::string>();
            changes.push_back({"/" + name, ParseOption(text), "--" + name + " " + text});
        }
    }
    if (values.count("plots"))
    {
        const auto text = values["plots"].as<std::string>();
        changes.push_back({"/plots", ReadPlots(text), "--plots " + text});
    }
    return changes;
}

void
ReadShard(const std::string& text, SweepOptions& options)
{
    static const std::regex FORM("([1-9][0-9]{0,5})/([1-9][0-9]{0,5})");
    std::smatch parts;
    if (!std::regex_match(text, parts, FORM) || std::stoul(parts[1]) > std::stoul(parts[2]))
    {
        throw InputError("--shard " + text + ": found \"" + text +
                         "\", expected I/N with I from 1 to N");
    }
    options.shard = std::stoul(parts[1]) - 1;
    options.shards = std::stoul(parts[2]);
}

SweepOptions
ReadOptions(const po::variables_map& values, const std::string& name)
{
    SweepOptions options;
    options.out = values.count("out") ? values["out"].as<std::string>() : "out/sweep-" + name;
    options.jobs = values.count("jobs") ? ReadNumber(values, "jobs", 1)
                                        : std::max(1U, std::thread::hardware_concurrency());
    if (values.count("timeout"))
    {
        options.timeout = std::chrono::seconds(ReadNumber(values, "timeout", 1));
    }
    if (values.count("shard"))
    {
        ReadShard(values["shard"].as<std::string>(), options);
    }
    options.isFresh = values.count("fresh") > 0;
    return options;
}

/// Says which runs went wrong, and how to repeat them. Returns whether there are any.
bool
ReportFaults(const Experiment& experiment,
             const ExperimentDesign& design,
             const RunOutcomes& outcomes,
             bool isStrict)
{
    bool hasFaults = false;
    for (const auto& [id, outcome] : outcomes)
    {
        const bool isUnmet = isStrict && outcome.unmet > 0;
        if (!outcome.failure.empty() || isUnmet)
        {
            hasFaults = true;
            std::cerr << "run " << id << ": "
                      << (isUnmet ? std::to_string(outcome.unmet) + " expectations not met"
                                  : outcome.failure)
                      << "\n  " << GetRunCommand(experiment.scenario, design.GetRun(id)) << '\n';
        }
    }
    return hasFaults;
}

void
WarnOf(const std::string& fault)
{
    if (!fault.empty())
    {
        std::cerr << "mgm sweep: " << fault << '\n';
    }
}

/// Says which responses no run has a value of: their pointers may be wrong.
void
WarnOfEmptyResponses(const ExperimentResults& results)
{
    const auto& responses = results.GetExperiment().responses;
    for (std::size_t i = 0; i < responses.size(); ++i)
    {
        if (results.Group(i, [](std::size_t) { return 0; }).empty())
        {
            WarnOf("no run has a value of " + responses[i].GetText());
        }
    }
}

int
Merge(const po::variables_map& values)
{
    const auto directories = ReadWords(values, "file");
    if (directories.empty() || !values.count("out"))
    {
        throw InputError("mgm sweep --merge: found no " +
                         std::string(directories.empty() ? "directories" : "--out") +
                         ", expected mgm sweep --merge DIR... --out DIR");
    }
    const auto options = ReadOptions(values, "");
    WarnOf(MergeResults(directories, options.out, MGM_VERSION, options.jobs));
    return DONE;
}

int
Sweep(const po::variables_map& values)
{
    const auto files = ReadWords(values, "file");
    if (files.size() != 1)
    {
        throw InputError("mgm sweep: found " + std::to_string(files.size()) +
                         " files, expected mgm sweep SCENARIO or mgm sweep EXPERIMENT");
    }
    const auto file = FindScenario(MGM_SCENARIO_DIR, files.front());
    const auto experiment = ReadExperiment(file, ReadExperimentChanges(values), MGM_VERSION);
    const ExperimentDesign design(experiment);
    const auto options = ReadOptions(values, std::filesystem::path(file).stem().string());
    const bool isQuiet = values.count("quiet") > 0;
    SweepProgress progress(std::cerr, isatty(STDERR_FILENO) == 1);
    const auto start = std::chrono::steady_clock::now();
    const auto outcomes = RunSweep(experiment, design, options, [&](const SweepState& state) {
        if (!isQuiet)
        {
            progress.Show(state,
                          std::chrono::duration_cast<std::chrono::milliseconds>(
                              std::chrono::steady_clock::now() - start));
        }
    });
    for (const auto& warning : SummarizeWarnings(outcomes))
    {
        std::cerr << warning << '\n';
    }
    const bool hasFaults = ReportFaults(experiment, design, outcomes, values.count("strict") > 0);
    std::ostream report(isQuiet ? nullptr : std::cout.rdbuf());
    if (FindMissingRuns(design, outcomes).empty())
    {
        const ExperimentResults results(experiment, design, outcomes);
        WarnOf(WriteResults(results, options.out, options.jobs));
        WarnOfEmptyResponses(results);
        report << options.out << "/report.md\n";
    }
    else
    {
        report << "results of a shard in " << options.out
               << "; when all are there: mgm sweep --merge DIR... --out DIR\n";
    }
    return hasFaults ? FOUND_FAULTS : DONE;
}

} // namespace

int
RunSweepCommand(const Arguments& arguments)
{
    const auto visible = MakeSweepOptions();
    const auto values = ParseOptions(arguments, visible, {"file..."});
    if (values.count("help"))
    {
        std::cout << visible;
        return DONE;
    }
    LoadLibraries(values);
    return values.count("merge") ? Merge(values) : Sweep(values);
}

} // namespace mgm
} // namespace ns3

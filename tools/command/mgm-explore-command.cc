/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-explore-command.h"

#include "base/mgm-input-error.h"
#include "base/mgm-loaded-libraries.h"
#include "explore/mgm-exploration-report.h"
#include "explore/mgm-exploration.h"
#include "mgm-change-options.h"
#include "mgm-load-options.h"
#include "scenario/mgm-scenario-catalog.h"
#include "scenario/mgm-scenario-reader.h"

#include <charconv>
#include <iomanip>
#include <iostream>
#include <thread>

namespace ns3
{
namespace mgm
{

namespace
{

namespace po = boost::program_options;

po::options_description
MakeExploreOptions()
{
    po::options_description options("Usage: mgm explore SCENARIO [OPTIONS]\n\nOptions");
    options.add_options()("out", Text("DIR"), "directory for files (default: out/NAME)");
    AddChangeOptions(options);
    AddLoadOption(options);
    // clang-format off
    options.add_options()
        ("max-runs", Text("N"), "most runs")
        ("max-time", Text("SECONDS"), "longest time, by the clock")
        ("jobs", Text("N"), "most runs at a time (default: one for each processor)")
        ("no-reduction", "run also orders that equal others")
        ("distinguish", Text("node|client|state")->default_value("client"),
         "tell outcomes apart by the callbacks on each node, or to each client, or not by them")
        ("quiet", "print nothing")
        ("help", "show this text");
    // clang-format on
    return options;
}

/// Reads a number of an option.
uint64_t
ReadNumber(const po::variables_map& values,
           const std::string& name,
           uint64_t otherwise,
           uint64_t most)
{
    if (!values.count(name))
    {
        return otherwise;
    }
    const auto text = values[name].as<std::string>();
    uint64_t number = 0;
    const auto end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || rest != end || number == 0 || number > most)
    {
        throw InputError("--" + name + ' ' + text + ": found \"" + text +
                         "\", expected a whole number from 1 to " + std::to_string(most));
    }
    return number;
}

Distinction
ReadDistinction(const std::string& text)
{
    if (text == "node")
    {
        return Distinction::NODE;
    }
    if (text == "client")
    {
        return Distinction::CLIENT;
    }
    if (text == "state")
    {
        return Distinction::STATE;
    }
    throw InputError("--distinguish " + text + ": found \"" + text +
                     "\", expected node, client or state");
}

ExploreOptions
ReadExploreOptions(const po::variables_map& values)
{
    constexpr uint64_t DAY = 86400;
    constexpr uint64_t MOST_JOBS = 1024;
    ExploreOptions options;
    options.maxRuns = ReadNumber(values, "max-runs", options.maxRuns, UINT32_MAX);
    options.maxTime = std::chrono::seconds(ReadNumber(values, "max-time", 0, DAY));
    const auto processors = std::max(1U, std::thread::hardware_concurrency());
    options.jobs = ReadNumber(values, "jobs", processors, MOST_JOBS);
    options.reduces = !values.count("no-reduction");
    options.distinction = ReadDistinction(values["distinguish"].as<std::string>());
    return options;
}

/// A word as a shell takes it.
std::string
Quote(const std::string& word)
{
    constexpr auto PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=.,:/";
    if (!word.empty() && word.find_first_not_of(PLAIN) == std::string::npos)
    {
        return word;
    }
    std::string quoted = "'";
    for (const char letter : word)
    {
        quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    }
    return quoted + "'";
}

/// The command that runs the scenario with its changes and with the libraries that are loaded.
std::string
MakeReplay(const std::string& file, const std::vector<ScenarioChange>& changes)
{
    auto command = "mgm run " + Quote(file);
    for (const auto& change : changes)
    {
        const auto space = change.origin.find(' ');
        command +=
            ' ' + change.origin.substr(0, space) + ' ' + Quote(change.origin.substr(space + 1));
    }
    for (const auto& library : GetLoadedLibraries())
    {
        command += " --load " + Quote(library.path);
    }
    return command;
}

} // namespace

int
RunExplore(const Arguments& arguments)
{
    const auto visible = MakeExploreOptions();
    const auto values = ParseOptions(arguments, visible, {"scenario"});
    if (values.count("help"))
    {
        std::cout << visible;
        return DONE;
    }
    const auto file =
        FindScenario(MGM_SCENARIO_DIR, ReadRequired(values, "scenario", "mgm explore SCENARIO"));
    LoadLibraries(values);
    const auto options = ReadExploreOptions(values);
    const auto changes = ReadChanges(values);
    const auto scenario = ReadScenario(file, changes);
    PrintWarnings(scenario);
    const auto out = values.count("out") ? values["out"].as<std::string>() : "out/" + scenario.name;
    OutputSet outputs;
    outputs.MakeDirectory(out);
    const auto exploration = Explore(scenario, options);
    const ExplorationReport report(scenario, exploration, out, MakeReplay(file, changes));
    report.Write(outputs);
    outputs.Commit();
    if (!values.count("quiet"))
    {
        report.Print(std::cout);
        std::cout.flush();
        std::cerr << std::fixed << std::setprecision(1) << exploration.seconds << " s, "
                  << static_cast<double>(exploration.runs) / exploration.seconds
                  << " runs per second\n";
    }
    return exploration.faults.empty() ? DONE : FOUND_FAULTS;
}

} // namespace mgm
} // namespace ns3

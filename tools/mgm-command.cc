/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-command.h"

#include "ns3/mgm-describe.h"
#include "ns3/mgm-input-error.h"
#include "ns3/mgm-scenario-catalog.h"
#include "ns3/mgm-scenario-reader.h"
#include "ns3/mgm-scenario-runner.h"
#include "ns3/mgm-trace-header.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <iostream>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

namespace po = boost::program_options;

using Arguments = std::vector<std::string>;

constexpr int DONE = 0;
constexpr int EXPECTATION_FAILED = 1;

constexpr auto USAGE = R"(Usage: mgm COMMAND [OPTIONS]

Commands:
  run SCENARIO   run a scenario; mgm run --help shows its options
  list           list the scenarios that come with mgm
  describe       show attributes of the models and columns of the trace

Options:
  --help         show this text
  --version      show the versions of mgm and ns-3
)";

po::options_description
MakeRunOptions()
{
    const auto text = [](const char* name) { return po::value<std::string>()->value_name(name); };
    po::options_description options("Usage: mgm run SCENARIO [OPTIONS]\n\nOptions");
    // clang-format off
    options.add_options()
        ("out", text("DIR"), "directory for files (default: out/NAME)")
        ("seed", text("N"), "seed of the random streams")
        ("run", text("N"), "run number of the random streams")
        ("stop", text("TIME"), "when the simulation ends, such as 60s")
        ("set", po::value<Arguments>()->composing()->value_name("POINTER=VALUE"),
         "change a value of the scenario, such as /nodes/r1/protocols/pim/start=5s; "
         "may be repeated")
        ("trace", text("FORMATS")->default_value("jsonl,csv,ascii"),
         "formats of the trace, separated by commas, or none")
        ("pcap", text("on|off")->default_value("on"), "capture the packets of each interface")
        ("quiet", "print only what is wrong")
        ("help", "show this text");
    // clang-format on
    return options;
}

po::variables_map
ParseRunOptions(const Arguments& arguments, const po::options_description& visible)
{
    po::options_description all;
    all.add(visible).add_options()("scenario", po::value<std::string>());
    po::positional_options_description positions;
    positions.add("scenario", 1);
    po::variables_map values;
    po::store(po::command_line_parser(arguments).options(all).positional(positions).run(), values);
    po::notify(values);
    return values;
}

/// The changes that options make to a scenario, in the order in which they take effect.
std::vector<ScenarioChange>
ReadChanges(const po::variables_map& values)
{
    std::vector<ScenarioChange> changes;
    for (const auto& text : values.count("set") ? values["set"].as<Arguments>() : Arguments())
    {
        const auto split = text.find('=');
        if (split == std::string::npos)
        {
            throw InputError("--set " + text + ": found no \"=\", expected POINTER=VALUE");
        }
        changes.push_back({text.substr(0, split), text.substr(split + 1), "--set " + text});
    }
    for (const std::string name : {"seed", "run", "stop"})
    {
        if (values.count(name))
        {
            const auto value = values[name].as<std::string>();
            changes.push_back({"/" + name, value, "--" + name + " " + value});
        }
    }
    return changes;
}

std::vector<TraceFormat>
ReadTraceFormats(const std::string& text)
{
    std::vector<TraceFormat> formats;
    if (text == "none")
    {
        return formats;
    }
    std::istringstream names(text + ',');
    std::string name;
    while (std::getline(names, name, ','))
    {
        const auto format = TraceFormatFromString(name);
        if (!format)
        {
            throw InputError("--trace " + text + ": found \"" + name +
                             "\", expected none, or some of jsonl, csv, ascii");
        }
        if (std::find(formats.begin(), formats.end(), *format) == formats.end())
        {
            formats.push_back(*format);
        }
    }
    return formats;
}

bool
ReadSwitch(const std::string& option, const std::string& text)
{
    if (text != "on" && text != "off")
    {
        throw InputError(option + " " + text + ": found \"" + text + "\", expected on or off");
    }
    return text == "on";
}

int
Run(const Arguments& arguments)
{
    const auto visible = MakeRunOptions();
    const auto values = ParseRunOptions(arguments, visible);
    if (values.count("help"))
    {
        std::cout << visible;
        return DONE;
    }
    if (!values.count("scenario"))
    {
        throw InputError("mgm run: found no scenario, expected mgm run SCENARIO");
    }
    RunOptions options;
    options.traces = ReadTraceFormats(values["trace"].as<std::string>());
    options.pcap = ReadSwitch("--pcap", values["pcap"].as<std::string>());
    const auto scenario = ReadScenario(values["scenario"].as<std::string>(), ReadChanges(values));
    options.out = values.count("out") ? values["out"].as<std::string>() : "out/" + scenario.name;

    std::ostream report(values.count("quiet") ? nullptr : std::cout.rdbuf());
    const auto failures = RunScenario(scenario, options, report);
    report.flush();
    for (const auto& failure : failures)
    {
        std::cerr << failure << '\n';
    }
    return failures.empty() ? DONE : EXPECTATION_FAILED;
}

/// Throws InputError if there is an argument.
void
ExpectNone(const Arguments& arguments)
{
    if (!arguments.empty())
    {
        throw InputError("mgm: found \"" + arguments.front() + "\", expected no argument");
    }
}

} // namespace

int
RunCommand(const std::vector<std::string>& arguments)
{
    const std::string command = arguments.empty() ? "--help" : arguments.front();
    const Arguments rest(arguments.begin() + (arguments.empty() ? 0 : 1), arguments.end());
    if (command == "run")
    {
        return Run(rest);
    }
    if (command == "list")
    {
        ExpectNone(rest);
        ListScenarios(MGM_SCENARIO_DIR, std::cout);
        return DONE;
    }
    if (command == "describe")
    {
        ExpectNone(rest);
        DescribeModels(std::cout);
        return DONE;
    }
    if (command == "--version")
    {
        std::cout << "mgm " MGM_VERSION " with ns-" << TraceHeader::OfSimulation().ns3Version
                  << '\n';
        return DONE;
    }
    if (command == "--help" || command == "-h")
    {
        std::cout << USAGE;
        return DONE;
    }
    throw InputError("mgm: found \"" + command +
                     "\", expected one of run, list, describe, --help, "
                     "--version");
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-run-command.h"

#include "base/mgm-input-error.h"
#include "explore/mgm-schedule.h"
#include "mgm-change-options.h"
#include "mgm-command-options.h"
#include "mgm-load-options.h"
#include "scenario/mgm-scenario-catalog.h"
#include "scenario/mgm-scenario-reader.h"
#include "scenario/mgm-scenario-runner.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

namespace po = boost::program_options;

po::options_description
MakeRunOptions()
{
    po::options_description options("Usage: mgm run SCENARIO [OPTIONS]\n\nOptions");
    options.add_options()("out", Text("DIR"), "directory for files (default: out/NAME)");
    AddChangeOptions(options);
    AddLoadOption(options);
    // clang-format off
    options.add_options()
        ("trace", Text("FORMATS")->default_value("jsonl,csv,ascii"),
         "formats of the trace, separated by commas, or none: jsonl, csv, ascii, pcapng")
        ("compress", Text("gz|zst"), "compress the trace files")
        ("pcap", Text("on|off")->default_value("on"), "capture the packets of each interface")
        ("schedule", Text("FILE"), "make the steps that move in the order of a schedule")
        ("quiet", "print only what is wrong")
        ("help", "show this text");
    // clang-format on
    return options;
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
                             "\", expected none, or some of " + GetTraceFormatNames());
        }
        if (std::find(formats.begin(), formats.end(), *format) == formats.end())
        {
            formats.push_back(*format);
        }
    }
    return formats;
}

TraceCompression
ReadCompression(const po::variables_map& values)
{
    if (!values.count("compress"))
    {
        return TraceCompression::NONE;
    }
    const auto name = values["compress"].as<std::string>();
    const auto compression = TraceCompressionFromString(name);
    if (!compression)
    {
        throw InputError("--compress: found \"" + name + "\", expected gz or zst");
    }
    return *compression;
}

} // namespace

int
RunRun(const Arguments& arguments)
{
    const auto visible = MakeRunOptions();
    const auto values = ParseOptions(arguments, visible, {"scenario"});
    if (values.count("help"))
    {
        std::cout << visible;
        return DONE;
    }
    const auto file =
        FindScenario(MGM_SCENARIO_DIR, ReadRequired(values, "scenario", "mgm run SCENARIO"));
    LoadLibraries(values);
    RunOptions options;
    options.traces = ReadTraceFormats(values["trace"].as<std::string>());
    options.compression = ReadCompression(values);
    options.pcap = ReadSwitch(values, "pcap");
    auto scenario = ReadScenario(file, ReadChanges(values));
    PrintWarnings(scenario);
    if (values.count("schedule"))
    {
        const auto schedule = values["schedule"].as<std::string>();
        scenario = ApplySchedule(scenario, ReadSchedule(schedule, scenario), schedule);
        scenario.command += " --schedule " + std::filesystem::path(schedule).filename().string();
    }
    options.out = values.count("out") ? values["out"].as<std::string>() : "out/" + scenario.name;

    std::ostream report(values.count("quiet") ? nullptr : std::cout.rdbuf());
    const auto failures = RunScenario(scenario, options, report);
    report.flush();
    for (const auto& failure : failures)
    {
        std::cerr << failure << '\n';
    }
    return failures.empty() ? DONE : FOUND_FAULTS;
}

} // namespace mgm
} // namespace ns3

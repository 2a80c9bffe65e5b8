/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-command.h"

#include "base/mgm-describe.h"
#include "base/mgm-input-error.h"
#include "mgm-command-options.h"
#include "mgm-explore-command.h"
#include "mgm-load-options.h"
#include "mgm-rules-command.h"
#include "mgm-run-command.h"
#include "mgm-subcommands.h"
#include "mgm-sweep-command.h"
#include "mgm-trace-command.h"
#include "scenario/mgm-scenario-catalog.h"

#include "ns3/mgm-trace-header.h"

#include <filesystem>
#include <iostream>
#include <string>

namespace ns3
{
namespace mgm
{

namespace
{

/// Throws InputError if there is an argument.
void
ExpectNone(const Arguments& arguments)
{
    if (!arguments.empty())
    {
        throw InputError("mgm: found \"" + arguments.front() + "\", expected no argument");
    }
}

/// Where the scenarios that come with mgm are: with the sources, or beside an installed command.
std::string
FindScenarios()
{
    namespace fs = std::filesystem;
    std::error_code error;
    const auto command = fs::read_symlink("/proc/self/exe", error);
    const auto installed = command.parent_path().parent_path() / "share/mgm/examples/scenarios";
    return fs::exists(installed, error) ? installed.string() : MGM_SCENARIO_DIR;
}

int
RunList(const Arguments& arguments)
{
    ExpectNone(arguments);
    ListScenarios(FindScenarios(), std::cout);
    return DONE;
}

int
RunDescribe(const Arguments& arguments)
{
    namespace po = boost::program_options;

    po::options_description visible("Usage: mgm describe [--rst LIST] [--load LIBRARY]\n\n"
                                    "Shows attributes and trace sources of the models, and columns "
                                    "and words of the trace.\n\n"
                                    "Options");
    visible.add_options()("help", "show this text")(
        "rst",
        Text("LIST"),
        "print a list of the manual in reStructuredText: attributes or traces");
    AddLoadOption(visible);
    const auto values = ParseOptions(arguments, visible, {});
    if (values.count("help"))
    {
        std::cout << visible;
        return DONE;
    }
    LoadLibraries(values);
    const auto list = values.count("rst") ? values["rst"].as<std::string>() : "";
    if (list == "attributes")
    {
        ListAttributes(std::cout);
    }
    else if (list == "traces")
    {
        ListTraceSources(std::cout);
    }
    else if (list.empty())
    {
        DescribeModels(std::cout);
    }
    else
    {
        throw InputError("mgm describe: found \"" + list + "\", expected attributes or traces");
    }
    return DONE;
}

int
RunVersion(const Arguments& arguments)
{
    ExpectNone(arguments);
    std::cout << "mgm " MGM_VERSION " with ns-" << TraceHeader::OfSimulation().ns3Version << '\n';
    return DONE;
}

const std::vector<Subcommand> SUBCOMMANDS{
    {"run", "run SCENARIO", "run a scenario", RunRun},
    {"sweep", "sweep SCENARIO", "run a scenario many times with other values", RunSweepCommand},
    {"explore", "explore SCENARIO", "run a scenario in all orders of its steps", RunExplore},
    {"trace", "trace COMMAND", "look at traces: check, draw, compare, convert, ...", RunTrace},
    {"rules", "rules [ID...]", "show the rules of the group manager", RunRules},
    {"list", "list", "list the scenarios that come with mgm", RunList},
    {"describe",
     "describe",
     "show attributes and trace sources of the models, and columns of the trace",
     RunDescribe},
    {"--version", "--version", "show the versions of mgm and ns-3", RunVersion},
};

} // namespace

int
RunCommand(const std::vector<std::string>& arguments)
{
    return RunSubcommand("mgm", SUBCOMMANDS, arguments);
}

} // namespace mgm
} // namespace ns3

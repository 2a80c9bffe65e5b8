/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-change-options.h"

#include "base/mgm-input-error.h"

#include <iostream>
#include <string>

namespace ns3
{
namespace mgm
{

namespace po = boost::program_options;

void
AddChangeOptions(po::options_description& options)
{
    // clang-format off
    options.add_options()
        ("seed", Text("N"), "seed of the random streams")
        ("run", Text("N"), "run number of the random streams")
        ("stop", Text("TIME"), "when the simulation ends, such as 60s")
        ("set", po::value<Arguments>()->composing()->value_name("POINTER=VALUE"),
         "change a value of the scenario, such as /nodes/r1/protocols/pim/start=5s; "
         "may be repeated");
    // clang-format on
}

std::vector<ScenarioChange>
ReadChanges(const po::variables_map& values)
{
    std::vector<ScenarioChange> changes;
    for (const auto& text : ReadWords(values, "set"))
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

void
PrintWarnings(const Scenario& scenario)
{
    for (const auto& warning : scenario.warnings)
    {
        std::cerr << warning.text << '\n';
    }
}

} // namespace mgm
} // namespace ns3

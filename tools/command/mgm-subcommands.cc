/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-subcommands.h"

#include "base/mgm-input-error.h"

#include <algorithm>
#include <iostream>

namespace ns3
{
namespace mgm
{

namespace
{

std::string
NameAll(const std::vector<Subcommand>& subcommands)
{
    std::string names;
    for (const auto& each : subcommands)
    {
        names.append(each.name).append(", ");
    }
    return names;
}

} // namespace

void
PrintSubcommands(const std::string& command, const std::vector<Subcommand>& subcommands)
{
    std::size_t width = 0;
    for (const auto& each : subcommands)
    {
        width = std::max(width, each.usage.size() + 2);
    }
    std::cout << "Usage: " << command << " COMMAND [OPTIONS]\n\nCommands:\n";
    for (const auto& each : subcommands)
    {
        std::cout << "  " << each.usage << std::string(width - each.usage.size(), ' ')
                  << each.purpose << '\n';
    }
    std::cout << "\n" << command << " COMMAND --help tells more.\n";
}

int
RunSubcommand(const std::string& command,
              const std::vector<Subcommand>& subcommands,
              const Arguments& arguments)
{
    const std::string name = arguments.empty() ? "--help" : arguments.front();
    const auto subcommand = std::find_if(subcommands.begin(),
                                         subcommands.end(),
                                         [&](const auto& each) { return each.name == name; });
    if (subcommand != subcommands.end())
    {
        return subcommand->run({arguments.begin() + 1, arguments.end()});
    }
    if (name == "--help" || name == "-h")
    {
        PrintSubcommands(command, subcommands);
        return DONE;
    }
    throw InputError(command + ": found \"" + name + "\", expected one of " + NameAll(subcommands) +
                     "--help");
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-load-options.h"

#include "base/mgm-loaded-libraries.h"

#include <cstdlib>
#include <sstream>
#include <string>

namespace ns3
{
namespace mgm
{

void
AddLoadOption(boost::program_options::options_description& options)
{
    options.add_options()(
        "load",
        boost::program_options::value<Arguments>()->composing()->value_name("LIBRARY"),
        "load a shared library with protocols, as MGM_PLUGINS does; may be repeated");
}

void
LoadLibraries(const boost::program_options::variables_map& values)
{
    const char* const variable = std::getenv("MGM_PLUGINS");
    std::istringstream paths(variable ? variable : "");
    std::string path;
    while (std::getline(paths, path, ':'))
    {
        if (!path.empty())
        {
            LoadLibrary(path, "MGM_PLUGINS");
        }
    }
    for (const auto& each : ReadWords(values, "load"))
    {
        LoadLibrary(each, "--load " + each);
    }
}

} // namespace mgm
} // namespace ns3

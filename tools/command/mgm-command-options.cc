/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-command-options.h"

#include "base/mgm-input-error.h"
#include "ladder/mgm-ladder.h"

namespace ns3
{
namespace mgm
{

namespace po = boost::program_options;

po::typed_value<std::string>*
Text(const char* name)
{
    return po::value<std::string>()->value_name(name);
}

po::variables_map
ParseOptions(const Arguments& arguments,
             const po::options_description& visible,
             const std::vector<std::string>& positions)
{
    constexpr std::string_view MANY = "...";
    po::options_description all;
    po::positional_options_description places;
    all.add(visible);
    for (const auto& position : positions)
    {
        const bool isList = position.size() > MANY.size() &&
                            position.compare(position.size() - MANY.size(), MANY.size(), MANY) == 0;
        const auto name = isList ? position.substr(0, position.size() - MANY.size()) : position;
        if (isList)
        {
            all.add_options()(name.c_str(), po::value<Arguments>());
        }
        else
        {
            all.add_options()(name.c_str(), po::value<std::string>());
        }
        places.add(name.c_str(), isList ? -1 : 1);
    }
    po::variables_map values;
    po::store(po::command_line_parser(arguments).options(all).positional(places).run(), values);
    po::notify(values);
    return values;
}

std::string
ReadRequired(const po::variables_map& values, const std::string& name, const std::string& usage)
{
    if (!values.count(name))
    {
        const auto command =
            usage.substr(0, usage.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ[") - 1);
        throw InputError(command + ": found no " + name + ", expected " + usage);
    }
    return values[name].as<std::string>();
}

bool
ReadSwitch(const po::variables_map& values, const std::string& name)
{
    const auto text = values[name].as<std::string>();
    if (text != "on" && text != "off")
    {
        throw InputError("--" + name + " " + text + ": found \"" + text + "\", expected on or off");
    }
    return text == "on";
}

Arguments
ReadWords(const po::variables_map& values, const std::string& name)
{
    return values.count(name) ? values[name].as<Arguments>() : Arguments();
}

int64_t
ReadTimeOption(const po::variables_map& values, const std::string& name, int64_t other)
{
    return values.count(name) ? ReadLadderTime(values[name].as<std::string>(), "--" + name) : other;
}

} // namespace mgm
} // namespace ns3

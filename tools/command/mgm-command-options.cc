/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-command-options.h"

#include "base/mgm-input-error.h"
#include "ladder/mgm-ladder.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

namespace po = boost::program_options;

namespace
{

/// The usage of a subcommand: the first line of its help.
std::string
GetUsage(const po::options_description& visible)
{
    const std::string before = "Usage: ";
    std::ostringstream help;
    help << visible;
    const auto text = help.str();
    return text.substr(before.size(), text.find('\n') - before.size());
}

/// The words that a subcommand begins with.
std::string
GetCommand(const std::string& usage)
{
    return usage.substr(0, usage.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ[") - 1);
}

/// What is wrong with words that cannot be parsed, in our own words.
std::string
DescribeFault(const po::error& error)
{
    const auto* named = dynamic_cast<const po::error_with_option_name*>(&error);
    const auto option = "\"" + (named ? named->get_option_name() : "") + "\"";
    if (const auto* syntax = dynamic_cast<const po::invalid_syntax*>(&error))
    {
        return syntax->kind() == po::invalid_syntax::extra_parameter
                   ? option + " with a value, expected it without one"
                   : option + " without a value, expected it with one";
    }
    if (dynamic_cast<const po::multiple_occurrences*>(&error))
    {
        return option + " twice, expected it once";
    }
    if (dynamic_cast<const po::ambiguous_option*>(&error))
    {
        return option + ", the beginning of several options, expected one of them";
    }
    return named ? option + ", expected an option that it has"
                 : "too many words, expected no more than it takes";
}

} // namespace

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
    try
    {
        po::store(po::command_line_parser(arguments).options(all).positional(places).run(), values);
    }
    catch (const po::error& error)
    {
        const auto command = GetCommand(GetUsage(visible));
        throw InputError(command + ": found " + DescribeFault(error) + "; see " + command +
                         " --help");
    }
    po::notify(values);
    return values;
}

std::string
ReadRequired(const po::variables_map& values, const std::string& name, const std::string& usage)
{
    if (!values.count(name))
    {
        throw InputError(GetCommand(usage) + ": found no " + name + ", expected " + usage);
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

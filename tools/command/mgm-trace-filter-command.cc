/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-filter-command.h"

#include "ladder/mgm-ladder.h"
#include "mgm-trace-copy.h"

#include <iostream>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

namespace po = boost::program_options;

constexpr auto FILTER_USAGE = "mgm trace filter IN";

po::typed_value<Arguments>*
List(const char* name)
{
    return po::value<Arguments>()->value_name(name)->composing();
}

po::options_description
MakeFilterOptions()
{
    po::options_description options(
        "Usage: mgm trace filter IN [OPTIONS]\n\n"
        "Options that select may be given several times, or with commas between their values: one "
        "of the values must fit. Different options must all fit.\n\nOptions");
    // clang-format off
    options.add_options()
        ("out", Text("OUT")->default_value("-"), "where to write; - is standard output")
        ("to", Text("FORMAT"), "format of OUT: jsonl, csv, ascii or pcapng (default: by its name; "
                               "jsonl on standard output)")
        ("node", List("NAME|ID"), "records of a node")
        ("client", List("NAME|P/C"), "records of a client, by name or protocol and component")
        ("interface", List("NAME|INDEX"), "records of an interface")
        ("group", List("G"), "records of a group; * is any group")
        ("source", List("S"), "records of a source; * is any source")
        ("kind", List("KIND"), "records of a kind, such as call")
        ("op", List("OP"), "records of an operation, such as AddGroupMembershipEntry")
        ("from", Text("TIME"), "records of this time or later, such as 1.5s")
        ("until", Text("TIME"), "records before this time")
        ("help", "show this text");
    // clang-format on
    return options;
}

/// The values of an option that may be given several times, and with commas.
Arguments
ReadCommaList(const po::variables_map& values, const std::string& name)
{
    Arguments list;
    if (!values.count(name))
    {
        return list;
    }
    for (const auto& text : values[name].as<Arguments>())
    {
        std::istringstream parts(text + ',');
        for (std::string part; std::getline(parts, part, ',');)
        {
            list.push_back(part);
        }
    }
    return list;
}

TraceSelectionOptions
ReadSelection(const po::variables_map& values)
{
    TraceSelectionOptions options;
    options.nodes = ReadCommaList(values, "node");
    options.clients = ReadCommaList(values, "client");
    options.interfaces = ReadCommaList(values, "interface");
    options.groups = ReadCommaList(values, "group");
    options.sources = ReadCommaList(values, "source");
    options.kinds = ReadCommaList(values, "kind");
    options.ops = ReadCommaList(values, "op");
    options.fromNs = ReadTimeOption(values, "from", options.fromNs);
    options.untilNs = ReadTimeOption(values, "until", options.untilNs);
    return options;
}

} // namespace

int
RunTraceFilter(const Arguments& arguments)
{
    const auto visible = MakeFilterOptions();
    const auto values = ParseOptions(arguments, visible, {"in"});
    if (values.count("help"))
    {
        std::cout << visible;
        return DONE;
    }
    const auto in = ReadRequired(values, "in", FILTER_USAGE);
    const auto out = values["out"].as<std::string>();
    const bool isPlain = out == "-" && !values.count("to");
    const auto kind = isPlain ? TraceFileKind() : ReadTraceFileKind(values, out);
    const auto options = ReadSelection(values);
    const auto reader = OpenTrace(in);
    if (!CopyTrace(*reader, TraceSelection(options, reader->GetHeader()), in, out, kind))
    {
        std::cerr << "mgm trace filter: " << in << " has no record that fits all options\n";
    }
    return DONE;
}

} // namespace mgm
} // namespace ns3

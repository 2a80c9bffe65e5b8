/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-ladder-command.h"

#include "base/mgm-input-error.h"
#include "ladder/mgm-ladder.h"
#include "mgm-output-file.h"

#include <charconv>
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

po::typed_value<Arguments>*
Names(const char* name)
{
    return po::value<Arguments>()->composing()->value_name(name);
}

po::options_description
MakeLadderOptions()
{
    po::options_description options(
        "Usage: mgm trace ladder TRACE... [OPTIONS]\n\n"
        "Draws a sequence diagram of a trace, or of several side by side on one time axis.\n\n"
        "Options");
    // clang-format off
    options.add_options()
        ("out", Text("FILE")->default_value("-"), "where to write; - is standard output")
        ("format", Text("FORMAT"),
         "svg: a picture, html: a page to look around in, perfetto: a timeline for "
         "ui.perfetto.dev or chrome://tracing (default: by the name of the file, else svg)")
        ("node", Names("NAME"), "show this node; may be repeated, as the next three")
        ("client", Names("NAME"), "show what this client does and is told")
        ("interface", Names("NAME"), "show what is about this interface")
        ("group", Names("GROUP"), "show what is about this group; * is any group")
        ("from", Text("TIME"), "show what happens at this time or later, such as 1.5s")
        ("until", Text("TIME"), "show what happens before this time")
        ("states", Text("WHICH")->default_value("changes"),
         "which states are marked: none, changes, or all that the trace has")
        ("labels", Text("WHICH")->default_value("whole"),
         "whole, or short: names, without addresses and what messages hold")
        ("fold", Text("TIME")->default_value("500ms"), "mark idle times from this length")
        ("width", Text("PIXELS"), "width of the picture (default: what the labels need)")
        ("max-events", Text("N")->default_value("2000"), "give up if there are more events")
        ("step", Text("TIME")->default_value("0s"),
         "perfetto: spread what happens in one instant by this time per record")
        ("help", "show this text");
    // clang-format on
    return options;
}

std::size_t
ReadCount(const po::variables_map& values, const std::string& name)
{
    const auto text = values[name].as<std::string>();
    std::size_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || end != text.data() + text.size() || count == 0 || count > 1000000)
    {
        throw InputError("--" + name + " " + text + ": found \"" + text +
                         "\", expected a whole number from 1 to 1000000");
    }
    return count;
}

LadderStates
ReadStates(const std::string& text)
{
    if (text == "none")
    {
        return LadderStates::NONE;
    }
    if (text == "changes")
    {
        return LadderStates::CHANGES;
    }
    if (text != "all")
    {
        throw InputError("--states " + text + ": found \"" + text +
                         "\", expected one of none, changes, all");
    }
    return LadderStates::ALL;
}

LadderLabels
ReadLabels(const std::string& text)
{
    if (text != "whole" && text != "short")
    {
        throw InputError("--labels " + text + ": found \"" + text +
                         "\", expected one of whole, short");
    }
    return text == "short" ? LadderLabels::SHORT : LadderLabels::WHOLE;
}

LadderOptions
ReadOptions(const po::variables_map& values)
{
    LadderOptions options;
    options.nodes = ReadWords(values, "node");
    options.clients = ReadWords(values, "client");
    options.interfaces = ReadWords(values, "interface");
    options.groups = ReadWords(values, "group");
    options.fromNs = ReadTimeOption(values, "from", options.fromNs);
    options.untilNs = ReadTimeOption(values, "until", options.untilNs);
    options.states = ReadStates(values["states"].as<std::string>());
    options.labels = ReadLabels(values["labels"].as<std::string>());
    options.foldNs = ReadTimeOption(values, "fold", options.foldNs);
    options.maxEvents = ReadCount(values, "max-events");
    options.width = values.count("width") ? static_cast<double>(ReadCount(values, "width")) : 0;
    return options;
}

/// The format that is asked for, or else that of the name of the file.
LadderFormat
ReadFormat(const po::variables_map& values)
{
    if (!values.count("format"))
    {
        const std::filesystem::path out = values["out"].as<std::string>();
        return out.extension() == ".html"   ? LadderFormat::HTML
               : out.extension() == ".json" ? LadderFormat::PERFETTO
                                            : LadderFormat::SVG;
    }
    const auto text = values["format"].as<std::string>();
    const auto format = LadderFormatFromString(text);
    if (!format)
    {
        throw InputError("--format " + text + ": found \"" + text +
                         "\", expected one of svg, html, perfetto");
    }
    return *format;
}

} // namespace

int
RunTraceLadder(const Arguments& arguments)
{
    const auto visible = MakeLadderOptions();
    const auto values = ParseOptions(arguments, visible, {"trace..."});
    if (values.count("help"))
    {
        std::cout << visible;
        return DONE;
    }
    if (!values.count("trace"))
    {
        throw InputError("mgm trace ladder: found no trace, expected mgm trace ladder TRACE");
    }
    const auto traces = values["trace"].as<Arguments>();
    const auto format = ReadFormat(values);
    const auto options = ReadOptions(values);
    const auto step = ReadTimeOption(values, "step", 0);
    OutputFile out(values["out"].as<std::string>(), traces);
    std::ostringstream os; // nothing is printed of a diagram that can't be drawn
    WriteLadders(traces, format, options, step, os);
    out.GetStream() << os.str();
    out.Close();
    return DONE;
}

} // namespace mgm
} // namespace ns3

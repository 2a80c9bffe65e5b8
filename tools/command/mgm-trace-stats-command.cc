/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-stats-command.h"

#include "base/mgm-input-error.h"
#include "mgm-output-file.h"
#include "stats/mgm-statistics-csv.h"
#include "stats/mgm-statistics-json.h"
#include "stats/mgm-statistics-text.h"
#include "stats/mgm-trace-statistics.h"
#include "trace/mgm-trace-reader.h"

#include <algorithm>
#include <iostream>
#include <string_view>

namespace ns3
{
namespace mgm
{

namespace
{

namespace po = boost::program_options;

/// A format of the statistics.
struct StatisticsFormat
{
    std::string_view name;                                              ///< its name
    void (*write)(std::ostream& os, const TraceStatistics& statistics); ///< writes it
};

constexpr StatisticsFormat FORMATS[]{
    {"text", WriteStatisticsText},
    {"json", WriteStatisticsJson},
    {"csv", WriteStatisticsCsv},
};

po::options_description
MakeStatsOptions()
{
    po::options_description options("Usage: mgm trace stats TRACE [OPTIONS]\n\nOptions");
    // clang-format off
    options.add_options()
        ("format", Text("FORMAT")->default_value("text"), "text, json or csv")
        ("out", Text("FILE")->default_value("-"), "file to write; - is standard output")
        ("help", "show this text");
    // clang-format on
    return options;
}

const StatisticsFormat&
FindFormat(const std::string& name)
{
    const auto* const format =
        std::find_if(std::begin(FORMATS), std::end(FORMATS), [&name](const auto& each) {
            return each.name == name;
        });
    if (format == std::end(FORMATS))
    {
        throw InputError("--format " + name + ": found \"" + name +
                         "\", expected text, json or csv");
    }
    return *format;
}

} // namespace

int
RunTraceStats(const Arguments& arguments)
{
    const auto visible = MakeStatsOptions();
    const auto values = ParseOptions(arguments, visible, {"trace"});
    if (values.count("help"))
    {
        std::cout << visible;
        return DONE;
    }
    const auto file = ReadRequired(values, "trace", "mgm trace stats TRACE");
    const auto& format = FindFormat(values["format"].as<std::string>());
    const auto reader = OpenTrace(file);
    OutputFile out(values["out"].as<std::string>(), {file});
    format.write(out.GetStream(), CollectStatistics(*reader, file));
    out.Close();
    return DONE;
}

} // namespace mgm
} // namespace ns3

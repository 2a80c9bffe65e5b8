/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-convert-command.h"

#include "mgm-trace-copy.h"

#include <iostream>

namespace ns3
{
namespace mgm
{

namespace
{

namespace po = boost::program_options;

constexpr auto CONVERT_USAGE = "mgm trace convert IN OUT";

po::options_description
MakeConvertOptions()
{
    po::options_description options("Usage: mgm trace convert IN OUT [OPTIONS]\n\n"
                                    "The name of OUT tells format and compression: .jsonl, .csv, "
                                    ".txt or .pcapng, then .gz, .zst or nothing.\n\nOptions");
    // clang-format off
    options.add_options()
        ("to", Text("FORMAT"), "format of OUT: jsonl, csv, ascii or pcapng")
        ("help", "show this text");
    // clang-format on
    return options;
}

} // namespace

int
RunTraceConvert(const Arguments& arguments)
{
    const auto visible = MakeConvertOptions();
    const auto values = ParseOptions(arguments, visible, {"in", "out"});
    if (values.count("help"))
    {
        std::cout << visible;
        return DONE;
    }
    const auto in = ReadRequired(values, "in", CONVERT_USAGE);
    const auto out = ReadRequired(values, "out", CONVERT_USAGE);
    const auto kind = ReadTraceFileKind(values, out);
    const auto reader = OpenTrace(in);
    CopyTrace(*reader, TraceSelection({}, reader->GetHeader()), in, out, kind);
    return DONE;
}

} // namespace mgm
} // namespace ns3

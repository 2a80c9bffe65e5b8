/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-merge-command.h"

#include "base/mgm-input-error.h"
#include "base/mgm-output-set.h"
#include "mgm-command-options.h"
#include "mgm-output-file.h"
#include "trace/mgm-run-files.h"
#include "trace/mgm-trace-merger.h"
#include "trace/mgm-trace-output.h"
#include "trace/mgm-trace-reader.h"

#include <filesystem>
#include <iostream>

namespace ns3
{
namespace mgm
{

namespace
{

namespace fs = std::filesystem;
namespace po = boost::program_options;

constexpr auto MERGE_USAGE = "mgm trace merge RUN-DIRECTORY|TRACE [CAPTURE...] --out FILE";

po::options_description
MakeMergeOptions()
{
    po::options_description options(std::string("Usage: ") + MERGE_USAGE + "\n\nOptions");
    // clang-format off
    options.add_options()
        ("out", Text("FILE"), "the pcapng file to write; - is standard output")
        ("help", "show this text");
    // clang-format on
    return options;
}

/// How to compress the output, as its name tells.
TraceCompression
ReadCompression(const std::string& out)
{
    constexpr TraceFileKind PLAIN{TraceFormat::PCAPNG, TraceCompression::NONE};
    const auto kind = out == "-" ? PLAIN : RecognizeTraceFile(out);
    if (!kind || kind->format != TraceFormat::PCAPNG)
    {
        throw InputError(out + ": found no pcapng in the name, expected a name in .pcapng (and .gz "
                               "or .zst behind it), or -");
    }
    return kind->compression;
}

} // namespace

int
RunTraceMerge(const std::vector<std::string>& arguments)
{
    const auto visible = MakeMergeOptions();
    const auto values = ParseOptions(arguments, visible, {"trace", "captures..."});
    if (values.count("help"))
    {
        std::cout << visible;
        return DONE;
    }
    RunFiles inputs{ReadRequired(values, "trace", MERGE_USAGE), {}};
    if (fs::is_directory(inputs.trace))
    {
        inputs = FindRunFiles(inputs.trace);
    }
    if (values.count("captures"))
    {
        const auto more = values["captures"].as<Arguments>();
        inputs.captures.insert(inputs.captures.end(), more.begin(), more.end());
    }
    const auto out = ReadRequired(values, "out", MERGE_USAGE);
    ExpectOtherFile(inputs.trace, out);
    for (const auto& capture : inputs.captures)
    {
        ExpectOtherFile(capture, out);
    }
    const auto compression = ReadCompression(out);
    const auto trace = OpenTrace(inputs.trace);
    OutputSet outputs;
    TraceOutput file(outputs.AddFile(out), compression);
    TraceMerger(*trace, inputs.captures, file.GetStream()).Run();
    if (!file.Close())
    {
        throw InputError(out + ": found no room for the trace");
    }
    outputs.Commit();
    return DONE;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-merge-command.h"

#include "mgm-command-options.h"
#include "mgm-output-file.h"

#include "ns3/mgm-input-error.h"
#include "ns3/mgm-trace-format.h"
#include "ns3/mgm-trace-merger.h"
#include "ns3/mgm-trace-reader.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace ns3
{
namespace mgm
{

namespace
{

namespace fs = std::filesystem;
namespace po = boost::program_options;

constexpr auto USAGE = "mgm trace merge RUN-DIRECTORY|TRACE [CAPTURE...] --out FILE";

po::options_description
MakeOptions()
{
    po::options_description options(std::string("Usage: ") + USAGE + "\n\nOptions");
    // clang-format off
    options.add_options()
        ("out", Text("FILE"), "the pcapng file to write")
        ("help", "show this text");
    // clang-format on
    return options;
}

/// What is merged.
struct Inputs
{
    std::string trace;
    std::vector<std::string> captures;
};

/// The trace that a run has written into a directory.
std::string
FindTrace(const fs::path& directory)
{
    for (const auto format : {TraceFormat::JSONL, TraceFormat::CSV, TraceFormat::PCAPNG})
    {
        for (const auto compression :
             {TraceCompression::NONE, TraceCompression::GZIP, TraceCompression::ZSTD})
        {
            const auto path = directory / GetTraceFileName(format, compression);
            if (fs::exists(path))
            {
                return path.string();
            }
        }
    }
    throw InputError(directory.string() +
                     ": found no trace, expected trace.jsonl, trace.csv or trace.pcapng");
}

/// The trace and the captures that a run has written into a directory.
Inputs
FindInputs(const std::string& directory)
{
    Inputs inputs;
    for (const auto& entry : fs::directory_iterator(directory))
    {
        if (entry.path().extension() == ".pcap")
        {
            inputs.captures.push_back(entry.path().string());
        }
    }
    inputs.trace = FindTrace(directory);
    std::sort(inputs.captures.begin(), inputs.captures.end());
    return inputs;
}

} // namespace

int
RunTraceMerge(const std::vector<std::string>& arguments)
{
    const auto visible = MakeOptions();
    const auto values = ParseOptions(arguments, visible, {"trace", "captures..."});
    if (values.count("help"))
    {
        std::cout << visible;
        return DONE;
    }
    Inputs inputs{ReadRequired(values, "trace", USAGE), {}};
    if (fs::is_directory(inputs.trace))
    {
        inputs = FindInputs(inputs.trace);
    }
    if (values.count("captures"))
    {
        const auto more = values["captures"].as<Arguments>();
        inputs.captures.insert(inputs.captures.end(), more.begin(), more.end());
    }
    const auto out = ReadRequired(values, "out", USAGE);
    ExpectOtherFile(inputs.trace, out);
    for (const auto& capture : inputs.captures)
    {
        ExpectOtherFile(capture, out);
    }
    const auto trace = OpenTrace(inputs.trace);
    std::ofstream stream(out, std::ios::binary);
    TraceMerger(*trace, inputs.captures, stream).Run();
    if (!stream.flush())
    {
        throw InputError(out + ": found no file that can be written");
    }
    return DONE;
}

} // namespace mgm
} // namespace ns3

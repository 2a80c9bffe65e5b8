/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-merge-command.h"

#include "mgm-command-options.h"

#include "ns3/mgm-input-error.h"
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

/// The trace and the captures that a run has written into a directory.
Inputs
FindInputs(const std::string& directory)
{
    std::vector<std::string> traces;
    Inputs inputs;
    for (const auto& entry : fs::directory_iterator(directory))
    {
        const auto name = entry.path().filename().string();
        const bool isTrace = name.rfind("trace.", 0) == 0 && name.find(".txt") == std::string::npos;
        if (isTrace)
        {
            traces.push_back(entry.path().string());
        }
        else if (entry.path().extension() == ".pcap")
        {
            inputs.captures.push_back(entry.path().string());
        }
    }
    if (traces.empty())
    {
        throw InputError(directory + ": found no trace, expected trace.jsonl, trace.csv or "
                                     "trace.pcapng");
    }
    inputs.trace = *std::min_element(traces.begin(), traces.end());
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

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-run-files.h"

#include "base/mgm-input-error.h"
#include "json/mgm-json-document.h"
#include "mgm-trace-format.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace ns3
{
namespace mgm
{

namespace
{

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

/// The files that the summary of a run lists.
Names
ReadSummary(const fs::path& file)
{
    try
    {
        std::ifstream stream(file, std::ios::binary);
        return ParseJson({std::istreambuf_iterator<char>(stream), {}}).at("files").get<Names>();
    }
    catch (const Json::exception&)
    {
        throw InputError(file.string() + ": found no summary of a run, expected one with files");
    }
}

/// The names of the files of a run, sorted.
Names
ListFiles(const fs::path& directory)
{
    const auto summary = directory / "summary.json";
    Names names;
    if (fs::is_regular_file(summary))
    {
        names = ReadSummary(summary);
    }
    else
    {
        for (const auto& entry : fs::directory_iterator(directory))
        {
            names.push_back(entry.path().filename().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// The path of the trace that is read most easily.
std::string
FindTrace(const fs::path& directory, const Names& names)
{
    for (const auto format : {TraceFormat::JSONL, TraceFormat::CSV, TraceFormat::PCAPNG})
    {
        for (const auto compression :
             {TraceCompression::NONE, TraceCompression::GZIP, TraceCompression::ZSTD})
        {
            const auto name = GetTraceFileName(format, compression);
            if (std::binary_search(names.begin(), names.end(), name))
            {
                return (directory / name).string();
            }
        }
    }
    throw InputError(directory.string() +
                     ": found no trace, expected trace.jsonl, trace.csv or trace.pcapng");
}

} // namespace

RunFiles
FindRunFiles(const std::string& directory)
{
    const auto names = ListFiles(directory);
    RunFiles files{FindTrace(directory, names), {}};
    for (const auto& name : names)
    {
        const auto path = fs::path(directory) / name;
        if (path.extension() == ".pcap")
        {
            files.captures.push_back(path.string());
        }
    }
    return files;
}

} // namespace mgm
} // namespace ns3

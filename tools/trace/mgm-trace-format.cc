/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-format.h"

#include "mgm-trace-writer-pcapng.h"

#include "ns3/mgm-trace-writer-ascii.h"
#include "ns3/mgm-trace-writer-csv.h"
#include "ns3/mgm-trace-writer-jsonl.h"

#include <algorithm>
#include <iterator>

namespace ns3
{
namespace mgm
{

namespace
{

template <typename Writer>
Ptr<TraceWriter>
Make(Ptr<OutputStreamWrapper> stream, const TraceHeader& header)
{
    return Create<Writer>(stream, header);
}

/// A format, its name, how its files end, and what makes its writers.
struct FormatRow
{
    TraceFormat format;
    std::string_view name;
    std::string_view ending;
    Ptr<TraceWriter> (*make)(Ptr<OutputStreamWrapper>, const TraceHeader&);
};

/// The formats, in the order of their enumerators.
constexpr FormatRow FORMATS[]{
    {TraceFormat::JSONL, "jsonl", ".jsonl", &Make<TraceWriterJsonl>},
    {TraceFormat::CSV, "csv", ".csv", &Make<TraceWriterCsv>},
    {TraceFormat::ASCII, "ascii", ".txt", &Make<TraceWriterAscii>},
    {TraceFormat::PCAPNG, "pcapng", ".pcapng", &Make<TraceWriterPcapng>},
};

/// A compression, its name, and what it adds to the names of files.
struct CompressionRow
{
    TraceCompression compression;
    std::string_view name;
    std::string_view ending;
};

/// The compressions, in the order of their enumerators.
constexpr CompressionRow COMPRESSIONS[]{
    {TraceCompression::NONE, "", ""},
    {TraceCompression::GZIP, "gz", ".gz"},
    {TraceCompression::ZSTD, "zst", ".zst"},
};

template <typename Rows, typename Predicate>
auto
Find(const Rows& rows, Predicate isIt)
{
    const auto row = std::find_if(std::begin(rows), std::end(rows), isIt);
    return row == std::end(rows) ? nullptr : &*row;
}

const FormatRow&
RowOf(TraceFormat format)
{
    return FORMATS[static_cast<std::size_t>(format)];
}

bool
EndsWith(std::string_view text, std::string_view ending)
{
    return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

} // namespace

std::optional<TraceFormat>
TraceFormatFromString(std::string_view name)
{
    const auto row = Find(FORMATS, [name](const auto& each) { return each.name == name; });
    return row ? std::make_optional(row->format) : std::nullopt;
}

std::string
GetTraceFormatNames()
{
    std::string names;
    for (const auto& row : FORMATS)
    {
        names.append(names.empty() ? "" : ", ").append(row.name);
    }
    return names;
}

std::optional<TraceCompression>
TraceCompressionFromString(std::string_view name)
{
    const auto row = Find(COMPRESSIONS, [name](const auto& each) {
        return each.compression != TraceCompression::NONE && each.name == name;
    });
    return row ? std::make_optional(row->compression) : std::nullopt;
}

std::string
GetTraceFileName(TraceFormat format, TraceCompression compression)
{
    return std::string("trace")
        .append(RowOf(format).ending)
        .append(COMPRESSIONS[static_cast<std::size_t>(compression)].ending);
}

std::optional<TraceFileKind>
RecognizeTraceFile(std::string_view file)
{
    for (const auto& compression : COMPRESSIONS)
    {
        for (const auto& format : FORMATS)
        {
            if (EndsWith(file, std::string(format.ending).append(compression.ending)))
            {
                return TraceFileKind{format.format, compression.compression};
            }
        }
    }
    return std::nullopt;
}

Ptr<TraceWriter>
MakeTraceWriter(TraceFormat format, Ptr<OutputStreamWrapper> stream, const TraceHeader& header)
{
    return RowOf(format).make(stream, header);
}

} // namespace mgm
} // namespace ns3

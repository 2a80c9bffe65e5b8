/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_FORMAT_H
#define MGM_TRACE_FORMAT_H

#include "ns3/mgm-trace-header.h"
#include "ns3/mgm-trace-writer.h"
#include "ns3/output-stream-wrapper.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief A format of trace files.
enum class TraceFormat : uint8_t
{
    JSONL,  ///< JSON lines.
    CSV,    ///< Comma-separated values.
    ASCII,  ///< Aligned text, for people.
    PCAPNG, ///< A capture in which each record is a packet, for Wireshark.
};

/// @ingroup mgm
/// @brief A compression of trace files.
enum class TraceCompression : uint8_t
{
    NONE, ///< None.
    GZIP, ///< gzip (RFC 1952).
    ZSTD, ///< Zstandard (RFC 8878).
};

/**
 * @ingroup mgm
 * @brief What the name of a trace file says about it.
 */
struct TraceFileKind
{
    TraceFormat format{TraceFormat::JSONL};               ///< Its format.
    TraceCompression compression{TraceCompression::NONE}; ///< Its compression.
};

/**
 * @param name name of a format: "jsonl", "csv", "ascii" or "pcapng"
 * @return the format, or nothing if there is none of that name
 */
std::optional<TraceFormat> TraceFormatFromString(std::string_view name);

/// @return the names of the formats, with commas between them
std::string GetTraceFormatNames();

/**
 * @param name name of a compression: "gz" or "zst"
 * @return the compression, or nothing if there is none of that name
 */
std::optional<TraceCompression> TraceCompressionFromString(std::string_view name);

/**
 * @param format a format
 * @param compression a compression
 * @return name of a file of that kind, such as "trace.jsonl" or "trace.csv.gz"
 */
std::string GetTraceFileName(TraceFormat format,
                             TraceCompression compression = TraceCompression::NONE);

/**
 * @param file name of a file
 * @return what it is by its name, or nothing if it does not end as a trace does
 */
std::optional<TraceFileKind> RecognizeTraceFile(std::string_view file);

/**
 * @brief Makes a writer.
 * @param format the format to write
 * @param stream where to write
 * @param header what the trace says about itself
 * @return the writer
 */
Ptr<TraceWriter> MakeTraceWriter(TraceFormat format,
                                 Ptr<OutputStreamWrapper> stream,
                                 const TraceHeader& header);

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_FORMAT_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-reader.h"

#include "base/mgm-input-error.h"
#include "mgm-trace-reader-csv.h"
#include "mgm-trace-reader-jsonl.h"
#include "mgm-trace-reader-pcapng.h"
#include "mgm-trace-stream.h"

#include <utility>

namespace ns3
{
namespace mgm
{

std::unique_ptr<TraceReader>
OpenTrace(const std::string& file)
{
    auto stream = OpenTraceStream(file);
    const auto first = stream->peek();
    if (stream->bad())
    {
        throw InputError(file + ": found data that can't be read, expected a whole file");
    }
    switch (first)
    {
    case '{':
        return std::make_unique<TraceReaderJsonl>(file, std::move(stream));
    case '#':
        return std::make_unique<TraceReaderCsv>(file, std::move(stream));
    case '\n': // a section of pcapng begins with 0A 0D 0D 0A
        return std::make_unique<TraceReaderPcapng>(file, std::move(stream));
    default:
        throw InputError(file + ": found no trace, expected one as jsonl, csv or pcapng");
    }
}

} // namespace mgm
} // namespace ns3

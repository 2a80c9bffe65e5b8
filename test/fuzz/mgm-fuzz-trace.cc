/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "check/mgm-trace-checker.h"
#include "mgm-fuzz-file.h"
#include "mgm-fuzz-target.h"
#include "tools/trace/mgm-written-trace.h"
#include "trace/mgm-pcapng-reader.h"
#include "trace/mgm-trace-format.h"
#include "trace/mgm-trace-merger.h"
#include "trace/mgm-trace-reader-csv.h"
#include "trace/mgm-trace-reader-jsonl.h"
#include "trace/mgm-trace-reader-pcapng.h"
#include "trace/mgm-trace-reader.h"

#include <memory>
#include <sstream>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

using Columns = std::map<std::string, std::string>;
using MakeReader = std::unique_ptr<TraceReader> (*)(const std::string& text);

template <typename Reader>
std::unique_ptr<TraceReader>
Make(const std::string& text)
{
    return std::make_unique<Reader>("input", std::make_unique<std::istringstream>(text));
}

/// Reads records up to the end, or to what is none.
std::vector<Columns>
ReadAll(TraceReader& reader, const std::function<void(const TraceRecord&)>& look)
{
    std::vector<Columns> all;
    try
    {
        while (const auto* record = reader.Next())
        {
            all.push_back(ColumnsOf(*record));
            look(*record);
        }
    }
    catch (const InputError&)
    {
    }
    return all;
}

/// What was read is judged by the checker, which takes any records, and written, and read again.
void
RequireRoundTrip(TraceReader& reader, TraceFormat format, MakeReader make)
{
    std::ostringstream text;
    const auto writer =
        MakeTraceWriter(format, Create<OutputStreamWrapper>(&text), reader.GetHeader());
    const auto& rules = GetTraceRules();
    TraceChecker checker(reader.GetHeader(), {rules.begin(), rules.end()});
    const auto first = ReadAll(reader, [&](const TraceRecord& record) {
        writer->Write(record);
        checker.Look(record);
    });
    checker.Finish();
    writer->Flush();
    const auto again = make(text.str());
    RequireOfInput(again->GetHeader().ToJson() == reader.GetHeader().ToJson(),
                   "a header that was written is read as another one");
    RequireOfInput(ReadAll(*again, [](const TraceRecord&) {}) == first,
                   "records that were written are read as others");
}

void
FuzzTrace(std::string_view input, TraceFormat format, MakeReader make)
{
    std::unique_ptr<TraceReader> reader;
    try
    {
        reader = make(std::string(input));
    }
    catch (const InputError&)
    {
        return;
    }
    RequireRoundTrip(*reader, format, make);
}

} // namespace

void
FuzzTraceJsonl(std::string_view input)
{
    FuzzTrace(input, TraceFormat::JSONL, Make<TraceReaderJsonl>);
}

void
FuzzTraceCsv(std::string_view input)
{
    FuzzTrace(input, TraceFormat::CSV, Make<TraceReaderCsv>);
}

void
FuzzTracePcapng(std::string_view input)
{
    FuzzTrace(input, TraceFormat::PCAPNG, Make<TraceReaderPcapng>);
}

void
FuzzTraceFile(std::string_view input)
{
    const FuzzFile file(input);
    try
    {
        const auto reader = OpenTrace(file.GetPath());
        while (reader->Next())
        {
        }
    }
    catch (const InputError&)
    {
    }
}

void
FuzzCapture(std::string_view input)
{
    const FuzzFile file(input);
    const auto trace = Make<TraceReaderJsonl>(JSON_HEADER);
    std::ostringstream merged;
    try
    {
        TraceMerger(*trace, {file.GetPath()}, merged).Run();
    }
    catch (const InputError&)
    {
        return;
    }
    PcapngReader reader("merged", std::make_unique<std::istringstream>(merged.str()));
    while (reader.Next())
    {
    }
}

} // namespace mgm
} // namespace ns3

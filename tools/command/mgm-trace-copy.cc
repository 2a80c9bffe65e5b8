/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-copy.h"

#include "base/mgm-input-error.h"
#include "base/mgm-output-set.h"
#include "mgm-output-file.h"
#include "trace/mgm-trace-file.h"

namespace ns3
{
namespace mgm
{

TraceFileKind
ReadTraceFileKind(const boost::program_options::variables_map& values, const std::string& out)
{
    const auto named = RecognizeTraceFile(out);
    auto kind = named.value_or(TraceFileKind());
    if (values.count("to"))
    {
        const auto name = values["to"].as<std::string>();
        const auto format = TraceFormatFromString(name);
        if (!format)
        {
            throw InputError("--to: found \"" + name + "\", expected one of " +
                             GetTraceFormatNames());
        }
        kind.format = *format;
    }
    else if (!named)
    {
        throw InputError(out + ": found no format in the name, expected a name in .jsonl, .csv, " +
                         ".txt or .pcapng (and .gz or .zst behind it), or --to");
    }
    return kind;
}

uint64_t
CopyTrace(TraceReader& reader,
          const TraceSelection& selection,
          const std::string& in,
          const std::string& out,
          TraceFileKind kind)
{
    ExpectOtherFile(in, out);
    OutputSet outputs;
    TraceFile file(kind, outputs.AddFile(out), reader.GetHeader());
    uint64_t count = 0;
    while (const auto* record = reader.Next())
    {
        if (selection.Selects(*record))
        {
            file.Write(*record);
            ++count;
        }
    }
    if (!file.Close())
    {
        throw InputError(out + ": found no room for the trace");
    }
    outputs.Commit();
    return count;
}

} // namespace mgm
} // namespace ns3

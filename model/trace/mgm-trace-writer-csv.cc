/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-writer-csv.h"

#include "mgm-trace-column.h"

#include <string_view>

namespace ns3
{
namespace mgm
{

namespace
{

/// Appends a field, in quotation marks if it needs them (RFC 4180 section 2).
void
AppendField(std::string& line, std::string_view value)
{
    if (value.find_first_of("\",\r\n") == std::string_view::npos)
    {
        line.append(value);
        return;
    }
    line += '"';
    for (const char c : value)
    {
        line.append(c == '"' ? 2 : 1, c);
    }
    line += '"';
}

std::string
ColumnNames()
{
    std::string line;
    for (const auto& column : GetTraceColumns())
    {
        line.append(line.empty() ? "" : ",").append(column.name);
    }
    return line + "\n";
}

} // namespace

TraceWriterCsv::TraceWriterCsv(Ptr<OutputStreamWrapper> stream, const TraceHeader& header)
    : TraceWriter(stream, header.ToComment() + ColumnNames())
{
}

void
TraceWriterCsv::Format(const TraceRecord& record, std::string& text)
{
    ColumnScratch scratch;
    for (const auto& column : GetTraceColumns())
    {
        AppendField(text, column.get(record, scratch));
        text += ',';
    }
    text.back() = '\n';
}

} // namespace mgm
} // namespace ns3

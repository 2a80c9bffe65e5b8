/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-writer-jsonl.h"

#include "mgm-json-string.h"

namespace ns3
{
namespace mgm
{

TraceWriterJsonl::TraceWriterJsonl(Ptr<OutputStreamWrapper> stream, const TraceHeader& header)
    : TraceWriter(stream, header.ToJson() + "\n")
{
    for (std::size_t i = 0; i < TRACE_COLUMN_COUNT; ++i)
    {
        m_keys[i] = "," + ToJsonString(GetTraceColumns()[i].name) + ":";
    }
}

void
TraceWriterJsonl::Format(const TraceRecord& record, std::string& text)
{
    const auto& columns = GetTraceColumns();
    ColumnScratch scratch;
    const auto start = text.size();
    for (std::size_t i = 0; i < TRACE_COLUMN_COUNT; ++i)
    {
        const auto value = columns[i].get(record, scratch);
        if (value.empty())
        {
            continue;
        }
        text += m_keys[i];
        if (columns[i].type == TraceColumn::Type::NUMBER)
        {
            text += value;
        }
        else
        {
            AppendJsonString(text, value);
        }
    }
    text[start] = '{'; // instead of the first comma: the first column always has a value
    text += "}\n";
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-payload.h"

#include "base/mgm-input-error.h"
#include "mgm-pcapng-block.h"

#include "ns3/mgm-trace-column.h"

#include <limits>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr std::size_t FIELD_HEADER_SIZE = 3; ///< number of the column, length of the value

unsigned
GetByte(std::string_view bytes, std::size_t position)
{
    return static_cast<unsigned char>(bytes[position]);
}

} // namespace

void
AppendTracePayload(std::string& payload, const TraceRecord& record)
{
    const auto& columns = GetTraceColumns();
    ColumnScratch scratch;
    for (std::size_t i = 0; i < columns.size(); ++i)
    {
        const auto value =
            CutText(columns[i].get(record, scratch), std::numeric_limits<uint16_t>::max());
        if (!value.empty())
        {
            payload += static_cast<char>(i + 1);
            payload += static_cast<char>(value.size() >> 8);
            payload += static_cast<char>(value.size() & 0xFF);
            payload += value;
        }
    }
}

void
ReadTracePayload(std::string_view payload, TraceRecordBuilder& builder, const std::string& where)
{
    while (!payload.empty())
    {
        const auto column = GetByte(payload, 0);
        if (column == 0 || column > TRACE_COLUMN_COUNT)
        {
            throw InputError(where + ": found a column of number " + std::to_string(column) +
                             ", expected one from 1 to " + std::to_string(TRACE_COLUMN_COUNT));
        }
        const std::string name(GetTraceColumns()[column - 1].name);
        const auto size = payload.size() < FIELD_HEADER_SIZE
                              ? payload.size()
                              : GetByte(payload, 1) << 8 | GetByte(payload, 2);
        if (payload.size() < FIELD_HEADER_SIZE + size)
        {
            throw InputError(where, name, "the end of the record", "a whole value");
        }
        if (!builder.Set(column - 1, payload.substr(FIELD_HEADER_SIZE, size)))
        {
            throw InputError(where, name, "it twice", "it once");
        }
        payload.remove_prefix(FIELD_HEADER_SIZE + size);
    }
}

} // namespace mgm
} // namespace ns3

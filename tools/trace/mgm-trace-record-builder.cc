/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-record-builder.h"

#include "base/mgm-input-error.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// Columns that each record has.
constexpr std::string_view NEEDED[]{"seq", "t_ns", "depth", "node", "kind"};

[[noreturn]] void
Refuse(const std::string& where,
       std::string_view column,
       const std::string& found,
       std::string_view expected)
{
    throw InputError(where, std::string(column), found, std::string(expected));
}

} // namespace

void
TraceRecordBuilder::Clear()
{
    m_isSet.reset();
}

std::optional<std::size_t>
TraceRecordBuilder::FindColumn(std::string_view name)
{
    const auto& columns = GetTraceColumns();
    const auto found = std::find_if(columns.begin(), columns.end(), [name](const auto& column) {
        return column.name == name;
    });
    return found == columns.end()
               ? std::nullopt
               : std::make_optional(static_cast<std::size_t>(found - columns.begin()));
}

bool
TraceRecordBuilder::Set(std::size_t column, std::string_view text)
{
    if (m_isSet[column])
    {
        return false;
    }
    m_isSet[column] = !text.empty();
    m_texts[column] = text;
    return true;
}

const TraceRecord&
TraceRecordBuilder::Build(const std::string& where)
{
    m_record = TraceRecord();
    const auto& columns = GetTraceColumns();
    for (std::size_t i = 0; i < columns.size(); ++i)
    {
        if (m_isSet[i] && !columns[i].set(m_texts[i], m_record))
        {
            Refuse(where, columns[i].name, "\"" + m_texts[i] + "\"", columns[i].expected);
        }
    }
    for (const auto name : NEEDED)
    {
        const auto column = *FindColumn(name);
        if (!m_isSet[column])
        {
            Refuse(where, name, "nothing", columns[column].expected);
        }
    }
    return m_record;
}

} // namespace mgm
} // namespace ns3

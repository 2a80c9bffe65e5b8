/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-record-comparison.h"

#include "base/mgm-input-error.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr std::string_view SEQ = "seq";
constexpr std::string_view TIME = "t_ns";
constexpr std::string_view CAUSE = "cause";

/// Ends a value in a key: no column has it but a free text, where it does no harm.
constexpr char END = '\x1F';

/// All that may be ignored, for people.
std::string
Names()
{
    std::string names = "time, order";
    for (const auto& column : GetTraceColumns())
    {
        names.append(", ").append(column.name);
    }
    return names;
}

} // namespace

RecordComparison::RecordComparison(const std::vector<std::string>& ignored)
{
    for (const auto& column : GetTraceColumns())
    {
        if (column.name != SEQ && column.name != CAUSE)
        {
            m_columns.push_back(&column);
        }
    }
    for (const auto& name : ignored)
    {
        Ignore(name);
    }
}

void
RecordComparison::Ignore(const std::string& name)
{
    const auto column = name == "time" ? TIME : std::string_view(name);
    const auto& all = GetTraceColumns();
    const auto isNamed = [column](const auto& each) { return each.name == column; };
    if (name != "order" && std::none_of(all.begin(), all.end(), isNamed))
    {
        throw InputError("--ignore: found \"" + name + "\", expected some of " + Names());
    }
    m_hasTime = m_hasTime && column != TIME;
    m_hasCause = m_hasCause && column != CAUSE;
    m_hasOrder = m_hasOrder && name != "order";
    m_columns.erase(std::remove_if(m_columns.begin(),
                                   m_columns.end(),
                                   [&isNamed](const auto* each) { return isNamed(*each); }),
                    m_columns.end());
}

std::string
RecordComparison::KeyOf(const TraceRecord& record) const
{
    std::string key;
    ColumnScratch scratch;
    for (const auto* column : m_columns)
    {
        key.append(column->get(record, scratch)) += END;
    }
    return key;
}

std::vector<std::string>
RecordComparison::FindDifferences(const TraceRecord& a, const TraceRecord& b) const
{
    std::vector<std::string> names;
    ColumnScratch scratchOfA;
    ColumnScratch scratchOfB;
    for (const auto* column : m_columns)
    {
        if (column->get(a, scratchOfA) != column->get(b, scratchOfB))
        {
            names.emplace_back(column->name);
        }
    }
    return names;
}

} // namespace mgm
} // namespace ns3

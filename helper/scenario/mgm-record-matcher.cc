/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-record-matcher.h"

#include "ns3/mgm-trace-column.h"
#include "ns3/mgm-trace-names.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// The value of a record that a key of a match stands for. Nodes and interfaces go by name.
std::string
ValueOf(const TraceRecord& record, const std::string& key)
{
    if (key == "node")
    {
        return NameOfNode(record.node);
    }
    if (key == "interface")
    {
        return record.interface ? NameOfInterface(record.node, record.interface->index) : "";
    }
    if (key == "client")
    {
        return std::string(record.clientName);
    }
    const auto& columns = GetTraceColumns();
    const auto column = std::find_if(columns.begin(), columns.end(), [&key](const auto& each) {
        return each.name == key;
    });
    ColumnScratch scratch;
    return std::string(column->get(record, scratch));
}

/// Whether a record repeats the columns of the call or callback that it ends.
bool
IsReturn(TraceKind kind)
{
    return kind == TraceKind::RETURN || kind == TraceKind::CALLBACK_RETURN;
}

} // namespace

RecordMatcher::RecordMatcher(const RecordMatch& match)
    : m_match(match),
      m_takesReturns(std::any_of(match.begin(), match.end(), [](const auto& value) {
          return value.first == "kind" || value.first == "status";
      }))
{
}

bool
RecordMatcher::Matches(const TraceRecord& record) const
{
    return (m_takesReturns || !IsReturn(record.kind)) &&
           std::all_of(m_match.begin(), m_match.end(), [&record](const auto& value) {
               return ValueOf(record, value.first) == value.second;
           });
}

std::string
RecordMatcher::Describe() const
{
    std::string text;
    for (const auto& [key, value] : m_match)
    {
        text += (text.empty() ? "" : ", ") + key + " " + value;
    }
    return text;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-record-matcher.h"

#include "ns3/mgm-trace-names.h"
#include "ns3/names.h"
#include "ns3/node.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// The column of the trace that a key of a match stands for.
const TraceColumn*
FindColumn(const std::string& key)
{
    const auto name = key == "client" ? "client_name" : key;
    const auto& columns = GetTraceColumns();
    return std::find_if(columns.begin(), columns.end(), [&name](const auto& each) {
        return each.name == name;
    });
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
    for (const auto& [key, value] : match)
    {
        if (key == "node")
        {
            m_node = Names::Find<Node>(value)->GetId();
        }
        else if (key == "interface")
        {
            m_interface = value;
        }
        else
        {
            m_conditions.push_back({FindColumn(key), value});
        }
    }
}

bool
RecordMatcher::Matches(const TraceRecord& record) const
{
    if ((m_node && record.node != *m_node) || (IsReturn(record.kind) && !m_takesReturns))
    {
        return false;
    }
    ColumnScratch scratch;
    for (const auto& [column, value] : m_conditions)
    {
        if (column->get(record, scratch) != value)
        {
            return false;
        }
    }
    // At last, because names take long.
    return !m_interface || (record.interface &&
                            NameOfInterface(record.node, record.interface->index) == *m_interface);
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

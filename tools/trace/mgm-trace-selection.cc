/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-selection.h"

#include "base/mgm-input-error.h"

#include "ns3/mgm-trace-column.h"

#include <algorithm>
#include <string_view>

namespace ns3
{
namespace mgm
{

namespace
{

using Texts = std::vector<std::string>;

[[noreturn]] void
Refuse(const std::string& option, const std::string& found, const std::string& expected)
{
    throw InputError("--" + option + ": found \"" + found + "\", expected " + expected);
}

/// Phrases what there is to choose from.
std::string
OneOf(const std::set<std::string>& names)
{
    std::string text;
    for (const auto& name : names)
    {
        text.append(text.empty() ? "one of " : ", ").append(name);
    }
    return text.empty() ? "one that the header of the trace introduces; there is none" : text;
}

/// The nodes that have one of some names or ids.
std::set<uint32_t>
FindNodes(const Texts& texts, const TraceHeader& header)
{
    std::set<uint32_t> ids;
    for (const auto& text : texts)
    {
        std::set<std::string> known;
        const auto old = ids.size();
        for (const auto& node : header.nodes)
        {
            known.insert(node.name);
            if (text == node.name || text == std::to_string(node.id))
            {
                ids.insert(node.id);
            }
        }
        if (ids.size() == old)
        {
            Refuse("node", text, OneOf(known));
        }
    }
    return ids;
}

/// The nodes and indexes of the interfaces that have one of some names or indexes.
std::set<std::pair<uint32_t, uint32_t>>
FindInterfaces(const Texts& texts, const TraceHeader& header)
{
    std::set<std::pair<uint32_t, uint32_t>> found;
    for (const auto& text : texts)
    {
        std::set<std::string> known;
        bool isKnown = false;
        for (const auto& node : header.nodes)
        {
            for (const auto& interface : node.interfaces)
            {
                known.insert(interface.name);
                if (text == interface.name || text == std::to_string(interface.index))
                {
                    found.emplace(node.id, interface.index);
                    isKnown = true;
                }
            }
        }
        if (!isKnown)
        {
            Refuse("interface", text, OneOf(known));
        }
    }
    return found;
}

const TraceColumn&
FindColumn(std::string_view name)
{
    const auto& columns = GetTraceColumns();
    return *std::find_if(columns.begin(), columns.end(), [name](const auto& column) {
        return column.name == name;
    });
}

/// Refuses texts that a column can't have.
void
CheckTexts(const std::string& option, const Texts& texts)
{
    const auto& column = FindColumn(option);
    for (const auto& text : texts)
    {
        TraceRecord record;
        if (!column.set(text, record))
        {
            Refuse(option, text, std::string(column.expected));
        }
    }
}

bool
Has(const Texts& texts, std::string_view text)
{
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

/// Whether a list is empty, or has the value of a column.
bool
Allows(const Texts& texts, std::string_view column, const TraceRecord& record)
{
    ColumnScratch scratch;
    return texts.empty() || Has(texts, FindColumn(column).get(record, scratch));
}

} // namespace

TraceSelection::TraceSelection(const TraceSelectionOptions& options, const TraceHeader& header)
    : m_options(options),
      m_nodes(FindNodes(options.nodes, header)),
      m_interfaces(FindInterfaces(options.interfaces, header))
{
    CheckTexts("group", options.groups);
    CheckTexts("source", options.sources);
    CheckTexts("kind", options.kinds);
}

bool
TraceSelection::Selects(const TraceRecord& record) const
{
    const auto& o = m_options;
    const bool isClient = Allows(o.clients, "client", record) || Has(o.clients, record.clientName);
    const bool isInterface =
        o.interfaces.empty() ||
        (record.interface && m_interfaces.count({record.node, record.interface->index}) > 0);
    return record.timeNs >= o.fromNs && record.timeNs < o.untilNs &&
           (o.nodes.empty() || m_nodes.count(record.node) > 0) && isClient && isInterface &&
           Allows(o.groups, "group", record) && Allows(o.sources, "source", record) &&
           Allows(o.kinds, "kind", record) && Allows(o.ops, "op", record);
}

} // namespace mgm
} // namespace ns3

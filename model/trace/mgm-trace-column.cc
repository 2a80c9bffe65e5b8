/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-column.h"

#include <charconv>

namespace ns3
{
namespace mgm
{

namespace
{

template <typename T>
std::string_view
NumberText(T number, ColumnScratch& scratch)
{
    const auto end = std::to_chars(scratch.data(), scratch.data() + scratch.size(), number).ptr;
    return {scratch.data(), static_cast<std::size_t>(end - scratch.data())};
}

/// Two numbers with a slash between them fit: each has at most 10 digits.
std::string_view
ClientText(ClientId id, ColumnScratch& scratch)
{
    const auto limit = scratch.data() + scratch.size();
    auto end = std::to_chars(scratch.data(), limit, id.protocol).ptr;
    *end++ = '/';
    end = std::to_chars(end, limit, id.component).ptr;
    return {scratch.data(), static_cast<std::size_t>(end - scratch.data())};
}

std::string_view
AddressText(Ipv4Address address, ColumnScratch& scratch)
{
    const auto limit = scratch.data() + scratch.size();
    auto end = scratch.data();
    for (int shift = 24; shift >= 0; shift -= 8)
    {
        end = std::to_chars(end, limit, address.Get() >> shift & 0xFF).ptr;
        *end++ = '.';
    }
    return {scratch.data(), static_cast<std::size_t>(end - 1 - scratch.data())};
}

std::string_view
WildcardText(Ipv4Address address, ColumnScratch& scratch)
{
    return address.Get() == 0 ? "*" : AddressText(address, scratch);
}

using Record = const TraceRecord&;
using Scratch = ColumnScratch&;
using Text = std::string_view;

constexpr auto NUMBER = TraceColumn::Type::NUMBER;
constexpr auto TEXT = TraceColumn::Type::TEXT;

constexpr std::array<TraceColumn, TRACE_COLUMN_COUNT> COLUMNS{{
    {"seq",
     NUMBER,
     "number of the record in the run, from 1: a total order, also within one instant",
     [](Record r, Scratch s) -> Text { return NumberText(r.seq, s); }},
    {"t_ns",
     NUMBER,
     "simulated time [ns]",
     [](Record r, Scratch s) -> Text { return NumberText(r.timeNs, s); }},
    {"cause",
     NUMBER,
     "`seq` of the record that caused this one",
     [](Record r, Scratch s) -> Text { return r.cause == 0 ? Text{} : NumberText(r.cause, s); }},
    {"depth",
     NUMBER,
     "nesting of callbacks in calls, 0 outside of any",
     [](Record r, Scratch s) -> Text { return NumberText(r.depth, s); }},
    {"node", NUMBER, "node id", [](Record r, Scratch s) -> Text { return NumberText(r.node, s); }},
    {"kind",
     TEXT,
     "what is reported: call, return, callback, callback-return, state, event, violation, drop, "
     "packet-tx, packet-rx or forward",
     [](Record r, Scratch) -> Text { return ToString(r.kind); }},
    {"op",
     TEXT,
     "function, callback, table, state machine or message",
     [](Record r, Scratch) -> Text { return r.op; }},
    {"client",
     TEXT,
     "protocol id and component id of the client concerned, with a slash between them",
     [](Record r, Scratch s) -> Text { return r.client ? ClientText(*r.client, s) : Text{}; }},
    {"client_name",
     TEXT,
     "name of the client concerned",
     [](Record r, Scratch) -> Text { return r.clientName; }},
    {"if",
     NUMBER,
     "index of the IPv4 interface concerned",
     [](Record r, Scratch s) -> Text {
         return r.interface ? NumberText(r.interface->index, s) : Text{};
     }},
    {"nexthop",
     TEXT,
     "next hop that names the link on a non-broadcast multi-access interface",
     [](Record r, Scratch s) -> Text {
         return r.interface && r.interface->nextHop.Get() != 0
                    ? AddressText(r.interface->nextHop, s)
                    : Text{};
     }},
    {"source",
     TEXT,
     "source address concerned; * is any source",
     [](Record r, Scratch s) -> Text {
         return r.sourceGroup ? WildcardText(r.sourceGroup->source, s) : Text{};
     }},
    {"group",
     TEXT,
     "group address concerned; * is any group",
     [](Record r, Scratch s) -> Text {
         return r.sourceGroup ? WildcardText(r.sourceGroup->group, s) : Text{};
     }},
    {"old", TEXT, "state before a change", [](Record r, Scratch) -> Text { return r.oldState; }},
    {"event",
     TEXT,
     "event that made the change",
     [](Record r, Scratch) -> Text { return r.event; }},
    {"action",
     TEXT,
     "action that went with the change",
     [](Record r, Scratch) -> Text { return r.action; }},
    {"new", TEXT, "state after a change", [](Record r, Scratch) -> Text { return r.newState; }},
    {"status",
     TEXT,
     "result of a call: the Windows name",
     [](Record r, Scratch) -> Text { return r.status ? ToString(*r.status) : Text{}; }},
    {"detail",
     TEXT,
     "free text for people; no program needs it",
     [](Record r, Scratch) -> Text { return r.detail; }},
}};

} // namespace

const std::array<TraceColumn, TRACE_COLUMN_COUNT>&
GetTraceColumns()
{
    return COLUMNS;
}

void
DescribeTraceColumns(std::ostream& os)
{
    os << "| column | type | meaning |\n|---|---|---|\n";
    for (const auto& column : COLUMNS)
    {
        os << "| `" << column.name << "` | " << (column.type == NUMBER ? "number" : "text") << " | "
           << column.description << " |\n";
    }
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-column.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <type_traits>

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

/// Parses a whole text as a number.
template <typename T>
bool
ParseNumber(std::string_view text, T& number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

bool
ParseClient(std::string_view text, std::optional<ClientId>& client)
{
    const auto slash = text.find('/');
    ClientId id;
    const bool isClient = slash != std::string_view::npos &&
                          ParseNumber(text.substr(0, slash), id.protocol) &&
                          ParseNumber(text.substr(slash + 1), id.component);
    client = id;
    return isClient;
}

bool
ParseAddress(std::string_view text, Ipv4Address& address)
{
    constexpr int BYTES = 4;
    uint32_t bits = 0;
    for (int i = 0; i < BYTES; ++i)
    {
        const auto dot = i + 1 < BYTES ? text.find('.') : text.size();
        uint8_t byte = 0;
        if (dot == std::string_view::npos || !ParseNumber(text.substr(0, dot), byte))
        {
            return false;
        }
        bits = bits << 8 | byte;
        text.remove_prefix(std::min(dot + 1, text.size()));
    }
    address = Ipv4Address(bits);
    return true;
}

bool
ParseWildcard(std::string_view text, Ipv4Address& address)
{
    address = ANY_ADDRESS;
    return text == "*" || ParseAddress(text, address);
}

/// The part of a record that further columns complete.
template <typename T>
T&
Fill(std::optional<T>& part)
{
    return part ? *part : part.emplace();
}

/// Finds the value that has a name, among those that follow each other from the first to the last.
template <typename T>
bool
ParseName(std::string_view text, T& value, T first, T last)
{
    using Number = std::underlying_type_t<T>;
    for (auto i = static_cast<Number>(first); i <= static_cast<Number>(last); ++i)
    {
        value = static_cast<T>(i);
        if (ToString(value) == text)
        {
            return true;
        }
    }
    return false;
}

constexpr Status ALL_STATUSES[]{Status::NO_ERROR,
                                Status::ERROR_NOT_ENOUGH_MEMORY,
                                Status::ERROR_INVALID_PARAMETER,
                                Status::ERROR_INSUFFICIENT_BUFFER,
                                Status::ERROR_ALREADY_EXISTS,
                                Status::ERROR_MORE_DATA,
                                Status::ERROR_NO_MORE_ITEMS,
                                Status::ERROR_CAN_NOT_COMPLETE,
                                Status::ERROR_NOT_FOUND};

bool
ParseStatus(std::string_view text, std::optional<Status>& status)
{
    const auto known = std::find_if(std::begin(ALL_STATUSES),
                                    std::end(ALL_STATUSES),
                                    [&](auto each) { return ToString(each) == text; });
    if (known == std::end(ALL_STATUSES))
    {
        return false;
    }
    status = *known;
    return true;
}

using Record = const TraceRecord&;
using Changed = TraceRecord&;
using Scratch = ColumnScratch&;
using Text = std::string_view;

constexpr auto NUMBER = TraceColumn::Type::NUMBER;
constexpr auto TEXT = TraceColumn::Type::TEXT;

constexpr Text POSITIVE = "a number from 1 to 18446744073709551615";
constexpr Text NATURAL = "a number from 0 to 4294967295";
constexpr Text WILDCARD = "an IPv4 address or *";
constexpr Text ANY_TEXT = "a text";

/// A column whose values are texts of the record.
constexpr TraceColumn
TextColumn(Text name, Text description, Text (*get)(Record, Scratch), bool (*set)(Text, Changed))
{
    return {name, TEXT, description, get, set, ANY_TEXT};
}

constexpr std::array<TraceColumn, TRACE_COLUMN_COUNT> COLUMNS{{
    {"seq",
     NUMBER,
     "number of the record in the run, from 1: a total order, also within one instant",
     [](Record r, Scratch s) -> Text { return NumberText(r.seq, s); },
     [](Text t, Changed r) { return ParseNumber(t, r.seq) && r.seq != 0; },
     POSITIVE},
    {"t_ns",
     NUMBER,
     "simulated time [ns]",
     [](Record r, Scratch s) -> Text { return NumberText(r.timeNs, s); },
     [](Text t, Changed r) { return ParseNumber(t, r.timeNs) && r.timeNs >= 0; },
     "a number from 0 to 9223372036854775807"},
    {"cause",
     NUMBER,
     "`seq` of the record that caused this one",
     [](Record r, Scratch s) -> Text { return r.cause == 0 ? Text{} : NumberText(r.cause, s); },
     [](Text t, Changed r) { return ParseNumber(t, r.cause) && r.cause != 0; },
     POSITIVE},
    {"depth",
     NUMBER,
     "nesting of callbacks in calls, 0 outside of any",
     [](Record r, Scratch s) -> Text { return NumberText(r.depth, s); },
     [](Text t, Changed r) { return ParseNumber(t, r.depth); },
     NATURAL},
    {"node",
     NUMBER,
     "node id",
     [](Record r, Scratch s) -> Text { return NumberText(r.node, s); },
     [](Text t, Changed r) { return ParseNumber(t, r.node); },
     NATURAL},
    {"kind",
     TEXT,
     "what is reported: call, return, callback, callback-return, state, event, violation, drop, "
     "packet-tx, packet-rx or forward",
     [](Record r, Scratch) -> Text { return ToString(r.kind); },
     [](Text t, Changed r) { return ParseName(t, r.kind, TraceKind::CALL, TraceKind::FORWARD); },
     "a kind of record, such as call"},
    TextColumn(
        "op",
        "function, callback, table, state machine or message",
        [](Record r, Scratch) -> Text { return r.op; },
        [](Text t, Changed r) {
            r.op = t;
            return true;
        }),
    {"client",
     TEXT,
     "protocol id and component id of the client concerned, with a slash between them",
     [](Record r, Scratch s) -> Text { return r.client ? ClientText(*r.client, s) : Text{}; },
     [](Text t, Changed r) { return ParseClient(t, r.client); },
     "a client as PROTOCOL/COMPONENT"},
    TextColumn(
        "client_name",
        "name of the client concerned",
        [](Record r, Scratch) -> Text { return r.clientName; },
        [](Text t, Changed r) {
            r.clientName = t;
            return true;
        }),
    {"if",
     NUMBER,
     "index of the IPv4 interface concerned",
     [](Record r, Scratch s) -> Text {
         return r.interface ? NumberText(r.interface->index, s) : Text{};
     },
     [](Text t, Changed r) { return ParseNumber(t, Fill(r.interface).index); },
     NATURAL},
    {"nexthop",
     TEXT,
     "next hop that names the link on a non-broadcast multi-access interface",
     [](Record r, Scratch s) -> Text {
         return r.interface && r.interface->nextHop.Get() != 0
                    ? AddressText(r.interface->nextHop, s)
                    : Text{};
     },
     [](Text t, Changed r) { return ParseAddress(t, Fill(r.interface).nextHop); },
     "an IPv4 address"},
    {"source",
     TEXT,
     "source address concerned; * is any source",
     [](Record r, Scratch s) -> Text {
         return r.sourceGroup ? WildcardText(r.sourceGroup->source, s) : Text{};
     },
     [](Text t, Changed r) { return ParseWildcard(t, Fill(r.sourceGroup).source); },
     WILDCARD},
    {"group",
     TEXT,
     "group address concerned; * is any group",
     [](Record r, Scratch s) -> Text {
         return r.sourceGroup ? WildcardText(r.sourceGroup->group, s) : Text{};
     },
     [](Text t, Changed r) { return ParseWildcard(t, Fill(r.sourceGroup).group); },
     WILDCARD},
    TextColumn(
        "old",
        "state before a change",
        [](Record r, Scratch) -> Text { return r.oldState; },
        [](Text t, Changed r) {
            r.oldState = t;
            return true;
        }),
    TextColumn(
        "event",
        "event that made the change; what a call or an alert is in particular; why there is a drop",
        [](Record r, Scratch) -> Text { return r.event; },
        [](Text t, Changed r) {
            r.event = t;
            return true;
        }),
    TextColumn(
        "action",
        "action that went with the change; what kind of alert is dropped",
        [](Record r, Scratch) -> Text { return r.action; },
        [](Text t, Changed r) {
            r.action = t;
            return true;
        }),
    TextColumn(
        "new",
        "state after a change",
        [](Record r, Scratch) -> Text { return r.newState; },
        [](Text t, Changed r) {
            r.newState = t;
            return true;
        }),
    {"status",
     TEXT,
     "result of a call: the Windows name",
     [](Record r, Scratch) -> Text { return r.status ? ToString(*r.status) : Text{}; },
     [](Text t, Changed r) { return ParseStatus(t, r.status); },
     "a status, such as NO_ERROR"},
    TextColumn(
        "detail",
        "free text for people; no program needs it",
        [](Record r, Scratch) -> Text { return r.detail; },
        [](Text t, Changed r) {
            r.detail = t;
            return true;
        }),
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

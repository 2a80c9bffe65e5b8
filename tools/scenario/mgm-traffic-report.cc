/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-traffic-report.h"

#include "ns3/mgm-trace-names.h"
#include "ns3/mgm-trace-words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iomanip>
#include <sstream>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

/// The percentiles of delays that are reported.
constexpr uint32_t PERCENTILES[]{50, 95, 99};

constexpr uint32_t ALL = 100;

/// A line of the table of streams.
using Row = std::array<std::string, 9>;

/// The names come first, on the left of their columns; numbers are on the right.
constexpr std::size_t NAMES = 2;

/// Least widths of columns, with a space. They make lines of at most 100 characters.
constexpr std::array<std::size_t, 9> WIDTHS{12, 30, 7, 7, 7, 7, 9, 9, 9};

Json
ToJson(const std::optional<Time>& time)
{
    return time ? Json(time->GetNanoSeconds()) : Json();
}

Json
DescribeDelays(const StreamStatistics& statistics)
{
    auto delays = Json::object();
    for (const auto percent : PERCENTILES)
    {
        delays["p" + std::to_string(percent)] = ToJson(statistics.GetDelayPercentile(percent));
    }
    delays["max"] = ToJson(statistics.GetDelayPercentile(ALL));
    return delays;
}

Json
DescribeStream(const StreamStatistics& statistics)
{
    auto joins = Json::array();
    for (const auto& time : statistics.GetFirstAfterJoin())
    {
        joins.push_back(ToJson(time));
    }
    Json gap;
    if (const auto& longest = statistics.GetLongestGap())
    {
        gap = {{"start_ns", longest->start.GetNanoSeconds()},
               {"length_ns", longest->length.GetNanoSeconds()}};
    }
    return {{"sent", statistics.GetSent()},
            {"received", statistics.GetReceived()},
            {"before_join", statistics.GetBeforeJoin()},
            {"lost", statistics.GetLost()},
            {"duplicates", statistics.GetDuplicates()},
            {"first_packet_ns", ToJson(statistics.GetFirstArrival())},
            {"first_after_join_ns", joins},
            {"longest_gap", gap},
            {"delay_ns", DescribeDelays(statistics)}};
}

std::string
ToText(Ipv4Address address)
{
    std::ostringstream text;
    text << address;
    return text.str();
}

/// A time in milliseconds with three decimals, or a hyphen.
std::string
Milliseconds(const std::optional<Time>& time)
{
    constexpr double NS_PER_MS = 1e6;
    std::ostringstream text;
    text << std::fixed << std::setprecision(3);
    if (time)
    {
        text << static_cast<double>(time->GetNanoSeconds()) / NS_PER_MS;
    }
    return time ? text.str() : "-";
}

/// The longest of the times from a join to the next packet; nothing if one never came.
std::optional<Time>
LongestWait(const StreamStatistics& statistics)
{
    std::optional<Time> longest;
    for (const auto& time : statistics.GetFirstAfterJoin())
    {
        if (!time)
        {
            return {};
        }
        longest = std::max(longest.value_or(*time), *time);
    }
    return longest;
}

Row
MakeRow(uint32_t receiver, const SourceGroup& stream, const StreamStatistics& statistics)
{
    std::ostringstream name;
    name << stream;
    const auto& gap = statistics.GetLongestGap();
    return {NameOfNode(receiver),
            name.str(),
            std::to_string(statistics.GetSent()),
            std::to_string(statistics.GetReceived()),
            std::to_string(statistics.GetLost()),
            std::to_string(statistics.GetDuplicates()),
            Milliseconds(LongestWait(statistics)),
            Milliseconds(gap ? std::make_optional(gap->length) : std::nullopt),
            Milliseconds(statistics.GetDelayPercentile(ALL))};
}

/// Prints rows with columns as wide as they need.
void
PrintRows(std::ostream& os, const std::vector<Row>& rows)
{
    auto widths = WIDTHS;
    for (const auto& row : rows)
    {
        for (std::size_t i = 0; i < row.size(); ++i)
        {
            widths[i] = std::max(widths[i], row[i].size() + 1);
        }
    }
    for (const auto& row : rows)
    {
        os << "  ";
        for (std::size_t i = 0; i < row.size(); ++i)
        {
            os << (i < NAMES ? std::left : std::right) << std::setw(static_cast<int>(widths[i]))
               << row[i];
        }
        os << '\n';
    }
}

} // namespace

Json
DescribeStreams(const StreamMeter::Results& results)
{
    auto list = Json::array();
    for (const auto& [key, statistics] : results)
    {
        Json entry{{"receiver", NameOfNode(key.first)},
                   {"source", ToText(key.second.source)},
                   {"group", ToText(key.second.group)}};
        entry.update(DescribeStream(statistics));
        list.push_back(entry);
    }
    return list;
}

Json
DescribePackets(const PacketTotals& totals)
{
    // All reasons: one that did not occur has the number 0.
    auto dropped = Json::object();
    for (const auto& [word, meaning, isOfData] : DROP_WORDS)
    {
        if (isOfData)
        {
            dropped[std::string(word)] = 0;
        }
    }
    dropped.update(Json(totals.dropped));
    return {{"sent", totals.sent},
            {"forwarded", totals.forwarded},
            {"delivered", totals.delivered},
            {"dropped", dropped},
            {"on_the_way", totals.onTheWay},
            {"unaccounted", totals.unaccounted},
            {"repeated", totals.repeated}};
}

void
PrintTraffic(std::ostream& os, const StreamMeter::Results& results, const PacketTotals& totals)
{
    if (totals.sent == 0)
    {
        return;
    }
    std::vector<Row> rows{
        {"receiver", "stream", "sent", "got", "lost", "again", "join[ms]", "gap[ms]", "max[ms]"}};
    for (const auto& [key, statistics] : results)
    {
        rows.push_back(MakeRow(key.first, key.second, statistics));
    }
    PrintRows(os, rows);
    os << "  packets           " << totals.sent << " sent, " << totals.forwarded << " forwarded, "
       << totals.delivered << " delivered, " << totals.unaccounted << " unaccounted\n";
    for (const auto& [reason, count] : totals.dropped)
    {
        os << "  dropped           " << count << ' ' << reason << '\n';
    }
}

} // namespace mgm
} // namespace ns3

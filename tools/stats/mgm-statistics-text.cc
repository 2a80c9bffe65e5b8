/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-statistics-text.h"

#include "base/mgm-text-table.h"

#include <iomanip>
#include <sstream>
#include <string>

namespace ns3
{
namespace mgm
{

namespace
{

/// Time in seconds with six decimals, as in the tables of a run; empty if there is none.
std::string
Seconds(std::optional<int64_t> timeNs)
{
    constexpr int64_t NS_PER_US = 1000;
    constexpr int64_t US_PER_S = 1000000;
    std::ostringstream text;
    if (timeNs)
    {
        const auto microseconds = *timeNs / NS_PER_US;
        text << microseconds / US_PER_S << '.' << std::setfill('0') << std::setw(6)
             << microseconds % US_PER_S;
    }
    return text.str();
}

std::string
ClientText(ClientId client)
{
    std::ostringstream text;
    text << client;
    return text.str();
}

void
AddQuantiles(TextTable::Cells& cells, const DurationDistribution& distribution)
{
    cells.push_back(Seconds(distribution.GetQuantile(50)));
    cells.push_back(Seconds(distribution.GetQuantile(95)));
    cells.push_back(Seconds(distribution.GetMaximum()));
}

void
PrintClients(std::ostream& os, const TraceStatistics& statistics)
{
    TextTable table({"client",
                     "node",
                     "id",
                     "life",
                     "registered",
                     "ownership",
                     "enumeration",
                     "alert",
                     "local join",
                     "packet",
                     "gone"},
                    3);
    for (const auto& client : statistics.clients.GetClients())
    {
        TextTable::Cells cells{client.name,
                               NameOfNode(statistics.header.nodes, client.node),
                               ClientText(client.client),
                               std::to_string(client.incarnation),
                               Seconds(client.registeredNs)};
        for (const auto& reachedNs : client.reachedNs)
        {
            cells.push_back(Seconds(reachedNs));
        }
        table.Add(cells);
    }
    os << "Clients: time of registration, and from there to the first of each [s]\n";
    table.Print(os);
}

void
PrintLatencies(std::ostream& os, const std::string& title, const LatencyMap& map)
{
    TextTable table({title,
                     "count",
                     "delay: median",
                     "95 %",
                     "maximum [s]",
                     "duration: median",
                     "95 %",
                     "maximum [s]"},
                    1);
    for (const auto& [op, latency] : map)
    {
        TextTable::Cells cells{op, std::to_string(latency.count)};
        AddQuantiles(cells, latency.delay);
        AddQuantiles(cells, latency.duration);
        table.Add(cells);
    }
    table.Print(os);
}

void
PrintTimes(std::ostream& os, const std::string& title, const DurationMap& map)
{
    TextTable table({title, "count", "median", "95 %", "maximum [s]"}, 1);
    for (const auto& [name, distribution] : map)
    {
        TextTable::Cells cells{name, std::to_string(distribution.GetCount())};
        AddQuantiles(cells, distribution);
        table.Add(cells);
    }
    table.Print(os);
}

void
PrintMachines(std::ostream& os, const TraceStatistics& statistics)
{
    TextTable events({"machine", "event", "transitions"}, 2);
    TextTable states(
        {"machine", "state", "at end", "visits", "median [s]", "95 % [s]", "maximum [s]"},
        2);
    for (const auto& [op, machine] : statistics.machines.GetMachines())
    {
        for (const auto& [event, count] : machine.events)
        {
            events.Add({op, event, std::to_string(count)});
        }
        for (const auto& [state, times] : machine.states)
        {
            TextTable::Cells cells{op,
                                   state,
                                   std::to_string(times.present),
                                   std::to_string(times.visits.GetCount())};
            AddQuantiles(cells, times.visits);
            states.Add(cells);
        }
    }
    events.Print(os);
    states.Print(os);
}

void
PrintCounts(std::ostream& os, const TextTable::Cells& titles, const CountMap& map)
{
    TextTable table(titles, 2);
    for (const auto& [op, counts] : map)
    {
        for (const auto& [key, count] : counts)
        {
            table.Add({op, key, std::to_string(count)});
        }
    }
    table.Print(os);
}

} // namespace

void
WriteStatisticsText(std::ostream& os, const TraceStatistics& statistics)
{
    os << statistics.counts.records << " records";
    if (statistics.begin)
    {
        os << " from " << Seconds(statistics.begin) << " s to " << Seconds(statistics.end) << " s";
    }
    os << "; seed " << statistics.header.seed << ", run " << statistics.header.run << "\n\n";
    if (!statistics.clients.GetClients().empty())
    {
        PrintClients(os, statistics);
    }
    PrintLatencies(os, "call", statistics.latencies.GetCalls());
    PrintLatencies(os, "callback", statistics.latencies.GetCallbacks());
    PrintMachines(os, statistics);
    PrintTimes(os, "PIM", statistics.pim.GetTimes());
    TextTable kinds({"records", "count"}, 1);
    for (const auto& [kind, count] : statistics.counts.kinds)
    {
        kinds.Add({kind, std::to_string(count)});
    }
    kinds.Print(os);
    PrintCounts(os, {"packets", "operation", "count"}, statistics.counts.packets);
    PrintCounts(os, {"drops", "reason", "count"}, statistics.counts.drops);
    PrintCounts(os, {"violations", "rule", "count"}, statistics.counts.violations);
}

} // namespace mgm
} // namespace ns3

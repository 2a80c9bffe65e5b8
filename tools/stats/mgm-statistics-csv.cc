/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-statistics-csv.h"

#include <array>
#include <sstream>
#include <string>
#include <string_view>

namespace ns3
{
namespace mgm
{

namespace
{

/// What a number is about: the columns before the metric.
struct Subject
{
    std::string_view subject; ///< what kind of thing
    std::string node;         ///< clients: node id
    std::string client;       ///< clients: protocol id and component id
    std::string clientName;   ///< clients: name
    std::string incarnation;  ///< clients: which life
    std::string op;           ///< function, callback, machine, message; kind of packets
    std::string key;          ///< event, state, reason, rule
};

/// A subject that is no client.
Subject
OperationSubject(std::string_view subject, const std::string& op, const std::string& key = "")
{
    return {subject, "", "", "", "", op, key};
}

/// Writes a field, in quotation marks if it needs them (RFC 4180 section 2).
void
WriteField(std::ostream& os, std::string_view value)
{
    if (value.find_first_of("\",\r\n") == std::string_view::npos)
    {
        os << value << ',';
        return;
    }
    os << '"';
    for (const char c : value)
    {
        os << (c == '"' ? "\"" : "") << c;
    }
    os << "\",";
}

void
WriteLine(std::ostream& os,
          const Subject& subject,
          std::string_view metric,
          std::string_view unit,
          const std::string& value)
{
    for (const std::string_view field : {subject.subject,
                                         std::string_view(subject.node),
                                         std::string_view(subject.client),
                                         std::string_view(subject.clientName),
                                         std::string_view(subject.incarnation),
                                         std::string_view(subject.op),
                                         std::string_view(subject.key),
                                         metric,
                                         unit})
    {
        WriteField(os, field);
    }
    os << value << '\n';
}

void
WriteCount(std::ostream& os,
           const Subject& subject,
           uint64_t count,
           std::string_view metric = "count")
{
    WriteLine(os, subject, metric, "1", std::to_string(count));
}

void
WriteTime(std::ostream& os,
          const Subject& subject,
          std::string_view metric,
          std::optional<int64_t> timeNs)
{
    WriteLine(os, subject, metric, "ns", timeNs ? std::to_string(*timeNs) : "");
}

/// What is known of durations, as metrics with a common begin.
void
WriteQuantiles(std::ostream& os,
               const Subject& subject,
               const std::string& name,
               const DurationDistribution& distribution)
{
    WriteTime(os, subject, name + "median", distribution.GetQuantile(50));
    WriteTime(os, subject, name + "p95", distribution.GetQuantile(95));
    WriteTime(os, subject, name + "max", distribution.GetMaximum());
}

void
WriteClients(std::ostream& os, const ClientTimeline& clients)
{
    for (const auto& client : clients.GetClients())
    {
        std::ostringstream id;
        id << client.client;
        const Subject subject{"client",
                              std::to_string(client.node),
                              id.str(),
                              client.name,
                              std::to_string(client.incarnation),
                              "",
                              ""};
        WriteTime(os, subject, "registered", client.registeredNs);
        for (std::size_t i = 0; i < MILESTONE_NAMES.size(); ++i)
        {
            WriteTime(os, subject, MILESTONE_NAMES[i], client.reachedNs[i]);
        }
    }
}

void
WriteLatencies(std::ostream& os, std::string_view name, const LatencyMap& map)
{
    for (const auto& [op, latency] : map)
    {
        const auto subject = OperationSubject(name, op);
        WriteCount(os, subject, latency.count);
        WriteQuantiles(os, subject, "delay_", latency.delay);
        WriteQuantiles(os, subject, "duration_", latency.duration);
    }
}

void
WriteMachines(std::ostream& os, const MachineTimes& machines)
{
    for (const auto& [op, machine] : machines.GetMachines())
    {
        WriteCount(os, OperationSubject("machine", op), machine.transitions);
        for (const auto& [event, count] : machine.events)
        {
            WriteCount(os, OperationSubject("machine-event", op, event), count);
        }
        for (const auto& [state, times] : machine.states)
        {
            const auto subject = OperationSubject("machine-state", op, state);
            WriteCount(os, subject, times.present, "at_end");
            WriteCount(os, subject, times.visits.GetCount(), "visits");
            WriteQuantiles(os, subject, "", times.visits);
        }
    }
}

void
WriteCounts(std::ostream& os, std::string_view name, const CountMap& map)
{
    for (const auto& [op, counts] : map)
    {
        for (const auto& [key, count] : counts)
        {
            WriteCount(os, OperationSubject(name, op, key), count);
        }
    }
}

} // namespace

void
WriteStatisticsCsv(std::ostream& os, const TraceStatistics& statistics)
{
    os << "subject,node,client,client_name,incarnation,op,key,metric,unit,value\n";
    WriteCount(os, OperationSubject("trace", ""), statistics.counts.records, "records");
    WriteClients(os, statistics.clients);
    WriteLatencies(os, "call", statistics.latencies.GetCalls());
    WriteLatencies(os, "callback", statistics.latencies.GetCallbacks());
    WriteMachines(os, statistics.machines);
    for (const auto& [name, distribution] : statistics.pim.GetTimes())
    {
        const auto subject = OperationSubject("pim", name);
        WriteCount(os, subject, distribution.GetCount());
        WriteQuantiles(os, subject, "", distribution);
    }
    for (const auto& [kind, count] : statistics.counts.kinds)
    {
        WriteCount(os, OperationSubject("records", kind), count);
    }
    WriteCounts(os, "packets", statistics.counts.packets);
    WriteCounts(os, "drops", statistics.counts.drops);
    WriteCounts(os, "violations", statistics.counts.violations);
}

} // namespace mgm
} // namespace ns3

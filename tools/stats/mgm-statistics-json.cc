/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-statistics-json.h"

#include "json/mgm-json-document.h"

#include <sstream>
#include <string>

namespace ns3
{
namespace mgm
{

namespace
{

Json
ToJson(std::optional<int64_t> value)
{
    return value ? Json(*value) : Json();
}

std::string
ToText(ClientId client)
{
    std::ostringstream text;
    text << client;
    return text.str();
}

Json
TraceJson(const TraceStatistics& statistics)
{
    const auto& header = statistics.header;
    return {{"scenario", header.scenario},
            {"command", header.command},
            {"seed", header.seed},
            {"run", header.run},
            {"begin_ns", ToJson(statistics.begin)},
            {"end_ns", ToJson(statistics.begin ? std::optional(statistics.end) : std::nullopt)},
            {"records", statistics.counts.records}};
}

Json
ClientsJson(const TraceStatistics& statistics)
{
    auto array = Json::array();
    for (const auto& client : statistics.clients.GetClients())
    {
        Json object{{"node", client.node},
                    {"node_name", NameOfNode(statistics.header.nodes, client.node)},
                    {"client", ToText(client.client)},
                    {"client_name", client.name},
                    {"incarnation", client.incarnation},
                    {"registered_ns", client.registeredNs}};
        for (std::size_t i = 0; i < MILESTONE_NAMES.size(); ++i)
        {
            object[std::string(MILESTONE_NAMES[i]) + "_ns"] = ToJson(client.reachedNs[i]);
        }
        array.push_back(object);
    }
    return array;
}

/// What is known of durations, under keys with a common begin.
void
AddQuantiles(Json& object, const std::string& name, const DurationDistribution& distribution)
{
    object[name + "median_ns"] = ToJson(distribution.GetQuantile(50));
    object[name + "p95_ns"] = ToJson(distribution.GetQuantile(95));
    object[name + "max_ns"] = ToJson(distribution.GetMaximum());
}

Json
LatenciesJson(const LatencyMap& map)
{
    auto object = Json::object();
    for (const auto& [op, latency] : map)
    {
        object[op] = {{"count", latency.count}};
        AddQuantiles(object[op], "delay_", latency.delay);
        AddQuantiles(object[op], "duration_", latency.duration);
    }
    return object;
}

Json
MachinesJson(const TraceStatistics& statistics)
{
    auto object = Json::object();
    for (const auto& [op, machine] : statistics.machines.GetMachines())
    {
        auto states = Json::object();
        for (const auto& [state, times] : machine.states)
        {
            states[state] = {{"at_end", times.present}, {"visits", times.visits.GetCount()}};
            AddQuantiles(states[state], "", times.visits);
        }
        object[op] = {{"transitions", machine.transitions},
                      {"events", machine.events},
                      {"states", states}};
    }
    return object;
}

Json
TimesJson(const DurationMap& map)
{
    auto object = Json::object();
    for (const auto& [name, distribution] : map)
    {
        object[name] = {{"count", distribution.GetCount()}};
        AddQuantiles(object[name], "", distribution);
    }
    return object;
}

} // namespace

void
WriteStatisticsJson(std::ostream& os, const TraceStatistics& statistics)
{
    const Json object{{"trace", TraceJson(statistics)},
                      {"clients", ClientsJson(statistics)},
                      {"calls", LatenciesJson(statistics.latencies.GetCalls())},
                      {"callbacks", LatenciesJson(statistics.latencies.GetCallbacks())},
                      {"machines", MachinesJson(statistics)},
                      {"pim", TimesJson(statistics.pim.GetTimes())},
                      {"records", statistics.counts.kinds},
                      {"packets", statistics.counts.packets},
                      {"drops", statistics.counts.drops},
                      {"violations", statistics.counts.violations}};
    constexpr auto REPLACE = Json::error_handler_t::replace;
    os << object.dump(2, ' ', false, REPLACE) << '\n';
}

} // namespace mgm
} // namespace ns3

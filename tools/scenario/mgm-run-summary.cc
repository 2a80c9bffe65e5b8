/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-run-summary.h"

#include "base/mgm-input-error.h"
#include "mgm-state-probe.h"
#include "mgm-traffic-report.h"

#include "ns3/mgm-trace-header.h"
#include "ns3/mgm-trace-words.h"

#include <numeric>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

Json
ToJson(const std::vector<SourceGroup>& groups)
{
    auto list = Json::array();
    for (const auto& group : groups)
    {
        std::ostringstream text;
        text << group;
        list.push_back(text.str());
    }
    return list;
}

/// State of the interfaces of a node that has a group manager.
Json
DescribeInterfaces(const Scenario& scenario,
                   const NodeSpec& spec,
                   const ScenarioNetwork::Node& node)
{
    auto interfaces = Json::object();
    for (std::size_t i = 0; i < spec.interfaces.size(); ++i)
    {
        const auto index = static_cast<uint32_t>(i + 1);
        const auto holder = GetHolder(node, index);
        auto& interface = interfaces[scenario.links[spec.interfaces[i].link].name];
        interface["owner"] = holder ? Json(holder->first) : Json();
        if (node.igmpRouter)
        {
            interface["members"] = ToJson(GetMembers(node, index));
        }
    }
    return interfaces;
}

/// What the protocols of a node know.
Json
DescribeProtocols(const NodeSpec& spec, const ScenarioNetwork::Node& node)
{
    auto protocols = Json::object();
    for (std::size_t i = 0; i < spec.protocols.size(); ++i)
    {
        protocols[spec.protocols[i].name]["known"] = ToJson(GetKnownGroups(node, i));
    }
    return protocols;
}

/// Names of the clients that the group manager of a node may get.
std::vector<std::string>
NameClients(const NodeSpec& spec)
{
    std::vector<std::string> names;
    if (spec.igmpRouter)
    {
        names.push_back("igmp");
    }
    if (spec.igmpProxy)
    {
        names.push_back("igmp-proxy");
    }
    for (const auto& protocol : spec.protocols)
    {
        names.push_back(protocol.name);
    }
    return names;
}

} // namespace

RunSummary::RunSummary(const Scenario& scenario)
    : m_scenario(scenario),
      m_nodes(Json::object()),
      m_expectations(Json::array())
{
    for (int kind = 0; kind <= static_cast<int>(TraceKind::FORWARD); ++kind)
    {
        m_records[static_cast<TraceKind>(kind)] = 0;
    }
    for (const auto& node : scenario.nodes)
    {
        m_clients.emplace_back();
        for (const auto& name : NameClients(node))
        {
            m_clients.back().emplace(name, ClientActivity());
        }
    }
}

void
RunSummary::Observe(const TraceRecord& record)
{
    ++m_records[record.kind];
    if (auto* const client = FindClient(record.node, record.clientName))
    {
        client->Observe(record);
    }
    const bool isOwnership = record.op == words::OWNER || record.op == words::IGMP_HOLDER;
    if (record.kind == TraceKind::STATE && isOwnership)
    {
        if (auto* const owner = FindClient(record.node, record.newState))
        {
            owner->NoteOwnership(record.timeNs);
        }
    }
}

ClientActivity*
RunSummary::FindClient(uint32_t node, std::string_view client)
{
    if (client.empty() || node >= m_clients.size())
    {
        return nullptr;
    }
    const auto found = m_clients[node].find(client);
    return found == m_clients[node].end() ? nullptr : &found->second;
}

void
RunSummary::NoteNetwork(const ScenarioNetwork& network)
{
    for (std::size_t i = 0; i < m_scenario.nodes.size(); ++i)
    {
        const auto& spec = m_scenario.nodes[i];
        if (spec.hasManager)
        {
            const auto& node = network.GetNodes()[i];
            m_nodes[spec.name]["interfaces"] = DescribeInterfaces(m_scenario, spec, node);
            m_nodes[spec.name]["protocols"] = DescribeProtocols(spec, node);
            if (node.pimDense)
            {
                m_nodes[spec.name]["pim-dm"] = m_pim.Note(m_scenario, spec, node);
            }
            auto& clients = m_nodes[spec.name]["clients"] = Json::object();
            for (const auto& name : NameClients(spec))
            {
                clients[name] = m_clients[i].at(name).ToJson();
            }
        }
    }
}

void
RunSummary::NoteTraffic(const StreamMeter::Results& streams, const PacketTotals& packets)
{
    m_streams = &streams;
    m_packets = packets;
}

void
RunSummary::NoteExpectations(const std::vector<ExpectationResult>& results)
{
    for (std::size_t i = 0; i < results.size(); ++i)
    {
        const auto& spec = m_scenario.expectations[i];
        const auto& result = results[i];
        Json entry{{"pointer", spec.pointer}, {"met", result.isMet}};
        if (!result.isMet)
        {
            entry["found"] = result.found;
            entry["expected"] = result.expected;
            m_failures.push_back(
                InputError(spec.place, spec.pointer, result.found, result.expected).what());
        }
        m_expectations.push_back(entry);
    }
}

void
RunSummary::NoteFile(const std::string& name)
{
    m_files.push_back(name);
}

Json
RunSummary::DescribeRecords() const
{
    std::map<std::string, uint64_t> byName;
    for (const auto& [kind, count] : m_records)
    {
        byName.emplace(ToString(kind), count);
    }
    return byName;
}

Json
RunSummary::ToJson() const
{
    Json summary{{"scenario", m_scenario.name},
                 {"digest", m_scenario.digest},
                 {"ns3", TraceHeader::OfSimulation().ns3Version},
                 {"command", m_scenario.command},
                 {"seed", m_scenario.seed},
                 {"run", m_scenario.run},
                 {"stop_ns", m_scenario.stop.GetNanoSeconds()},
                 {"violations", CountOf(TraceKind::VIOLATION)},
                 {"unmet_expectations", m_failures.size()},
                 {"expectations", m_expectations},
                 {"records", DescribeRecords()},
                 {"nodes", m_nodes},
                 {"streams", DescribeStreams(*m_streams)},
                 {"packets", DescribePackets(m_packets)},
                 {"files", m_files}};
    for (const auto& [name, digest] : m_scenario.libraries)
    {
        summary["libraries"][name] = digest;
    }
    return summary;
}

void
RunSummary::Print(std::ostream& os, const std::string& out) const
{
    m_pim.Print(os);
    const auto records =
        std::accumulate(m_records.begin(),
                        m_records.end(),
                        uint64_t{0},
                        [](uint64_t sum, const auto& kind) { return sum + kind.second; });
    os << m_scenario.name << ": " << m_scenario.stop.GetSeconds() << " s simulated, seed "
       << m_scenario.seed << ", run " << m_scenario.run << '\n'
       << "  expectations met  " << m_expectations.size() - m_failures.size() << " of "
       << m_expectations.size() << '\n'
       << "  violations        " << CountOf(TraceKind::VIOLATION) << '\n'
       << "  trace records     " << records << '\n'
       << "  files             " << m_files.size() << " in " << out << '\n';
    PrintTraffic(os, *m_streams, m_packets);
}

uint64_t
RunSummary::CountOf(TraceKind kind) const
{
    const auto count = m_records.find(kind);
    return count == m_records.end() ? 0 : count->second;
}

} // namespace mgm
} // namespace ns3

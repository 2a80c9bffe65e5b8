/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-outcome-recorder.h"

#include "scenario/mgm-pim-probe.h"
#include "scenario/mgm-state-probe.h"

#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/mgm-trace-names.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-traced-node.h"

#include <algorithm>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// Interface and group of a record, each with a blank before it.
std::string
DescribeSubject(const TraceRecord& record)
{
    std::ostringstream text;
    if (record.interface)
    {
        text << ' ' << NameOfInterface(record.node, record.interface->index);
    }
    if (record.sourceGroup)
    {
        text << ' ' << *record.sourceGroup;
    }
    return text.str();
}

/// How much of a stream is lost, in a word.
std::string
DescribeLoss(const StreamStatistics& stream)
{
    const auto lost = stream.GetLost();
    return lost == 0 ? "none" : lost == stream.GetSent() ? "all" : "some";
}

} // namespace

OutcomeRecorder::OutcomeRecorder(const Scenario& scenario, Distinction distinction)
    : m_scenario(scenario),
      m_distinction(distinction)
{
}

void
OutcomeRecorder::Observe(const TraceRecord& record)
{
    if (record.kind == TraceKind::EVENT && record.op == words::STEP && record.event == words::MOVED)
    {
        m_steps.push_back(record.seq);
    }
    else if (record.kind == TraceKind::VIOLATION)
    {
        const auto name = std::string(record.event) + " by " + NameOfNode(record.node) + '/' +
                          std::string(record.clientName) + ": " + std::string(record.op) +
                          DescribeSubject(record);
        AddFault({name, "", m_steps.size(), false});
    }
    else if (record.kind == TraceKind::CALLBACK)
    {
        NoteCallback(record);
    }
}

void
OutcomeRecorder::NoteCallback(const TraceRecord& record)
{
    if (m_distinction == Distinction::STATE)
    {
        return;
    }
    const auto node = NameOfNode(record.node);
    const std::string client(record.clientName);
    const bool isByNode = m_distinction == Distinction::NODE;
    auto& line = m_callbacks[isByNode ? node : node + '/' + client];
    line += (line.empty() ? " " : ", ") + (isByNode ? client + ' ' : "") + std::string(record.op) +
            DescribeSubject(record);
    if (record.event == words::FORWARDING)
    {
        line += " for forwarding";
    }
}

void
OutcomeRecorder::AddFault(const RunFault& fault)
{
    const bool isKnown = std::any_of(m_faults.begin(), m_faults.end(), [&fault](const auto& known) {
        return known.name == fault.name;
    });
    if (!isKnown)
    {
        m_faults.push_back(fault);
    }
}

void
OutcomeRecorder::NoteFindings(const TraceChecker& checker)
{
    const auto& nodes = checker.GetNodes();
    for (const auto& finding : checker.GetFindings().GetAll())
    {
        RunFault fault{std::string(ToString(finding.rule)), finding.explanation, 0, false};
        if (!finding.records.empty())
        {
            const auto& last = finding.records.back();
            fault.name += " on " + NameOfNode(nodes, last.node) + ": " + last.ToText(nodes);
            fault.steps = static_cast<std::size_t>(
                std::lower_bound(m_steps.begin(), m_steps.end(), last.seq) - m_steps.begin());
        }
        AddFault(fault);
    }
}

void
OutcomeRecorder::NoteExpectations(const std::vector<ExpectationResult>& results)
{
    for (std::size_t i = 0; i < results.size(); ++i)
    {
        if (!results[i].isMet)
        {
            AddFault({"expectation " + m_scenario.expectations[i].pointer,
                      "found " + results[i].found + ", expected " + results[i].expected,
                      m_steps.size(),
                      true});
        }
    }
}

void
OutcomeRecorder::NoteNetwork(const ScenarioNetwork& network)
{
    for (std::size_t i = 0; i < m_scenario.nodes.size(); ++i)
    {
        if (m_scenario.nodes[i].hasManager)
        {
            NoteNode(m_scenario.nodes[i], network.GetNodes()[i]);
        }
    }
}

void
OutcomeRecorder::NoteNode(const NodeSpec& spec, const ScenarioNetwork::Node& node)
{
    const auto& memberships = node.node->GetObject<MulticastGroupManager>()->GetMemberships();
    for (std::size_t i = 0; i < spec.interfaces.size(); ++i)
    {
        const auto index = static_cast<uint32_t>(i + 1);
        const auto place = spec.name + ' ' + m_scenario.links[spec.interfaces[i].link].name;
        const auto holder = GetHolder(node, index);
        m_state.push_back(place + " belongs to " + (holder ? holder->first : "nobody"));
        if (node.igmpRouter)
        {
            m_state.push_back(place + " has from igmp: " + Describe(GetMembers(node, index)));
        }
        for (std::size_t j = 0; j < spec.protocols.size(); ++j)
        {
            auto entries = memberships.GetEntries(node.protocols[j]->GetHandle(), {index});
            std::sort(entries.begin(), entries.end());
            if (!entries.empty())
            {
                m_state.push_back(place + " has from " + spec.protocols[j].name + ": " +
                                  Describe(entries));
            }
        }
    }
    for (std::size_t i = 0; i < spec.protocols.size(); ++i)
    {
        m_state.push_back(spec.name + '/' + spec.protocols[i].name +
                          " knows: " + Describe(GetKnownGroups(node, i)));
    }
    if (node.pimDense)
    {
        NotePim(spec, node);
    }
}

void
OutcomeRecorder::NotePim(const NodeSpec& spec, const ScenarioNetwork::Node& node)
{
    const auto nameOf = [&](uint32_t index) {
        return m_scenario.links[spec.interfaces[index - 1].link].name;
    };
    for (const auto& state : GetPimDenseStates(*node.pimDense))
    {
        std::ostringstream line;
        line << spec.name << '/' << spec.GetPimDense()->name << " has of " << state.sourceGroup
             << ": " << ToWord(ToString(state.upstream)) << ", from "
             << (state.incoming ? nameOf(*state.incoming) : "nowhere") << " to";
        for (const auto index : state.outgoing)
        {
            line << ' ' << nameOf(index);
        }
        m_state.push_back(line.str() + (state.outgoing.empty() ? " nowhere" : ""));
    }
}

void
OutcomeRecorder::NoteStreams(const StreamMeter::Results& results)
{
    for (const auto& [key, stream] : results)
    {
        std::ostringstream line;
        line << NameOfNode(key.first) << " loses of " << key.second << ": " << DescribeLoss(stream);
        m_state.push_back(line.str());
    }
}

std::vector<std::string>
OutcomeRecorder::GetLines() const
{
    std::vector<std::string> lines;
    for (const auto& fault : m_faults)
    {
        lines.push_back("FAULT " + fault.name);
    }
    std::sort(lines.begin(), lines.end());
    lines.insert(lines.end(), m_state.begin(), m_state.end());
    for (const auto& [whose, callbacks] : m_callbacks)
    {
        lines.push_back(whose + " is called:" + callbacks);
    }
    return lines;
}

} // namespace mgm
} // namespace ns3

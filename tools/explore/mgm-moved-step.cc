/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-moved-step.h"

#include "scenario/mgm-node-spec.h"

#include "ns3/mgm-time-variable.h"

#include <algorithm>
#include <map>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// What a step of a protocol does, for people.
std::string
Describe(const Scenario& scenario, const NodeSpec& node, const ScriptStep& step)
{
    std::ostringstream text;
    text << ToString(step.verb);
    for (const auto& interface : step.interfaces)
    {
        text << ' ' << scenario.links[node.interfaces[interface.index - 1].link].name;
    }
    if (step.entry)
    {
        text << ' ' << step.entry->ToSourceGroup();
    }
    return text.str();
}

/// Collects the steps that move.
class Collector
{
  public:
    explicit Collector(const Scenario& scenario)
        : m_scenario(scenario)
    {
    }

    std::vector<MovedStep> Collect()
    {
        for (std::size_t i = 0; i < m_scenario.nodes.size(); ++i)
        {
            AddStarts(i);
        }
        for (const auto& step : m_scenario.steps)
        {
            if (step.moves)
            {
                AddStep(step);
            }
        }
        std::stable_sort(m_steps.begin(), m_steps.end(), [](const auto& a, const auto& b) {
            return a.at < b.at;
        });
        MakeUnique();
        return m_steps;
    }

  private:
    /// Adds what starts the agents of a node.
    void AddStarts(std::size_t index)
    {
        const auto& node = m_scenario.nodes[index];
        if (node.igmpRouter && node.igmpRouter->moves)
        {
            StepSpec step;
            step.node = index;
            step.text = "igmp start";
            step.action = IgmpRouterStep{ScriptVerb::START};
            Add(node.name + "/igmp", node.name + "/igmp start", node.igmpRouter->start, step);
        }
        for (std::size_t i = 0; i < node.protocols.size(); ++i)
        {
            if (node.protocols[i].moves)
            {
                AddStartUp(index, i);
            }
        }
    }

    /// Adds the start-up of a protocol.
    void AddStartUp(std::size_t index, std::size_t protocol)
    {
        const auto& node = m_scenario.nodes[index];
        const auto& spec = node.protocols[protocol];
        for (const auto& scriptStep : spec.script.startUp)
        {
            for (const auto& part : Split(node, spec, scriptStep))
            {
                StepSpec step;
                step.node = index;
                step.text = spec.name + ' ' + Describe(m_scenario, node, part);
                step.action = ProtocolStep{protocol, part};
                Add(node.name + '/' + spec.name, node.name + '/' + step.text, spec.start, step);
            }
        }
    }

    /// Splits a step of a start-up into its calls, if that is asked for.
    std::vector<ScriptStep> Split(const NodeSpec& node,
                                  const ProtocolSpec& protocol,
                                  const ScriptStep& step) const
    {
        // A step of a class is let go once and for all.
        if (!m_scenario.exploration.calls || !NeedsInterface(step.verb) || protocol.type)
        {
            return {step};
        }
        auto interfaces = step.interfaces.empty() ? protocol.interfaces : step.interfaces;
        const bool hasNone = interfaces.empty();
        for (uint32_t i = 1; hasNone && i <= node.interfaces.size(); ++i)
        {
            interfaces.push_back({i});
        }
        std::vector<ScriptStep> parts;
        for (const auto& interface : interfaces)
        {
            parts.push_back(step);
            parts.back().interfaces = {interface};
        }
        return parts;
    }

    /// Adds a step of the list of steps.
    void AddStep(const StepSpec& step)
    {
        const auto& node = m_scenario.nodes[step.node];
        const auto first = step.text.substr(0, step.text.find(' ')); // a link or an agent
        switch (step.GetSubject())
        {
        case StepSubject::LINK:
            Add("link " + first, step.text, step.at, step);
            break;
        case StepSubject::NODE:
        case StepSubject::STACK:
            Add("node " + node.name, node.name + ' ' + step.text, step.at, step);
            break;
        case StepSubject::HOST:
            Add(node.name, node.name + ' ' + step.text, step.at, step);
            break;
        case StepSubject::AGENT:
            Add(node.name + '/' + first, node.name + '/' + step.text, step.at, step);
            break;
        case StepSubject::PROTOCOL:
            AddProtocolStep(std::get<ProtocolStep>(step.action), step);
            break;
        case StepSubject::COUNT:
            break;
        }
    }

    /// Adds a step of the list of steps that a protocol does.
    void AddProtocolStep(const ProtocolStep& action, const StepSpec& step)
    {
        const auto& node = m_scenario.nodes[step.node];
        const auto name = node.name + '/' + node.protocols[action.protocol].name;
        Add(name, name + ' ' + Describe(m_scenario, node, action.step), step.at, step);
    }

    void Add(const std::string& thread,
             const std::string& label,
             const Ptr<RandomVariableStream>& at,
             const StepSpec& step)
    {
        const auto number = m_threads.emplace(thread, m_threads.size()).first->second;
        m_steps.push_back({label, number, DrawTime(at), step});
        m_steps.back().step.moves = true;
    }

    /// Numbers steps that do the same.
    void MakeUnique()
    {
        std::map<std::string, uint32_t> seen;
        for (auto& step : m_steps)
        {
            const auto count = ++seen[step.label];
            step.label += count > 1 ? " #" + std::to_string(count) : "";
        }
    }

    const Scenario& m_scenario;                   ///< the scenario
    std::map<std::string, std::size_t> m_threads; ///< numbers of the threads
    std::vector<MovedStep> m_steps;               ///< what was found
};

} // namespace

std::vector<MovedStep>
GetMovedSteps(const Scenario& scenario)
{
    return Collector(scenario).Collect();
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-step-reader.h"

#include "mgm-node-reader.h"
#include "mgm-scenario-lookup.h"
#include "mgm-scenario-values.h"
#include "mgm-script-reader.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

HostStep
ReadHostStep(const JsonValue& value, const Scenario& scenario, const NodeSpec& node)
{
    if (!node.igmpHost)
    {
        value["node"].Fail("a node with \"igmp-host\"");
    }
    HostStep step;
    step.interface = ReadInterface(scenario, node, value["interface"]);
    step.group = ReadGroup(value["group"]);
    if (step.group == Ipv4Address("224.0.0.1"))
    {
        value["group"].Fail("another group: 224.0.0.1 is never reported (RFC 3376 section 5)");
    }
    const auto verb = value["do"].GetText();
    if (verb == "filter")
    {
        step.mode =
            value["mode"].GetText() == "include" ? FilterMode::INCLUDE : FilterMode::EXCLUDE;
        step.sources = SourceSet(ReadUnicasts(value["sources"]));
    }
    else if (verb == "leave")
    {
        step.mode = FilterMode::INCLUDE; // of no source
    }
    return step;
}

/// Reads what an agent does that is started and stopped as a whole, in which nothing is told to
/// wait.
ScriptVerb
ReadAgentVerb(const JsonValue& value, const std::string& agent)
{
    const auto verb = *ScriptVerbFromString(value["do"].GetText());
    if (verb != ScriptVerb::START && verb != ScriptVerb::STOP && verb != ScriptVerb::FAIL)
    {
        value["do"].Fail("what " + agent + " does, one of \"start\", \"stop\", \"fail\"");
    }
    for (const auto* name : {"delay", "retry"})
    {
        if (value.Has(name))
        {
            value[name].Fail("no \"" + std::string(name) + "\" of what " + agent + " does");
        }
    }
    return verb;
}

IgmpRouterStep
ReadIgmpRouterStep(const JsonValue& value, const NodeSpec& node)
{
    if (!node.igmpRouter)
    {
        value["node"].Fail("a node with \"igmp-router\"");
    }
    return {ReadAgentVerb(value, "an IGMP router")};
}

IgmpProxyStep
ReadIgmpProxyStep(const JsonValue& value, const NodeSpec& node)
{
    if (!node.igmpProxy)
    {
        value["node"].Fail("a node with \"igmp-proxy\"");
    }
    return {ReadAgentVerb(value, "an IGMP proxy")};
}

ProtocolStep
ReadProtocolStep(const JsonValue& value, const Scenario& scenario, const NodeSpec& node)
{
    const auto protocol =
        FindName(value["protocol"], "a protocol of \"" + node.name + "\"", node.protocols);
    if (const auto type = node.protocols[protocol].type)
    {
        ScriptStep step;
        step.verb = ReadAgentVerb(value, type->GetName());
        return {protocol, step};
    }
    return {protocol, ReadScriptStep(value, scenario, node, false)};
}

/// Reads what happens to a link.
void
ReadLinkAction(const JsonValue& value, std::size_t link, StepSpec& step)
{
    const auto verb = value["do"].GetText();
    if (verb == "lose")
    {
        step.action = LossStep{link, value["packets"].Get<uint32_t>()};
    }
    else
    {
        step.action = LinkStep{link, verb == "up"};
    }
}

/// Reads a step of a link. Returns the first node there, to whose trace it belongs.
StepSpec
ReadLinkStep(const JsonValue& value, const Scenario& scenario)
{
    const auto link = FindName(value["link"], "a link", scenario.links);
    StepSpec step;
    ReadLinkAction(value, link, step);
    const auto& ends = scenario.links[link].ends;
    if (ends.empty())
    {
        value["link"].Fail("a link with nodes");
    }
    step.node = ends.front().node;
    return step;
}

/// Tells whether a step is one of a node as a whole.
bool
IsNodeStep(const JsonValue& value)
{
    const auto verb = value["do"].GetText();
    return verb == "crash" || verb == "boot";
}

/// Reads a step of a node, or of something on it.
StepSpec
ReadStepOfNode(const JsonValue& value, const Scenario& scenario)
{
    StepSpec step;
    step.node = FindName(value["node"], "a node", scenario.nodes);
    const auto& node = scenario.nodes[step.node];
    if (value.Has("protocol"))
    {
        if (value["protocol"].GetText() == IGMP_ROUTER_NAME)
        {
            step.action = ReadIgmpRouterStep(value, node);
        }
        else if (value["protocol"].GetText() == IGMP_PROXY_NAME)
        {
            step.action = ReadIgmpProxyStep(value, node);
        }
        else
        {
            step.action = ReadProtocolStep(value, scenario, node);
        }
    }
    else if (IsNodeStep(value))
    {
        step.action = NodeStep{value["do"].GetText() == "boot"};
    }
    else
    {
        step.action = ReadHostStep(value, scenario, node);
    }
    return step;
}

/// What a step does, for the trace: its values without time and node, and without defaults.
std::string
DescribeStep(const JsonValue& value)
{
    std::string text;
    for (const auto* name : {"link",
                             "protocol",
                             "do",
                             "packets",
                             "interface",
                             "interfaces",
                             "group",
                             "source",
                             "mode",
                             "sources"})
    {
        if (value.Has(name))
        {
            const auto json = value[name].GetJson();
            text += (text.empty() ? "" : " ") +
                    (json.is_string() ? json.get<std::string>() : json.dump());
        }
    }
    return text;
}

} // namespace

StepSpec
ReadStep(const JsonValue& value, const Scenario& scenario)
{
    auto step = value.Has("link") ? ReadLinkStep(value, scenario) : ReadStepOfNode(value, scenario);
    step.at = ReadTimeVariable(value["at"]);
    step.moves = ReadMoves(value, "at");
    step.text = DescribeStep(value);
    return step;
}

} // namespace mgm
} // namespace ns3

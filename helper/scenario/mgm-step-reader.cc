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

IgmpRouterStep
ReadIgmpRouterStep(const JsonValue& value, const NodeSpec& node)
{
    if (!node.igmpRouter)
    {
        value["node"].Fail("a node with \"igmp-router\"");
    }
    const auto verb = *ScriptVerbFromString(value["do"].GetText());
    if (verb != ScriptVerb::START && verb != ScriptVerb::STOP && verb != ScriptVerb::FAIL)
    {
        value["do"].Fail("what an IGMP router does, one of \"start\", \"stop\", \"fail\"");
    }
    return {verb};
}

ProtocolStep
ReadProtocolStep(const JsonValue& value, const Scenario& scenario, const NodeSpec& node)
{
    const auto protocol =
        FindName(value["protocol"], "a protocol of \"" + node.name + "\"", node.protocols);
    return {protocol, ReadScriptStep(value, scenario, node, false)};
}

/// What a step does, for the trace: its values without time and node, and without defaults.
std::string
DescribeStep(const JsonValue& value)
{
    std::string text;
    for (const auto* name :
         {"protocol", "do", "interface", "interfaces", "group", "source", "mode", "sources"})
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
    StepSpec step;
    step.at = ReadTimeVariable(value["at"]);
    step.node = FindName(value["node"], "a node", scenario.nodes);
    step.text = DescribeStep(value);
    const auto& node = scenario.nodes[step.node];
    if (!value.Has("protocol"))
    {
        step.action = ReadHostStep(value, scenario, node);
    }
    else if (value["protocol"].GetText() == IGMP_ROUTER_NAME)
    {
        step.action = ReadIgmpRouterStep(value, node);
    }
    else
    {
        step.action = ReadProtocolStep(value, scenario, node);
    }
    return step;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-step-reader.h"

#include "mgm-crafted-message.h"
#include "mgm-link-reader.h"
#include "mgm-node-reader.h"
#include "mgm-replay-reader.h"
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

/// The node of a step must have an agent.
void
RequireAgent(const JsonValue& value, bool hasAgent, const std::string& name)
{
    if (!hasAgent)
    {
        value["node"].Fail("a node with \"" + name + "\"");
    }
}

HostStep
ReadHostStep(const JsonValue& value, const Scenario& scenario, const NodeSpec& node)
{
    RequireAgent(value, node.igmpHost.has_value(), "igmp-host");
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
    else if (verb != "join")
    {
        value["do"].Fail("what a node or its host does");
    }
    return step;
}

/// Reads what an agent does that is started and stopped as a whole, in which nothing is told to
/// wait.
ScriptVerb
ReadAgentVerb(const JsonValue& value, const std::string& agent)
{
    const auto verb = ScriptVerbFromString(value["do"].GetText());
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
    return *verb;
}

IgmpRouterStep
ReadIgmpRouterStep(const JsonValue& value, const NodeSpec& node)
{
    RequireAgent(value, node.igmpRouter.has_value(), "igmp-router");
    return {ReadAgentVerb(value, "an IGMP router")};
}

IgmpProxyStep
ReadIgmpProxyStep(const JsonValue& value, const NodeSpec& node)
{
    RequireAgent(value, node.igmpProxy.has_value(), "igmp-proxy");
    return {ReadAgentVerb(value, "an IGMP proxy")};
}

ProtocolStep
ReadProtocolStep(const JsonValue& value, const Scenario& scenario, const NodeSpec& node)
{
    const auto protocol =
        FindName(value["protocol"], "a protocol of \"" + node.name + "\"", node.protocols);
    const auto& spec = node.protocols[protocol];
    if (spec.type)
    {
        ScriptStep step;
        step.verb = ReadAgentVerb(value, spec.pimDense ? "PIM dense mode" : spec.type->GetName());
        return {protocol, step};
    }
    return {protocol, ReadScriptStep(value, scenario, node, false)};
}

/// Reads what happens to a link.
StepAction
ReadLinkAction(const JsonValue& value, std::size_t link)
{
    const auto verb = value["do"].GetText();
    if (verb == "lose")
    {
        return LossStep{link, value["packets"].Get<uint32_t>()};
    }
    if (verb == "replay")
    {
        const auto packets = ReadReplayedPackets(value["file"]);
        return ReplayStep{link, packets, DigestPackets(*packets)};
    }
    if (verb == "up" || verb == "down")
    {
        return LinkStep{link, verb == "up"};
    }
    value["do"].Fail("what a link does");
}

/// Reads a step of a link. Returns the first node there, to whose trace it belongs.
StepSpec
ReadLinkStep(const JsonValue& value, const Scenario& scenario)
{
    const auto link = FindName(value["link"], "a link", scenario.links);
    StepSpec step;
    step.action = ReadLinkAction(value, link);
    const auto& ends = scenario.links[link].ends;
    if (ends.empty())
    {
        value["link"].Fail("a link with nodes");
    }
    step.node = ends.front().node;
    return step;
}

HostVersionStep
ReadHostVersionStep(const JsonValue& value, const Scenario& scenario, const NodeSpec& node)
{
    RequireAgent(value, node.igmpHost.has_value(), "igmp-host");
    return {ReadInterface(scenario, node, value["interface"]), value["version"].Get<uint8_t>()};
}

ProxyVersionStep
ReadProxyVersionStep(const JsonValue& value, const NodeSpec& node)
{
    RequireAgent(value, node.igmpProxy.has_value(), "igmp-proxy");
    return {value["version"].Get<uint8_t>()};
}

/// Finds an interface that an IGMP router serves.
IgmpRouterInterfaceSpec
FindServed(const JsonValue& name, uint32_t index, const IgmpRouterSpec& router)
{
    const auto& served = router.interfaces;
    const auto found = std::find_if(served.begin(), served.end(), [index](const auto& each) {
        return each.index == index;
    });
    if (found != served.end())
    {
        return *found;
    }
    if (!served.empty())
    {
        name.Fail("an interface that the IGMP router serves");
    }
    IgmpRouterInterfaceSpec any;
    any.index = index;
    return any;
}

/// The times of an interface must be such that its new version can express them.
RouterVersionStep
ReadRouterVersionStep(const JsonValue& value, const Scenario& scenario, const NodeSpec& node)
{
    RequireAgent(value, node.igmpRouter.has_value(), "igmp-router");
    const auto index = ReadInterface(scenario, node, value["interface"]);
    auto interface = FindServed(value["interface"], index, *node.igmpRouter);
    interface.version = value["version"].Get<uint8_t>();
    if (const auto fault = FindIntervalFault(*node.igmpRouter, interface))
    {
        value["version"].Fail("a version for which the " + fault->attribute + " is " +
                              fault->expected);
    }
    return {index, interface.version};
}

/// An address must be free at the start, and no source of a stream changes: its packets are known
/// by it.
AddressStep
ReadAddressStep(const JsonValue& value, const Scenario& scenario, const NodeSpec& node)
{
    AddressStep step;
    step.interface = ReadInterface(scenario, node, value["interface"]);
    step.address =
        ReadAddress(value["address"], scenario.links[node.interfaces[step.interface - 1].link]);
    for (const auto& other : scenario.nodes)
    {
        for (const auto& interface : other.interfaces)
        {
            if (interface.address == step.address && other.name != node.name)
            {
                value["address"].Fail("an address that \"" + other.name + "\" does not have");
            }
        }
    }
    for (const auto& traffic : scenario.traffic)
    {
        if (scenario.nodes[traffic.node].name == node.name && traffic.interface == step.interface)
        {
            value["interface"].Fail("an interface that sends no stream of the scenario");
        }
    }
    return step;
}

/// Reads what a packet is made of.
void
ReadPayload(const JsonValue& value, SendStep& step)
{
    // With the Router Alert option, on every link that scenarios have.
    constexpr std::size_t LARGEST = 1500 - 24;
    constexpr uint8_t IGMP = 2;
    const auto* const name = value.Has("octets") ? "octets" : "message";
    if (value.Has("octets"))
    {
        step.octets = ReadOctets(value["octets"].GetText());
    }
    else
    {
        const auto message = ReadCraftedMessage(value["message"]);
        step.octets = message.octets;
        step.destination = message.destination;
    }
    if (step.octets.size() > LARGEST)
    {
        value[name].Fail(std::to_string(step.octets.size()) + " octets",
                         "at most " + std::to_string(LARGEST) + " octets");
    }
    step.protocol = value.Has("ip-protocol") ? value["ip-protocol"].Get<uint8_t>() : IGMP;
}

SendStep
ReadSendStep(const JsonValue& value, const Scenario& scenario, const NodeSpec& node)
{
    SendStep step;
    step.interface = ReadInterface(scenario, node, value["interface"]);
    ReadPayload(value, step);
    if (value.Has("source"))
    {
        step.source = Ipv4Address(value["source"].GetText().c_str());
    }
    if (value.Has("destination"))
    {
        step.destination = Ipv4Address(value["destination"].GetText().c_str());
    }
    step.ttl = value["ttl"].Get<uint8_t>();
    step.routerAlert = value["router-alert"].Get<bool>();
    return step;
}

/// Reads what a client of the group manager does.
StepAction
ReadClientAction(const JsonValue& value, const Scenario& scenario, const NodeSpec& node)
{
    const auto name = value["protocol"].GetText();
    const bool isVersion = value["do"].GetText() == "set-version";
    if (name == IGMP_ROUTER_NAME)
    {
        return isVersion ? StepAction(ReadRouterVersionStep(value, scenario, node))
                         : StepAction(ReadIgmpRouterStep(value, node));
    }
    if (name == IGMP_PROXY_NAME)
    {
        return isVersion ? StepAction(ReadProxyVersionStep(value, node))
                         : StepAction(ReadIgmpProxyStep(value, node));
    }
    return ReadProtocolStep(value, scenario, node);
}

/// Reads what a node does, or its IGMP host.
StepAction
ReadNodeAction(const JsonValue& value, const Scenario& scenario, const NodeSpec& node)
{
    const auto verb = value["do"].GetText();
    if (verb == "crash" || verb == "boot")
    {
        return NodeStep{verb == "boot"};
    }
    if (verb == "start-manager")
    {
        if (!node.hasManager)
        {
            value["node"].Fail("a node with a group manager");
        }
        return ManagerStep{};
    }
    if (verb == "send")
    {
        return ReadSendStep(value, scenario, node);
    }
    if (verb == "set-address")
    {
        return ReadAddressStep(value, scenario, node);
    }
    if (verb == "set-version")
    {
        return ReadHostVersionStep(value, scenario, node);
    }
    return ReadHostStep(value, scenario, node);
}

/// Reads a step of a node, or of something on it.
StepSpec
ReadStepOfNode(const JsonValue& value, const Scenario& scenario)
{
    StepSpec step;
    step.node = FindName(value["node"], "a node", scenario.nodes);
    const auto& node = scenario.nodes[step.node];
    step.action = value.Has("protocol") ? ReadClientAction(value, scenario, node)
                                        : ReadNodeAction(value, scenario, node);
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
                             "file",
                             "interface",
                             "interfaces",
                             "group",
                             "source",
                             "destination",
                             "message",
                             "octets",
                             "address",
                             "version",
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

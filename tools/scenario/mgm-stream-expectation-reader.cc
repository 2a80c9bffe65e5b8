/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-stream-expectation-reader.h"

#include "mgm-bounds.h"
#include "mgm-scenario-lookup.h"
#include "mgm-scenario-values.h"

#include <algorithm>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// Reads exact, least and greatest values, if they are given.
std::optional<Bounds>
ReadBoundsOf(const JsonValue& object, const std::string& name)
{
    return object.Has(name) ? std::make_optional(ReadBounds(object[name])) : std::nullopt;
}

/// The sources of the streams to a group, each once, as text.
std::vector<std::string>
FindSources(const Scenario& scenario, Ipv4Address group)
{
    std::vector<std::string> sources;
    for (const auto& traffic : scenario.traffic)
    {
        if (traffic.group != group)
        {
            continue;
        }
        const auto& node = scenario.nodes[traffic.node];
        std::ostringstream text;
        text << node.interfaces[traffic.interface - 1].address;
        if (std::find(sources.begin(), sources.end(), text.str()) == sources.end())
        {
            sources.push_back(text.str());
        }
    }
    return sources;
}

/// `one of "10.0.0.1", "10.0.0.2"`.
std::string
OneOf(const std::vector<std::string>& texts)
{
    std::string phrase;
    for (const auto& text : texts)
    {
        phrase += (phrase.empty() ? "one of \"" : ", \"") + text + "\"";
    }
    return phrase;
}

/// Reads source and group of a stream that the scenario has.
SourceGroup
ReadStream(const JsonValue& value, const Scenario& scenario)
{
    const auto group = ReadGroup(value["group"]);
    const auto sources = FindSources(scenario, group);
    if (sources.empty())
    {
        value["group"].Fail("the group of a stream in \"traffic\"");
    }
    if (!value.Has("source"))
    {
        if (sources.size() > 1)
        {
            value.Fail("no \"source\"", "the source of the stream, " + OneOf(sources));
        }
        return {Ipv4Address(sources.front().c_str()), group};
    }
    const auto source = value["source"].GetText();
    if (std::find(sources.begin(), sources.end(), source) == sources.end())
    {
        value["source"].Fail("the source of a stream to the group, " + OneOf(sources));
    }
    return {Ipv4Address(source.c_str()), group};
}

std::vector<uint32_t>
ReadOutgoing(const JsonValue& value, const Scenario& scenario, const NodeSpec& node)
{
    std::vector<uint32_t> outgoing;
    for (const auto& name : value.GetItems())
    {
        outgoing.push_back(ReadInterface(scenario, node, name));
    }
    std::sort(outgoing.begin(), outgoing.end());
    return outgoing;
}

} // namespace

StreamExpectation
ReadStreamExpectation(const JsonValue& value, const Scenario& scenario)
{
    StreamExpectation expectation;
    expectation.node = FindName(value["node"], "a node", scenario.nodes);
    if (!scenario.nodes[expectation.node].igmpHost)
    {
        value["node"].Fail("a node with \"igmp-host\"");
    }
    expectation.stream = ReadStream(value, scenario);
    expectation.sent = ReadBoundsOf(value, "sent");
    expectation.received = ReadBoundsOf(value, "received");
    expectation.lost = ReadBoundsOf(value, "lost");
    expectation.duplicates = ReadBoundsOf(value, "duplicates");
    expectation.firstAfterJoin = ReadBoundsOf(value, "first-after-join");
    expectation.longestGap = ReadBoundsOf(value, "longest-gap");
    return expectation;
}

MfeExpectation
ReadMfeExpectation(const JsonValue& value, const Scenario& scenario)
{
    MfeExpectation expectation;
    if (value.Has("at"))
    {
        expectation.at = ReadTime(value["at"]);
    }
    expectation.node = FindName(value["node"], "a node", scenario.nodes);
    const auto& node = scenario.nodes[expectation.node];
    if (!node.hasManager)
    {
        value["node"].Fail("a node with a group manager");
    }
    expectation.key = {ReadUnicast(value["source"]), ReadGroup(value["group"])};
    if (value["incoming"].GetJson().is_string())
    {
        expectation.incoming = ReadInterface(scenario, node, value["incoming"]);
        expectation.outgoing = ReadOutgoing(value["outgoing"], scenario, node);
    }
    else if (value.Has("outgoing"))
    {
        value["outgoing"].Fail("no outgoing interfaces where there is no entry");
    }
    return expectation;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-expectation-reader.h"

#include "mgm-named-address.h"
#include "mgm-scenario-lookup.h"
#include "mgm-scenario-values.h"
#include "mgm-time-left.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// Reads node, interface and time of an expectation about an IGMP router.
template <typename Expectation>
void
ReadRouterInterface(const JsonValue& value, const Scenario& scenario, Expectation& expectation)
{
    if (value.Has("at"))
    {
        expectation.at = ReadTime(value["at"]);
    }
    expectation.node = FindName(value["node"], "a node", scenario.nodes);
    const auto& node = scenario.nodes[expectation.node];
    if (!node.igmpRouter)
    {
        value["node"].Fail("a node with \"igmp-router\"");
    }
    expectation.interface = ReadInterface(scenario, node, value["interface"]);
    const auto& served = node.igmpRouter->interfaces;
    const bool isServed =
        std::any_of(served.begin(), served.end(), [&expectation](const auto& each) {
            return each.index == expectation.interface;
        });
    if (!served.empty() && !isServed)
    {
        value["interface"].Fail("an interface among those of the node's \"igmp-router\"");
    }
}

/// Reads the time left of a timer, if it is given.
std::optional<Bounds>
ReadTimer(const JsonValue& value)
{
    return value.Has("timer")
               ? std::make_optional(ReadTimeLeft(value["timer"], ReadTime(value["tolerance"])))
               : std::nullopt;
}

std::map<Ipv4Address, Bounds>
ReadSourceTimers(const JsonValue& value, Time tolerance)
{
    std::map<Ipv4Address, Bounds> sources;
    for (const auto& [address, left] : value.GetMembers())
    {
        sources[Ipv4Address(address.c_str())] = ReadTimeLeft(left, tolerance);
    }
    return sources;
}

} // namespace

IgmpGroupExpectation
ReadIgmpGroupExpectation(const JsonValue& value, const Scenario& scenario)
{
    IgmpGroupExpectation expectation;
    ReadRouterInterface(value, scenario, expectation);
    expectation.group = ReadGroup(value["group"]);
    const std::vector<std::string> details{"timer", "sources", "compatibility"};
    const auto detail = std::find_if(details.begin(), details.end(), [&value](const auto& name) {
        return value.Has(name);
    });
    const bool hasDetail = detail != details.end();
    if (!value.Has("mode") && !hasDetail)
    {
        value.Fail("nothing to compare", "\"mode\", \"timer\", \"sources\" or \"compatibility\"");
    }
    expectation.isKnown = !value.Has("mode") || !value["mode"].GetJson().is_null();
    if (!expectation.isKnown && hasDetail)
    {
        value[*detail].Fail("no \"" + *detail + "\" of a group of which the router has no state");
    }
    if (value.Has("mode") && expectation.isKnown)
    {
        expectation.mode =
            value["mode"].GetText() == "include" ? FilterMode::INCLUDE : FilterMode::EXCLUDE;
    }
    expectation.timer = ReadTimer(value);
    if (value.Has("sources"))
    {
        expectation.sources = ReadSourceTimers(value["sources"], ReadTime(value["tolerance"]));
    }
    if (value.Has("compatibility"))
    {
        expectation.compatibility = value["compatibility"].Get<uint8_t>();
    }
    return expectation;
}

QuerierExpectation
ReadQuerierExpectation(const JsonValue& value, const Scenario& scenario)
{
    QuerierExpectation expectation;
    ReadRouterInterface(value, scenario, expectation);
    const auto& node = scenario.nodes[expectation.node];
    const auto link = node.interfaces[expectation.interface - 1].link;
    expectation.querier = ReadNamedAddress(value["is"], scenario, link);
    expectation.timer = ReadTimer(value);
    return expectation;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-expectation-reader.h"

#include "mgm-named-address.h"
#include "mgm-pim-probe.h"
#include "mgm-scenario-lookup.h"
#include "mgm-scenario-values.h"
#include "mgm-time-left.h"

#include <algorithm>
#include <set>
#include <string>

namespace ns3
{
namespace mgm
{

namespace
{

/// Reads node and time of an expectation about PIM dense mode.
template <typename Expectation>
void
ReadPimRouter(const JsonValue& value, const Scenario& scenario, Expectation& expectation)
{
    if (value.Has("at"))
    {
        expectation.at = ReadTime(value["at"]);
    }
    expectation.node = FindName(value["node"], "a node", scenario.nodes);
    if (!scenario.nodes[expectation.node].GetPimDense())
    {
        value["node"].Fail("a node with \"pim-dm\"");
    }
}

/// Tells whether PIM dense mode of a node serves an interface.
bool
IsServedByPim(const NodeSpec& node, uint32_t index)
{
    const auto& served = node.GetPimDense()->pimDense->interfaces;
    return served.empty() || std::any_of(served.begin(), served.end(), [index](const auto& each) {
               return each.index == index;
           });
}

/// What an interface of an expectation must be, in words.
constexpr auto SERVED_INTERFACE = "an interface among those of the node's \"pim-dm\"";

/// Reads an interface that PIM dense mode serves.
uint32_t
ReadServedByPim(const JsonValue& name, const Scenario& scenario, const NodeSpec& node)
{
    const auto index = ReadInterface(scenario, node, name);
    if (!IsServedByPim(node, index))
    {
        name.Fail(SERVED_INTERFACE);
    }
    return index;
}

/// Something that an expectation says, or nothing, by a function that reads it.
template <typename Read>
auto
ReadIfGiven(const JsonValue& object, const std::string& name, Read read)
{
    return object.Has(name) ? std::make_optional(read(object[name])) : std::nullopt;
}

/// Reads a state by its word. The schema knows no others.
template <typename State>
std::optional<State>
ReadState(const JsonValue& object, const std::string& name)
{
    return ReadIfGiven(object, name, [](const JsonValue& value) {
        auto state = State{};
        while (state != State::COUNT && ToWord(ToString(state)) != value.GetText())
        {
            state = static_cast<State>(static_cast<int>(state) + 1);
        }
        return state;
    });
}

/// Reads what may be left of timers, whose members end with "-timer".
std::map<std::string, Bounds>
ReadPimTimers(const JsonValue& object, Time tolerance)
{
    const std::string end = "-timer";
    std::map<std::string, Bounds> timers;
    for (const auto& [name, left] : object.GetMembers())
    {
        if (name.size() > end.size() && name.substr(name.size() - end.size()) == end)
        {
            timers[name.substr(0, name.size() - end.size())] = ReadTimeLeft(left, tolerance);
        }
    }
    return timers;
}

/// Reads what is expected of an (S,G) on an interface.
PimDenseInterfaceExpectation
ReadInterfaceExpectation(const JsonValue& value,
                         const Scenario& scenario,
                         std::size_t link,
                         Time tolerance)
{
    PimDenseInterfaceExpectation expectation;
    expectation.downstream = ReadState<PimDenseDownstreamState>(value, "downstream");
    expectation.assertion = ReadState<PimDenseAssertState>(value, "assert");
    expectation.winner = ReadIfGiven(value, "winner", [&](const JsonValue& winner) {
        return ReadNamedAddress(winner, scenario, link);
    });
    expectation.timers = ReadPimTimers(value, tolerance);
    return expectation;
}

std::map<uint32_t, PimDenseInterfaceExpectation>
ReadInterfaceExpectations(const JsonValue& value,
                          const Scenario& scenario,
                          const NodeSpec& node,
                          Time tolerance)
{
    std::map<uint32_t, PimDenseInterfaceExpectation> expectations;
    for (const auto& [name, interface] : value.GetMembers())
    {
        const auto index = FindInterface(scenario, node, name);
        if (index == 0)
        {
            interface.Fail("the name \"" + name + "\"", DescribeInterfaces(scenario, node));
        }
        if (!IsServedByPim(node, index))
        {
            interface.Fail("the name \"" + name + "\"", SERVED_INTERFACE);
        }
        const auto link = node.interfaces[index - 1].link;
        expectations[index] = ReadInterfaceExpectation(interface, scenario, link, tolerance);
    }
    return expectations;
}

/// Reads which interface packets must come in on, 0 if none may be, and who must send them.
void
ReadIncoming(const JsonValue& value,
             const Scenario& scenario,
             const NodeSpec& node,
             PimDenseExpectation& expectation)
{
    const bool isNamed = value.Has("incoming") && value["incoming"].GetJson().is_string();
    if (value.Has("incoming"))
    {
        expectation.incoming = isNamed ? ReadServedByPim(value["incoming"], scenario, node) : 0;
    }
    if (value.Has("rpf-neighbor"))
    {
        if (!isNamed)
        {
            value["rpf-neighbor"].Fail("the link of the neighbor in \"incoming\" beside it");
        }
        const auto link = node.interfaces[*expectation.incoming - 1].link;
        expectation.rpfNeighbor = ReadNamedAddress(value["rpf-neighbor"], scenario, link);
    }
}

std::set<uint32_t>
ReadOutgoingOfPim(const JsonValue& value, const Scenario& scenario, const NodeSpec& node)
{
    std::set<uint32_t> outgoing;
    for (const auto& name : value.GetItems())
    {
        outgoing.insert(ReadServedByPim(name, scenario, node));
    }
    return outgoing;
}

/// Whatever is said beside node, group and time must make sense of a state that there is, or is
/// not.
void
CheckPimDetails(const JsonValue& value, bool isKnown)
{
    const std::set<std::string> place{"at", "node", "source", "group", "tolerance", "upstream"};
    bool hasDetail = false;
    for (const auto& [name, detail] : value.GetMembers())
    {
        hasDetail = hasDetail || place.count(name) == 0;
        if (!isKnown && place.count(name) == 0)
        {
            detail.Fail("no \"" + name + "\" of an (S,G) of which the router has no state");
        }
    }
    if (!hasDetail && !value.Has("upstream"))
    {
        value.Fail("nothing to compare", "\"upstream\", \"outgoing\" or another part of the state");
    }
}

} // namespace

PimNeighborsExpectation
ReadPimNeighborsExpectation(const JsonValue& value, const Scenario& scenario)
{
    PimNeighborsExpectation expectation;
    ReadPimRouter(value, scenario, expectation);
    const auto& node = scenario.nodes[expectation.node];
    expectation.interface = ReadServedByPim(value["interface"], scenario, node);
    if (!value.Has("are") && !value.Has("dr"))
    {
        value.Fail("nothing to compare", "\"are\" or \"dr\"");
    }
    const auto read = [&](const JsonValue& who) {
        return ReadNamedAddress(who, scenario, node.interfaces[expectation.interface - 1].link);
    };
    expectation.neighbors = ReadIfGiven(value, "are", [&](const JsonValue& list) {
        std::map<Ipv4Address, NamedAddress> neighbors;
        for (const auto& item : list.GetItems())
        {
            const auto neighbor = read(item);
            neighbors[neighbor.address] = neighbor;
        }
        return neighbors;
    });
    expectation.dr = ReadIfGiven(value, "dr", read);
    return expectation;
}

PimDenseExpectation
ReadPimDenseExpectation(const JsonValue& value, const Scenario& scenario)
{
    PimDenseExpectation expectation;
    ReadPimRouter(value, scenario, expectation);
    const auto& node = scenario.nodes[expectation.node];
    expectation.key = {ReadUnicast(value["source"]), ReadGroup(value["group"])};
    expectation.isKnown = !value.Has("upstream") || !value["upstream"].GetJson().is_null();
    CheckPimDetails(value, expectation.isKnown);
    if (!expectation.isKnown)
    {
        return expectation;
    }
    const auto tolerance = ReadTime(value["tolerance"]);
    expectation.upstream = ReadState<PimDenseUpstreamState>(value, "upstream");
    expectation.originator = ReadState<PimDenseOriginatorState>(value, "originator");
    ReadIncoming(value, scenario, node, expectation);
    expectation.outgoing = ReadIfGiven(value, "outgoing", [&](const JsonValue& list) {
        return ReadOutgoingOfPim(list, scenario, node);
    });
    expectation.timers = ReadPimTimers(value, tolerance);
    if (value.Has("interfaces"))
    {
        expectation.interfaces =
            ReadInterfaceExpectations(value["interfaces"], scenario, node, tolerance);
    }
    return expectation;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-expectation-reader.h"

#include "mgm-igmp-expectation-reader.h"
#include "mgm-message-expectation-reader.h"
#include "mgm-node-reader.h"
#include "mgm-occurrences-reader.h"
#include "mgm-pim-expectation-reader.h"
#include "mgm-scenario-lookup.h"
#include "mgm-scenario-values.h"
#include "mgm-stream-expectation-reader.h"

#include "ns3/mgm-igmp-proxy.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

OrderExpectation
ReadOrder(const JsonValue& value, const Scenario& scenario)
{
    OrderExpectation expectation;
    for (const auto& match : value.GetItems())
    {
        expectation.matches.push_back(ReadMatch(match, scenario));
    }
    return expectation;
}

std::optional<Time>
ReadCheckTime(const JsonValue& value)
{
    return value.Has("at") ? std::make_optional(ReadTime(value["at"])) : std::nullopt;
}

std::vector<SourceGroup>
ReadGroups(const JsonValue& value)
{
    std::vector<SourceGroup> groups;
    for (const auto& item : value.GetItems())
    {
        if (item.GetJson().is_string())
        {
            groups.push_back({Ipv4Address::GetZero(), ReadGroup(item)});
        }
        else
        {
            groups.push_back({ReadUnicast(item["source"]), ReadGroup(item["group"])});
        }
    }
    std::sort(groups.begin(), groups.end());
    return groups;
}

OwnerExpectation
ReadOwner(const JsonValue& value, const Scenario& scenario)
{
    OwnerExpectation expectation;
    expectation.at = ReadCheckTime(value);
    expectation.node = FindName(value["node"], "a node", scenario.nodes);
    const auto& node = scenario.nodes[expectation.node];
    if (!node.hasManager)
    {
        value["node"].Fail("a node with a group manager");
    }
    expectation.interface = ReadInterface(scenario, node, value["interface"]);
    const auto owner = value["is"];
    if (owner.GetJson() == IGMP_ROUTER_NAME)
    {
        expectation.id = ClientId{IGMP_PROTOCOL_ID, 0};
    }
    else if (owner.GetJson() == IGMP_PROXY_NAME && node.igmpProxy)
    {
        expectation.id = ClientId{IGMP_PROXY_PROTOCOL_ID, 0};
    }
    else if (owner.GetJson().is_string())
    {
        const auto protocol =
            FindName(owner, "\"igmp\" or a protocol of \"" + node.name + "\"", node.protocols);
        expectation.id = node.protocols[protocol].id;
    }
    expectation.name = expectation.id ? owner.GetText() : "";
    return expectation;
}

KnownExpectation
ReadKnown(const JsonValue& value, const Scenario& scenario)
{
    KnownExpectation expectation;
    expectation.at = ReadCheckTime(value);
    expectation.node = FindName(value["node"], "a node", scenario.nodes);
    const auto& node = scenario.nodes[expectation.node];
    expectation.protocol =
        FindName(value["protocol"], "a protocol of \"" + node.name + "\"", node.protocols);
    expectation.groups = ReadGroups(value["groups"]);
    return expectation;
}

MembersExpectation
ReadMembers(const JsonValue& value, const Scenario& scenario)
{
    MembersExpectation expectation;
    expectation.at = ReadCheckTime(value);
    expectation.node = FindName(value["node"], "a node", scenario.nodes);
    const auto& node = scenario.nodes[expectation.node];
    if (!node.igmpRouter)
    {
        value["node"].Fail("a node with \"igmp-router\"");
    }
    expectation.interface = ReadInterface(scenario, node, value["interface"]);
    expectation.groups = ReadGroups(value["groups"]);
    return expectation;
}

PacketsExpectation
ReadPackets(const JsonValue& value, PacketsExpectation::Count count)
{
    return {count, value.Get<uint64_t>()};
}

/// "violations" counts the records of that kind.
RecordsExpectation
ReadViolations(const JsonValue& value)
{
    RecordsExpectation expectation;
    expectation.match = {{"kind", "violation"}};
    const auto number = value.Get<uint64_t>();
    expectation.occurrences.least = expectation.occurrences.most = number;
    return expectation;
}

} // namespace

ExpectationSpec
ReadExpectation(const JsonValue& value, const Scenario& scenario)
{
    const auto [kind, content] = value.GetMembers().front();
    ExpectationSpec spec;
    spec.pointer = value.GetPointer();
    spec.place = value.GetPlace();
    if (kind == "records")
    {
        spec.what = RecordsExpectation{ReadMatch(content["match"], scenario),
                                       ReadOccurrences(content, scenario, "records")};
    }
    else if (kind == "messages")
    {
        spec.what = ReadMessagesExpectation(content, scenario);
    }
    else if (kind == "order")
    {
        spec.what = ReadOrder(content, scenario);
    }
    else if (kind == "owner")
    {
        spec.what = ReadOwner(content, scenario);
    }
    else if (kind == "known")
    {
        spec.what = ReadKnown(content, scenario);
    }
    else if (kind == "members")
    {
        spec.what = ReadMembers(content, scenario);
    }
    else if (kind == "igmp-group")
    {
        spec.what = ReadIgmpGroupExpectation(content, scenario);
    }
    else if (kind == "querier")
    {
        spec.what = ReadQuerierExpectation(content, scenario);
    }
    else if (kind == "pim-neighbors")
    {
        spec.what = ReadPimNeighborsExpectation(content, scenario);
    }
    else if (kind == "pim-dm")
    {
        spec.what = ReadPimDenseExpectation(content, scenario);
    }
    else if (kind == "stream")
    {
        spec.what = ReadStreamExpectation(content, scenario);
    }
    else if (kind == "mfe")
    {
        spec.what = ReadMfeExpectation(content, scenario);
    }
    else if (kind == "unaccounted")
    {
        spec.what = ReadPackets(content, PacketsExpectation::Count::UNACCOUNTED);
    }
    else if (kind == "repeated")
    {
        spec.what = ReadPackets(content, PacketsExpectation::Count::REPEATED);
    }
    else
    {
        spec.what = ReadViolations(content);
    }
    return spec;
}

} // namespace mgm
} // namespace ns3

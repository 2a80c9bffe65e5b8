/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-traffic-reader.h"

#include "mgm-scenario-lookup.h"
#include "mgm-scenario-values.h"

#include "ns3/pointer.h"
#include "ns3/uinteger.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// Reads a group that routers forward.
Ipv4Address
ReadForwardedGroup(const JsonValue& value)
{
    const auto group = ReadGroup(value);
    if (group.IsLocalMulticast())
    {
        value.Fail("a group outside of 224.0.0.0/24, which is never forwarded");
    }
    return group;
}

/// What members of a stream are numbers, and which attributes they are.
constexpr std::pair<const char*, const char*> NUMBERS[]{
    {"count", "Count"},
    {"size", "PacketSize"},
    {"ttl", "Ttl"},
    {"port", "Port"},
};

/// What members of a stream are times, and which attributes they are.
constexpr std::pair<const char*, const char*> TIMES[]{
    {"interval", "Interval"},
    {"on", "OnTime"},
    {"off", "OffTime"},
};

AttributeSpecs
ReadSourceAttributes(const JsonValue& value, const TrafficSpec& traffic)
{
    AttributeSpecs attributes{
        {"Interface", Create<UintegerValue>(traffic.interface)},
        {"Group", Create<Ipv4AddressValue>(traffic.group)},
    };
    for (const auto& [name, attribute] : NUMBERS)
    {
        if (value.Has(name))
        {
            attributes.emplace_back(attribute, Create<UintegerValue>(value[name].Get<uint32_t>()));
        }
    }
    for (const auto& [name, attribute] : TIMES)
    {
        if (value.Has(name))
        {
            attributes.emplace_back(attribute,
                                    Create<PointerValue>(ReadDurationVariable(value[name])));
        }
    }
    return attributes;
}

} // namespace

TrafficSpec
ReadTraffic(const JsonValue& value, const Scenario& scenario)
{
    TrafficSpec traffic;
    traffic.node = FindName(value["node"], "a node", scenario.nodes);
    traffic.interface = ReadInterface(scenario, scenario.nodes[traffic.node], value["interface"]);
    traffic.group = ReadForwardedGroup(value["group"]);
    traffic.start = ReadTimeVariable(value["start"]);
    if (value.Has("stop"))
    {
        traffic.stop = ReadStop(value);
    }
    traffic.port = value["port"].Get<uint16_t>();
    traffic.attributes = ReadSourceAttributes(value, traffic);
    return traffic;
}

} // namespace mgm
} // namespace ns3

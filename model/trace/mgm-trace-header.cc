/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-header.h"

#include "mgm-json-string.h"

#include "ns3/rng-seed-manager.h"

#include <string_view>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

std::string
ToJson(const TracedInterface& interface)
{
    return "{\"index\":" + std::to_string(interface.index) +
           ",\"name\":" + ToJsonString(interface.name) +
           ",\"link\":" + std::to_string(interface.link) + "}";
}

template <typename T>
std::string ToJson(const std::vector<T>& values);

std::string
ToJson(const TracedNode& node)
{
    return "{\"id\":" + std::to_string(node.id) + ",\"name\":" + ToJsonString(node.name) +
           ",\"interfaces\":" + ToJson(node.interfaces) + "}";
}

template <typename T>
std::string
ToJson(const std::vector<T>& values)
{
    std::string text;
    for (const auto& value : values)
    {
        text.append(text.empty() ? "[" : ",").append(ToJson(value));
    }
    return text.append(text.empty() ? "[]" : "]");
}

/// Keys of the header and their values in JSON, in order.
std::vector<std::pair<std::string_view, std::string>>
Fields(const TraceHeader& header)
{
    return {
        {"schema", std::to_string(TraceHeader::SCHEMA)},
        {"ns3", ToJsonString(header.ns3Version)},
        {"scenario", ToJsonString(header.scenario)},
        {"seed", std::to_string(header.seed)},
        {"run", std::to_string(header.run)},
        {"command", ToJsonString(header.command)},
        {"nodes", ToJson(header.nodes)},
    };
}

} // namespace

TraceHeader
TraceHeader::OfSimulation(const std::string& scenario, const std::string& command)
{
    return {MGM_NS3_VERSION,
            scenario,
            RngSeedManager::GetSeed(),
            RngSeedManager::GetRun(),
            command,
            {}};
}

std::string
TraceHeader::ToJson() const
{
    std::string text;
    for (const auto& [key, value] : Fields(*this))
    {
        text.append(text.empty() ? "{" : ",").append(ToJsonString(key)).append(":").append(value);
    }
    return text.append("}");
}

std::string
TraceHeader::ToComment() const
{
    std::string text;
    for (const auto& [key, value] : Fields(*this))
    {
        text.append("# ").append(key).append(": ").append(value).append("\n");
    }
    return text;
}

} // namespace mgm
} // namespace ns3

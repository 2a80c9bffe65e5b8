/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-header-reader.h"

#include "base/mgm-input-error.h"
#include "json/mgm-json-document.h"

#include <limits>

namespace ns3
{
namespace mgm
{

namespace
{

/// Reads a member that is a number without a sign, which must not be too large.
template <typename T>
T
ReadNumber(const Json& parent, const std::string& key, const std::string& where)
{
    constexpr auto MAX = std::numeric_limits<T>::max();
    const auto& value = parent.at(key);
    if (!value.is_number_unsigned() || value.get<uint64_t>() > MAX)
    {
        throw InputError(where, key, value.dump(), "a number from 0 to " + std::to_string(MAX));
    }
    return value.get<T>();
}

std::vector<TracedInterface>
ReadInterfaces(const Json& list, const std::string& where)
{
    std::vector<TracedInterface> interfaces;
    for (const auto& each : list)
    {
        interfaces.push_back({ReadNumber<uint32_t>(each, "index", where),
                              each.at("name").get<std::string>(),
                              ReadNumber<uint32_t>(each, "link", where)});
    }
    return interfaces;
}

std::vector<TracedNode>
ReadNodes(const Json& list, const std::string& where)
{
    std::vector<TracedNode> nodes;
    for (const auto& each : list)
    {
        nodes.push_back({ReadNumber<uint32_t>(each, "id", where),
                         each.at("name").get<std::string>(),
                         ReadInterfaces(each.at("interfaces"), where)});
    }
    return nodes;
}

/// What keeps a text from being a header.
std::string
DescribeHeaderFault(const std::string& text)
{
    const auto header = Json::parse(text, nullptr, false);
    if (header.is_discarded() || !header.is_object())
    {
        return header.is_discarded() ? "no JSON" : ShowJson(header);
    }
    for (const auto* name : {"schema", "ns3", "scenario", "seed", "run", "command", "nodes"})
    {
        if (!header.contains(name))
        {
            return std::string("no \"") + name + "\"";
        }
    }
    return "a member of another type";
}

} // namespace

TraceHeader
ReadTraceHeader(const std::string& text, const std::string& where)
{
    try
    {
        const auto header = ParseJson(text);
        const auto schema = ReadNumber<uint32_t>(header, "schema", where);
        if (schema != TraceHeader::SCHEMA)
        {
            throw InputError(where,
                             "schema",
                             std::to_string(schema),
                             std::to_string(TraceHeader::SCHEMA));
        }
        return {header.at("ns3").get<std::string>(),
                header.at("scenario").get<std::string>(),
                ReadNumber<uint32_t>(header, "seed", where),
                ReadNumber<uint64_t>(header, "run", where),
                header.at("command").get<std::string>(),
                ReadNodes(header.at("nodes"), where)};
    }
    catch (const Json::exception&)
    {
        throw InputError(where + ": found no header of a trace (" + DescribeHeaderFault(text) +
                         "), expected schema, ns3, scenario, seed, run, command and nodes");
    }
}

} // namespace mgm
} // namespace ns3

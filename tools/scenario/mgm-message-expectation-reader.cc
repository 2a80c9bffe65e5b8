/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-message-expectation-reader.h"

#include "mgm-occurrences-reader.h"
#include "mgm-scenario-lookup.h"
#include "mgm-scenario-values.h"

#include "ns3/mgm-igmp-l4-protocol.h"
#include "ns3/mgm-pim-message.h"
#include "ns3/mgm-udp-protocol-number.h"

#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

uint8_t
ReadProtocolNumber(const JsonValue& value)
{
    if (!value.GetJson().is_string())
    {
        return value.Get<uint8_t>();
    }
    const auto name = value.GetText();
    return name == "igmp"  ? IgmpL4Protocol::PROT_NUMBER
           : name == "pim" ? PIM_PROTOCOL_NUMBER
                           : UDP_PROTOCOL_NUMBER;
}

Ipv4Address
ReadAnyAddress(const JsonValue& value)
{
    return Ipv4Address(value.GetText().c_str());
}

SourceSet
ReadSourceSet(const JsonValue& value)
{
    std::vector<Ipv4Address> sources;
    for (const auto& item : value.GetItems())
    {
        sources.push_back(ReadAnyAddress(item));
    }
    return SourceSet(std::move(sources));
}

/// The sender, which must be on the link.
std::size_t
ReadSender(const JsonValue& value, const Scenario& scenario, const LinkSpec& link)
{
    const auto node = FindName(value, "a node", scenario.nodes);
    ReadNodeOnLink(value, scenario, link);
    return node;
}

/// The values, for people: as they are written, but for texts without quotation marks.
std::string
DescribeMatch(const JsonValue& value)
{
    std::string text;
    for (const auto& [key, member] : value.GetMembers())
    {
        const auto& json = member.GetJson();
        text += (text.empty() ? "" : ", ") + key + " " +
                (json.is_string() ? member.GetText() : json.dump());
    }
    return text;
}

/// Sets what a match asks for, if it does.
template <typename T, typename Read>
void
SetIfThere(const JsonValue& value, const std::string& name, std::optional<T>& wanted, Read read)
{
    if (value.Has(name))
    {
        wanted = read(value[name]);
    }
}

MessageMatch
ReadMessageMatch(const JsonValue& value, const Scenario& scenario, const LinkSpec& link)
{
    const auto readText = [](const JsonValue& item) { return item.GetText(); };
    const auto readFlag = [](const JsonValue& item) { return item.Get<bool>(); };
    const auto readNumber = [](const JsonValue& item) { return item.Get<uint8_t>(); };
    const auto readWord = [](const JsonValue& item) { return item.Get<uint32_t>(); };
    const auto readNode = [&](const JsonValue& item) { return ReadSender(item, scenario, link); };
    MessageMatch match;
    match.text = DescribeMatch(value);
    SetIfThere(value, "node", match.node, readNode);
    SetIfThere(value, "protocol", match.protocol, ReadProtocolNumber);
    SetIfThere(value, "source", match.source, ReadAnyAddress);
    SetIfThere(value, "destination", match.destination, ReadAnyAddress);
    SetIfThere(value, "ttl", match.ttl, readNumber);
    SetIfThere(value, "router-alert", match.routerAlert, readFlag);
    SetIfThere(value, "type", match.type, readText);
    SetIfThere(value, "max-response", match.maxResponse, ReadTime);
    SetIfThere(value, "suppress", match.suppress, readFlag);
    SetIfThere(value, "robustness", match.robustness, readNumber);
    SetIfThere(value, "query-interval", match.queryInterval, ReadTime);
    SetIfThere(value, "holdtime", match.holdtime, ReadTime);
    SetIfThere(value, "upstream-neighbor", match.upstream, ReadAnyAddress);
    SetIfThere(value, "preference", match.preference, readWord);
    SetIfThere(value, "metric", match.metric, readWord);
    SetIfThere(value, "originator", match.originator, ReadAnyAddress);
    SetIfThere(value, "refresh-ttl", match.refreshTtl, readNumber);
    SetIfThere(value, "refresh-interval", match.refreshInterval, ReadTime);
    SetIfThere(value, "group", match.group, ReadAnyAddress);
    SetIfThere(value, "record", match.record, readText);
    SetIfThere(value, "sources", match.sources, ReadSourceSet);
    return match;
}

} // namespace

MessagesExpectation
ReadMessagesExpectation(const JsonValue& value, const Scenario& scenario)
{
    MessagesExpectation expectation;
    expectation.link = FindName(value["link"], "a link", scenario.links);
    expectation.match =
        ReadMessageMatch(value["match"], scenario, scenario.links[expectation.link]);
    expectation.occurrences = ReadOccurrences(value, scenario, "messages");
    return expectation;
}

} // namespace mgm
} // namespace ns3

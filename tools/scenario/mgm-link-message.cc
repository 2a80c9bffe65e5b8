/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-link-message.h"

#include "ns3/ethernet-header.h"
#include "ns3/ethernet-trailer.h"
#include "ns3/ipv4-header.h"
#include "ns3/mgm-igmp-header.h"
#include "ns3/mgm-igmp-l4-protocol.h"
#include "ns3/mgm-pim-header.h"
#include "ns3/ppp-header.h"

#include <algorithm>
#include <iterator>
#include <sstream>
#include <variant>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint16_t IPV4_IN_ETHERNET = 0x0800;
constexpr uint16_t IPV4_IN_PPP = 0x0021;
constexpr uint32_t SIZE_WITHOUT_OPTIONS = 20;

/// Notes what a message is: one overload for each kind.
struct Noter
{
    LinkMessage& message;

    void operator()(const IgmpV2Message& v2) const
    {
        message.statements.push_back({v2.group, {}, {}});
        if (v2.type == IgmpType::QUERY)
        {
            message.maxResponse = v2.maxResponseTime;
        }
    }

    void operator()(const IgmpV3Query& query) const
    {
        message.statements.push_back({query.group, {}, SourceSet(query.sources)});
        message.maxResponse = query.maxResponseTime;
        message.suppress = query.suppress;
        message.robustness = query.robustness;
        message.queryInterval = query.queryInterval;
    }

    void operator()(const IgmpV3Report& report) const
    {
        for (const auto& record : report.records)
        {
            message.statements.push_back(
                {record.group, ToString(record.type), SourceSet(record.sources)});
        }
    }

    void operator()(const PimHello& hello) const
    {
        if (const auto* option = hello.Find<PimHoldtime>())
        {
            message.holdtime = Seconds(option->seconds);
        }
    }

    void operator()(const PimJoinPrune& joinPrune) const
    {
        message.holdtime = Seconds(joinPrune.holdtime);
        message.upstream = joinPrune.upstreamNeighbor;
        for (const auto& group : joinPrune.groups)
        {
            Note(group.group.address, "join", group.joined);
            Note(group.group.address, "prune", group.pruned);
        }
    }

    void operator()(const PimAssert& assert) const
    {
        message.statements.push_back({assert.group.address, {}, {assert.source}});
        message.preference = assert.preference;
        message.metric = assert.metric;
    }

    void operator()(const PimStateRefresh& refresh) const
    {
        message.statements.push_back({refresh.group.address,
                                      refresh.pruneIndicator ? "prune" : "",
                                      SourceSet({refresh.source})});
        message.preference = refresh.preference;
        message.metric = refresh.metric;
        message.originator = refresh.originator;
        message.refreshTtl = refresh.ttl;
        message.refreshInterval = Seconds(refresh.interval);
    }

    void operator()(const PimRegisterStop& stop) const
    {
        message.statements.push_back({stop.group.address, {}, {stop.source}});
    }

    /// Others are about no group in particular.
    template <typename Other>
    void operator()(const Other& /* other */) const
    {
    }

  private:
    /// Notes the sources of a Join/Prune, if there are any.
    void Note(Ipv4Address group, const char* record, const std::vector<PimSource>& sources) const
    {
        std::vector<Ipv4Address> addresses;
        std::transform(sources.begin(),
                       sources.end(),
                       std::back_inserter(addresses),
                       [](const PimSource& source) { return source.address; });
        if (!addresses.empty())
        {
            message.statements.push_back({group, record, SourceSet(std::move(addresses))});
        }
    }
};

/// Takes the header of the link away. Returns whether there is an IPv4 packet behind it.
bool
RemoveLinkHeader(Packet& frame, bool isEthernet)
{
    if (!isEthernet)
    {
        PppHeader header;
        frame.RemoveHeader(header);
        return header.GetProtocol() == IPV4_IN_PPP;
    }
    EthernetHeader header(false);
    EthernetTrailer trailer;
    frame.RemoveHeader(header);
    frame.RemoveTrailer(trailer);
    return header.GetLengthType() == IPV4_IN_ETHERNET;
}

std::string_view
GetTypeName(const IgmpMessage& message)
{
    return GetName(message);
}

std::string_view
GetTypeName(const PimMessage& message)
{
    return ToString(GetType(message));
}

/// Reads the message of a protocol, whose header holds it or an error.
template <typename ProtocolHeader, typename Message>
void
ReadMessage(Packet& payload, LinkMessage& message, std::ostream& text)
{
    ProtocolHeader header;
    payload.RemoveHeader(header);
    header.Print(text);
    if (const auto* read = std::get_if<Message>(&header.GetResult()))
    {
        message.type = GetTypeName(*read);
        std::visit(Noter{message}, *read);
    }
}

/// Whether a value is asked for and another one, or none, is there.
template <typename Wanted, typename Found>
std::size_t
Differs(const std::optional<Wanted>& wanted, const Found& found)
{
    return wanted && found != *wanted ? 1 : 0;
}

/// How many of the values that are about a group a statement has not.
std::size_t
CountDifferences(const LinkMessage::Statement& statement, const MessageMatch& match)
{
    return Differs(match.group, statement.group) + Differs(match.record, statement.record) +
           Differs(match.sources, statement.sources);
}

} // namespace

std::optional<LinkMessage>
ReadLinkMessage(Ptr<const Packet> frame, bool isEthernet, std::size_t node)
{
    const auto packet = frame->Copy();
    if (!RemoveLinkHeader(*packet, isEthernet))
    {
        return {};
    }
    Ipv4Header ip;
    packet->RemoveHeader(ip);
    packet->RemoveAtEnd(packet->GetSize() -
                        std::min<uint32_t>(packet->GetSize(), ip.GetPayloadSize()));
    LinkMessage message;
    message.node = node;
    message.protocol = ip.GetProtocol();
    message.source = ip.GetSource();
    message.destination = ip.GetDestination();
    message.ttl = ip.GetTtl();
    message.routerAlert = ip.GetSerializedSize() > SIZE_WITHOUT_OPTIONS;
    std::ostringstream text;
    text << message.source << " > " << message.destination << ' ';
    if (message.protocol == IgmpL4Protocol::PROT_NUMBER)
    {
        ReadMessage<IgmpHeader, IgmpMessage>(*packet, message, text);
    }
    else if (message.protocol == PIM_PROTOCOL_NUMBER)
    {
        ReadMessage<PimHeader, PimMessage>(*packet, message, text);
    }
    else
    {
        text << "protocol " << int{message.protocol};
    }
    message.text = text.str();
    return message;
}

std::size_t
CountDifferences(const LinkMessage& message, const MessageMatch& match)
{
    // A message that says nothing of groups has none of the values.
    std::size_t least = (match.group ? 1 : 0) + (match.record ? 1 : 0) + (match.sources ? 1 : 0);
    for (const auto& statement : message.statements)
    {
        least = std::min(least, CountDifferences(statement, match));
    }
    return least + Differs(match.node, message.node) + Differs(match.protocol, message.protocol) +
           Differs(match.source, message.source) + Differs(match.destination, message.destination) +
           Differs(match.ttl, message.ttl) + Differs(match.routerAlert, message.routerAlert) +
           Differs(match.type, message.type) + Differs(match.maxResponse, message.maxResponse) +
           Differs(match.suppress, message.suppress) +
           Differs(match.robustness, message.robustness) +
           Differs(match.queryInterval, message.queryInterval) +
           Differs(match.holdtime, message.holdtime) + Differs(match.upstream, message.upstream) +
           Differs(match.preference, message.preference) + Differs(match.metric, message.metric) +
           Differs(match.originator, message.originator) +
           Differs(match.refreshTtl, message.refreshTtl) +
           Differs(match.refreshInterval, message.refreshInterval);
}

} // namespace mgm
} // namespace ns3

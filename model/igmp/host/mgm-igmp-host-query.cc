/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-host-query.h"

#include "ns3/mgm-drop-words.h"
#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-igmp-time-code.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// A query of 8 octets (RFC 3376 section 7.1). In one of version 1 the group is ignored (RFC 1112
/// appendix I).
IgmpHostQuery
ReadShortQuery(Time maxResponseTime, Ipv4Address group)
{
    IgmpHostQuery query;
    const bool isV1 = maxResponseTime.IsZero();
    query.version = isV1 ? 1 : 2;
    query.maxResponseTime = isV1 ? IGMP_V1_RESPONSE_TIME : maxResponseTime;
    query.group = isV1 ? Ipv4Address::GetZero() : group;
    return query;
}

IgmpHostQuery
ReadLongQuery(const IgmpV3Query& message, uint8_t version)
{
    if (version < 3)
    {
        const auto code = EncodeMaxRespCode(message.maxResponseTime);
        return ReadShortQuery(DecodeLinearTenths(code), message.group);
    }
    IgmpHostQuery query;
    query.maxResponseTime = message.maxResponseTime;
    query.group = message.group;
    query.sources = SourceSet(message.sources);
    query.queryInterval = message.queryInterval;
    return query;
}

} // namespace

std::optional<IgmpHostQuery>
ReadHostQuery(const IgmpReception& reception, uint8_t version)
{
    IgmpHostQuery query;
    if (const auto* v3 = std::get_if<IgmpV3Query>(&reception.message))
    {
        query = ReadLongQuery(*v3, version);
    }
    else if (const auto* v2 = std::get_if<IgmpV2Message>(&reception.message);
             v2 && v2->type == IgmpType::QUERY)
    {
        query = ReadShortQuery(v2->maxResponseTime, v2->group);
    }
    else
    {
        return std::nullopt;
    }
    if (version == 1)
    {
        query.version = 1;
        query.maxResponseTime = IGMP_V1_RESPONSE_TIME;
        query.group = Ipv4Address::GetZero(); // ignored when received (RFC 1112 appendix I)
    }
    query.routerAlert = reception.routerAlert;
    query.destination = reception.destination;
    return query;
}

std::string_view
ToString(IgmpHostDrop drop)
{
    constexpr EnumNames<IgmpHostDrop> NAMES{"no-router-alert", "wrong-destination"};
    static_assert(AreDropWords(NAMES));
    return NAMES[drop];
}

std::optional<IgmpHostDrop>
JudgeHostQuery(const IgmpHostQuery& query, bool requireRouterAlert)
{
    if (query.IsGeneral() && query.destination != IGMP_ALL_SYSTEMS)
    {
        return IgmpHostDrop::WRONG_DESTINATION;
    }
    if (query.version > 1 && requireRouterAlert && !query.routerAlert)
    {
        return IgmpHostDrop::NO_ROUTER_ALERT;
    }
    return std::nullopt;
}

} // namespace mgm
} // namespace ns3

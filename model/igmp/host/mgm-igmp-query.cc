/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-query.h"

#include "ns3/mgm-igmp-time-code.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// A query of 8 octets (RFC 3376 section 7.1). In one of version 1 the group is ignored (RFC 1112
/// appendix I).
IgmpQuery
ReadShortQuery(Time maxResponseTime, Ipv4Address group, uint8_t version)
{
    IgmpQuery query;
    const bool isV1 = maxResponseTime.IsZero() || version == 1;
    query.version = isV1 ? 1 : 2;
    query.maxResponseTime = isV1 ? IGMP_V1_RESPONSE_TIME : maxResponseTime;
    query.group = isV1 ? Ipv4Address::GetZero() : group;
    return query;
}

IgmpQuery
ReadLongQuery(const IgmpV3Query& message, uint8_t version)
{
    if (version < 3)
    {
        const auto code = EncodeMaxRespCode(message.maxResponseTime);
        return ReadShortQuery(DecodeLinearTenths(code), message.group, version);
    }
    IgmpQuery query;
    query.maxResponseTime = message.maxResponseTime;
    query.group = message.group;
    query.suppress = message.suppress;
    query.robustness = message.robustness;
    query.queryInterval = message.queryInterval;
    query.sources = SourceSet(message.sources);
    return query;
}

} // namespace

std::optional<IgmpQuery>
ReadQuery(const IgmpReception& reception, uint8_t version)
{
    IgmpQuery query;
    if (const auto* v3 = std::get_if<IgmpV3Query>(&reception.message))
    {
        query = ReadLongQuery(*v3, version);
    }
    else if (const auto* v2 = std::get_if<IgmpV2Message>(&reception.message);
             v2 && v2->type == IgmpType::QUERY)
    {
        query = ReadShortQuery(v2->maxResponseTime, v2->group, version);
    }
    else
    {
        return std::nullopt;
    }
    query.source = reception.source;
    query.destination = reception.destination;
    return query;
}

} // namespace mgm
} // namespace ns3

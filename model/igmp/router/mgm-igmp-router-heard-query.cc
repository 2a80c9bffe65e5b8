/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-heard-query.h"

namespace ns3
{
namespace mgm
{

std::optional<IgmpHeardQuery>
AsQuery(const IgmpMessage& message)
{
    if (const auto* v3 = std::get_if<IgmpV3Query>(&message))
    {
        return IgmpHeardQuery{3,
                              v3->group,
                              v3->maxResponseTime,
                              v3->suppress,
                              v3->robustness,
                              v3->queryInterval,
                              v3->sources};
    }
    const auto* older = std::get_if<IgmpV2Message>(&message);
    if (!older || older->type != IgmpType::QUERY)
    {
        return {};
    }
    const bool isV1 = older->maxResponseTime.IsZero();
    const uint8_t version = isV1 ? 1 : 2;
    // Version 1 knows general queries alone: the field is ignored (RFC 1112 appendix I).
    const auto group = isV1 ? Ipv4Address::GetZero() : older->group;
    return IgmpHeardQuery{version, group, older->maxResponseTime, false, 0, Time(0), {}};
}

bool
IsVersionMismatch(const IgmpHeardQuery& query, uint8_t version)
{
    const bool isOlder = query.version < version && (query.version == 1 || query.IsGeneral());
    return query.version > version || isOlder;
}

} // namespace mgm
} // namespace ns3

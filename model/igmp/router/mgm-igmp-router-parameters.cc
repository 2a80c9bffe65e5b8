/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-parameters.h"

#include <utility>

namespace ns3
{
namespace mgm
{

IgmpMessage
MakeGeneralQuery(const IgmpRouterParameters& parameters)
{
    const auto everyGroup = Ipv4Address::GetZero();
    if (parameters.version < 3)
    {
        const auto maxResponseTime =
            parameters.version == 1 ? Time(0) : parameters.responseInterval;
        return IgmpV2Message{IgmpType::QUERY, maxResponseTime, everyGroup};
    }
    return IgmpV3Query{parameters.responseInterval,
                       everyGroup,
                       false,
                       parameters.robustness,
                       parameters.queryInterval,
                       {}};
}

IgmpV2Message
MakeV2GroupQuery(const IgmpRouterParameters& parameters, Ipv4Address group)
{
    return {IgmpType::QUERY, parameters.lastMemberInterval, group};
}

IgmpV3Query
MakeV3Query(const IgmpRouterParameters& parameters,
            Ipv4Address group,
            bool suppress,
            std::vector<Ipv4Address> sources)
{
    return {parameters.lastMemberInterval,
            group,
            suppress,
            parameters.robustness,
            parameters.queryInterval,
            std::move(sources)};
}

} // namespace mgm
} // namespace ns3

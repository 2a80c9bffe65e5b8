/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-admission.h"

#include "mgm-igmp-router-heard-query.h"

namespace ns3
{
namespace mgm
{

std::optional<IgmpRouterDrop>
IgmpAdmission::Check(const IgmpReception& reception, bool isOnLink) const
{
    const auto query = AsQuery(reception.message);
    const bool isV1Query = query && query->version == 1;
    if (routerAlert == IGMP_RECEIPT_REQUIRE && !reception.routerAlert && !isV1Query)
    {
        return IgmpRouterDrop::NO_ROUTER_ALERT;
    }
    if (ttl1 == IGMP_RECEIPT_REQUIRE && reception.ttl != 1)
    {
        return IgmpRouterDrop::BAD_TTL;
    }
    if (checkSource && !query && !isOnLink && reception.source.Get() != 0)
    {
        return IgmpRouterDrop::OFF_LINK_SOURCE;
    }
    return {};
}

} // namespace mgm
} // namespace ns3

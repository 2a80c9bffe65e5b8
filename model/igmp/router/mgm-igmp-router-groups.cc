/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-groups.h"

#include "mgm-igmp-v2-groups.h"
#include "mgm-igmp-v3-groups.h"

namespace ns3
{
namespace mgm
{

std::unique_ptr<IgmpRouterGroups>
MakeIgmpRouterGroups(uint8_t version, IgmpRouterLink& link)
{
    if (version < 3)
    {
        return std::make_unique<IgmpV2Groups>(link);
    }
    return std::make_unique<IgmpV3Groups>(link);
}

} // namespace mgm
} // namespace ns3

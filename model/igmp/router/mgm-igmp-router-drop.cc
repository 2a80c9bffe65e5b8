/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-drop.h"

#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

std::string_view
ToString(IgmpRouterDrop cause)
{
    constexpr EnumNames<IgmpRouterDrop> NAMES{drops::NO_ROUTER_ALERT,
                                              drops::BAD_TTL,
                                              drops::OFF_LINK_SOURCE,
                                              drops::NEWER_VERSION,
                                              drops::OLDER_VERSION,
                                              drops::UNKNOWN_RECORD,
                                              drops::SSM_RANGE,
                                              drops::NOT_QUERIER,
                                              drops::GROUP_LIMIT,
                                              drops::SOURCE_LIMIT};
    return NAMES[cause];
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-drop.h"

#include "ns3/mgm-drop-words.h"
#include "ns3/mgm-enum-names.h"

namespace ns3
{
namespace mgm
{

std::string_view
ToString(IgmpRouterDrop cause)
{
    constexpr EnumNames<IgmpRouterDrop> NAMES{"no-router-alert",
                                              "bad-ttl",
                                              "off-link-source",
                                              "newer-version",
                                              "older-version",
                                              "unknown-record",
                                              "ssm-range",
                                              "not-querier",
                                              "group-limit",
                                              "source-limit"};
    static_assert(AreDropWords(NAMES));
    return NAMES[cause];
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-drop.h"

#include <cstddef>
#include <iterator>

namespace ns3
{
namespace mgm
{

std::string_view
ToString(IgmpRouterDrop cause)
{
    constexpr std::string_view NAMES[] = {"no Router Alert",
                                          "TTL is not 1",
                                          "source is off link",
                                          "newer version",
                                          "older version",
                                          "unknown record type",
                                          "SSM range",
                                          "group limit",
                                          "source limit"};
    static_assert(std::size(NAMES) == static_cast<std::size_t>(IgmpRouterDrop::COUNT));
    return cause == IgmpRouterDrop::COUNT ? "unknown" : NAMES[static_cast<std::size_t>(cause)];
}

} // namespace mgm
} // namespace ns3

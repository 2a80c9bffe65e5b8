/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-drop-reason.h"

#include "ns3/mgm-drop-words.h"
#include "ns3/mgm-enum-names.h"

namespace ns3
{
namespace mgm
{

std::string_view
ToString(DropReason reason)
{
    constexpr EnumNames<DropReason> NAMES{"no-route",
                                          "no-owner",
                                          "wrong-interface",
                                          "no-outgoing",
                                          "queue-full",
                                          "entry-deleted",
                                          "bad-source",
                                          "scope-boundary",
                                          "ttl-threshold",
                                          "too-big",
                                          "interface-down"};
    static_assert(AreDropWords(NAMES));
    return NAMES[reason];
}

} // namespace mgm
} // namespace ns3

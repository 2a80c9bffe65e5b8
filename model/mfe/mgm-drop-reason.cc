/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-drop-reason.h"

#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

std::string_view
ToString(DropReason reason)
{
    constexpr EnumNames<DropReason> NAMES{drops::NO_ROUTE,
                                          drops::NO_OWNER,
                                          drops::WRONG_INTERFACE,
                                          drops::NO_OUTGOING,
                                          drops::QUEUE_FULL,
                                          drops::ENTRY_DELETED,
                                          drops::BAD_SOURCE,
                                          drops::SCOPE_BOUNDARY,
                                          drops::TTL_THRESHOLD,
                                          drops::TOO_BIG,
                                          drops::INTERFACE_DOWN};
    return NAMES[reason];
}

} // namespace mgm
} // namespace ns3

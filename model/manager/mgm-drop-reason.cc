/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-drop-reason.h"

namespace ns3
{
namespace mgm
{

std::string_view
ToString(DropReason reason)
{
    switch (reason)
    {
    case DropReason::NO_ROUTE:
        return "no-route";
    case DropReason::NO_OWNER:
        return "no-owner";
    case DropReason::WRONG_INTERFACE:
        return "wrong-interface";
    case DropReason::NO_OUTGOING:
        return "no-outgoing";
    case DropReason::QUEUE_FULL:
        return "queue-full";
    case DropReason::ENTRY_DELETED:
        return "entry-deleted";
    case DropReason::BAD_SOURCE:
        return "bad-source";
    case DropReason::SCOPE_BOUNDARY:
        return "scope-boundary";
    case DropReason::TTL_THRESHOLD:
        return "ttl-threshold";
    case DropReason::TOO_BIG:
        return "too-big";
    case DropReason::INTERFACE_DOWN:
        return "interface-down";
    case DropReason::COUNT:
        break;
    }
    return "unknown";
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-status.h"

namespace ns3
{
namespace mgm
{

std::string_view
ToString(Status status)
{
    switch (status)
    {
    case Status::NO_ERROR:
        return "NO_ERROR";
    case Status::ERROR_NOT_ENOUGH_MEMORY:
        return "ERROR_NOT_ENOUGH_MEMORY";
    case Status::ERROR_INVALID_PARAMETER:
        return "ERROR_INVALID_PARAMETER";
    case Status::ERROR_INSUFFICIENT_BUFFER:
        return "ERROR_INSUFFICIENT_BUFFER";
    case Status::ERROR_ALREADY_EXISTS:
        return "ERROR_ALREADY_EXISTS";
    case Status::ERROR_MORE_DATA:
        return "ERROR_MORE_DATA";
    case Status::ERROR_NO_MORE_ITEMS:
        return "ERROR_NO_MORE_ITEMS";
    case Status::ERROR_CAN_NOT_COMPLETE:
        return "ERROR_CAN_NOT_COMPLETE";
    case Status::ERROR_NOT_FOUND:
        return "ERROR_NOT_FOUND";
    }
    return "unknown";
}

std::ostream&
operator<<(std::ostream& os, Status status)
{
    return os << ToString(status);
}

} // namespace mgm
} // namespace ns3

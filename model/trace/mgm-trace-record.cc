/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-record.h"

namespace ns3
{
namespace mgm
{

std::string_view
ToString(TraceKind kind)
{
    switch (kind)
    {
    case TraceKind::CALL:
        return "call";
    case TraceKind::RETURN:
        return "return";
    case TraceKind::CALLBACK:
        return "callback";
    case TraceKind::CALLBACK_RETURN:
        return "callback-return";
    case TraceKind::STATE:
        return "state";
    case TraceKind::EVENT:
        return "event";
    case TraceKind::VIOLATION:
        return "violation";
    case TraceKind::DROP:
        return "drop";
    case TraceKind::PACKET_TX:
        return "packet-tx";
    case TraceKind::PACKET_RX:
        return "packet-rx";
    case TraceKind::FORWARD:
        return "forward";
    }
    return "unknown";
}

} // namespace mgm
} // namespace ns3

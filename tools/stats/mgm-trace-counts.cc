/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-counts.h"

#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

void
TraceCounts::Observe(const TraceRecord& record)
{
    const std::string kind(ToString(record.kind));
    const std::string op(record.op);
    const std::string event(record.event);
    ++records;
    ++kinds[kind];
    switch (record.kind)
    {
    case TraceKind::PACKET_TX:
    case TraceKind::PACKET_RX:
    case TraceKind::FORWARD:
        ++packets[kind][words::IsOfPim(op) && !event.empty() ? op + ": " + event : op];
        break;
    case TraceKind::DROP:
        ++drops[op][event];
        break;
    case TraceKind::VIOLATION:
        ++violations[op][event];
        break;
    default:
        break;
    }
}

} // namespace mgm
} // namespace ns3

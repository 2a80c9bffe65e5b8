/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-call-latencies.h"

#include <limits>

namespace ns3
{
namespace mgm
{

void
CallLatencies::Observe(const TraceRecord& record)
{
    m_past[record.seq % MEMORY] = {record.seq, record.timeNs};
    switch (record.kind)
    {
    case TraceKind::CALL:
        Enter(record, m_calls);
        break;
    case TraceKind::CALLBACK:
        Enter(record, m_callbacks);
        break;
    case TraceKind::RETURN:
        Leave(record, m_calls);
        break;
    case TraceKind::CALLBACK_RETURN:
        Leave(record, m_callbacks);
        break;
    default:
        break;
    }
}

void
CallLatencies::Enter(const TraceRecord& record, LatencyMap& map)
{
    constexpr auto DEEPEST = std::numeric_limits<uint32_t>::max();
    // Calls nest: what is open at this depth or deeper has returned, and the trace lacks it.
    m_open.erase(m_open.lower_bound({record.node, record.depth}),
                 m_open.upper_bound({record.node, DEEPEST}));
    m_open[{record.node, record.depth}] = {record.seq, record.timeNs};
    auto& statistics = map[std::string(record.op)];
    ++statistics.count;
    const auto& cause = m_past[record.cause % MEMORY];
    if (record.cause != 0 && cause.seq == record.cause)
    {
        statistics.delay.Add(record.timeNs - cause.timeNs);
    }
}

void
CallLatencies::Leave(const TraceRecord& record, LatencyMap& map)
{
    const auto open = m_open.find({record.node, record.depth});
    if (open != m_open.end() && open->second.seq == record.cause)
    {
        map[std::string(record.op)].duration.Add(record.timeNs - open->second.timeNs);
        m_open.erase(open);
    }
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-stream-meter.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

StreamMeter::StreamMeter(const std::vector<SourceGroup>& streams,
                         const Question& wants,
                         const PacketCopies& copies)
    : m_streams(streams),
      m_wants(wants),
      m_copies(copies)
{
    std::sort(m_streams.begin(), m_streams.end());
}

void
StreamMeter::Update(uint32_t receiver, Time now)
{
    for (const auto& stream : m_streams)
    {
        UpdateStream(receiver, stream, now);
    }
}

void
StreamMeter::Update(uint32_t receiver, Ipv4Address group, Time now)
{
    const SourceGroup first{ANY_ADDRESS, group};
    auto stream = std::lower_bound(m_streams.begin(), m_streams.end(), first);
    for (; stream != m_streams.end() && stream->group == group; ++stream)
    {
        UpdateStream(receiver, *stream, now);
    }
}

void
StreamMeter::UpdateStream(uint32_t receiver, const SourceGroup& stream, Time now)
{
    auto& joined = m_joined[stream];
    const auto place = joined.find(receiver);
    const bool wasJoined = place != joined.end();
    const bool isJoined = m_wants(receiver, stream);
    if (isJoined && !wasJoined)
    {
        auto& statistics = m_results[{receiver, stream}];
        statistics.Join(now);
        joined.emplace(receiver, &statistics);
    }
    else if (wasJoined && !isJoined)
    {
        place->second->Leave();
        joined.erase(place);
    }
}

void
StreamMeter::Observe(const TraceRecord& record)
{
    if (!IsAboutData(record) || !record.sourceGroup)
    {
        return;
    }
    const auto* copy =
        m_copies.Find(record.kind == TraceKind::PACKET_TX ? record.seq : record.cause);
    if (!copy)
    {
        return;
    }
    if (record.kind == TraceKind::PACKET_TX)
    {
        for (const auto& [receiver, statistics] : m_joined[*record.sourceGroup])
        {
            statistics->Send(copy->packet);
        }
    }
    else if (record.kind == TraceKind::PACKET_RX)
    {
        if (auto* statistics = Find(record.node, *record.sourceGroup))
        {
            statistics->Receive(copy->packet, copy->sent, NanoSeconds(record.timeNs));
        }
    }
}

StreamStatistics*
StreamMeter::Find(uint32_t receiver, const SourceGroup& stream)
{
    // Who receives wants the stream, as a rule, and is found there at once.
    const auto& joined = m_joined[stream];
    if (const auto found = joined.find(receiver); found != joined.end())
    {
        return found->second;
    }
    const auto result = m_results.find({receiver, stream});
    return result == m_results.end() ? nullptr : &result->second;
}

StreamStatistics
StreamMeter::GetResult(uint32_t receiver, const SourceGroup& stream) const
{
    const auto found = m_results.find({receiver, stream});
    return found == m_results.end() ? StreamStatistics() : found->second;
}

} // namespace mgm
} // namespace ns3

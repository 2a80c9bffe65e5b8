/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-stream-meter.h"

namespace ns3
{
namespace mgm
{

StreamMeter::StreamMeter(const std::vector<uint32_t>& receivers,
                         const std::vector<SourceGroup>& streams,
                         const Question& wants,
                         const PacketCopies& copies)
    : m_receivers(receivers),
      m_streams(streams),
      m_wants(wants),
      m_copies(copies)
{
}

void
StreamMeter::Update(Time now)
{
    for (const auto receiver : m_receivers)
    {
        for (const auto& stream : m_streams)
        {
            const auto found = m_results.find({receiver, stream});
            const bool wasJoined = found != m_results.end() && found->second.IsJoined();
            const bool isJoined = m_wants(receiver, stream);
            if (isJoined && !wasJoined)
            {
                m_results[{receiver, stream}].Join(now);
            }
            else if (wasJoined && !isJoined)
            {
                found->second.Leave();
            }
        }
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
        for (auto& [key, statistics] : m_results)
        {
            if (key.second == *record.sourceGroup)
            {
                statistics.Send(copy->packet);
            }
        }
    }
    else if (record.kind == TraceKind::PACKET_RX)
    {
        const auto result = m_results.find({record.node, *record.sourceGroup});
        if (result != m_results.end())
        {
            result->second.Receive(copy->packet, copy->sent, NanoSeconds(record.timeNs));
        }
    }
}

StreamStatistics
StreamMeter::GetResult(uint32_t receiver, const SourceGroup& stream) const
{
    const auto found = m_results.find({receiver, stream});
    return found == m_results.end() ? StreamStatistics() : found->second;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-stream-statistics.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// Marks a packet. Returns whether it was marked already.
bool
Mark(std::vector<bool>& packets, uint64_t packet)
{
    if (packet >= packets.size())
    {
        packets.resize(packet + 1);
    }
    const bool wasMarked = packets[packet];
    packets[packet] = true;
    return wasMarked;
}

} // namespace

void
StreamStatistics::Join(Time now)
{
    m_isJoined = true;
    m_joined = now;
    m_firstAfterJoin.emplace_back();
}

void
StreamStatistics::Leave()
{
    m_isJoined = false;
    m_last.reset();
}

void
StreamStatistics::Send(uint64_t packet)
{
    if (m_isJoined)
    {
        ++m_sent;
        Mark(m_isOwed, packet);
    }
}

void
StreamStatistics::Receive(uint64_t packet, Time sent, Time now)
{
    if (Mark(m_isSeen, packet))
    {
        ++m_duplicates;
        return;
    }
    m_received += packet < m_isOwed.size() && m_isOwed[packet] ? 1 : 0;
    m_delays.push_back(now - sent);
    if (m_isJoined && !m_firstAfterJoin.back())
    {
        m_firstAfterJoin.back() = now - m_joined;
    }
    if (!m_firstArrival)
    {
        m_firstArrival = now;
    }
    if (m_last && (!m_longestGap || now - *m_last > m_longestGap->length))
    {
        m_longestGap = Gap{*m_last, now - *m_last};
    }
    m_last = now;
}

std::optional<Time>
StreamStatistics::GetDelayPercentile(uint32_t percent) const
{
    if (m_delays.empty())
    {
        return {};
    }
    const auto rank = (m_delays.size() * percent + 99) / 100; // rounded up, from 1
    auto delays = m_delays;
    const auto place = delays.begin() + static_cast<std::ptrdiff_t>(rank - 1);
    std::nth_element(delays.begin(), place, delays.end());
    return *place;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-reader.h"

#include "ns3/simulator.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

MfeReader::MfeReader(const MfeTable& table, const MfeExpiry& expiry, ForwardingPlane* const& plane)
    : m_table(table),
      m_expiry(expiry),
      m_plane(plane)
{
}

MfeRange
MfeReader::GetAll() const
{
    return {*this, m_table.GetEntries().begin()};
}

MfeRange
MfeReader::GetAfter(const SourceGroup& last) const
{
    return {*this, m_table.GetEntries().upper_bound(last)};
}

const MfeEntry*
MfeReader::FindLive(const SourceGroup& key) const
{
    const MfeEntry* entry = m_table.Find(key);
    return entry && entry->GetState() == mfe::State::LIVE ? entry : nullptr;
}

Mfe
MfeReader::Read(const SourceGroup& key, const MfeEntry& entry) const
{
    Mfe mfe;
    mfe.group = key.group;
    mfe.source = key.source;
    mfe.upstreamNeighbor = entry.upstreamNeighbor;
    mfe.incoming = entry.incoming;
    mfe.outgoing = entry.GetOutgoing();
    mfe.upTime = Simulator::Now() - entry.made;
    mfe.expiryTime = std::max(m_expiry.GetDue(key, entry) - Simulator::Now(), Time());
    return mfe;
}

MfeStats
MfeReader::ReadStats(const SourceGroup& key, const MfeEntry& entry, MfeStatsLevel level) const
{
    MfeStats stats;
    stats.mfe = Read(key, entry);
    const ForwardingCounters* counters = m_plane->GetCounters(key);
    if (!counters)
    {
        return stats;
    }
    stats.inPackets = counters->packets;
    stats.inBytes = counters->bytes;
    stats.wrongIfPackets = counters->wrongInterface;
    stats.queueOverflow = counters->queueOverflow;
    stats.outgoing = counters->outgoing;
    std::sort(stats.outgoing.begin(),
              stats.outgoing.end(),
              [](const OutgoingCounters& a, const OutgoingCounters& b) {
                  return a.interface < b.interface;
              });
    if (level == MfeStatsLevel::MGM_MFE_STATS_1)
    {
        stats.waitedPackets = counters->waited;
        stats.negativePackets = counters->noOutgoing;
        for (const OutgoingCounters& outgoing : counters->outgoing)
        {
            stats.outPackets += outgoing.packets;
        }
    }
    return stats;
}

} // namespace mgm
} // namespace ns3

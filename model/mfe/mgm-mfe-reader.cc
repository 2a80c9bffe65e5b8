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

MfeReader::MfeReader(const MfeTable& table,
                     const ClientRegistry& registry,
                     const OwnershipTable& ownership,
                     const MfeExpiry& expiry,
                     ForwardingPlane* const& plane)
    : m_table(table),
      m_registry(registry),
      m_ownership(ownership),
      m_expiry(expiry),
      m_plane(plane)
{
}

MfeRange
MfeReader::GetAll() const
{
    return {*this, m_table.GetInUse().begin()};
}

MfeRange
MfeReader::GetAfter(const SourceGroup& last) const
{
    return {*this, m_table.GetInUse().upper_bound(last)};
}

const MfeEntry*
MfeReader::FindLive(const SourceGroup& key) const
{
    const MfeEntry* entry = m_table.FindInUse(key);
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
    const Client* holder = m_registry.FindEver(m_ownership.GetHolder(entry.incoming));
    mfe.inProtocol = holder ? holder->id.protocol : 0;
    mfe.routeProtocol = entry.route.protocol;
    mfe.routeNetwork = entry.route.network;
    mfe.routeMask = entry.route.mask;
    mfe.outgoing = entry.GetOutgoing();
    mfe.upTime = Simulator::Now() - entry.made;
    mfe.timeout = entry.timeout;
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
        stats.inDiscards = counters->unsent;
        for (const auto* interfaces : {&counters->outgoing, &counters->former})
        {
            for (const OutgoingCounters& outgoing : *interfaces)
            {
                stats.outPackets += outgoing.packets;
            }
        }
    }
    return stats;
}

} // namespace mgm
} // namespace ns3

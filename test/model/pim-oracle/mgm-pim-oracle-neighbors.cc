/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-neighbors.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

PimOracleNeighbors::News
PimOracleNeighbors::Receive(PimOracleTime now, const PimOracleMessage& hello)
{
    const auto found = m_neighbors.find(hello.from);
    const bool isKnown = found != m_neighbors.end();
    if (hello.holdtime == 0)
    {
        return isKnown ? News::GONE : News::NONE;
    }
    const bool isRestarted = isKnown && found->second.generation != hello.generation;
    auto& neighbor = m_neighbors[hello.from];
    neighbor.alive.Set(now, PimOracleHold(hello.holdtime));
    neighbor.generation = hello.generation;
    neighbor.lanDelay = hello.lanDelay;
    neighbor.isRefreshCapable = hello.refreshInterval.has_value();
    return !isKnown ? News::NEW : isRestarted ? News::RESTARTED : News::NONE;
}

void
PimOracleNeighbors::Remove(uint32_t address)
{
    m_neighbors.erase(address);
}

void
PimOracleNeighbors::Clear()
{
    m_neighbors.clear();
}

bool
PimOracleNeighbors::Has(uint32_t address) const
{
    return m_neighbors.count(address) > 0;
}

std::size_t
PimOracleNeighbors::Count() const
{
    return m_neighbors.size();
}

std::map<uint32_t, PimOracleTime>
PimOracleNeighbors::GetEnds() const
{
    std::map<uint32_t, PimOracleTime> ends;
    for (const auto& [address, neighbor] : m_neighbors)
    {
        ends[address] = neighbor.alive.GetEnd();
    }
    return ends;
}

bool
PimOracleNeighbors::IsRefreshCapable() const
{
    return std::all_of(m_neighbors.begin(), m_neighbors.end(), [](const auto& entry) {
        return entry.second.isRefreshCapable;
    });
}

PimOracleLanDelay
PimOracleNeighbors::GetLanDelay(const std::optional<PimOracleLanDelay>& own) const
{
    const PimOracleLanDelay defaults{PIM_ORACLE_SECOND / 2, PIM_ORACLE_SECOND * 5 / 2};
    if (!own)
    {
        return defaults;
    }
    auto delay = *own;
    for (const auto& [address, neighbor] : m_neighbors)
    {
        if (!neighbor.lanDelay)
        {
            return defaults;
        }
        delay.propagation = std::max(delay.propagation, neighbor.lanDelay->propagation);
        delay.override = std::max(delay.override, neighbor.lanDelay->override);
    }
    return delay;
}

} // namespace mgm
} // namespace ns3

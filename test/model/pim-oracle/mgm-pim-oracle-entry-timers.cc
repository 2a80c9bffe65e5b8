/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-entry.h"

namespace ns3
{
namespace mgm
{

std::vector<PimOracleDue>
PimOracleEntry::GetTimers() const
{
    using Kind = PimOracleDue::Kind;
    std::vector<PimOracleDue> timers;
    const auto add = [&](const PimOracleTimer& timer, Kind kind, uint32_t interface) {
        if (timer.IsRunning())
        {
            timers.push_back({timer.GetEnd(), kind, interface, 0, m_key});
        }
    };
    for (uint32_t interface = 1; interface < m_downstream.size(); ++interface)
    {
        add(m_downstream[interface].pending, Kind::PRUNE_PENDING, interface);
        add(m_downstream[interface].prune, Kind::PRUNE, interface);
        add(m_asserts[interface].timer, Kind::ASSERT, interface);
    }
    add(m_upstream.retry, Kind::GRAFT_RETRY, 0);
    add(m_upstream.limit, Kind::PRUNE_LIMIT, 0);
    add(m_origin.active, Kind::SOURCE_ACTIVE, 0);
    add(m_origin.refresh, Kind::STATE_REFRESH, 0);
    if (m_upstream.override && IsMute())
    {
        timers.push_back({m_upstream.override->until, Kind::OVERRIDE, 0, 0, m_key});
    }
    return timers;
}

std::optional<PimOracleUpstream::Window>
PimOracleEntry::GetOverride() const
{
    return IsMute() ? std::nullopt : m_upstream.override;
}

void
PimOracleEntry::FireOverride(PimOracleWorld& world)
{
    Begin(world);
    m_upstream.override.reset();
    StepUpstream(world, PimOracleUpstream::Event::OVERRIDE);
    Finish(world);
}

/// 4.4.1.3: "RECOMMENDED that the router retry a configured number of times before ceasing
/// retries".
void
PimOracleEntry::FireRetry(PimOracleWorld& world)
{
    const auto limit = world.GetSetup().graftRetries;
    const auto done = m_upstream.retriesDone;
    if (limit != 0 && done == limit)
    {
        m_upstream.retry.Cancel();
        return;
    }
    StepUpstream(world, PimOracleUpstream::Event::RETRY);
    m_upstream.retriesDone = done + 1;
}

void
PimOracleEntry::Fire(PimOracleWorld& world, const PimOracleDue& due)
{
    using Kind = PimOracleDue::Kind;
    Begin(world);
    switch (due.kind)
    {
    case Kind::PRUNE_PENDING:
        StepDownstream(world, due.interface, PimOracleDownstream::Event::PENDED);
        break;
    case Kind::PRUNE:
        StepDownstream(world, due.interface, PimOracleDownstream::Event::EXPIRES);
        break;
    case Kind::ASSERT:
        StepAssert(world, due.interface, PimOracleAssert::Event::EXPIRES);
        break;
    case Kind::GRAFT_RETRY:
        FireRetry(world);
        break;
    case Kind::PRUNE_LIMIT:
        m_upstream.limit.Cancel();
        break;
    case Kind::OVERRIDE:
        m_upstream.override.reset();
        break;
    case Kind::SOURCE_ACTIVE:
        StepOrigin(world, PimOracleOrigin::Event::EXPIRES);
        break;
    case Kind::STATE_REFRESH:
        StepOrigin(world, PimOracleOrigin::Event::REFRESH);
        break;
    default:
        break;
    }
    Finish(world);
}

} // namespace mgm
} // namespace ns3

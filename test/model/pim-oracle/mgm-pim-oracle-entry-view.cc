/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-entry.h"

#include <ostream>

namespace ns3
{
namespace mgm
{

namespace
{

void
DumpTimer(std::ostream& os, const char* name, const PimOracleTimer& timer)
{
    if (timer.IsRunning())
    {
        os << ' ' << name << '@' << timer.GetEnd();
    }
}

} // namespace

PimOracleView
PimOracleEntry::GetView() const
{
    PimOracleView view;
    view.upstream = m_upstream.state;
    view.origin = m_origin.state;
    view.incoming = m_seen.interface;
    view.neighbor = m_seen.neighbor;
    // 4.2: without a route packets "MUST be discarded".
    view.olist = m_seen.interface != 0 ? m_seen.olist & ~PIM_ORACLE_ELSEWHERE : 0;
    view.outgoing = m_upstream.state == PimOracleUpstream::State::PRUNED ? 0 : view.olist;
    for (const auto& due : GetTimers())
    {
        if (due.kind != PimOracleDue::Kind::OVERRIDE && due.time != PIM_ORACLE_NEVER)
        {
            view.timers[{due.kind, due.interface}] = due.time;
        }
    }
    for (uint32_t interface = 1; interface < m_downstream.size(); ++interface)
    {
        view.downstream.push_back(m_downstream[interface].state);
        view.asserts.push_back(m_asserts[interface].state);
        const bool isLoser = m_asserts[interface].state == PimOracleAssert::State::LOSER;
        view.winners.push_back(isLoser ? m_asserts[interface].winner : PIM_ORACLE_INFINITE);
    }
    return view;
}

bool
PimOracleEntry::Allows(const PimOracleView& view) const
{
    const auto window = GetOverride();
    const bool isTimed =
        view.override.has_value() == window.has_value() &&
        (!window || (window->from <= *view.override && *view.override <= window->until));
    return view == GetView() && (isTimed || IsMute());
}

void
PimOracleEntry::Dump(std::ostream& os) const
{
    os << m_key << ' ' << GetView() << " rpf " << m_seen.interface << ' '
       << PimOracleAddress(m_seen.neighbor);
    DumpTimer(os, "GRT", m_upstream.retry);
    DumpTimer(os, "PLT", m_upstream.limit);
    DumpTimer(os, "SAT", m_origin.active);
    DumpTimer(os, "SRT", m_origin.refresh);
    if (m_upstream.override)
    {
        os << " OT@" << m_upstream.override->from << "..." << m_upstream.override->until;
    }
    for (uint32_t interface = 1; interface < m_downstream.size(); ++interface)
    {
        DumpTimer(os, "PPT", m_downstream[interface].pending);
        DumpTimer(os, "PT", m_downstream[interface].prune);
        DumpTimer(os, "AT", m_asserts[interface].timer);
        os << ' ' << m_asserts[interface].winner;
        for (const auto holdtime : m_downstream[interface].holdtimes)
        {
            os << '|' << holdtime;
        }
    }
    os << ' ' << m_upstream.retriesDone << ' ' << m_origin.ttl << ' ' << m_origin.count % 3 << ' '
       << m_refreshReceived.value_or(-1) << '\n';
}

} // namespace mgm
} // namespace ns3

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

void
DumpMoment(std::ostream& os, const std::optional<PimOracleTime>& moment)
{
    os << ' ' << moment.value_or(-1);
}

} // namespace

PimOracleView
PimOracleEntry::GetView() const
{
    PimOracleView view;
    view.upstream = m_upstream.state;
    view.origin = m_origin.state;
    view.olist = m_seen.olist;
    for (uint32_t interface = 1; interface < m_downstream.size(); ++interface)
    {
        view.downstream.push_back(m_downstream[interface].state);
        view.asserts.push_back(m_asserts[interface].state);
        view.winners.push_back(GetAssertWinner(interface));
    }
    return view;
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
        os << ' ' << m_downstream[interface].interval << ' ' << m_asserts[interface].winner;
        for (const auto holdtime : m_downstream[interface].holdtimes)
        {
            os << '|' << holdtime;
        }
    }
    os << ' ' << m_upstream.retriesDone << ' ' << m_origin.ttl << ' ' << m_origin.count % 3 << ' '
       << m_refreshInterval;
    DumpMoment(os, m_refreshReceived);
    DumpMoment(os, m_refreshForwarded);
    os << '\n';
}

} // namespace mgm
} // namespace ns3

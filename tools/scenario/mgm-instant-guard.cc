/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-instant-guard.h"

#include "base/mgm-input-error.h"

#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

void
InstantGuard::Observe(const TraceRecord& record)
{
    if (m_count >= LIMIT)
    {
        return;
    }
    m_count = record.timeNs == m_timeNs ? m_count + 1 : 1;
    m_timeNs = record.timeNs;
    if (m_count == LIMIT)
    {
        m_client = record.clientName;
        Simulator::Stop();
    }
}

void
InstantGuard::Check(const std::string& scenario) const
{
    if (m_count >= LIMIT)
    {
        throw InputError(scenario + ": found " + std::to_string(LIMIT) + " trace records at " +
                         std::to_string(m_timeNs) + " ns, the last about \"" + m_client +
                         "\", expected reactions that come to an end");
    }
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-hellos.h"

namespace ns3
{
namespace mgm
{

void
PimOracleHellos::Start(PimOracleTime now, PimOracleTime delay)
{
    m_first = Window{now, now + delay, false};
    m_due.reset();
}

void
PimOracleHellos::Stop()
{
    m_first.reset();
    m_answers.clear();
    m_due.reset();
}

void
PimOracleHellos::Answer(PimOracleTime now, PimOracleTime delay, bool isRestarted)
{
    m_answers.push_back({now, now + delay, isRestarted});
}

PimOracleTime
PimOracleHellos::GetPeriodic() const
{
    return m_due.value_or(PIM_ORACLE_NEVER);
}

std::vector<PimOracleHellos::Window>
PimOracleHellos::GetWindows() const
{
    auto windows = m_answers;
    if (m_first)
    {
        windows.push_back(*m_first);
    }
    return windows;
}

void
PimOracleHellos::SendPeriodic(PimOracleChooser& chooser, PimOracleTime period)
{
    *m_due += period;
    if (!m_answers.empty() && chooser.Pick(2) == 0)
    {
        m_answers.clear();
    }
}

void
PimOracleHellos::SendRandom(PimOracleChooser& chooser, PimOracleTime now, PimOracleTime period)
{
    const bool isFirst = m_first && (m_answers.empty() || chooser.Pick(2) == 0);
    if (isFirst)
    {
        m_first.reset();
        m_due = now;
        SendPeriodic(chooser, period);
        return;
    }
    m_answers.clear();
}

void
PimOracleHellos::SendEarly(PimOracleChooser& chooser, PimOracleTime now, PimOracleTime period)
{
    m_answers.clear();
    if (m_first && chooser.Pick(2) == 0)
    {
        m_first.reset();
        m_due = now + period;
    }
}

} // namespace mgm
} // namespace ns3

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
    m_answer.reset();
    m_due.reset();
}

void
PimOracleHellos::Answer(PimOracleTime now, PimOracleTime delay, bool isRestarted)
{
    m_answer = m_answer.value_or(Window{now, now + delay, false});
    m_answer->isFirst = m_answer->isFirst || isRestarted;
}

PimOracleTime
PimOracleHellos::GetPeriodic() const
{
    return m_due.value_or(PIM_ORACLE_NEVER);
}

std::vector<PimOracleHellos::Window>
PimOracleHellos::GetWindows() const
{
    std::vector<Window> windows;
    for (const auto& window : {m_answer, m_first})
    {
        if (window)
        {
            windows.push_back(*window);
        }
    }
    return windows;
}

void
PimOracleHellos::SendPeriodic(PimOracleChooser& chooser, PimOracleTime period)
{
    *m_due += period;
    if (m_answer && chooser.Pick(2) == 0)
    {
        m_answer.reset();
    }
}

void
PimOracleHellos::SendRandom(PimOracleChooser& chooser, PimOracleTime now, PimOracleTime period)
{
    const bool isFirst = m_first && (!m_answer || chooser.Pick(2) == 0);
    if (isFirst)
    {
        m_first.reset();
        m_due = now;
        SendPeriodic(chooser, period);
        return;
    }
    m_answer.reset();
}

void
PimOracleHellos::SendEarly(PimOracleChooser& chooser, PimOracleTime now, PimOracleTime period)
{
    m_answer.reset();
    if (m_first && chooser.Pick(2) == 0)
    {
        m_first.reset();
        m_due = now + period;
    }
}

} // namespace mgm
} // namespace ns3

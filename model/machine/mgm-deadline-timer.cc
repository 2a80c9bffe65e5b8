/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-deadline-timer.h"

#include "ns3/mgm-trace-context.h"
#include "ns3/simulator.h"

#include <utility>

namespace ns3
{
namespace mgm
{

DeadlineTimer::DeadlineTimer(std::function<void()> expire)
    : m_expire(std::move(expire))
{
}

DeadlineTimer::~DeadlineTimer()
{
    Stop();
}

void
DeadlineTimer::Start(Time delay)
{
    m_deadline = Simulator::Now() + delay;
    m_cause = TraceContext::Get().GetCause();
    const bool checkedInTime =
        m_running && TimeStep(static_cast<int64_t>(m_event.GetTs())) <= m_deadline;
    if (!checkedInTime)
    {
        Stop();
        m_running = true;
        m_event = Simulator::Schedule(delay, &DeadlineTimer::Check, this);
    }
}

void
DeadlineTimer::Lower(Time delay)
{
    if (!m_running || GetRemaining() > delay)
    {
        Start(delay);
    }
}

void
DeadlineTimer::Stop()
{
    // A timer that is not running may outlive the simulator, which must not be asked then.
    if (m_running)
    {
        m_running = false;
        m_event.Cancel();
    }
}

Time
DeadlineTimer::GetRemaining() const
{
    return m_running ? m_deadline - Simulator::Now() : Time(0);
}

void
DeadlineTimer::Check()
{
    const auto remaining = GetRemaining();
    if (remaining.IsStrictlyPositive())
    {
        m_event = Simulator::Schedule(remaining, &DeadlineTimer::Check, this);
        return;
    }
    m_running = false;
    const CauseScope scope(m_cause);
    const auto expire = m_expire; // survives the timer
    expire();
}

} // namespace mgm
} // namespace ns3

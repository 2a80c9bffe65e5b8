/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-client-turn.h"

#include "ns3/mgm-trace-context.h"
#include "ns3/simulator.h"

#include <utility>

namespace ns3
{
namespace mgm
{

void
ClientTurn::End()
{
    ++m_number;
    m_waiting.Cancel();
    m_due = nullptr;
}

bool
ClientTurn::GoesOn(const Step& act)
{
    const auto number = m_number;
    act();
    return number == m_number;
}

void
ClientTurn::After(Time delay, Step next)
{
    if (delay.IsZero())
    {
        m_due = std::move(next);
        m_cause = TraceContext::Get().GetCause();
        Run();
    }
    else
    {
        m_waiting = Schedule(delay, std::move(next));
    }
}

void
ClientTurn::Run()
{
    const auto number = m_number;
    if (m_running == number)
    {
        return; // the loop below does it
    }
    m_running = number;
    while (number == m_number && m_due)
    {
        const CauseScope scope(m_cause);
        std::exchange(m_due, nullptr)();
    }
    if (number == m_number)
    {
        m_running = 0;
    }
}

void
ClientTurn::StopWaiting()
{
    m_waiting.Cancel();
}

ClientTurn::Step
ClientTurn::Bind(Step next) const
{
    return [this, number = m_number, next = std::move(next)]() {
        if (number == m_number)
        {
            next();
        }
    };
}

EventId
ClientTurn::Schedule(Time delay, Step next)
{
    return Simulator::Schedule(delay,
                               [next = std::move(next), cause = TraceContext::Get().GetCause()]() {
                                   const CauseScope scope(cause);
                                   next();
                               });
}

} // namespace mgm
} // namespace ns3

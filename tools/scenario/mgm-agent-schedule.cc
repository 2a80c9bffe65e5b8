/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-agent-schedule.h"

#include "ns3/simulator.h"

#include <utility>

namespace ns3
{
namespace mgm
{

void
AgentSchedule::Add(const Entry& entry)
{
    m_entries.push_back(entry);
}

void
AgentSchedule::Begin(uint32_t node, const std::function<void()>& after)
{
    m_after = after;
    for (auto& entry : m_entries)
    {
        Schedule(node, entry.start, [&entry]() { Start(entry); });
        if (entry.stop)
        {
            Schedule(node, *entry.stop, [&entry]() { Stop(entry); });
        }
    }
}

void
AgentSchedule::Schedule(uint32_t node, Time at, const std::function<void()>& what)
{
    Simulator::ScheduleWithContext(node, at, [this, what]() {
        if (m_isUp)
        {
            what();
            m_after();
        }
    });
}

void
AgentSchedule::Start(Entry& entry)
{
    if (!std::exchange(entry.isRunning, true))
    {
        entry.begin();
    }
}

void
AgentSchedule::Stop(Entry& entry)
{
    if (std::exchange(entry.isRunning, false))
    {
        entry.end();
    }
}

void
AgentSchedule::Crash()
{
    m_isUp = false;
    for (auto& entry : m_entries)
    {
        entry.isRunning = false;
        entry.fail();
    }
}

void
AgentSchedule::Boot(const std::function<void()>& prepare)
{
    m_isUp = true;
    prepare();
    const auto now = Simulator::Now();
    for (auto& entry : m_entries)
    {
        if (entry.start <= now && !(entry.stop && *entry.stop <= now))
        {
            Start(entry);
        }
    }
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-call-clock.h"

#include "ns3/mgm-trace-context.h"
#include "ns3/simulator.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

CallClock::CallClock(const ClientRegistry& registry, Dispatcher& dispatcher)
    : m_registry(registry),
      m_dispatcher(dispatcher)
{
}

CallClock::~CallClock()
{
    Clear();
}

void
CallClock::Spend(ClientHandle client, const Ptr<RandomVariableStream>& cost)
{
    const double seconds = cost ? cost->GetValue() : 0;
    if (seconds > 0)
    {
        Calls& calls = m_calls[client];
        calls.returnAt = std::max(calls.returnAt, Simulator::Now()) + Seconds(seconds);
    }
}

void
CallClock::BeginChange(ClientHandle client)
{
    ++m_calls[client].changes;
}

void
CallClock::EndChange(ClientHandle client)
{
    const auto found = m_calls.find(client);
    if (found == m_calls.end() || --found->second.changes > 0)
    {
        return;
    }
    const auto waiting = std::exchange(found->second.waiting, {});
    if (found->second.timers.empty() && found->second.returnAt <= Simulator::Now())
    {
        m_calls.erase(found);
    }
    for (const auto& next : waiting)
    {
        CallWhenReturned(client, next);
    }
}

void
CallClock::CallWhenReturned(ClientHandle client, Callback<void> next)
{
    if (m_dispatcher.IsIdle())
    {
        AfterCallbacks(client, next);
        return;
    }
    m_dispatcher.Push([this, client, next]() { AfterCallbacks(client, next); }, Time());
    m_dispatcher.Drain();
}

void
CallClock::AfterCallbacks(ClientHandle client, const Callback<void>& next)
{
    if (!m_registry.Find(client))
    {
        return;
    }
    const auto found = m_calls.find(client);
    if (found == m_calls.end())
    {
        next();
        return;
    }
    Calls& calls = found->second;
    if (calls.changes > 0)
    {
        calls.waiting.push_back(next);
    }
    else if (calls.returnAt > Simulator::Now())
    {
        const auto isOver = [](const EventId& timer) { return timer.IsExpired(); };
        calls.timers.erase(std::remove_if(calls.timers.begin(), calls.timers.end(), isOver),
                           calls.timers.end());
        const uint64_t cause = TraceContext::Get().GetCause();
        calls.timers.push_back(
            Simulator::Schedule(calls.returnAt - Simulator::Now(), [next, cause]() {
                const CauseScope scope(cause);
                next();
            }));
    }
    else
    {
        next();
    }
}

void
CallClock::Forget(ClientHandle client)
{
    const auto found = m_calls.find(client);
    if (found != m_calls.end())
    {
        for (EventId& timer : found->second.timers)
        {
            timer.Cancel();
        }
        m_calls.erase(found);
    }
}

void
CallClock::Clear()
{
    while (!m_calls.empty())
    {
        Forget(m_calls.begin()->first);
    }
}

} // namespace mgm
} // namespace ns3

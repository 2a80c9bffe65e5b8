/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-dispatcher.h"

#include "mgm-value-scope.h"

#include "ns3/mgm-trace-context.h"
#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

Dispatcher::~Dispatcher()
{
    Clear();
}

void
Dispatcher::SetDelivery(CallbackDelivery delivery)
{
    m_delivery = delivery;
}

CallbackDelivery
Dispatcher::GetDelivery() const
{
    return m_delivery;
}

void
Dispatcher::Push(std::function<void()> work, Time cost)
{
    m_queue.push_back(
        {std::move(work), cost, TraceContext::Get().GetCause(), m_chain, Simulator::Now()});
}

void
Dispatcher::Drain()
{
    while (!m_queue.empty() && m_nesting < MAX_NESTING)
    {
        if (MustWait())
        {
            if (m_event.IsExpired())
            {
                m_event = Simulator::Schedule(m_queue.front().cost, &Dispatcher::RunEvent, this);
            }
            return;
        }
        RunFirst();
    }
}

bool
Dispatcher::MustWait() const
{
    return m_delivery == CALLBACK_DELIVERY_POSTED || !m_queue.front().cost.IsZero() ||
           !m_event.IsExpired();
}

void
Dispatcher::RunFirst()
{
    const Item item = std::move(m_queue.front());
    m_queue.pop_front();
    const CauseScope scope(item.cause);
    const ValueScope nesting(m_nesting, m_nesting + 1);
    const ValueScope chain(m_chain, item.queued == Simulator::Now() ? item.chain : 0);
    item.work();
}

void
Dispatcher::RunEvent()
{
    RunFirst();
    Drain();
}

void
Dispatcher::Clear()
{
    m_event.Cancel();
    m_queue.clear();
    ++m_epoch;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-expiry.h"

#include "ns3/mgm-trace-context.h"
#include "ns3/simulator.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

/// A time after another one, at most the end of time.
Time
After(Time start, Time delay)
{
    return delay < Time::Max() - start ? start + delay : Time::Max();
}

} // namespace

MfeExpiry::MfeExpiry(MfeTable& table,
                     ForwardingPlane* const& plane,
                     std::function<void(const SourceGroup& key)> expire)
    : m_table(table),
      m_plane(plane),
      m_expire(std::move(expire)),
      m_timer([this]() { Run(); })
{
}

void
MfeExpiry::SetTimeout(Time timeout)
{
    m_timeout = timeout;
}

void
MfeExpiry::Start(const SourceGroup& key, MfeEntry& entry, Time delay)
{
    entry.timeout = delay;
    entry.deadline = After(Simulator::Now(), delay);
    Queue({key, TraceContext::Get().GetCause()}, entry, entry.deadline);
}

Time
MfeExpiry::GetDue(const SourceGroup& key, const MfeEntry& entry) const
{
    const auto counters = m_plane ? m_plane->GetCounters(key) : nullptr;
    if (!counters || counters->packets == 0 || !entry.HasOutgoing())
    {
        return entry.deadline;
    }
    return std::max(entry.deadline, After(counters->lastUse, m_timeout));
}

void
MfeExpiry::Queue(const Look& look, MfeEntry& entry, Time at)
{
    if (at < entry.queuedAt)
    {
        entry.queuedAt = at;
        m_looks.emplace(at, look);
        m_timer.Lower(at - Simulator::Now());
    }
}

void
MfeExpiry::Run()
{
    while (!m_looks.empty() && m_looks.begin()->first <= Simulator::Now())
    {
        const auto first = m_looks.extract(m_looks.begin());
        Check(first.mapped(), first.key());
    }
    if (!m_looks.empty())
    {
        m_timer.Start(m_looks.begin()->first - Simulator::Now());
    }
}

void
MfeExpiry::Check(const Look& look, Time at)
{
    MfeEntry* entry = m_table.Find(look.key);
    if (!entry || entry->queuedAt != at)
    {
        return; // the entry is another one by now, or an earlier look has been made
    }
    entry->queuedAt = Time::Max();
    if (entry->GetState() != mfe::State::LIVE)
    {
        return;
    }
    const Time due = GetDue(look.key, *entry);
    if (due > at)
    {
        Queue(look, *entry, due);
        return;
    }
    const CauseScope scope(look.cause);
    m_expire(look.key);
}

void
MfeExpiry::Clear()
{
    m_timer.Stop();
    m_looks.clear();
}

} // namespace mgm
} // namespace ns3

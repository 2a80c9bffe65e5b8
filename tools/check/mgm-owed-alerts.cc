/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-owed-alerts.h"

#include "ns3/mgm-trace-words.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

/// What an alert is about, if the record is one.
std::optional<AlertTopic>
TopicOf(const TraceRecord& record)
{
    if (record.op == words::LOCAL_JOIN || record.op == words::LOCAL_LEAVE)
    {
        return AlertTopic::LOCAL;
    }
    if (record.op != words::JOIN_ALERT && record.op != words::PRUNE_ALERT)
    {
        return std::nullopt;
    }
    // The event of a drop says why it is one; the kind of alert is then the action.
    const auto type = record.action.empty() ? record.event : record.action;
    return type == words::FORWARDING ? AlertTopic::FORWARDING : AlertTopic::MEMBERSHIP;
}

std::string_view
CallbackOf(AlertTopic topic, bool isJoin)
{
    return topic == AlertTopic::LOCAL ? (isJoin ? words::LOCAL_JOIN : words::LOCAL_LEAVE)
                                      : (isJoin ? words::JOIN_ALERT : words::PRUNE_ALERT);
}

/// Whether an owed alert names the interface that a record names.
bool
IsAtSame(const OwedAlert& owed, const TraceRecord& record)
{
    const auto& allowed = owed.interfaces;
    return allowed.empty() || !record.interface ||
           std::find(allowed.begin(), allowed.end(), *record.interface) != allowed.end();
}

/// Local memberships of two interfaces are two things; other alerts are about a group.
bool
IsAboutSame(const OwedAlert& owed, const TraceRecord& record, AlertTopic topic)
{
    return owed.topic == topic && owed.op == record.op && record.sourceGroup == owed.key &&
           (topic != AlertTopic::LOCAL || IsAtSame(owed, record));
}

} // namespace

OwedAlerts::OwedAlerts(const SeenClients& clients)
    : m_clients(clients)
{
}

void
OwedAlerts::Owe(OwedAlert alert)
{
    const SeenClient* known = m_clients.Get(alert.client);
    alert.op = CallbackOf(alert.topic, alert.isJoin);
    if (known && known->Has(alert.op))
    {
        alert.id = known->id;
        m_owed.push_back(std::move(alert));
    }
}

AlertVerdict
OwedAlerts::Follow(const TraceRecord& record)
{
    const auto topic = TopicOf(record);
    if (topic && record.kind == TraceKind::CALLBACK)
    {
        return Match(record, *topic);
    }
    if (topic && record.kind == TraceKind::DROP)
    {
        Drop(record, *topic);
    }
    return {};
}

AlertVerdict
OwedAlerts::Match(const TraceRecord& record, AlertTopic topic)
{
    AlertVerdict verdict;
    verdict.isAlert = true;
    const SeenClient* client = m_clients.Find(record.client);
    const auto isCandidate = [&](const OwedAlert& owed) {
        return client && owed.client == client->number && IsAboutSame(owed, record, topic);
    };
    const auto found = std::find_if(m_owed.begin(), m_owed.end(), isCandidate);
    verdict.isOwed = found != m_owed.end();
    if (verdict.isOwed)
    {
        const OwedAlert seen = *found;
        m_owed.erase(found);
        m_longestDelay = std::max(m_longestDelay, record.timeNs - seen.change.timeNs);
        m_nested += record.depth > 0 ? 1 : 0;
        m_outside += record.depth == 0 && seen.isOrdered ? 1 : 0;
        TakeOlder(seen, verdict);
        if (!IsAtSame(seen, record))
        {
            verdict.strayed = seen;
        }
    }
    return verdict;
}

/// What an earlier change has caused goes out first.
void
OwedAlerts::TakeOlder(const OwedAlert& seen, AlertVerdict& verdict)
{
    const auto end = std::find_if(m_owed.begin(), m_owed.end(), [&](const OwedAlert& owed) {
        return owed.change.seq >= seen.change.seq;
    });
    const auto isOvertaken = [&](const OwedAlert& owed) {
        return (owed.isOrdered && seen.isOrdered) ||
               (owed.client == seen.client && owed.key == seen.key && owed.topic == seen.topic);
    };
    std::copy_if(m_owed.begin(), end, std::back_inserter(verdict.lost), [&](const auto& owed) {
        return isOvertaken(owed) && owed.isRequired && m_clients.Get(owed.client);
    });
    m_owed.erase(std::remove_if(m_owed.begin(), end, isOvertaken), end);
}

/// An alert to a client that is gone is answered for by its drop.
void
OwedAlerts::Drop(const TraceRecord& record, AlertTopic topic)
{
    const auto found = std::find_if(m_owed.begin(), m_owed.end(), [&](const OwedAlert& owed) {
        return record.client && owed.id == *record.client && !m_clients.Get(owed.client) &&
               IsAboutSame(owed, record, topic);
    });
    if (found != m_owed.end())
    {
        m_owed.erase(found);
    }
}

/// Whether alerts are made inside of the calls that cause them, as far as can be seen.
bool
OwedAlerts::IsAtOnce() const
{
    return m_longestDelay == 0 && m_nested > 0 && m_outside == 0;
}

/// Alerts that take time go out one after the other, so the last may take long.
std::vector<OwedAlert>
OwedAlerts::TakeLost(int64_t endNs)
{
    std::vector<OwedAlert> lost;
    const auto patience = m_longestDelay * static_cast<int64_t>(m_owed.size() + 1);
    const auto isOver = [&](const OwedAlert& owed) {
        return endNs - owed.change.timeNs > patience || IsAtOnce();
    };
    std::copy_if(m_owed.begin(), m_owed.end(), std::back_inserter(lost), [&](const auto& owed) {
        return isOver(owed) && owed.isRequired && m_clients.Get(owed.client);
    });
    m_owed.erase(std::remove_if(m_owed.begin(), m_owed.end(), isOver), m_owed.end());
    return lost;
}

void
OwedAlerts::Clear()
{
    m_owed.clear();
}

bool
OwedAlerts::IsPending(uint32_t client) const
{
    return std::any_of(m_owed.begin(), m_owed.end(), [client](const OwedAlert& owed) {
        return owed.client == client;
    });
}

} // namespace mgm
} // namespace ns3

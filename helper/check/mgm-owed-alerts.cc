/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-owed-alerts.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

bool
IsMembershipAlert(const TraceRecord& record)
{
    // The event of a drop says why it is one; the kind of alert is then the action.
    const auto type = record.action.empty() ? record.event : record.action;
    return (record.op == "JOIN_ALERT" && type == "member-update") ||
           (record.op == "PRUNE_ALERT" && type == "member-delete") || record.op == "LOCAL_JOIN" ||
           record.op == "LOCAL_LEAVE";
}

/// Whether a client is owed a key, when these clients' memberships of it count.
bool
IsOwedBy(const std::set<uint32_t>& counting, uint32_t client)
{
    return counting.size() > counting.count(client);
}

/// Whether an owed alert is about what a record says, be it a join or a leave.
bool
IsAboutSame(const OwedAlert& owed, const TraceRecord& record)
{
    const bool isLocal = record.op == "LOCAL_JOIN" || record.op == "LOCAL_LEAVE";
    return record.sourceGroup == owed.key && isLocal == owed.interface.has_value() &&
           (!isLocal || owed.interface == record.interface);
}

} // namespace

OwedAlerts::OwedAlerts(const SeenClients& clients,
                       const SeenInterfaces& interfaces,
                       const SeenMemberships& memberships)
    : m_clients(clients),
      m_interfaces(interfaces),
      m_memberships(memberships)
{
}

void
OwedAlerts::Owe(const SeenChange& change, const TraceRecord& record)
{
    const RecordNote note(record);
    if (!change.holder.counts)
    {
        OweLocal(change, note);
    }
    else if (change.key.IsAnySource())
    {
        OweGroup(change, note);
    }
    else if (change.before.empty() || change.after.empty())
    {
        m_lookup = change;
        m_lookupNote = note;
    }
}

/// MBR-4
void
OwedAlerts::OweLocal(const SeenChange& change, const RecordNote& note)
{
    const auto& owner = m_interfaces.Get(change.holder.interface).owner;
    Push(owner.number, change.isJoin, change.key, note, change.holder.interface);
}

/// ALR-1, ALR-2
void
OwedAlerts::OweGroup(const SeenChange& change, const RecordNote& note)
{
    for (const auto& [number, client] : m_clients.GetAll())
    {
        if (IsOwedBy(change.before, number) == IsOwedBy(change.after, number))
        {
            continue;
        }
        if (change.key.IsAnyGroup())
        {
            Push(number, change.isJoin, change.key, note);
            if (!change.isJoin)
            {
                OweWithheld(number, note);
            }
        }
        else if (m_memberships.IsOwed(number, SourceGroup{}))
        {
            Withhold(number, change.key, change.isJoin);
        }
        else
        {
            Push(number, change.isJoin, change.key, note);
        }
    }
}

void
OwedAlerts::Withhold(uint32_t client, const SourceGroup& key, bool isJoin)
{
    ForgetGone();
    auto& withheld = m_withheld[client];
    const auto opposite = std::find(withheld.begin(), withheld.end(), std::make_pair(key, !isJoin));
    if (opposite != withheld.end())
    {
        withheld.erase(opposite);
    }
    else
    {
        withheld.emplace_back(key, isJoin);
    }
}

void
OwedAlerts::ForgetGone()
{
    for (auto at = m_withheld.begin(); at != m_withheld.end();)
    {
        at = m_clients.Get(at->first) ? std::next(at) : m_withheld.erase(at);
    }
}

void
OwedAlerts::OweWithheld(uint32_t client, const RecordNote& note)
{
    if (const auto withheld = m_withheld.extract(client))
    {
        for (const auto& [key, isJoin] : withheld.mapped())
        {
            Push(client, isJoin, key, note);
        }
    }
}

/// ALR-3
void
OwedAlerts::OweSource(const InterfaceId& towards)
{
    const auto& owner = m_interfaces.Get(towards).owner;
    if (owner.number != m_lookup->holder.client)
    {
        Push(owner.number, m_lookup->isJoin, m_lookup->key, m_lookupNote);
    }
}

/// A client that is gone, or that does not have the callback, is skipped (ALR-6).
void
OwedAlerts::Push(uint32_t client,
                 bool isJoin,
                 const SourceGroup& key,
                 const RecordNote& note,
                 const std::optional<InterfaceId>& interface)
{
    const SeenClient* known = m_clients.Get(client);
    const std::string_view op = interface ? (isJoin ? "LOCAL_JOIN" : "LOCAL_LEAVE")
                                          : (isJoin ? "JOIN_ALERT" : "PRUNE_ALERT");
    if (known && known->Has(op))
    {
        m_owed.push_back({client, known->id, op, key, interface, note});
    }
}

bool
OwedAlerts::IsLookup(const TraceRecord& record) const
{
    return m_lookup && record.kind == TraceKind::EVENT && record.op == "reverse-path" &&
           record.sourceGroup && record.sourceGroup->source == m_lookup->key.source;
}

AlertVerdict
OwedAlerts::Follow(const TraceRecord& record)
{
    if (IsLookup(record) && record.interface)
    {
        OweSource(*record.interface);
    }
    m_lookup.reset();
    if (record.kind == TraceKind::CALLBACK && IsMembershipAlert(record))
    {
        return Match(record);
    }
    if (record.kind == TraceKind::DROP && IsMembershipAlert(record))
    {
        Drop(record);
    }
    return {};
}

AlertVerdict
OwedAlerts::Match(const TraceRecord& record)
{
    AlertVerdict verdict;
    verdict.isAlert = true;
    const SeenClient* client = m_clients.Find(record.client);
    const auto isCandidate = [&](const OwedAlert& owed) {
        return client && owed.client == client->number && owed.op == record.op &&
               IsAboutSame(owed, record);
    };
    const auto found = std::find_if(m_owed.begin(), m_owed.end(), isCandidate);
    verdict.isOwed = found != m_owed.end();
    if (verdict.isOwed)
    {
        const OwedAlert seen = *found;
        m_owed.erase(found);
        m_longestDelay = std::max(m_longestDelay, record.timeNs - seen.change.timeNs);
        TakeOlder(seen, verdict);
    }
    return verdict;
}

/// What an earlier change has caused goes out first.
void
OwedAlerts::TakeOlder(const OwedAlert& seen, AlertVerdict& verdict)
{
    while (!m_owed.empty() && m_owed.front().change.seq < seen.change.seq)
    {
        if (m_clients.Get(m_owed.front().client))
        {
            verdict.lost.push_back(m_owed.front());
        }
        m_owed.pop_front();
    }
}

/// An alert to a client that is gone is answered for by its drop.
void
OwedAlerts::Drop(const TraceRecord& record)
{
    const auto found = std::find_if(m_owed.begin(), m_owed.end(), [&](const OwedAlert& owed) {
        return record.client && owed.id == *record.client && !m_clients.Get(owed.client) &&
               owed.op == record.op && IsAboutSame(owed, record);
    });
    if (found != m_owed.end())
    {
        m_owed.erase(found);
    }
}

/// Alerts that take time go out one after the other, so the last may take long.
std::vector<OwedAlert>
OwedAlerts::TakeLost(int64_t endNs)
{
    std::vector<OwedAlert> lost;
    const auto patience = m_longestDelay * static_cast<int64_t>(m_owed.size() + 1);
    for (const OwedAlert& owed : m_owed)
    {
        if (m_clients.Get(owed.client) && endNs - owed.change.timeNs > patience)
        {
            lost.push_back(owed);
        }
    }
    const auto isLost = [&](const OwedAlert& owed) {
        return endNs - owed.change.timeNs > patience;
    };
    m_owed.erase(std::remove_if(m_owed.begin(), m_owed.end(), isLost), m_owed.end());
    return lost;
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

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-group-duties.h"

#include "ns3/mgm-trace-words.h"

#include <algorithm>
#include <iterator>

namespace ns3
{
namespace mgm
{

namespace
{

/// Whether a client is owed a key, when these clients' memberships of it count.
bool
IsOwedBy(const std::set<uint32_t>& counting, uint32_t client)
{
    return counting.size() > counting.count(client);
}

/// A PRUNE_ALERT names the interface of the entry that was deleted; a JOIN_ALERT names none.
std::vector<InterfaceId>
NamedBy(bool isJoin, const InterfaceId& interface)
{
    return isJoin ? std::vector<InterfaceId>{} : std::vector<InterfaceId>{interface};
}

} // namespace

GroupDuties::GroupDuties(const SeenClients& clients,
                         const SeenInterfaces& interfaces,
                         const SeenMemberships& memberships,
                         OwedAlerts& alerts)
    : m_clients(clients),
      m_interfaces(interfaces),
      m_memberships(memberships),
      m_alerts(alerts)
{
}

void
GroupDuties::Follow(const TraceRecord& record)
{
    const bool isStart = record.op == words::GROUP_ENUMERATION_START;
    const bool isEnd = record.op == words::GROUP_ENUMERATION_END;
    const SeenClient* client = m_clients.Find(record.client);
    if (record.kind != TraceKind::RETURN || !words::IsEnumeration(record.op) || !client)
    {
        return;
    }
    if (record.status == Status::NO_ERROR && (isStart || isEnd))
    {
        uint32_t& readings = m_readings[client->number];
        readings = isStart ? readings + 1 : readings - std::min(readings, 1U);
    }
    if (const auto withheld = m_withheld.find(client->number); withheld != m_withheld.end())
    {
        for (auto& [key, change] : withheld->second)
        {
            change.isTouched = true;
            change.isRead = change.isRead || !(isStart || isEnd);
        }
    }
}

void
GroupDuties::Owe(const SeenChange& change, const TraceRecord& record)
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
}

/// MBR-4
void
GroupDuties::OweLocal(const SeenChange& change, const RecordNote& note)
{
    const auto& owner = m_interfaces.Get(change.holder.interface).owner;
    m_alerts.Owe({owner.number,
                  AlertTopic::LOCAL,
                  change.isJoin,
                  change.key,
                  {change.holder.interface},
                  note,
                  "MBR-4"});
}

/// ALR-1, ALR-2
void
GroupDuties::OweGroup(const SeenChange& change, const RecordNote& note)
{
    for (const auto& [number, client] : m_clients.GetAll())
    {
        if (IsOwedBy(change.before, number) == IsOwedBy(change.after, number))
        {
            continue;
        }
        if (!change.key.IsAnyGroup() && m_memberships.IsOwed(number, SourceGroup{}))
        {
            Withhold(number, change);
            continue;
        }
        m_alerts.Owe({number,
                      AlertTopic::MEMBERSHIP,
                      change.isJoin,
                      change.key,
                      NamedBy(change.isJoin, change.holder.interface),
                      note,
                      change.isJoin ? "ALR-1" : "ALR-2"});
        if (change.key.IsAnyGroup() && !change.isJoin)
        {
            OweWithheld(number, note);
        }
    }
}

/// ALR-7: what a client may have read between two changes does not cancel out.
void
GroupDuties::Withhold(uint32_t client, const SeenChange& change)
{
    ForgetGone();
    auto& withheld = m_withheld[client];
    const auto known = withheld.find(change.key);
    const auto readings = m_readings.find(client);
    const bool isReading = readings != m_readings.end() && readings->second > 0;
    if (known == withheld.end())
    {
        withheld[change.key] = {change.isJoin, change.holder.interface, 1, isReading};
    }
    else if (known->second.isTouched)
    {
        known->second.isJoin = change.isJoin;
        known->second.interface = change.holder.interface;
        ++known->second.changes;
    }
    else
    {
        withheld.erase(known);
    }
}

void
GroupDuties::ForgetGone()
{
    for (auto at = m_withheld.begin(); at != m_withheld.end();)
    {
        at = m_clients.Get(at->first) ? std::next(at) : m_withheld.erase(at);
    }
    for (auto at = m_readings.begin(); at != m_readings.end();)
    {
        at = m_clients.Get(at->first) ? std::next(at) : m_readings.erase(at);
    }
}

/// Where ALR-7 leaves it open whether a client hears once more of what it has read, I7 tells
/// whether it must.
void
GroupDuties::OweWithheld(uint32_t client, const RecordNote& note)
{
    if (const auto withheld = m_withheld.extract(client))
    {
        for (const auto& [key, change] : withheld.mapped())
        {
            m_alerts.Owe({client,
                          AlertTopic::MEMBERSHIP,
                          change.isJoin,
                          key,
                          NamedBy(change.isJoin, change.interface),
                          note,
                          "ALR-7",
                          change.IsRequired()});
        }
    }
}

void
GroupDuties::Clear()
{
    m_withheld.clear();
    m_readings.clear();
}

} // namespace mgm
} // namespace ns3

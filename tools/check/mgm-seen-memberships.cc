/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-seen-memberships.h"

#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

SeenMemberships::SeenMemberships(const SeenClients& clients, const SeenInterfaces& interfaces)
    : m_clients(clients),
      m_interfaces(interfaces)
{
}

std::optional<SeenChange>
SeenMemberships::Follow(const TraceRecord& record)
{
    const bool isMembership = record.kind == TraceKind::STATE && record.op == words::MEMBERSHIP &&
                              record.client && record.interface && record.sourceGroup;
    if (!isMembership)
    {
        return std::nullopt;
    }
    const SourceGroup key = *record.sourceGroup;
    const SeenHolder* known = Find(key, *record.interface, record.client);
    const bool isJoin = record.newState == words::PRESENT;
    if (isJoin == (known != nullptr))
    {
        return std::nullopt;
    }
    SeenChange change{key, known ? *known : MakeHolder(record), isJoin, GetCounting(key), {}};
    auto& holders = m_holders[key];
    if (isJoin)
    {
        holders.push_back(change.holder);
    }
    else
    {
        holders.erase(holders.begin() + (known - holders.data()));
    }
    if (holders.empty())
    {
        m_holders.erase(key);
    }
    change.after = GetCounting(key);
    return change;
}

void
SeenMemberships::Clear()
{
    m_holders.clear();
}

SeenHolder
SeenMemberships::MakeHolder(const TraceRecord& record) const
{
    const SeenClient* client = m_clients.Find(record.client);
    const bool isLocal = record.client->IsIgmp() && m_interfaces.Get(*record.interface).owner;
    return {*record.interface,
            client ? client->number : SeenInterfaces::UNKNOWN,
            *record.client,
            !isLocal,
            RecordNote(record)};
}

const SeenHolder*
SeenMemberships::Find(const SourceGroup& key,
                      const InterfaceId& interface,
                      const std::optional<ClientId>& id) const
{
    const auto found = m_holders.find(key);
    if (found == m_holders.end() || !id)
    {
        return nullptr;
    }
    const auto holder =
        std::find_if(found->second.begin(), found->second.end(), [&](const SeenHolder& each) {
            return each.interface == interface && each.id == *id;
        });
    return holder == found->second.end() ? nullptr : &*holder;
}

std::set<uint32_t>
SeenMemberships::GetCounting(const SourceGroup& key) const
{
    std::set<uint32_t> clients;
    const auto found = m_holders.find(key);
    if (found != m_holders.end())
    {
        for (const SeenHolder& holder : found->second)
        {
            if (holder.counts)
            {
                clients.insert(holder.client);
            }
        }
    }
    return clients;
}

bool
SeenMemberships::IsOwed(uint32_t client, const SourceGroup& key) const
{
    const auto counting = GetCounting(key);
    return counting.size() > counting.count(client);
}

} // namespace mgm
} // namespace ns3

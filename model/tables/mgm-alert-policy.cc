/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-alert-policy.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

AlertPolicy::AlertPolicy(const MembershipTable& table, Questions questions)
    : m_table(table),
      m_questions(std::move(questions))
{
}

Alerts
AlertPolicy::Decide(const Change& change)
{
    Alerts alerts;
    const ClientList affected = GetAffected(change);
    alerts.reserve(affected.size());
    for (const ClientHandle client : affected)
    {
        const Alert alert{client, change.entry, change.event, change.interface};
        if (change.entry.IsAnyGroup())
        {
            alerts.push_back(alert);
            if (change.event == MembershipEvent::PRUNE)
            {
                const auto missed = m_withheld.Take(client);
                alerts.insert(alerts.end(), missed.begin(), missed.end());
            }
        }
        else if (IsCovered(client))
        {
            m_withheld.Withhold(alert);
        }
        else
        {
            alerts.push_back(alert);
        }
    }
    return alerts;
}

ClientList
AlertPolicy::GetAffected(const Change& change) const
{
    const auto own = change.holders
                         ? std::count_if(change.holders->begin(),
                                         change.holders->end(),
                                         [&](const Holder& holder) {
                                             return holder.counts && holder.client == change.client;
                                         })
                         : 0;
    if (own != (change.event == MembershipEvent::JOIN ? 1 : 0))
    {
        return {}; // another interface of the same client: N does not change
    }
    const ClientList others = GetCounting(change.holders, change.client);
    if (others.size() > 1)
    {
        return {};
    }
    if (others.size() == 1)
    {
        return m_questions.isRegistered(others.front()) ? others : ClientList();
    }
    return m_questions.otherClients(change.client);
}

bool
AlertPolicy::IsCovered(ClientHandle client) const
{
    return !GetCounting(m_table.Find(SourceGroup()), client).empty();
}

ClientList
AlertPolicy::GetCounting(const Holders* holders, ClientHandle except)
{
    ClientList clients;
    if (!holders)
    {
        return clients;
    }
    for (const Holder& holder : *holders)
    {
        const bool isNew =
            std::find(clients.begin(), clients.end(), holder.client) == clients.end();
        if (holder.counts && holder.client != except && isNew)
        {
            clients.push_back(holder.client);
        }
    }
    return clients;
}

void
AlertPolicy::FollowEnumeration(ClientHandle client)
{
    m_withheld.FollowEnumeration(client);
}

void
AlertPolicy::Forget(ClientHandle client)
{
    m_withheld.Take(client);
}

void
AlertPolicy::Clear()
{
    m_withheld.Clear();
}

} // namespace mgm
} // namespace ns3

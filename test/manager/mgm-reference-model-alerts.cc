/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-reference-model.h"

#include <algorithm>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

using Op = ClientEvent::Op;

ClientEvent
Alert(ClientId client, const SourceGroup& key, bool join)
{
    return join ? JoinAlert(client, key) : PruneAlert(client, key);
}

std::string
Text(const ClientEvents& events)
{
    std::ostringstream os;
    for (const auto& event : events)
    {
        os << event << "; ";
    }
    return os.str();
}

} // namespace

bool
ReferenceModel::Counts(const Membership& membership) const
{
    const auto [client, key, interface] = membership;
    return !IdOf(client).IsIgmp() || GetOwner(interface) == 0;
}

ReferenceModel::Debts
ReferenceModel::GetDebts() const
{
    Debts debts;
    for (Number creditor = 1; creditor <= GetNewest(); ++creditor)
    {
        if (!IsAlive(creditor))
        {
            continue;
        }
        auto& keys = debts[creditor];
        for (const auto& membership : m_memberships)
        {
            const auto [client, key, interface] = membership;
            if (client != creditor && key.IsAnySource() && Counts(membership))
            {
                keys.insert(key);
            }
        }
    }
    return debts;
}

std::set<ReferenceModel::Number>
ReferenceModel::HoldersOf(const SourceGroup& key) const
{
    std::set<Number> holders;
    for (const auto& membership : m_memberships)
    {
        if (std::get<1>(membership) == key && Counts(membership))
        {
            holders.insert(std::get<0>(membership));
        }
    }
    return holders;
}

std::vector<ReferenceModel::Number>
ReferenceModel::GetAlertOrder() const
{
    std::vector<Number> order;
    for (Number client = 1; client <= GetNewest(); ++client)
    {
        if (IsAlive(client))
        {
            order.push_back(client);
        }
    }
    if (m_setup.alertOrder == 1)
    {
        std::reverse(order.begin(), order.end());
    }
    if (m_setup.alertOrder == 2)
    {
        std::sort(order.begin(), order.end(), [this](Number a, Number b) {
            return IdOf(a) < IdOf(b);
        });
    }
    return order;
}

void
ReferenceModel::Apply(const Membership& membership, bool adds)
{
    const auto [client, key, interface] = membership;
    const auto holdersBefore = HoldersOf(key);
    adds ? (void)m_memberships.insert(membership) : (void)m_memberships.erase(membership);
    m_history.push_back(GetDebts());

    const auto owner = GetOwner(interface);
    if (IdOf(client).IsIgmp() && owner != 0)
    {
        Post(owner,
             adds ? LocalJoin(IdOf(owner), key, interface)
                  : LocalLeave(IdOf(owner), key, interface));
    }
    else if (key.IsAnySource())
    {
        AlertOfGroup(key, client, holdersBefore);
    }
    else if (holdersBefore.empty() || HoldersOf(key).empty())
    {
        AlertOfSource(key, client, adds);
    }
}

void
ReferenceModel::AlertOfSource(const SourceGroup& key, Number caller, bool adds)
{
    const auto owner = GetOwner(m_setup.rib[IndexOfSource(key.source).value()]);
    if (owner != 0 && owner != caller)
    {
        Post(owner, Alert(IdOf(owner), key, adds));
    }
}

void
ReferenceModel::AlertOfGroup(const SourceGroup& key, Number caller, const std::set<Number>& before)
{
    const auto alerts = AlertsByDebts(key);
    if (HoldersOf(SourceGroup{}).empty() && !key.IsAnyGroup())
    {
        const auto expected = AlertsByCount(key, caller, before);
        if (!(alerts == expected))
        {
            m_contradiction = "by debts: " + Text(alerts) + " by count: " + Text(expected);
        }
    }
    for (const auto& alert : alerts)
    {
        Post(FindAlive(alert.client), alert);
    }
}

ClientEvents
ReferenceModel::AlertsByDebts(const SourceGroup& key) const
{
    const auto& before = m_history.at(m_history.size() - 2);
    const auto& after = m_history.back();
    ClientEvents alerts;
    for (const auto client : GetAlertOrder())
    {
        const bool join = after.at(client).count(key) != 0;
        const bool changes = join != (before.at(client).count(key) != 0);
        const bool covered = !key.IsAnyGroup() && after.at(client).count(SourceGroup{}) != 0;
        if (changes && !covered)
        {
            alerts.push_back(Alert(IdOf(client), key, join));
        }
        if (changes && key.IsAnyGroup() && !join)
        {
            const auto withheld = Withheld(client);
            alerts.insert(alerts.end(), withheld.begin(), withheld.end());
        }
    }
    return alerts;
}

/// The tables of ALR-1 and ALR-2, literally; they hold while nobody holds (*,*).
ClientEvents
ReferenceModel::AlertsByCount(const SourceGroup& key,
                              Number caller,
                              const std::set<Number>& before) const
{
    const auto after = HoldersOf(key);
    ClientEvents alerts;
    for (const auto client : GetAlertOrder())
    {
        const bool other = client != caller;
        if ((before.empty() && after.size() == 1 && other) ||
            (before.size() == 1 && after.size() == 2 && before.count(client) != 0))
        {
            alerts.push_back(JoinAlert(IdOf(client), key));
        }
        if ((before.size() == 2 && after.size() == 1 && after.count(client) != 0) ||
            (before.size() == 1 && after.empty() && other))
        {
            alerts.push_back(PruneAlert(IdOf(client), key));
        }
    }
    return alerts;
}

/// What changed for a client that was owed (*,*) until now; opposite changes cancel out.
ClientEvents
ReferenceModel::Withheld(Number client) const
{
    const auto isCovered = [&](std::size_t i) {
        const auto found = m_history[i].find(client);
        return found != m_history[i].end() && found->second.count(SourceGroup{}) != 0;
    };
    const auto now = m_history.size() - 1;
    auto first = now;
    while (first > 0 && isCovered(first - 1))
    {
        --first;
    }
    ClientEvents withheld;
    const auto note = [&](const SourceGroup& key, bool join) {
        const auto opposite =
            std::find(withheld.begin(), withheld.end(), Alert(IdOf(client), key, !join));
        if (opposite != withheld.end())
        {
            withheld.erase(opposite);
        }
        else
        {
            withheld.push_back(Alert(IdOf(client), key, join));
        }
    };
    for (auto i = first + 1; i < now; ++i)
    {
        const auto& before = m_history[i - 1].at(client);
        const auto& after = m_history[i].at(client);
        for (const auto& keys : {before, after})
        {
            for (const auto& key : keys)
            {
                if (!key.IsAnyGroup() && before.count(key) != after.count(key))
                {
                    note(key, after.count(key) != 0);
                }
            }
        }
    }
    return withheld;
}

void
ReferenceModel::Post(Number client, const ClientEvent& event)
{
    m_queue.push_back([=]() { Deliver(client, event); });
}

void
ReferenceModel::Drain()
{
    while (!m_queue.empty())
    {
        const auto next = m_queue.front();
        m_queue.pop_front();
        next();
    }
}

void
ReferenceModel::Deliver(Number client, const ClientEvent& event)
{
    if (!IsAlive(client) || Get(client).slot == m_setup.mute)
    {
        return;
    }
    m_events.push_back(event);
    const auto call = React(m_setup, Get(client).slot, event);
    if (!call || Get(client).reactions == 0)
    {
        return;
    }
    --Get(client).reactions;
    const auto outer = m_inEnable;
    m_inEnable = event.op == Op::ENABLE_IGMP ? client : outer;
    const auto status = ChangeMembership(client, *call, call->verb == RandomCall::Verb::ADD);
    m_inEnable = outer;
    m_events.push_back(Returned(event.client, status));
}

} // namespace mgm
} // namespace ns3

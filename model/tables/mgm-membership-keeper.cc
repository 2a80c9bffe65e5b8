/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-membership-keeper.h"

#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

MembershipKeeper::MembershipKeeper(const ClientRegistry& registry,
                                   const OwnershipTable& ownership,
                                   ReversePaths& paths,
                                   ClientCaller& caller,
                                   AlertPolicy::Questions questions,
                                   const Ptr<Tracer>& tracer)
    : m_registry(registry),
      m_ownership(ownership),
      m_caller(caller),
      m_tracer(tracer),
      m_policy(m_table, std::move(questions)),
      m_sources(m_table, ownership, paths, caller, tracer)
{
}

void
MembershipKeeper::Add(const Client& client, const SourceGroup& entry, const InterfaceId& interface)
{
    if (m_table.FindHolder(entry, client.handle, interface))
    {
        return;
    }
    const ClientHandle owner = m_ownership.Find(interface)->owner;
    const bool isLocal = client.id.IsIgmp() && owner; // recorded, but only the owner hears of it
    if (!isLocal)
    {
        Prepare(entry);
    }
    const Holders* holders = m_table.Add(entry, {interface, client.handle, !isLocal});
    Trace(client.handle, entry, interface, words::ADDED);
    if (isLocal)
    {
        m_caller.LocalJoin(owner, entry, interface);
    }
    else
    {
        Follow({entry, client.handle, MembershipEvent::JOIN, holders, interface});
    }
}

void
MembershipKeeper::Delete(ClientHandle client,
                         const SourceGroup& entry,
                         const InterfaceId& interface)
{
    const Holder* holder = m_table.FindHolder(entry, client, interface);
    if (!holder)
    {
        return;
    }
    const bool isLocal = !holder->counts;
    if (!isLocal)
    {
        Prepare(entry);
    }
    const Holders* holders = m_table.Delete(entry, client, interface);
    Trace(client, entry, interface, words::DELETED);
    if (isLocal)
    {
        m_caller.LocalLeave(m_ownership.Find(interface)->owner, entry, interface);
    }
    else
    {
        Follow({entry, client, MembershipEvent::PRUNE, holders, interface});
    }
}

void
MembershipKeeper::DeleteAll(ClientHandle client, const InterfaceId& interface)
{
    if (client)
    {
        for (const SourceGroup& entry : m_table.GetEntries(client, interface))
        {
            Delete(client, entry, interface);
        }
    }
}

void
MembershipKeeper::SetListener(Listener listener)
{
    m_listener = std::move(listener);
}

void
MembershipKeeper::Prepare(const SourceGroup& entry)
{
    if (!entry.IsAnySource())
    {
        m_sources.Look(entry.source);
    }
}

void
MembershipKeeper::Follow(const AlertPolicy::Change& change)
{
    if (change.entry.IsAnySource())
    {
        SendAlerts(change);
    }
    else
    {
        m_sources.FollowMembership(change.entry, change.interface);
    }
    m_listener(change);
}

void
MembershipKeeper::SendAlerts(const AlertPolicy::Change& change)
{
    for (const Alert& alert : m_policy.Decide(change))
    {
        if (alert.event == MembershipEvent::JOIN)
        {
            m_caller.JoinAlert(alert.client, alert.entry, true);
        }
        else
        {
            m_caller.PruneAlert(alert.client, alert.entry, alert.interface);
        }
    }
}

void
MembershipKeeper::Clear()
{
    m_table.ForEach([this](const SourceGroup& entry, const Holder& holder) {
        Trace(holder.client, entry, holder.interface, words::CRASHED);
    });
    m_table = MembershipTable();
    m_policy.Clear();
    m_sources.Clear();
}

void
MembershipKeeper::Trace(ClientHandle client,
                        const SourceGroup& entry,
                        const InterfaceId& interface,
                        std::string_view event) const
{
    if (!m_tracer->IsConnected())
    {
        return;
    }
    const Client& who = *m_registry.FindEver(client);
    const bool isAdded = event == words::ADDED;
    const auto before = isAdded ? words::ABSENT : words::PRESENT;
    const auto after = isAdded ? words::PRESENT : words::ABSENT;
    EmitState(*m_tracer,
              {words::MEMBERSHIP, interface, entry, who.id, who.name},
              {before, event, after});
}

} // namespace mgm
} // namespace ns3

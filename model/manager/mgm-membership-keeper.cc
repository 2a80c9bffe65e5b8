/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-membership-keeper.h"

namespace ns3
{
namespace mgm
{

MembershipKeeper::MembershipKeeper(const ClientRegistry& registry,
                                   const OwnershipTable& ownership,
                                   ClientCaller& caller,
                                   AlertPolicy::Questions questions,
                                   const Ptr<Tracer>& tracer)
    : m_registry(registry),
      m_ownership(ownership),
      m_caller(caller),
      m_tracer(tracer),
      m_policy(m_table, std::move(questions))
{
}

void
MembershipKeeper::Add(const Client& client, const SourceGroup& entry, const InterfaceId& interface)
{
    const ClientHandle owner = m_ownership.Find(interface)->owner;
    const bool isLocal = client.id.IsIgmp() && owner; // recorded, but only the owner hears of it
    const auto change = m_table.Add(entry, {interface, client.handle, !isLocal});
    if (!change.done)
    {
        return;
    }
    Trace(client.handle, entry, interface, MembershipEvent::JOIN);
    if (isLocal)
    {
        m_caller.LocalJoin(owner, entry, interface);
    }
    else
    {
        Follow({entry, client.handle, MembershipEvent::JOIN, change.holders}, interface);
    }
}

void
MembershipKeeper::Delete(ClientHandle client,
                         const SourceGroup& entry,
                         const InterfaceId& interface)
{
    Holder removed;
    const auto change = m_table.Delete(entry, client, interface, removed);
    if (!change.done)
    {
        return;
    }
    Trace(client, entry, interface, MembershipEvent::PRUNE);
    if (removed.counts)
    {
        Follow({entry, client, MembershipEvent::PRUNE, change.holders}, interface);
    }
    else
    {
        m_caller.LocalLeave(m_ownership.Find(interface)->owner, entry, interface);
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
MembershipKeeper::Forget(ClientHandle client)
{
    m_policy.Forget(client);
}

void
MembershipKeeper::SetListener(Listener listener)
{
    m_listener = std::move(listener);
}

void
MembershipKeeper::Follow(const AlertPolicy::Change& change, const InterfaceId& interface)
{
    SendAlerts(change, interface);
    m_listener(change, interface);
}

void
MembershipKeeper::SendAlerts(const AlertPolicy::Change& change, const InterfaceId& interface)
{
    for (const Alert& alert : m_policy.Decide(change))
    {
        if (alert.event == MembershipEvent::JOIN)
        {
            m_caller.JoinAlert(alert.client, alert.entry, true);
        }
        else
        {
            m_caller.PruneAlert(alert.client, alert.entry, interface);
        }
    }
}

void
MembershipKeeper::Trace(ClientHandle client,
                        const SourceGroup& entry,
                        const InterfaceId& interface,
                        MembershipEvent event) const
{
    if (!m_tracer->IsConnected())
    {
        return;
    }
    const Client& who = *m_registry.FindEver(client);
    const bool isJoin = event == MembershipEvent::JOIN;
    TraceRecord record;
    record.kind = TraceKind::STATE;
    record.op = "membership";
    record.client = who.id;
    record.clientName = who.name;
    record.interface = interface;
    record.sourceGroup = entry;
    record.oldState = isJoin ? "absent" : "present";
    record.event = isJoin ? "add" : "delete";
    record.newState = isJoin ? "present" : "absent";
    m_tracer->Emit(record);
}

} // namespace mgm
} // namespace ns3

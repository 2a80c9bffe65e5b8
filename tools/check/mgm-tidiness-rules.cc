/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-tidiness-rules.h"

#include "ns3/mgm-trace-words.h"

#include <set>

namespace ns3
{
namespace mgm
{

TidinessRules::TidinessRules(const TraceView& view)
    : TraceRules(TraceRule::I8, view)
{
}

void
TidinessRules::Before(const TraceRecord& record, const SeenNode& node)
{
    const bool isDone = record.kind == TraceKind::RETURN && record.status == Status::NO_ERROR;
    if (record.kind == TraceKind::CALLBACK)
    {
        LookAtCallback(record, node);
    }
    else if (record.kind == TraceKind::STATE &&
             (record.op == words::OWNER || record.op == words::IGMP_HOLDER))
    {
        LookAtRelease(record, node);
    }
    else if (isDone && record.op == words::DEREGISTER_M_PROTOCOL)
    {
        LookAtDeregistration(record, node);
    }
    else if (isDone && record.op == words::DELETE_GROUP_MEMBERSHIP_ENTRY)
    {
        LookAtDelete(record, node);
    }
}

void
TidinessRules::LookAtCallback(const TraceRecord& record, const SeenNode& node) const
{
    if (!node.GetClients().Find(record.client))
    {
        Report(Text("gone ", node.GetId(), ' ', *record.client),
               {RecordNote(record)},
               Text(record.clientName, " is called although it is not registered"));
    }
}

/// OWN-5, OWN-7, OWN-8: entries go before their interface does.
void
TidinessRules::LookAtRelease(const TraceRecord& record, const SeenNode& node)
{
    const SeenInterface& interface = node.GetInterfaces().Get(*record.interface);
    const SeenParty& leaving = record.op == words::OWNER ? interface.owner : interface.igmp;
    if (!leaving || record.newState != words::NOBODY)
    {
        return;
    }
    if (record.op == words::OWNER || !interface.owner)
    {
        m_releases[node.GetId()].push_back(RecordNote(record));
    }
    for (const auto& [key, holders] : node.GetMemberships().GetAll())
    {
        for (const SeenHolder& holder : holders)
        {
            if (holder.client == leaving.number && holder.interface == *record.interface)
            {
                Report(Text("left ", node.GetId(), ' ', leaving.number, ' ', *record.interface),
                       {holder.added, RecordNote(record)},
                       Text(leaving.name,
                            " leaves ",
                            m_view.NameOf(record.node, *record.interface),
                            ", but its membership of ",
                            key,
                            " there stays"));
            }
        }
    }
}

void
TidinessRules::LookAtDeregistration(const TraceRecord& record, const SeenNode& node) const
{
    const SeenClient* client = node.GetClients().Find(record.client);
    if (!client)
    {
        return;
    }
    for (const auto& [id, interface] : node.GetInterfaces().GetAll())
    {
        if (interface.owner.number == client->number || interface.igmp.number == client->number)
        {
            Report(Text("gone ", node.GetId(), ' ', client->id),
                   {interface.owner.number == client->number ? interface.owner.since
                                                             : interface.igmp.since,
                    RecordNote(record)},
                   Text(client->name,
                        " deregisters, but still has ",
                        m_view.NameOf(record.node, id),
                        " (REG-3)"));
        }
    }
    for (const auto& [key, holders] : node.GetMemberships().GetAll())
    {
        for (const SeenHolder& holder : holders)
        {
            if (holder.client == client->number)
            {
                Report(Text("gone ", node.GetId(), ' ', client->id),
                       {holder.added, RecordNote(record)},
                       Text(client->name, " deregisters, but its membership of ", key, " stays"));
            }
        }
    }
}

void
TidinessRules::LookAtDelete(const TraceRecord& record, const SeenNode& node) const
{
    const OpenFrame* call = m_view.frames.Find(record);
    const bool isLeave = record.event.find(words::JOIN_STATE) != std::string_view::npos;
    if (!call || !isLeave || !record.interface || !record.sourceGroup || !call->hadMembership ||
        call->hasChanged)
    {
        return;
    }
    const SeenHolder* left =
        node.GetMemberships().Find(*record.sourceGroup, *record.interface, record.client);
    if (left)
    {
        Report(Text("deleted ", node.GetId(), ' ', left->id, ' ', *record.sourceGroup),
               {left->added, RecordNote(record)},
               Text(record.clientName,
                    " deletes ",
                    *record.sourceGroup,
                    " and is answered NO_ERROR, but the membership stays"));
    }
}

void
TidinessRules::EndInstant(const SeenNode& node)
{
    if (const auto releases = m_releases.extract(node.GetId()))
    {
        for (const RecordNote& release : releases.mapped())
        {
            LookAtKeptEntries(node, release);
        }
    }
}

/// OWN-5: those that come in there, and those that were to. One that is being made anew comes in
/// nowhere until its route has been looked up.
void
TidinessRules::LookAtKeptEntries(const SeenNode& node, const RecordNote& release) const
{
    for (const auto& [key, entry] : node.GetEntries().GetAll())
    {
        const bool hasRoute =
            entry.state != SeenEntryState::MAKING || entry.routed > entry.since.seq;
        if (entry.born < release.seq && hasRoute &&
            (entry.incoming == release.interface || entry.reverse == release.interface))
        {
            Report(Text("entry ", node.GetId(), ' ', key),
                   {entry.since, release},
                   Text(release.oldState,
                        " leaves ",
                        m_view.NameOf(node.GetId(), *release.interface),
                        ", but the entry ",
                        key,
                        entry.incoming == release.interface ? " that comes in there stays (OWN-5)"
                                                            : ", whose reverse path that is, stays "
                                                              "(OWN-5)"));
        }
    }
}

void
TidinessRules::Finish(const SeenNode& node)
{
    for (const auto& [number, client] : node.GetClients().GetAll())
    {
        if (client.IsTold() && !node.GetAlerts().IsPending(number))
        {
            LookAtTold(node, client);
        }
    }
    LookAtGone(node);
    if (node.GetClients().GetAll().empty())
    {
        LookAtEmptyForwarder(node);
    }
}

void
TidinessRules::LookAtTold(const SeenNode& node, const SeenClient& client) const
{
    for (const auto& [key, note] : client.told)
    {
        const bool isWithheld = key.IsAnySource() && node.IsOwed(client.number, SourceGroup{});
        if (!node.IsOwed(client.number, key) && !isWithheld)
        {
            Report(Text("alert ", node.GetId(), ' ', client.id, ' ', key),
                   {note},
                   Text("nobody else wants ",
                        key,
                        " any more, but no PRUNE_ALERT answers this JOIN_ALERT"));
        }
    }
}

/// Who is not registered any more has nothing, unless a change of owner is under way.
void
TidinessRules::LookAtGone(const SeenNode& node) const
{
    std::set<uint32_t> leaving;
    for (const auto& [id, interface] : node.GetInterfaces().GetAll())
    {
        if (interface.phase != SeenPhase::STABLE)
        {
            leaving.insert({interface.owner.number, interface.igmp.number});
        }
    }
    for (const auto& [id, interface] : node.GetInterfaces().GetAll())
    {
        for (const SeenParty& left : {interface.owner, interface.igmp})
        {
            if (left && !node.GetClients().Get(left.number) && leaving.count(left.number) == 0)
            {
                Report(Text("gone ", node.GetId(), ' ', left.number),
                       {left.since},
                       Text(left.name,
                            " is not registered any more, but still has ",
                            m_view.NameOf(node.GetId(), id)));
            }
        }
    }
    for (const auto& [key, holders] : node.GetMemberships().GetAll())
    {
        for (const SeenHolder& left : holders)
        {
            if (!node.GetClients().Get(left.client) && leaving.count(left.client) == 0)
            {
                Report(Text("gone ", node.GetId(), ' ', left.client),
                       {left.added},
                       Text(left.id,
                            " is not registered any more, but its membership of ",
                            key,
                            " stays"));
            }
        }
    }
}

/// The entries of an interface go with who answers for it.
void
TidinessRules::LookAtEmptyForwarder(const SeenNode& node) const
{
    for (const auto& [key, entry] : node.GetEntries().GetAll())
    {
        if (entry.incoming && node.GetInterfaces().Get(*entry.incoming).phase == SeenPhase::STABLE)
        {
            Report(Text("empty ", node.GetId()),
                   {entry.since},
                   Text("no client is registered any more, but the entry ", key, " stays"));
        }
    }
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-knowledge-rules.h"

namespace ns3
{
namespace mgm
{

KnowledgeRules::KnowledgeRules(const TraceView& view)
    : TraceRules(TraceRule::I7, view)
{
}

/// A client that is about to go is not judged any more.
void
KnowledgeRules::Before(const TraceRecord& record, const SeenNode& node)
{
    if (record.kind == TraceKind::RETURN)
    {
        LookAtReturn(record, node);
    }
}

void
KnowledgeRules::After(const TraceRecord& record, const SeenNode& node)
{
    const SeenClient* client = record.client ? node.GetClients().Find(record.client) : nullptr;
    if (node.GetChange())
    {
        Touch(node, *node.GetChange());
    }
    if (!client || !client->IsTold())
    {
        return;
    }
    if (record.kind == TraceKind::CALL && record.op == "RegisterMProtocol" &&
        client->registered.seq == record.seq)
    {
        Begin(node, *client);
        return;
    }
    Knowledge& knowledge = m_clients[{node.GetId(), client->number}];
    if (record.kind == TraceKind::EVENT && record.op == "enumerated" && record.sourceGroup)
    {
        knowledge.enumerated.insert(*record.sourceGroup);
    }
    else if (record.kind == TraceKind::CALLBACK && record.sourceGroup &&
             record.sourceGroup->IsAnySource() &&
             (record.op == "JOIN_ALERT" || record.op == "PRUNE_ALERT"))
    {
        knowledge.touched.insert(*record.sourceGroup);
        if (record.op == "PRUNE_ALERT" && record.event == "member-delete")
        {
            knowledge.enumerated.erase(*record.sourceGroup);
        }
    }
}

/// One to whom nothing is owed when it registers hears of everything by alerts.
void
KnowledgeRules::Begin(const SeenNode& node, const SeenClient& client)
{
    Knowledge knowledge;
    knowledge.isComplete = true;
    for (const auto& [key, holders] : node.GetMemberships().GetAll())
    {
        const bool isOwed = key.IsAnySource() && node.GetMemberships().IsOwed(client.number, key);
        knowledge.isComplete = knowledge.isComplete && !isOwed;
    }
    m_clients[{node.GetId(), client.number}] = knowledge;
}

void
KnowledgeRules::LookAtReturn(const TraceRecord& record, const SeenNode& node)
{
    if (record.op == "AddGroupMembershipEntry" && record.status == Status::NO_ERROR)
    {
        LookAtAdd(record, node);
    }
    const SeenClient* client = node.GetClients().Find(record.client);
    if (client && record.op == "DeRegisterMProtocol" && record.status == Status::NO_ERROR)
    {
        m_clients.erase({node.GetId(), client->number});
    }
    else if (client && client->IsTold())
    {
        LookAtReading(record, node, m_clients[{node.GetId(), client->number}]);
    }
}

/// An enumeration during which the client is owed (*,*) may miss what cancels out; of two at the
/// same time the trace does not tell which one reads.
void
KnowledgeRules::LookAtReading(const TraceRecord& record,
                              const SeenNode& node,
                              Knowledge& knowledge) const
{
    const SeenClient* client = node.GetClients().Find(record.client);
    if (record.op == "GroupEnumerationStart" && record.status == Status::NO_ERROR)
    {
        ++knowledge.readings;
        knowledge.isDoubtful =
            knowledge.readings > 1 || node.GetMemberships().IsOwed(client->number, SourceGroup{});
    }
    else if (record.op == "GroupEnumerationEnd" && record.status == Status::NO_ERROR)
    {
        knowledge.readings -= knowledge.readings > 0 ? 1 : 0;
    }
    else if (record.op == "GroupEnumerationGetNext" &&
             record.status == Status::ERROR_NO_MORE_ITEMS && !knowledge.isDoubtful)
    {
        knowledge.isFresh = true;
        knowledge.isComplete = true;
    }
}

void
KnowledgeRules::LookAtAdd(const TraceRecord& record, const SeenNode& node) const
{
    const OpenFrame* call = m_view.frames.Find(record);
    const bool isJoin = record.event.find("join-state") != std::string_view::npos;
    if (!call || !isJoin || !record.interface || !record.sourceGroup ||
        call->deleted != node.GetMemberships().GetDeleted() ||
        node.GetMemberships().Find(*record.sourceGroup, *record.interface, record.client))
    {
        return;
    }
    Report(Text("added ", record.node, ' ', *record.client, ' ', *record.sourceGroup),
           {call->enter, RecordNote(record)},
           Text(*record.sourceGroup,
                " is lost: ",
                record.clientName,
                " adds it on ",
                m_view.NameOf(record.node, *record.interface),
                " and is answered NO_ERROR, but the membership does not appear"));
}

void
KnowledgeRules::Touch(const SeenNode& node, const SeenChange& change)
{
    if (!change.key.IsAnySource())
    {
        return;
    }
    for (const auto& [number, client] : node.GetClients().GetAll())
    {
        if (client.IsTold())
        {
            Knowledge& knowledge = m_clients[{node.GetId(), number}];
            knowledge.touched.insert(change.key);
            knowledge.isFresh = knowledge.isFresh || change.key.IsAnyGroup();
            knowledge.isDoubtful =
                knowledge.isDoubtful ||
                (change.key.IsAnyGroup() && node.GetMemberships().IsOwed(number, change.key));
        }
    }
}

void
KnowledgeRules::EndInstant(const SeenNode& node)
{
    auto at = m_clients.lower_bound({node.GetId(), 0});
    while (at != m_clients.end() && at->first.first == node.GetId())
    {
        const SeenClient* client = node.GetClients().Get(at->first.second);
        if (!client)
        {
            at = m_clients.erase(at);
            continue;
        }
        Knowledge& knowledge = at->second;
        if ((knowledge.isFresh || !knowledge.touched.empty()) &&
            !node.GetAlerts().IsPending(client->number))
        {
            Judge(node, *client, knowledge);
        }
        ++at;
    }
}

void
KnowledgeRules::Finish(const SeenNode& node)
{
    EndInstant(node);
}

void
KnowledgeRules::Judge(const SeenNode& node, const SeenClient& client, Knowledge& knowledge) const
{
    if (knowledge.isFresh)
    {
        for (const auto& [key, note] : client.told)
        {
            knowledge.touched.insert(key);
        }
        for (const auto& [key, holders] : node.GetMemberships().GetAll())
        {
            knowledge.touched.insert(key);
        }
    }
    for (const SourceGroup& key : knowledge.touched)
    {
        if (key.IsAnySource())
        {
            JudgeGroup(node, client, knowledge, key);
        }
    }
    knowledge.touched.clear();
    knowledge.isFresh = false;
}

void
KnowledgeRules::JudgeGroup(const SeenNode& node,
                           const SeenClient& client,
                           const Knowledge& knowledge,
                           const SourceGroup& key) const
{
    const SeenMemberships& memberships = node.GetMemberships();
    const SourceGroup all;
    const bool isOwed = memberships.IsOwed(client.number, key);
    const bool isCovered = memberships.IsOwed(client.number, all);
    const auto told = client.told.find(key);
    const auto knows = [&](const SourceGroup& what) {
        return client.told.count(what) + knowledge.enumerated.count(what) != 0;
    };
    const auto about = Text("alert ", node.GetId(), ' ', client.id, ' ', key);
    if (told != client.told.end() && !isOwed && (!isCovered || key == all))
    {
        Report(about,
               {told->second},
               Text(client.name, " still takes ", key, " for wanted, but nobody else wants it"));
    }
    else if (isOwed && knowledge.isComplete && !knows(key) && !(isCovered && knows(all)))
    {
        const auto& holders = memberships.GetAll().at(key);
        Report(about,
               {client.registered, holders.front().added},
               Text(key,
                    " is lost: ",
                    client.name,
                    " has started and does not know that others want it"));
    }
}

} // namespace mgm
} // namespace ns3

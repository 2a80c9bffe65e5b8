/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-knowledge-rules.h"

#include "ns3/mgm-trace-words.h"

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
        Touch(node, node.GetChange()->key);
    }
    else if (SeenRoutes::IsLookup(record))
    {
        TouchSources(node, record.sourceGroup->source);
    }
    else if (record.op == words::OWNERSHIP_CHANGE || record.op == words::OWNER ||
             record.op == words::IGMP_HOLDER)
    {
        TouchSources(node, ANY_ADDRESS);
    }
    if (!client || !client->IsTold())
    {
        return;
    }
    if (record.kind == TraceKind::CALL && record.op == words::REGISTER_M_PROTOCOL &&
        client->registered.seq == record.seq)
    {
        Begin(node, *client);
        return;
    }
    Knowledge& knowledge = m_clients[{node.GetId(), client->number}];
    if (record.kind == TraceKind::EVENT && record.op == words::ENUMERATED && record.sourceGroup)
    {
        LookAtEntry(*record.sourceGroup, node, *client, knowledge);
    }
    else if (record.kind == TraceKind::CALLBACK && record.sourceGroup &&
             (record.op == words::JOIN_ALERT || record.op == words::PRUNE_ALERT))
    {
        knowledge.touched.insert(*record.sourceGroup);
        if (record.op == words::PRUNE_ALERT && record.event == words::MEMBER_DELETE)
        {
            knowledge.enumerated.erase(*record.sourceGroup);
        }
    }
}

/// What only the client itself wants is no news: no alert would ever take it back.
void
KnowledgeRules::LookAtEntry(const SourceGroup& key,
                            const SeenNode& node,
                            const SeenClient& client,
                            Knowledge& knowledge) const
{
    if (!key.IsAnySource() || node.IsOwed(client.number, key))
    {
        knowledge.enumerated.insert(key);
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
    if (record.op == words::ADD_GROUP_MEMBERSHIP_ENTRY && record.status == Status::NO_ERROR)
    {
        LookAtAdd(record, node);
    }
    const SeenClient* client = node.GetClients().Find(record.client);
    if (client && record.op == words::DEREGISTER_M_PROTOCOL && record.status == Status::NO_ERROR)
    {
        m_clients.erase({node.GetId(), client->number});
    }
    else if (client && client->IsTold() && record.op == words::GROUP_ENUMERATION_GET_NEXT &&
             record.status == Status::ERROR_NO_MORE_ITEMS)
    {
        Knowledge& knowledge = m_clients[{node.GetId(), client->number}];
        knowledge.isFresh = true;
        knowledge.isComplete = true;
    }
}

void
KnowledgeRules::LookAtAdd(const TraceRecord& record, const SeenNode& node) const
{
    const OpenFrame* call = m_view.frames.Find(record);
    const bool isJoin = record.event.find(words::JOIN_STATE) != std::string_view::npos;
    if (!call || !isJoin || !record.interface || !record.sourceGroup || call->hadMembership ||
        call->hasChanged ||
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
KnowledgeRules::Touch(const SeenNode& node, const SourceGroup& key)
{
    for (const auto& [number, client] : node.GetClients().GetAll())
    {
        if (client.IsTold())
        {
            Knowledge& knowledge = m_clients[{node.GetId(), number}];
            knowledge.touched.insert(key);
            knowledge.isFresh = knowledge.isFresh || key.IsAnyGroup();
        }
    }
}

/// Who answers towards sources may have changed.
void
KnowledgeRules::TouchSources(const SeenNode& node, Ipv4Address source)
{
    node.GetSources().ForEachKey(source, [&](const SourceGroup& key) { Touch(node, key); });
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
        knowledge.touched.insert(knowledge.enumerated.begin(), knowledge.enumerated.end());
    }
    for (const SourceGroup& key : knowledge.touched)
    {
        JudgeGroup(node, client, knowledge, key);
    }
    knowledge.touched.clear();
    knowledge.isFresh = false;
}

/// A prune or a join of a group is withheld while (*,*) covers it (ALR-7).
void
KnowledgeRules::JudgeGroup(const SeenNode& node,
                           const SeenClient& client,
                           const Knowledge& knowledge,
                           const SourceGroup& key) const
{
    const SourceGroup all;
    const bool isOwed = node.IsOwed(client.number, key);
    const bool isCovered = key.IsAnySource() && key != all && node.IsOwed(client.number, all);
    const auto told = client.told.find(key);
    const auto knows = [&](const SourceGroup& what) {
        return client.told.count(what) + knowledge.enumerated.count(what) != 0;
    };
    const bool hasRead = key.IsAnySource() && knowledge.enumerated.count(key) != 0;
    if (!isOwed && !isCovered && (told != client.told.end() || hasRead))
    {
        ReportStale(node, client, key, told == client.told.end() ? RecordNote() : told->second);
    }
    else if (isOwed && !knows(key) && (knowledge.isComplete || !key.IsAnySource()) &&
             !(isCovered && knows(all)))
    {
        ReportLost(node, client, key);
    }
}

void
KnowledgeRules::ReportStale(const SeenNode& node,
                            const SeenClient& client,
                            const SourceGroup& key,
                            const RecordNote& told) const
{
    Report(Text("alert ", node.GetId(), ' ', client.id, ' ', key),
           {told.seq == 0 ? client.registered : told},
           Text(client.name,
                " still takes ",
                key,
                " for wanted, but ",
                key.IsAnySource() ? "nobody else wants it"
                                  : "nobody else wants it where it answers towards the source"));
}

void
KnowledgeRules::ReportLost(const SeenNode& node,
                           const SeenClient& client,
                           const SourceGroup& key) const
{
    const auto& holders = node.GetMemberships().GetAll().at(key);
    Report(
        Text("alert ", node.GetId(), ' ', client.id, ' ', key),
        {client.registered, holders.front().added},
        Text(key, " is lost: ", client.name, " has started and does not know that others want it"));
}

} // namespace mgm
} // namespace ns3

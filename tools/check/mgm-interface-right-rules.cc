/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-interface-right-rules.h"

#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

namespace
{

bool
HasRight(const SeenInterface& interface, uint32_t client)
{
    return client != 0 && (interface.owner.number == client || interface.igmp.number == client);
}

/// Who may say what forwarding entries do with an interface.
uint32_t
GetOwnerOrIgmp(const SeenInterface& interface)
{
    return interface.owner ? interface.owner.number : interface.igmp.number;
}

uint32_t
NumberOf(const SeenNode& node, const std::optional<ClientId>& id)
{
    const SeenClient* client = node.GetClients().Find(id);
    return client ? client->number : 0;
}

} // namespace

InterfaceRightRules::InterfaceRightRules(const TraceView& view)
    : TraceRules(TraceRule::I4, view)
{
}

void
InterfaceRightRules::Before(const TraceRecord& record, const SeenNode& node)
{
    switch (record.kind)
    {
    case TraceKind::CALLBACK:
    case TraceKind::CALLBACK_RETURN:
        LookAtCallback(record, node);
        break;
    case TraceKind::STATE:
        LookAtState(record, node);
        break;
    case TraceKind::RETURN:
        record.status == Status::NO_ERROR ? LookAtReturn(record, node) : LookAtRefusal(record);
        break;
    default:
        break;
    }
}

void
InterfaceRightRules::LookAtCallback(const TraceRecord& record, const SeenNode& node)
{
    if (record.kind == TraceKind::CALLBACK && record.op == words::RPF && record.sourceGroup)
    {
        m_asked[{node.GetId(), *record.sourceGroup}] = RecordNote(record);
    }
    else if (record.kind == TraceKind::CALLBACK_RETURN && record.op == words::CREATION_ALERT)
    {
        m_shown[node.GetId()] = RecordNote(record);
    }
}

void
InterfaceRightRules::LookAtState(const TraceRecord& record, const SeenNode& node)
{
    NoteChange(record);
    if (record.op == words::MEMBERSHIP)
    {
        LookAtMembership(record, node);
    }
    else if (record.op == words::MFE_OUTGOING && record.interface && record.sourceGroup)
    {
        LookAtOutgoing(record, node);
    }
    else if (record.op == words::MFE && record.sourceGroup)
    {
        LookAtIncoming(record, node);
    }
}

/// A call that is refused must not have changed a table.
void
InterfaceRightRules::NoteChange(const TraceRecord& record)
{
    const OpenFrame* call = m_view.frames.Get(record.cause);
    const bool isTable = record.op == words::MEMBERSHIP || record.op == words::OWNER ||
                         record.op == words::IGMP_HOLDER || record.op == words::OWNERSHIP_CHANGE ||
                         record.op == words::MFE_OUTGOING;
    if (call && call->enter.kind == TraceKind::CALL && isTable)
    {
        m_changes.emplace(record.cause, RecordNote(record));
    }
}

void
InterfaceRightRules::LookAtRefusal(const TraceRecord& record)
{
    const auto change = m_changes.extract(record.cause);
    if (change && record.status != Status::ERROR_MORE_DATA &&
        record.status != Status::ERROR_NO_MORE_ITEMS)
    {
        Report(Text("refused ", record.cause),
               {change.mapped(), RecordNote(record)},
               Text(record.op,
                    " of ",
                    record.clientName,
                    " is refused, but it has changed something"));
    }
}

/// A membership is its holder's, and only the holder's calls add and delete it.
void
InterfaceRightRules::LookAtMembership(const TraceRecord& record, const SeenNode& node) const
{
    const SeenInterface& interface = node.GetInterfaces().Get(*record.interface);
    const OpenFrame* call = m_view.frames.Get(record.cause);
    const bool isOfCall = call && (call->enter.op == words::ADD_GROUP_MEMBERSHIP_ENTRY ||
                                   call->enter.op == words::DELETE_GROUP_MEMBERSHIP_ENTRY);
    if (record.newState == words::PRESENT && !HasRight(interface, NumberOf(node, record.client)))
    {
        ReportRight(record,
                    *record.interface,
                    interface.owner.since,
                    std::string(record.clientName),
                    "gets a membership on");
    }
    else if (isOfCall && call->enter.client != record.client)
    {
        ReportRight(record,
                    *record.interface,
                    call->enter,
                    call->enter.clientName,
                    Text("changes a membership of ", record.clientName, " on"));
    }
}

void
InterfaceRightRules::LookAtOutgoing(const TraceRecord& record, const SeenNode& node) const
{
    const uint32_t holder = GetOwnerOrIgmp(node.GetInterfaces().Get(*record.interface));
    const OpenFrame* call = m_view.frames.Get(record.cause);
    if (record.event == words::FORWARD_STATE && call && call->client != holder)
    {
        ReportRight(record,
                    *record.interface,
                    call->enter,
                    call->enter.clientName,
                    "changes the forwarding on");
    }
    const auto shown = m_shown.find(node.GetId());
    if (record.event == words::BY_CREATION_ALERT && shown != m_shown.end() &&
        NumberOf(node, shown->second.client) != holder)
    {
        ReportRight(record,
                    *record.interface,
                    shown->second,
                    shown->second.clientName,
                    "enables or disables");
    }
}

void
InterfaceRightRules::LookAtIncoming(const TraceRecord& record, const SeenNode& node)
{
    const auto asked = m_asked.extract({node.GetId(), *record.sourceGroup});
    if (!asked || record.newState != words::MFE_LIVE || !record.interface)
    {
        return;
    }
    const RecordNote& rpf = asked.mapped();
    const uint32_t holder = node.GetInterfaces().Get(*record.interface).GetHolder();
    if (rpf.interface != record.interface && NumberOf(node, rpf.client) != holder)
    {
        ReportRight(record, *record.interface, rpf, rpf.clientName, "lets packets come in from");
    }
}

void
InterfaceRightRules::LookAtReturn(const TraceRecord& record, const SeenNode& node)
{
    m_changes.erase(record.cause);
    const OpenFrame* call = m_view.frames.Find(record);
    if (!call || call->client == 0)
    {
        return;
    }
    const std::string who(record.clientName);
    const bool isMembership = record.op == words::ADD_GROUP_MEMBERSHIP_ENTRY ||
                              record.op == words::DELETE_GROUP_MEMBERSHIP_ENTRY;
    if (record.interface && (isMembership || record.op == words::RELEASE_INTERFACE_OWNERSHIP))
    {
        const bool marks = record.event.find(words::FORWARD_STATE) != std::string_view::npos;
        const bool isRight = marks ? GetOwnerOrIgmp(call->interface) == call->client
                                   : HasRight(call->interface, call->client);
        if (!isRight)
        {
            ReportRight(record,
                        *record.interface,
                        call->interface.owner.since,
                        who,
                        isMembership ? "changes" : "releases");
        }
    }
    const SeenEntry* entry =
        record.op == words::SET_MFE ? node.GetEntries().Find(*record.sourceGroup) : nullptr;
    if (entry && entry->incoming &&
        node.GetInterfaces().Get(*entry->incoming).GetHolder() != call->client)
    {
        ReportRight(record, *entry->incoming, entry->since, who, "sets the neighbor on");
    }
}

void
InterfaceRightRules::ReportRight(const TraceRecord& record,
                                 const InterfaceId& interface,
                                 const RecordNote& earlier,
                                 const std::string& who,
                                 const std::string& what) const
{
    Report(Text("right ", record.node, ' ', interface, ' ', who),
           {earlier, RecordNote(record)},
           Text(who,
                ' ',
                what,
                ' ',
                m_view.NameOf(record.node, interface),
                ", which it does not own"));
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ownership-rules.h"

#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// Whether the client of that name has asked for an interface.
bool
IsTaker(const SeenNode& node, const SeenInterface& interface, std::string_view name)
{
    const SeenClient* taker = node.GetClients().Get(interface.taker);
    return taker && taker->name == name;
}

} // namespace

OwnershipRules::OwnershipRules(const TraceView& view)
    : TraceRules(TraceRule::I1, view)
{
}

void
OwnershipRules::Before(const TraceRecord& record, const SeenNode& node)
{
    if (!record.interface)
    {
        return;
    }
    if (record.kind == TraceKind::STATE && record.op == words::OWNER)
    {
        LookAtOwner(record, node);
    }
    else if (record.kind == TraceKind::STATE && record.op == words::OWNERSHIP_CHANGE &&
             record.newState == words::STABLE)
    {
        LookAtEnd(record, node);
    }
    else if (record.kind == TraceKind::STATE && record.op == words::IGMP_HOLDER)
    {
        LookAtIgmp(record, node.GetInterfaces().Get(*record.interface));
    }
    else if (record.kind == TraceKind::RETURN && record.op == words::TAKE_INTERFACE_OWNERSHIP &&
             record.status == Status::NO_ERROR)
    {
        LookAtTake(record, node);
    }
}

void
OwnershipRules::LookAtOwner(const TraceRecord& record, const SeenNode& node) const
{
    const SeenInterface& known = node.GetInterfaces().Get(*record.interface);
    const auto interface = m_view.NameOf(record.node, *record.interface);
    const std::string before = known.owner ? known.owner.name : std::string(words::NOBODY);
    const bool isTaken = record.newState != words::NOBODY;
    std::string wrong;
    if (isTaken && known.owner)
    {
        wrong = Text(interface, " gets ", record.newState, " as owner while ", before, " owns it");
    }
    else if (record.oldState != before)
    {
        wrong =
            Text("it says that ", record.oldState, " owned ", interface, ", but that was ", before);
    }
    else if (isTaken && !IsTaker(node, known, record.newState))
    {
        wrong = Text(record.newState, " becomes the owner of ", interface, " without having asked");
    }
    if (!wrong.empty())
    {
        ReportInterface(record, known.owner.since, wrong);
    }
}

void
OwnershipRules::LookAtIgmp(const TraceRecord& record, const SeenInterface& known) const
{
    if (record.newState != words::NOBODY && known.igmp)
    {
        ReportInterface(record,
                        known.igmp.since,
                        Text(record.newState,
                             " comes to ",
                             m_view.NameOf(record.node, *record.interface),
                             " while ",
                             known.igmp.name,
                             " is there; there is one IGMP on an interface (OWN-8)"));
    }
}

/// A taker that dies does not get it.
void
OwnershipRules::LookAtEnd(const TraceRecord& record, const SeenNode& node) const
{
    const SeenInterface& known = node.GetInterfaces().Get(*record.interface);
    const SeenClient* taker = node.GetClients().Get(known.taker);
    if (taker && known.owner.number != taker->number)
    {
        ReportInterface(record,
                        taker->registered,
                        Text("the change of owner is over, but ",
                             taker->name,
                             ", which takes ",
                             m_view.NameOf(record.node, *record.interface),
                             ", does not own it"));
    }
}

/// What is granted was free, and is the caller's from then on, or from the end of the change on.
void
OwnershipRules::LookAtTake(const TraceRecord& record, const SeenNode& node) const
{
    const OpenFrame* call = m_view.frames.Find(record);
    if (!call || !node.GetClients().Get(call->client))
    {
        return; // one that has died in a callback of the call has nothing any more (REG-5)
    }
    const SeenInterface& now = node.GetInterfaces().Get(*record.interface);
    const SeenInterface& before = call->interface;
    const bool isIgmp = record.client->IsIgmp();
    const SeenParty& there = isIgmp ? before.igmp : before.owner;
    const SeenParty& given = isIgmp ? now.igmp : now.owner;
    const bool isReserved =
        !isIgmp && before.phase != SeenPhase::STABLE && before.taker != call->client;
    const auto interface = m_view.NameOf(record.node, *record.interface);
    if (there && there.number != call->client)
    {
        ReportInterface(
            record,
            there.since,
            Text(record.clientName, " is given ", interface, ", which ", there.name, " has"));
    }
    else if (isReserved)
    {
        ReportInterface(record,
                        call->enter,
                        Text(record.clientName,
                             " is given ",
                             interface,
                             ", whose owner is being changed (OWN-10)"));
    }
    else if (given.number != call->client && (isIgmp || now.phase == SeenPhase::STABLE))
    {
        ReportInterface(
            record,
            call->enter,
            Text(record.clientName, " is given ", interface, ", but nothing says that it has it"));
    }
}

void
OwnershipRules::ReportInterface(const TraceRecord& record,
                                const RecordNote& earlier,
                                const std::string& explanation) const
{
    Report(Text("interface ", record.node, ' ', *record.interface),
           {earlier, RecordNote(record)},
           explanation);
}

} // namespace mgm
} // namespace ns3

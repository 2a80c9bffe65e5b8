/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-forwarding-rules.h"

#include "ns3/mgm-trace-words.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

bool
Contains(const SeenEntries::Interfaces& interfaces, const InterfaceId& interface)
{
    return std::find(interfaces.begin(), interfaces.end(), interface) != interfaces.end();
}

} // namespace

ForwardingRules::ForwardingRules(const TraceView& view)
    : TraceRules(TraceRule::I6, view)
{
}

void
ForwardingRules::Before(const TraceRecord& record, const SeenNode& node)
{
    if (!record.sourceGroup || !record.interface || record.op != words::DATA)
    {
        return;
    }
    if (record.kind == TraceKind::FORWARD)
    {
        LookAtForward(record, node);
    }
    else if (record.kind == TraceKind::DROP)
    {
        LookAtDrop(record, node);
    }
}

void
ForwardingRules::LookAtForward(const TraceRecord& record, const SeenNode& node)
{
    const SeenEntry* entry = node.GetEntries().Find(*record.sourceGroup);
    if (!entry || entry->state != SeenEntryState::LIVE)
    {
        return;
    }
    const auto outgoing = node.GetEntries().GetOutgoing(*record.sourceGroup, *entry);
    if (!IsToldApart(record, *entry))
    {
        LookAtCopy(record, *entry, outgoing, {});
        return;
    }
    Packet& packet = m_packets[{node.GetId(), record.cause}];
    if (packet.copies.empty())
    {
        packet.first = RecordNote(record);
        packet.expected = outgoing;
        packet.version = node.GetVersion();
    }
    LookAtCopy(record, *entry, outgoing, packet);
    packet.copies.push_back(RecordNote(record));
}

/// A packet of an application that does not trace has no record of its own: its copies have no
/// cause, or that of the making of their entry.
bool
ForwardingRules::IsToldApart(const TraceRecord& record, const SeenEntry& entry) const
{
    return record.cause != 0 && record.cause != entry.since.seq && !m_view.frames.Get(record.cause);
}

void
ForwardingRules::LookAtCopy(const TraceRecord& record,
                            const SeenEntry& entry,
                            const SeenEntries::Interfaces& outgoing,
                            const Packet& packet) const
{
    const RecordNote note(record);
    const auto name = m_view.NameOf(record.node, *record.interface);
    const auto twin =
        std::find_if(packet.copies.begin(), packet.copies.end(), [&](const RecordNote& copy) {
            return copy.interface == record.interface;
        });
    if (twin != packet.copies.end())
    {
        ReportPacket(note, *twin, Text("the packet leaves twice on ", name));
    }
    else if (record.interface == entry.incoming)
    {
        ReportPacket(note,
                     entry.since,
                     Text("the packet leaves on ", name, ", the incoming interface"));
    }
    else if (!Contains(outgoing, *record.interface))
    {
        ReportPacket(note,
                     {},
                     Text("the packet leaves on ",
                          name,
                          ", where no membership wants it and nobody has added the interface, or "
                          "which is disabled"));
    }
}

/// A packet that is dropped as a whole must have nowhere to go.
void
ForwardingRules::LookAtDrop(const TraceRecord& record, const SeenNode& node)
{
    const SeenEntry* entry = node.GetEntries().Find(*record.sourceGroup);
    if (!entry || entry->state != SeenEntryState::LIVE)
    {
        return;
    }
    if (IsToldApart(record, *entry))
    {
        m_packets[{node.GetId(), record.cause}].dropped.push_back(*record.interface);
    }
    if (record.event == drops::NO_OUTGOING)
    {
        const auto outgoing = node.GetEntries().GetOutgoing(*record.sourceGroup, *entry);
        if (!outgoing.empty())
        {
            ReportPacket(RecordNote(record),
                         entry->since,
                         Text("the packet is dropped as wanted nowhere, but should leave on ",
                              m_view.NameOf(record.node, outgoing.front())));
        }
    }
    else if (record.event == drops::WRONG_INTERFACE && entry->incoming &&
             record.interface->index == entry->incoming->index)
    {
        ReportPacket(RecordNote(record),
                     entry->since,
                     "the packet is dropped as coming from the wrong interface, but that is the "
                     "incoming one");
    }
}

/// What changes while copies leave may change where they leave.
void
ForwardingRules::EndInstant(const SeenNode& node)
{
    auto at = m_packets.lower_bound({node.GetId(), 0});
    while (at != m_packets.end() && at->first.first == node.GetId())
    {
        if (at->second.version == node.GetVersion())
        {
            LookAtMissing(at->second);
        }
        at = m_packets.erase(at);
    }
}

void
ForwardingRules::LookAtMissing(const Packet& packet) const
{
    for (const InterfaceId& interface : packet.expected)
    {
        const bool hasLeft =
            std::any_of(packet.copies.begin(), packet.copies.end(), [&](const RecordNote& copy) {
                return copy.interface == interface;
            });
        if (!hasLeft && !Contains(packet.dropped, interface))
        {
            ReportPacket(packet.first,
                         {},
                         Text("the packet does not leave on ",
                              m_view.NameOf(packet.first.node, interface),
                              ", where it should"));
        }
    }
}

void
ForwardingRules::ReportPacket(const RecordNote& note,
                              const RecordNote& earlier,
                              const std::string& explanation) const
{
    Report(Text("entry ", note.node, ' ', *note.sourceGroup),
           {earlier, note},
           Text(*note.sourceGroup, ": ", explanation));
}

} // namespace mgm
} // namespace ns3

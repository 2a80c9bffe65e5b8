/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-crash-rules.h"

#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

CrashRules::CrashRules(const TraceView& view)
    : TraceRules(TraceRule::I8, view)
{
}

void
CrashRules::Before(const TraceRecord& record, const SeenNode& node)
{
    if (record.kind != TraceKind::CALL)
    {
        return;
    }
    if (record.op == words::FAIL_CLIENT)
    {
        NoteFailure(record);
    }
    else if (record.op == words::REGISTER_M_PROTOCOL && node.GetCrash().seq != 0)
    {
        LookAtLeft(node, node.GetCrash());
    }
}

void
CrashRules::NoteFailure(const TraceRecord& record)
{
    Failures& failures = m_failures[record.node];
    if (failures.cause != record.cause)
    {
        failures = {record.cause, 0, {}};
    }
    ++failures.clients;
    failures.last = RecordNote(record);
}

void
CrashRules::EndInstant(const SeenNode& node)
{
    const auto failures = m_failures.extract(node.GetId());
    if (node.GetCrash().seq != 0)
    {
        LookAtLeft(node, node.GetCrash());
    }
    else if (failures && failures.mapped().cause != 0 && failures.mapped().clients > 1 &&
             node.GetClients().GetAll().empty())
    {
        LookAtLeft(node, failures.mapped().last);
    }
}

void
CrashRules::LookAtLeft(const SeenNode& node, const RecordNote& crash) const
{
    for (const auto& [id, interface] : node.GetInterfaces().GetAll())
    {
        const SeenParty& left = interface.owner ? interface.owner : interface.igmp;
        if (left || interface.phase != SeenPhase::STABLE)
        {
            const auto who = left ? left.name + " still has " : "the owner still changes of ";
            ReportLeft(node, crash, left.since, who + m_view.NameOf(node.GetId(), id));
        }
    }
    for (const auto& [key, holders] : node.GetMemberships().GetAll())
    {
        ReportLeft(node, crash, holders.front().added, Text("a membership of ", key, " stays"));
    }
    for (const auto& [key, entry] : node.GetEntries().GetAll())
    {
        ReportLeft(node, crash, entry.since, Text("the entry ", key, " stays"));
    }
}

void
CrashRules::ReportLeft(const SeenNode& node,
                       const RecordNote& crash,
                       const RecordNote& left,
                       const std::string& what) const
{
    Report(Text("crash ", node.GetId(), ' ', what),
           {left, crash},
           Text("the node crashes, but ", what, " (REG-6)"));
}

} // namespace mgm
} // namespace ns3

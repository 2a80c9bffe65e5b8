/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-alert-rules.h"

namespace ns3
{
namespace mgm
{

AlertRules::AlertRules(const TraceView& view)
    : TraceRules(TraceRule::I3, view)
{
}

void
AlertRules::Before(const TraceRecord& record, const SeenNode& node)
{
    LookAtLookup(record, node);
    if (record.kind == TraceKind::STATE && record.op == "membership")
    {
        LookAtHistory(record, node);
    }
}

void
AlertRules::LookAtLookup(const TraceRecord& record, const SeenNode& node) const
{
    const OwedAlerts& alerts = node.GetAlerts();
    if (alerts.GetLookup() && !alerts.IsLookup(record))
    {
        Report(Text("lookup ", node.GetId(), ' ', alerts.GetLookup()->key),
               {alerts.GetLookupNote(), RecordNote(record)},
               Text("this is the ",
                    alerts.GetLookup()->isJoin ? "first" : "last",
                    " membership of ",
                    alerts.GetLookup()->key,
                    ", but the reverse path is not looked up (ALR-3)"));
    }
}

void
AlertRules::LookAtHistory(const TraceRecord& record, const SeenNode& node) const
{
    const SeenHolder* known =
        node.GetMemberships().Find(*record.sourceGroup, *record.interface, record.client);
    const bool isAdded = record.newState == "present";
    if (isAdded == (known != nullptr))
    {
        Report(Text("membership ",
                    node.GetId(),
                    ' ',
                    *record.client,
                    ' ',
                    *record.interface,
                    ' ',
                    *record.sourceGroup),
               {known ? known->added : RecordNote(), RecordNote(record)},
               isAdded ? "a membership is added that is there"
                       : "a membership is deleted that is not there");
    }
}

void
AlertRules::After(const TraceRecord& record, const SeenNode& node)
{
    const AlertVerdict& verdict = node.GetVerdict();
    ReportLost(node);
    if (verdict.isAlert && !verdict.isOwed)
    {
        Report(Text("alert ", node.GetId(), ' ', *record.client, ' ', *record.sourceGroup),
               {RecordNote(record)},
               Text(record.clientName,
                    " gets ",
                    record.op,
                    ' ',
                    *record.sourceGroup,
                    ", but no change of memberships gives that"));
    }
}

void
AlertRules::Finish(const SeenNode& node)
{
    ReportLost(node);
}

void
AlertRules::ReportLost(const SeenNode& node) const
{
    for (const OwedAlert& owed : node.GetVerdict().lost)
    {
        const SeenClient* client = node.GetClients().Get(owed.client);
        Report(Text("alert ", node.GetId(), ' ', owed.id, ' ', owed.key),
               {owed.change},
               Text(client ? client->name : "",
                    " never gets the ",
                    owed.op,
                    ' ',
                    owed.key,
                    " that this change gives (",
                    owed.interface            ? "MBR-4"
                    : !owed.key.IsAnySource() ? "ALR-3"
                    : owed.op == "JOIN_ALERT" ? "ALR-1"
                                              : "ALR-2",
                    ')'));
    }
}

} // namespace mgm
} // namespace ns3

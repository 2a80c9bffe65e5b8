/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-alert-rules.h"

#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// What findings about an alert are about: alerts for entries are a matter of their own.
template <typename Id>
std::string
About(const SeenNode& node, bool isForwarding, const Id& client, const SourceGroup& key)
{
    std::ostringstream os;
    os << (isForwarding ? "forwarding " : "alert ") << node.GetId() << ' ' << client << ' ' << key;
    return os.str();
}

} // namespace

AlertRules::AlertRules(const TraceView& view)
    : TraceRules(TraceRule::I3, view)
{
}

void
AlertRules::Before(const TraceRecord& record, const SeenNode& node)
{
    if (record.kind == TraceKind::STATE && record.op == words::MEMBERSHIP)
    {
        LookAtHistory(record, node);
    }
    else if (record.kind == TraceKind::CALLBACK && record.event == words::FORWARDING &&
             record.sourceGroup)
    {
        LookAtExpired(record, node);
    }
}

void
AlertRules::LookAtHistory(const TraceRecord& record, const SeenNode& node) const
{
    const SeenHolder* known =
        node.GetMemberships().Find(*record.sourceGroup, *record.interface, record.client);
    const bool isAdded = record.newState == words::PRESENT;
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

/// MFE-7: nobody has watched the route of an expired entry, so it is looked up before an alert.
void
AlertRules::LookAtExpired(const TraceRecord& record, const SeenNode& node) const
{
    const SeenEntry* entry = node.GetEntries().Find(*record.sourceGroup);
    const SeenRoute* route = node.GetRoutes().GetLatest(record.sourceGroup->source);
    if (!entry || entry->state != SeenEntryState::DORMANT || !route || !entry->reverse ||
        route->shown.seq < entry->routed || route->interface == entry->reverse)
    {
        return;
    }
    Report(About(node, true, *record.client, *record.sourceGroup),
           {route->shown, RecordNote(record)},
           Text(record.clientName,
                " gets ",
                record.op,
                " for the expired entry ",
                *record.sourceGroup,
                ", whose route was not looked up: it does not lead to ",
                m_view.NameOf(record.node, *entry->reverse),
                " any more (MFE-7)"));
}

void
AlertRules::After(const TraceRecord& record, const SeenNode& node)
{
    ReportRoutes(node);
    ReportLost(node);
    if (node.GetVerdict().isAlert && node.GetClients().Find(record.client))
    {
        LookAtAlert(record, node);
    }
}

void
AlertRules::LookAtAlert(const TraceRecord& record, const SeenNode& node) const
{
    const AlertVerdict& verdict = node.GetVerdict();
    const bool isForwarding = record.event == words::FORWARDING;
    const auto about = About(node, isForwarding, *record.client, *record.sourceGroup);
    if (!verdict.isOwed)
    {
        Report(about,
               {RecordNote(record)},
               Text(record.clientName,
                    " gets ",
                    record.op,
                    ' ',
                    *record.sourceGroup,
                    isForwarding ? ", but no change of an outgoing list gives that (MFE-4)"
                    : record.sourceGroup->IsAnySource()
                        ? ", but no change of memberships gives that (ALR-1, ALR-2)"
                        : ", but no change of memberships or of the route gives that (ALR-3)"));
    }
    else if (verdict.strayed)
    {
        Report(about,
               {verdict.strayed->change, RecordNote(record)},
               Text(record.clientName,
                    " gets ",
                    record.op,
                    ' ',
                    *record.sourceGroup,
                    " for ",
                    m_view.NameOf(record.node, *record.interface),
                    ", but the membership that is gone was on ",
                    m_view.NameOf(record.node, verdict.strayed->interfaces.front()),
                    " (",
                    verdict.strayed->rule,
                    ')'));
    }
}

void
AlertRules::EndInstant(const SeenNode& node)
{
    ReportRoutes(node);
}

void
AlertRules::Finish(const SeenNode& node)
{
    ReportRoutes(node);
    ReportLost(node);
}

void
AlertRules::ReportRoutes(const SeenNode& node) const
{
    for (const RouteFault& fault : node.GetRouteFaults())
    {
        const bool isStale = fault.shown.seq != 0;
        Report(Text("lookup ", node.GetId(), ' ', fault.key),
               {fault.membership, fault.declared, fault.shown},
               isStale ? Text("the alerts for ",
                              fault.key,
                              " go by a route that has changed: an entry shows another reverse "
                              "path (ALR-3)")
                       : Text("there is a membership of ",
                              fault.key,
                              ", but the reverse path is not looked up (ALR-3)"));
    }
}

void
AlertRules::ReportLost(const SeenNode& node) const
{
    for (const OwedAlert& owed : node.GetVerdict().lost)
    {
        const SeenClient* client = node.GetClients().Get(owed.client);
        const bool isForwarding = owed.topic == AlertTopic::FORWARDING;
        Report(About(node, isForwarding, owed.id, owed.key),
               {owed.change},
               Text(client ? client->name : "",
                    " never gets the ",
                    owed.op,
                    ' ',
                    owed.key,
                    " that this change gives (",
                    owed.rule,
                    ')'),
               owed.change.seq);
    }
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-bracket-rules.h"

#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

BracketRules::BracketRules(const TraceView& view)
    : TraceRules(TraceRule::I2, view)
{
}

void
BracketRules::Before(const TraceRecord& record, const SeenNode& node)
{
    if (!record.interface)
    {
        return;
    }
    if (record.kind == TraceKind::CALLBACK)
    {
        LookAtCallback(record, node);
    }
    else if (record.kind == TraceKind::STATE)
    {
        LookAtState(record, node);
    }
    else if (record.kind == TraceKind::RETURN && record.status == Status::NO_ERROR &&
             (record.op == words::ADD_GROUP_MEMBERSHIP_ENTRY ||
              record.op == words::DELETE_GROUP_MEMBERSHIP_ENTRY))
    {
        LookAtMembership(record);
    }
}

void
BracketRules::LookAtCallback(const TraceRecord& record, const SeenNode& node) const
{
    const SeenInterface& interface = node.GetInterfaces().Get(*record.interface);
    const SeenClient* client = node.GetClients().Find(record.client);
    const bool isBracket = record.op == words::DISABLE_IGMP || record.op == words::ENABLE_IGMP;
    if (isBracket && client && interface.igmp && interface.igmp.number != client->number)
    {
        ReportInterface(record,
                        interface.igmp.since,
                        "a bracket is told to a client that is not IGMP there");
    }
    if (record.op == words::DISABLE_IGMP && interface.isDisabled)
    {
        ReportInterface(record,
                        interface.disabled,
                        "IGMP is disabled again without having been enabled");
    }
    if (record.op == words::ENABLE_IGMP && !interface.isDisabled && client &&
        client->Has(words::DISABLE_IGMP))
    {
        ReportInterface(record, {}, "IGMP is enabled without having been disabled");
    }
}

void
BracketRules::LookAtState(const TraceRecord& record, const SeenNode& node) const
{
    const SeenInterface& interface = node.GetInterfaces().Get(*record.interface);
    if (record.op == words::MEMBERSHIP && record.newState == words::ABSENT &&
        !interface.isDisabled && IsCalled(node, interface, words::DISABLE_IGMP) &&
        IsOfOwnerChange(record, interface))
    {
        ReportInterface(record,
                        interface.igmp.since,
                        "a change of owner removes a membership before IGMP has been disabled");
    }
    if (record.op == words::OWNER && !interface.isDisabled &&
        IsCalled(node, interface, words::DISABLE_IGMP))
    {
        ReportInterface(record,
                        interface.igmp.since,
                        "the owner changes while IGMP is there and has not been disabled");
    }
    if (record.op == words::OWNERSHIP_CHANGE && record.newState == words::STABLE &&
        interface.isDisabled && IsCalled(node, interface, words::ENABLE_IGMP))
    {
        ReportInterface(record,
                        interface.disabled,
                        "the change of owner is over, but IGMP has not been enabled again");
    }
}

/// Its own calls IGMP may make until it is disabled, and so may the owner.
bool
BracketRules::IsOfOwnerChange(const TraceRecord& record, const SeenInterface& interface) const
{
    const OpenFrame* call = m_view.frames.Get(record.cause);
    if (!call)
    {
        return interface.phase != SeenPhase::STABLE;
    }
    const std::string& op = call->enter.op;
    return call->client != interface.igmp.number &&
           (op == words::TAKE_INTERFACE_OWNERSHIP || op == words::RELEASE_INTERFACE_OWNERSHIP ||
            op == words::FAIL_CLIENT);
}

void
BracketRules::LookAtMembership(const TraceRecord& record) const
{
    const OpenFrame* call = m_view.frames.Find(record);
    if (!call || call->client == 0)
    {
        return;
    }
    const bool isInside = call->interface.igmp.number == call->client && call->interface.isDisabled;
    if (isInside || call->isInEnable)
    {
        ReportInterface(record,
                        isInside ? call->interface.disabled : call->enter,
                        Text("IGMP changes a membership ",
                             isInside ? "between DISABLE and ENABLE" : "in its ENABLE callback",
                             ", and is not refused (OWN-4, OWN-11)"));
    }
}

void
BracketRules::Finish(const SeenNode& node)
{
    for (const auto& [id, interface] : node.GetInterfaces().GetAll())
    {
        if (interface.isDisabled && interface.phase == SeenPhase::STABLE &&
            IsCalled(node, interface, words::ENABLE_IGMP))
        {
            Report(Text("interface ", node.GetId(), ' ', id),
                   {interface.disabled},
                   Text("IGMP is never enabled again on ", m_view.NameOf(node.GetId(), id)));
        }
    }
}

bool
BracketRules::IsCalled(const SeenNode& node,
                       const SeenInterface& interface,
                       std::string_view callback) const
{
    const SeenClient* igmp = node.GetClients().Get(interface.igmp.number);
    return igmp && igmp->Has(callback);
}

void
BracketRules::ReportInterface(const TraceRecord& record,
                              const RecordNote& earlier,
                              const std::string& explanation) const
{
    Report(Text("interface ", record.node, ' ', *record.interface),
           {earlier, RecordNote(record)},
           Text(m_view.NameOf(record.node, *record.interface), ": ", explanation));
}

} // namespace mgm
} // namespace ns3

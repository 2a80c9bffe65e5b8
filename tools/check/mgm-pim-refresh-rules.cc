/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-refresh-rules.h"

#include "ns3/mgm-trace-words.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

PimRefreshRules::PimRefreshRules(const TraceView& view)
    : TraceRules(TraceRule::P7, view)
{
}

void
PimRefreshRules::Before(const TraceRecord& record, const SeenNode& node)
{
    if (record.kind == TraceKind::PACKET_TX && record.op == words::PIM_STATE_REFRESH &&
        record.interface && record.sourceGroup)
    {
        LookAtOrigin(record, node);
        LookAtPrune(record, node);
    }
}

void
PimRefreshRules::LookAtOrigin(const TraceRecord& record, const SeenNode& node) const
{
    const auto& receptions = node.GetPim().GetReceptions();
    const auto received = std::find_if(receptions.begin(), receptions.end(), [&](const auto& each) {
        return each.second.op == words::PIM_STATE_REFRESH &&
               each.second.sourceGroup == record.sourceGroup;
    });
    const auto& route = node.GetPim().GetRoute(*record.sourceGroup);
    if (received == receptions.end() && route.originator != PimDenseOriginatorState::ORIGINATOR)
    {
        ReportMessage(record,
                      {},
                      "is neither passed on nor originated by a router next to the source");
    }
    else if (received != receptions.end() && received->second.interface == record.interface)
    {
        ReportMessage(record, received->second, "is sent where it came from");
    }
}

void
PimRefreshRules::LookAtPrune(const TraceRecord& record, const SeenNode& node) const
{
    const auto& route = node.GetPim().GetRoute(*record.sourceGroup);
    const auto& machines = SeenPim::GetInterface(route, record.interface->index);
    if (machines.assertion == PimDenseAssertState::LOSER)
    {
        ReportMessage(record, machines.asserted, "is sent where the router has lost an Assert");
        return;
    }
    const bool isPruned = machines.prune == PimDenseDownstreamState::PRUNED;
    const bool tells = record.event == words::SAYS_PRUNED;
    if (isPruned != tells)
    {
        ReportMessage(record,
                      machines.pruned,
                      isPruned ? "does not tell that the interface is pruned"
                               : "tells that the interface is pruned, which it is not");
    }
}

void
PimRefreshRules::ReportMessage(const TraceRecord& record,
                               const RecordNote& earlier,
                               const std::string& what) const
{
    Report(Text("refresh ", record.node, ' ', *record.interface, ' ', *record.sourceGroup),
           {earlier, RecordNote(record)},
           Text(*record.sourceGroup,
                ": a State Refresh on ",
                m_view.NameOf(record.node, *record.interface),
                ' ',
                what));
}

} // namespace mgm
} // namespace ns3

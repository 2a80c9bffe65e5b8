/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-perfetto-flows.h"

namespace ns3
{
namespace mgm
{

std::size_t
PerfettoLane(LadderLanes& lanes, const TraceRecord& record)
{
    const auto lane = lanes.LaneOf(record);
    const bool isOfClient = record.kind == TraceKind::RETURN || record.kind == TraceKind::CALLBACK;
    return isOfClient && record.client ? lanes.ClientLane(record) : lane;
}

PerfettoFlows
FindPerfettoFlows(TraceReader& reader, const LadderOptions& options)
{
    LadderSelection selection(reader.GetHeader(), options);
    LadderLanes lanes(reader.GetHeader());
    RecentMap<std::size_t> laneOf;
    PerfettoFlows flows;
    while (const auto record = reader.Next())
    {
        const auto lane = PerfettoLane(lanes, *record);
        if (!selection.Has(*record) || record->kind == TraceKind::RETURN ||
            record->kind == TraceKind::CALLBACK_RETURN)
        {
            continue;
        }
        laneOf.Put(record->seq, lane);
        const auto cause = laneOf.Find(record->cause);
        if (cause && *cause != lane)
        {
            flows[record->cause].push_back(record->seq);
        }
    }
    selection.CheckClients();
    return flows;
}

} // namespace mgm
} // namespace ns3

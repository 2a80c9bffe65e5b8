/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PERFETTO_FLOWS_H
#define MGM_PERFETTO_FLOWS_H

#include "mgm-ladder-lanes.h"
#include "mgm-ladder-selection.h"
#include "trace/mgm-trace-reader.h"

#include <cstdint>
#include <map>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief The records that each record caused on another thread, by its number.
using PerfettoFlows = std::map<uint64_t, std::vector<uint64_t>>;

/**
 * @brief Finds the arrows that a timeline draws: from causes to what they cause elsewhere.
 * @param reader the trace
 * @param options what to show
 * @return the flows
 */
PerfettoFlows FindPerfettoFlows(TraceReader& reader, const LadderOptions& options);

/**
 * @param lanes the lanes of a trace
 * @param record a record
 * @return the lane on which a timeline shows it: the client's for callbacks
 */
std::size_t PerfettoLane(LadderLanes& lanes, const TraceRecord& record);

} // namespace mgm
} // namespace ns3

#endif // MGM_PERFETTO_FLOWS_H

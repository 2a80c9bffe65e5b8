/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LADDER_FINISH_H
#define MGM_LADDER_FINISH_H

#include "mgm-ladder-lanes.h"
#include "mgm-ladder-model.h"

#include "ns3/mgm-trace-header.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Completes a model that has all its items: orders the lanes, and gives items rows.
 * @param[in,out] model the model
 * @param lanes the lanes as they were found
 * @param header header of the trace
 */
void FinishLadder(LadderModel& model, const LadderLanes& lanes, const TraceHeader& header);

} // namespace mgm
} // namespace ns3

#endif // MGM_LADDER_FINISH_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MOVED_STEP_H
#define MGM_MOVED_STEP_H

#include "scenario/mgm-scenario.h"

#include <cstddef>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief A step that moves when orders are explored.
struct MovedStep
{
    std::string label; ///< What schedules call it; no two steps have the same.
    std::size_t thread{
        0};        ///< Number of what it is about; the steps of one thread keep their order.
    Time at;       ///< When the scenario makes it.
    StepSpec step; ///< What it does.
};

/**
 * @ingroup mgm
 * @brief Finds the steps of a scenario that move.
 *
 * A start-up script gives a step for each of its own, or for each of its calls that are about an
 * interface if `calls` asks for that. A thread is an agent, a host, a link, or a node as a whole.
 *
 * @param scenario the scenario
 * @return the steps in the scenario's own order
 */
std::vector<MovedStep> GetMovedSteps(const Scenario& scenario);

} // namespace mgm
} // namespace ns3

#endif // MGM_MOVED_STEP_H

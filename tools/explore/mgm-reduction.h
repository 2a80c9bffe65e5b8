/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_REDUCTION_H
#define MGM_REDUCTION_H

#include "mgm-moved-step.h"
#include "scenario/mgm-scenario.h"

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Tells why no orders of a scenario can be taken for equal.
 *
 * The choices within a run depend on everything, and what an expectation says of a time within the
 * exploration depends on when a step is made, not only on what it does.
 *
 * @param scenario the scenario
 * @param steps its steps that move
 * @return the reason; empty if there is none
 */
std::string WhyNoReduction(const Scenario& scenario, const std::vector<MovedStep>& steps);

/**
 * @ingroup mgm
 * @brief Finds the steps whose effects the trace does not show completely, or that always last.
 * @param steps steps that move
 * @return for each whether it commutes with nothing
 */
std::vector<bool> FindLoudSteps(const std::vector<MovedStep>& steps);

} // namespace mgm
} // namespace ns3

#endif // MGM_REDUCTION_H

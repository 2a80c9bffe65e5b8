/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CHOICE_POINTS_H
#define MGM_CHOICE_POINTS_H

#include "mgm-choices.h"
#include "mgm-scenario-network.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Makes a run choose as its scenario says, where the exploration has choices.
 *
 * Does nothing for a scenario without a schedule.
 *
 * @param scenario the scenario
 * @param network its network
 * @return what chooses
 */
Ptr<Choices> MakeChoicePoints(const Scenario& scenario, const ScenarioNetwork& network);

/**
 * @param scenario a scenario with a schedule
 * @return the last time at which its exploration has choices
 */
Time GetEndOfWindow(const Scenario& scenario);

} // namespace mgm
} // namespace ns3

#endif // MGM_CHOICE_POINTS_H

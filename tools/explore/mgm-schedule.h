/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SCHEDULE_H
#define MGM_SCHEDULE_H

#include "json/mgm-json-document.h"
#include "mgm-moved-step.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief An order of the steps that move, and what is chosen where a run has a choice.
 *
 * Steps that it leaves out are not made.
 */
struct Schedule
{
    std::vector<std::string> order; ///< Labels of the steps.
    std::vector<uint32_t> choices;  ///< What is chosen; after the last one always the first.
};

/**
 * @ingroup mgm
 * @param schedule a schedule
 * @param scenario its scenario, without a schedule
 * @return what a schedule file says
 */
Json ToJson(const Schedule& schedule, const Scenario& scenario);

/**
 * @ingroup mgm
 * @brief Reads a schedule file.
 * @param path path of the file
 * @param scenario the scenario it must be for
 * @return the schedule
 * @throws InputError if the file is no schedule, or one of another scenario or of another run of it
 */
Schedule ReadSchedule(const std::string& path, const Scenario& scenario);

/**
 * @ingroup mgm
 * @brief Makes a scenario in which the steps that move come in the order of a schedule.
 * @param scenario the scenario
 * @param steps its steps that move
 * @param order indices of steps, in order
 * @return the scenario with a schedule
 */
Scenario ApplyOrder(const Scenario& scenario,
                    const std::vector<MovedStep>& steps,
                    const std::vector<std::size_t>& order);

/**
 * @ingroup mgm
 * @brief Makes a scenario that follows a schedule.
 * @param scenario the scenario
 * @param schedule the schedule
 * @param place where the schedule comes from, for messages
 * @return the scenario with the schedule
 * @throws InputError for a label that no step has, a second one, and an order that breaks that of
 *         a thread
 */
Scenario ApplySchedule(const Scenario& scenario,
                       const Schedule& schedule,
                       const std::string& place);

} // namespace mgm
} // namespace ns3

#endif // MGM_SCHEDULE_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_EXPLORED_RUN_H
#define MGM_EXPLORED_RUN_H

#include "json/mgm-json-document.h"
#include "mgm-footprint-recorder.h"
#include "mgm-outcome-recorder.h"
#include "mgm-record-accesses.h"
#include "scenario/mgm-scenario.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief What a run of a schedule came to.
struct ExploredRun
{
    std::vector<std::string> outcome; ///< The lines of its outcome.
    std::vector<RunFault> faults;     ///< What is wrong with it.
    std::vector<uint32_t> counts;     ///< Number of options of each of its choices.
    std::vector<StepEffect> effects;  ///< What its steps did, if that was asked for.
};

/**
 * @ingroup mgm
 * @brief Runs a scenario with a schedule. Equal ones come to the same.
 * @param scenario the scenario
 * @param distinction by what outcomes are told apart
 * @param wantsEffects whether to find out what each step does
 * @return what it came to
 * @throws InputError if the run does not come to its end
 */
ExploredRun ExploreRun(const Scenario& scenario, Distinction distinction, bool wantsEffects);

/**
 * @param run what a run came to
 * @return it, to be sent to another process
 */
Json Pack(const ExploredRun& run);

/**
 * @param json what Pack() returned
 * @return what the run came to
 */
ExploredRun Unpack(const Json& json);

} // namespace mgm
} // namespace ns3

#endif // MGM_EXPLORED_RUN_H

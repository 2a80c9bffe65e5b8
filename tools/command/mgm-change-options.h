/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CHANGE_OPTIONS_H
#define MGM_CHANGE_OPTIONS_H

#include "mgm-command-options.h"
#include "scenario/mgm-scenario-reader.h"

#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @brief Adds the options that change a scenario: set, seed, run, stop.
 * @param options what to add to
 */
void AddChangeOptions(boost::program_options::options_description& options);

/**
 * @brief Reads the options that change a scenario.
 * @param values the values
 * @return the changes, in the order in which they take effect
 * @throws InputError if one is not POINTER=VALUE
 */
std::vector<ScenarioChange> ReadChanges(const boost::program_options::variables_map& values);

/**
 * @brief Prints what is odd about a scenario, for people.
 * @param scenario the scenario
 */
void PrintWarnings(const Scenario& scenario);

} // namespace mgm
} // namespace ns3

#endif // MGM_CHANGE_OPTIONS_H

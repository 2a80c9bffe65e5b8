/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RUN_WARNINGS_H
#define MGM_RUN_WARNINGS_H

#include "mgm-run-outcome.h"

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @param warnings warnings of a run
 * @return them as JSON, for the journal
 */
Json ToJson(const std::vector<ScenarioWarning>& warnings);

/**
 * @param json warnings of a run, as ToJson() makes them
 * @return them
 * @throws Json::exception if they are none
 */
std::vector<ScenarioWarning> ToWarnings(const Json& json);

/**
 * @brief Tells what the scenarios of runs are warned of: each value once, whatever it is in the
 *        runs.
 * @param outcomes what the runs came to
 * @return a line for each, with the number of runs, in the order of the runs
 */
std::vector<std::string> SummarizeWarnings(const RunOutcomes& outcomes);

} // namespace mgm
} // namespace ns3

#endif // MGM_RUN_WARNINGS_H

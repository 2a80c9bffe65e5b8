/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SCENARIO_RUNNER_H
#define MGM_SCENARIO_RUNNER_H

#include "json/mgm-json-document.h"
#include "mgm-scenario.h"
#include "trace/mgm-trace-format.h"

#include <ostream>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What a run of a scenario writes.
 */
struct RunOptions
{
    std::string out;                 ///< Directory for files; it is made if it does not exist.
    std::vector<TraceFormat> traces; ///< Formats of the trace.
    bool pcap{true};                 ///< Whether packets are captured, in a file per interface.
    TraceCompression compression{TraceCompression::NONE}; ///< How the traces are compressed.
};

/**
 * @ingroup mgm
 * @brief Runs a scenario.
 *
 * Writes the trace in each format, `summary.json` and captures into the directory. Equal scenarios
 * give equal files (I10).
 *
 * @param scenario the scenario
 * @param options what to write
 * @param report where to print the start-up tables and what came out, for people; nothing of it is
 *        made if nothing can be written there
 * @return a message for each expectation that was not met
 * @throws InputError if the files can't be written
 */
std::vector<std::string> RunScenario(const Scenario& scenario,
                                     const RunOptions& options,
                                     std::ostream& report);

/**
 * @ingroup mgm
 * @brief Runs a scenario and writes nothing.
 * @param scenario the scenario
 * @return what `summary.json` would hold
 * @throws InputError if the run does not come to its end
 */
Json SummarizeScenario(const Scenario& scenario);

} // namespace mgm
} // namespace ns3

#endif // MGM_SCENARIO_RUNNER_H

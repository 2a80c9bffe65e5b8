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

/*
 * DOC tools/scenario: a simulation that is data.
 *
 * Four parts. Specification and reading: mgm-scenario-reader.h makes a Scenario (plain structures,
 * mgm-*-spec.h) of a JSON file, and only of what can be run. Building: ScenarioNetwork makes the
 * nodes, links, agents, routes and scheduled steps of it. Observing: all that looks at the trace
 * records of the run, namely the traffic (StreamMeter, PacketLedger), the expectations
 * (ExpectationChecker), the tables for people (StartupTable), the RunSummary, and an InstantGuard
 * against runs that never leave an instant. Running, here: it puts the parts together and writes
 * the files.
 *
 * The runner owns network and observers for one run, and brings the global state of ns-3
 * (simulator, names, addresses, seed) to a known beginning before and after it. Observers are
 * connected to the Tracer of each node; they see records and schedule checks of the state at given
 * times, and never change the simulation.
 *
 * Order: read; reset the simulator; make the network, then the observers, then the files of traces
 * and captures; run; take what came out; write the summary; commit the files. Each record is shown
 * to the guard, the traffic, the expectations, the table and the summary, in this order. Events of
 * one instant come in the order in which the scenario names them, unless a schedule says otherwise
 * (ChoosingScheduler).
 *
 * What must hold: equal scenario, seed and run give equal files (I10), so random streams have
 * fixed numbers in the order of the scenario; a run leaves nothing behind that another would see;
 * a scenario that can't be run is refused before its network is made.
 */

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

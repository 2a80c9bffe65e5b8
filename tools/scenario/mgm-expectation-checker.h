/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_EXPECTATION_CHECKER_H
#define MGM_EXPECTATION_CHECKER_H

#include "mgm-expectation-check.h"
#include "mgm-scenario-network.h"
#include "mgm-scenario.h"
#include "mgm-traffic-observer.h"

#include "ns3/mgm-trace-record.h"

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Finds out whether a run shows what a scenario expects of it.
 */
class ExpectationChecker
{
  public:
    /**
     * @brief Begins, before the run: schedules the checks that have a time.
     * @param scenario the scenario; it outlives the checker
     * @param network its network; it outlives the checker
     * @param traffic what measures its streams; it outlives the checker
     */
    ExpectationChecker(const Scenario& scenario,
                       const ScenarioNetwork& network,
                       const TrafficObserver& traffic);

    /**
     * @brief Takes a trace record.
     * @param record the record
     */
    void Observe(const TraceRecord& record);

    /**
     * @brief Ends, after the run.
     * @return a result for each expectation of the scenario
     */
    std::vector<ExpectationResult> Finish();

  private:
    /// Checks that take records.
    using Takers = std::vector<ExpectationCheck*>;

    std::vector<std::unique_ptr<ExpectationCheck>> m_checks; ///< one for each expectation
    Takers m_takers;                                         ///< who takes records of all nodes
    std::unordered_map<uint32_t, Takers> m_takersOf;         ///< who takes those of one, by node id
};

} // namespace mgm
} // namespace ns3

#endif // MGM_EXPECTATION_CHECKER_H

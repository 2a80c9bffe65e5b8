/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_EXPECTATION_CHECKER_H
#define MGM_EXPECTATION_CHECKER_H

#include "mgm-scenario-network.h"
#include "mgm-scenario.h"

#include "ns3/mgm-trace-record.h"

#include <memory>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief What became of an expectation.
struct ExpectationResult
{
    bool isMet{false};    ///< Whether the run showed it.
    std::string found;    ///< What the run showed instead.
    std::string expected; ///< What was expected.
};

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
     */
    ExpectationChecker(const Scenario& scenario, const ScenarioNetwork& network);
    ~ExpectationChecker();

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

    /// An expectation that is being checked.
    class Check;

  private:
    std::vector<std::unique_ptr<Check>> m_checks; ///< one for each expectation
};

} // namespace mgm
} // namespace ns3

#endif // MGM_EXPECTATION_CHECKER_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_EXPLORATION_REPORT_H
#define MGM_EXPLORATION_REPORT_H

#include "base/mgm-output-set.h"
#include "json/mgm-json-document.h"
#include "mgm-exploration.h"
#include "scenario/mgm-scenario.h"

#include <ostream>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Says what an exploration came to, for people and for programs.
 */
class ExplorationReport
{
  public:
    /**
     * @param scenario the scenario; it outlives this
     * @param exploration what came out; it outlives this
     * @param out directory for files
     * @param replay the command that runs the scenario, to which a schedule is added
     */
    ExplorationReport(const Scenario& scenario,
                      const Exploration& exploration,
                      const std::string& out,
                      const std::string& replay);

    /**
     * @brief Writes `explore.json` and a schedule for each outcome and fault.
     * @param outputs takes the files
     * @throws InputError if files can't be written
     */
    void Write(OutputSet& outputs) const;

    /// @brief Prints everything.
    /// @param os where to print
    void Print(std::ostream& os) const;

  private:
    /// @brief Prints the steps that move.
    /// @param os where to print
    void PrintSteps(std::ostream& os) const;

    /// @brief Prints how many orders there are, and what became of them.
    /// @param os where to print
    void PrintCounts(std::ostream& os) const;

    /// @brief Prints the outcomes.
    /// @param os where to print
    void PrintOutcomes(std::ostream& os) const;

    /// @brief Prints what is wrong.
    /// @param os where to print
    void PrintFaults(std::ostream& os) const;

    /// @brief Prints how to go on.
    /// @param os where to print
    void PrintCommands(std::ostream& os) const;

    /// @return everything, in the order in which it is written
    Json ToJson() const;

    /// @param order indices of steps
    /// @return their labels
    std::vector<std::string> GetLabels(const StepOrder& order) const;

    const Scenario& m_scenario;       ///< the scenario
    const Exploration& m_exploration; ///< what came out
    std::string m_out;                ///< directory for files
    std::string m_replay;             ///< the command that runs the scenario
};

} // namespace mgm
} // namespace ns3

#endif // MGM_EXPLORATION_REPORT_H

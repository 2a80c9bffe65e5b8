/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_EXPERIMENT_RESULTS_H
#define MGM_EXPERIMENT_RESULTS_H

#include "mgm-experiment-design.h"
#include "mgm-experiment.h"
#include "mgm-run-outcome.h"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The results of all runs of an experiment, in the order of the design.
 */
class ExperimentResults
{
  public:
    /**
     * @param experiment the experiment; it outlives the results
     * @param design its design; it outlives the results
     * @param outcomes what all of its runs came to
     */
    ExperimentResults(const Experiment& experiment,
                      const ExperimentDesign& design,
                      const RunOutcomes& outcomes);

    /// @return the experiment
    const Experiment& GetExperiment() const
    {
        return m_experiment;
    }

    /// @return its design
    const ExperimentDesign& GetDesign() const
    {
        return m_design;
    }

    /// @return what the runs came to
    const RunOutcomes& GetOutcomes() const
    {
        return m_outcomes;
    }

    /**
     * @brief Finds the value of a response in a run.
     * @param id number of the run
     * @param response index of the response
     * @return the value; nothing if it is missing, or the run failed
     */
    std::optional<double> GetValue(std::size_t id, std::size_t response) const;

    /// Tells to which group a run belongs.
    using Grouping = std::function<std::size_t(std::size_t cell)>;

    /**
     * @brief Groups the values of a response.
     * @param response index of the response
     * @param grouping tells the group of each cell
     * @return the values by group
     */
    std::map<std::size_t, std::vector<double>> Group(std::size_t response,
                                                     const Grouping& grouping) const;

    /**
     * @brief Groups the values of a response as far as they are independent.
     *
     * Cells share their run numbers, and with them their random streams. A group of several cells
     * therefore has the mean of a run number over its cells for one value.
     *
     * @param response index of the response
     * @param grouping tells the group of each cell
     * @return the values by group, one for each run number with a value
     */
    std::map<std::size_t, std::vector<double>> GroupByRun(std::size_t response,
                                                          const Grouping& grouping) const;

    /// @return the runs that failed
    std::vector<std::size_t> FindFailures() const;

    /**
     * @brief Writes a line per run (`runs.csv`).
     * @param os where to write
     */
    void WriteRuns(std::ostream& os) const;

    /**
     * @brief Writes a line per cell and response, with its statistics (`summary.csv`).
     * @param os where to write
     */
    void WriteSummary(std::ostream& os) const;

  private:
    const Experiment& m_experiment;   ///< the experiment
    const ExperimentDesign& m_design; ///< its design
    RunOutcomes m_outcomes;           ///< what its runs came to
};

/**
 * @param field a field
 * @return it as CSV has it, in quotation marks if it needs them (RFC 4180)
 */
std::string ToCsvField(const std::string& field);

} // namespace mgm
} // namespace ns3

#endif // MGM_EXPERIMENT_RESULTS_H

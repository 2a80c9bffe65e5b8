/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_EXPERIMENT_DESIGN_H
#define MGM_EXPERIMENT_DESIGN_H

#include "mgm-experiment.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A run of an experiment that is to be made.
 */
struct PlannedRun
{
    std::size_t id{0};                   ///< Its number among all runs, from 0.
    std::size_t cell{0};                 ///< The combination of levels that it is a run of, from 0.
    uint64_t run{0};                     ///< Run number of its random streams.
    std::vector<std::string> labels;     ///< The value of each factor.
    std::vector<ScenarioChange> changes; ///< What it changes in the scenario.
};

/**
 * @ingroup mgm
 * @brief Plans the runs of an experiment. A plan depends on the experiment alone.
 *
 * Runs with the same number in different cells have the same random streams, so that differences
 * between cells have less noise. Values that are drawn are drawn anew for each run of a full
 * factorial; in a Latin hypercube, they are those of the sample.
 */
class ExperimentDesign
{
  public:
    /**
     * @param experiment the experiment; it outlives the design
     * @throws InputError if it has too many runs
     */
    explicit ExperimentDesign(const Experiment& experiment);

    /// @return number of cells
    std::size_t GetCellCount() const
    {
        return m_cells;
    }

    /// @return number of runs
    std::size_t GetRunCount() const
    {
        return m_cells * m_experiment.runs;
    }

    /**
     * @param id number of a run
     * @return the run
     */
    PlannedRun GetRun(std::size_t id) const;

    /**
     * @param factor index of a factor
     * @return whether its value differs between the runs of one cell
     */
    bool IsDrawnByRun(std::size_t factor) const;

    /**
     * @param cell a cell
     * @param factor index of a factor that is the same for all runs of a cell
     * @return the index of its level; 0 if its values are drawn
     */
    std::size_t GetLevel(std::size_t cell, std::size_t factor) const;

  private:
    /**
     * @param id number of a run
     * @param factor index of a factor whose values are drawn
     * @return the level of the run
     */
    FactorLevel Draw(std::size_t id, std::size_t factor) const;

    /**
     * @param cell a sample of a Latin hypercube
     * @param factor index of a factor
     * @return where in the range of the factor it is, from 0 to 1
     */
    double GetPosition(std::size_t cell, std::size_t factor) const;

    const Experiment& m_experiment;                  ///< the experiment
    std::size_t m_cells{1};                          ///< number of cells
    std::vector<std::vector<std::size_t>> m_strata;  ///< for each factor and sample: the stratum
    std::vector<std::vector<double>> m_withinStrata; ///< and where in it
};

/**
 * @brief Phrases the command that repeats a run, with the libraries that are loaded.
 * @param scenario path of the scenario
 * @param run the run
 * @return the command, for a shell
 */
std::string GetRunCommand(const std::string& scenario, const PlannedRun& run);

} // namespace mgm
} // namespace ns3

#endif // MGM_EXPERIMENT_DESIGN_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SWEEP_H
#define MGM_SWEEP_H

#include "mgm-experiment-design.h"
#include "mgm-experiment.h"
#include "mgm-run-outcome.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

/*
 * DOC tools/sweep: one scenario, many runs.
 *
 * An Experiment (from a file or from options) names a scenario, factors with their levels, and
 * responses. ExperimentDesign plans the runs, RunSweep() makes them, ExperimentResults holds what
 * came out, and the writers make tables, statistics, plots and a report of it.
 *
 * Each run is a copy of this process (ProcessPool), which itself runs no simulation. The
 * RunJournal in the output directory is the only memory of a sweep: a run is noted there when it
 * is finished, and an interrupted sweep goes on from it. Shards on several machines have a journal
 * each, and are merged.
 *
 * Order: read the experiment; plan; try to read the scenario of the first run; start runs in the
 * order of the plan, as many at a time as there are jobs; note them as they end, once one has
 * shown that all responses can be measured; then make the outputs. Runs end in any order, so
 * nothing but the journal may follow that order.
 *
 * What must hold: the plan depends on the experiment alone, and the results on nothing but the
 * experiment and the version: not on jobs, shards, interruptions or the machine (ExperimentRandom
 * is defined bit by bit); runs with one number share their random streams in all cells; a run that
 * fails is told as such and does not stop the others.
 */

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief How an experiment is run.
 */
struct SweepOptions
{
    std::string out;                      ///< Directory for the results.
    std::size_t jobs{1};                  ///< Number of runs at a time.
    std::chrono::milliseconds timeout{0}; ///< Greatest time of a run; 0 for any.
    std::size_t shard{0};                 ///< Which part of the runs, from 0.
    std::size_t shards{1};                ///< Into how many parts the runs are divided.
    bool isFresh{false};                  ///< Whether results that are there are discarded.
};

/**
 * @ingroup mgm
 * @brief How far a sweep is.
 */
struct SweepState
{
    std::size_t total{0};    ///< Number of runs to make, with those that were there.
    std::size_t kept{0};     ///< Number of those that were there before.
    std::size_t finished{0}; ///< Number of runs that are finished.
    std::size_t failed{0};   ///< Number of those that failed.
};

/// Is told how far a sweep is, at the beginning and after each run.
using SweepListener = std::function<void(const SweepState&)>;

/**
 * @ingroup mgm
 * @brief Runs an experiment, each run in a process of its own.
 *
 * Runs that an earlier sweep of the same experiment has finished in the directory are not made
 * again, but those that failed are. This process itself runs no simulation.
 *
 * @param experiment the experiment
 * @param design its design
 * @param options how to run it
 * @param listener is told how far it is
 * @return what the runs came to
 * @throws InputError if the first run can't be made, a response can't be measured in it, or the
 *         results can't be written
 */
RunOutcomes RunSweep(const Experiment& experiment,
                     const ExperimentDesign& design,
                     const SweepOptions& options,
                     const SweepListener& listener);

} // namespace mgm
} // namespace ns3

#endif // MGM_SWEEP_H

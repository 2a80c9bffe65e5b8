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

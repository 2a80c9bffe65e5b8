/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_EXPLORATION_H
#define MGM_EXPLORATION_H

#include "mgm-moved-step.h"
#include "mgm-order-space.h"
#include "mgm-record-accesses.h"
#include "mgm-schedule.h"
#include "scenario/mgm-scenario.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/*
 * DOC tools/explore: one scenario, all orders of its steps.
 *
 * GetMovedSteps() finds the steps that a scenario lets move, each with the thread whose order it
 * keeps. OrderSpace is the set of their orders, OrderTree the tree of them, in which sleep sets
 * keep orders out that equal earlier ones. Explore() walks the tree depth first; OrderRunner makes
 * the runs in other processes (ExploredRun). FootprintRecorder tells from the trace what each step
 * has read and written, which is what equality rests on; OutcomeRecorder puts into words what a
 * run came to. ResultCollector groups runs by that, and ShrinkFault() makes the order that shows a
 * fault short. ExplorationReport says it all.
 *
 * The search owns tree and results; steps, space and runner belong to Explore(). Runs share
 * nothing but what they send back. A Schedule is an order together with the choices within a run,
 * and what "mgm run --schedule" replays.
 *
 * Order: places of the tree are worked on in batches of fixed size, and their runs are taken in
 * the order of the batch, whatever the order in which they end. If a step that was taken for quiet
 * turns out not to be, the search is done again with that known. At the end the orders that show
 * faults are made shorter.
 *
 * What must hold: the result does not depend on the number of jobs, unless time runs out; with and
 * without reduction the same outcomes and faults are found; where the trace does not show all that
 * a step does, it commutes with nothing.
 */

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief How orders are explored.
struct ExploreOptions
{
    uint64_t maxRuns{UINT64_MAX};         ///< Most runs.
    std::chrono::milliseconds maxTime{0}; ///< Longest time; 0 is without a limit.
    std::size_t jobs{1};                  ///< Most runs at a time.
    bool reduces{true};                   ///< Whether orders that must be equal are kept out.
    Distinction distinction{Distinction::CLIENT}; ///< By what outcomes are told apart.
};

/// @ingroup mgm
/// @brief Runs with one outcome.
struct OutcomeGroup
{
    std::vector<std::string> lines; ///< What the runs came to.
    uint64_t count{0};              ///< How many there were.
    StepOrder order;                ///< The order of one: the first of all orders.
    std::vector<uint32_t> choices;  ///< What it chooses.
};

/// @ingroup mgm
/// @brief Something that is wrong with some runs.
struct FaultGroup
{
    std::string name;              ///< What is wrong.
    std::string detail;            ///< What one of the runs shows.
    bool isAtEnd{false};           ///< Whether only whole runs show it.
    uint64_t count{0};             ///< How many runs show it.
    StepOrder order;               ///< The shortest order that shows it.
    StepOrder whole;               ///< The whole order whose beginning that was.
    std::vector<uint32_t> choices; ///< What its run chooses.
};

/// @ingroup mgm
/// @brief What an exploration came to.
struct Exploration
{
    std::vector<MovedStep> steps;       ///< The steps that move.
    OrderCount orders;                  ///< Number of orders.
    OrderCount pruned;                  ///< Number of orders that equal others.
    uint64_t explored{0};               ///< Number of runs that the outcomes count.
    uint64_t runs{0};                   ///< Number of runs.
    OrderCount open;                    ///< Number of orders that a limit left out.
    std::string limit;                  ///< The limit that ended the exploration, or nothing.
    std::string noReduction;            ///< Why no orders are pruned, or nothing.
    std::vector<OutcomeGroup> outcomes; ///< The outcomes, the most frequent one first.
    std::vector<FaultGroup> faults;     ///< What is wrong.
    double seconds{0};                  ///< How long it took.
};

/**
 * @ingroup mgm
 * @brief Runs a scenario in all orders of the steps that move.
 *
 * Runs are made in other processes. The result does not depend on the number of jobs, unless the
 * limit of time ends the exploration.
 *
 * @param scenario the scenario
 * @param options how to explore
 * @return what came out
 * @throws InputError if no step moves, if the simulation ends before the last one is made, or if a
 *         run does not come to its end
 */
Exploration Explore(const Scenario& scenario, const ExploreOptions& options);

} // namespace mgm
} // namespace ns3

#endif // MGM_EXPLORATION_H

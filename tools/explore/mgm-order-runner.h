/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_ORDER_RUNNER_H
#define MGM_ORDER_RUNNER_H

#include "mgm-exploration.h"
#include "mgm-order-tree.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Runs orders, in other processes.
 */
class OrderRunner
{
  public:
    /// An order and what its run chooses first.
    using Task = std::pair<StepOrder, std::vector<uint32_t>>;

    /**
     * @param scenario the scenario; it outlives this
     * @param steps its steps that move; they outlive this
     * @param options how to explore
     */
    OrderRunner(const Scenario& scenario,
                const std::vector<MovedStep>& steps,
                const ExploreOptions& options);

    /**
     * @brief Runs some orders.
     * @param tasks the orders
     * @param wantsEffects whether to find out what each step does
     * @return a run for each; null if it was too late for it
     * @throws InputError if a run does not come to its end
     */
    std::vector<OrderRunPtr> Run(const std::vector<Task>& tasks, bool wantsEffects);

    /// @return number of runs so far
    uint64_t GetCount() const
    {
        return m_count;
    }

    /// @return number of runs that may still be made
    uint64_t GetRest() const
    {
        return m_options.maxRuns - std::min(m_count, m_options.maxRuns);
    }

    /// @return whether the time is over
    bool IsLate() const;

    /// @return how long it took so far [s]
    double GetSeconds() const;

  private:
    using Results = std::vector<OrderRunPtr>; ///< a run for each task

    /// @brief Runs tasks in this process.
    /// @param tasks the tasks
    /// @param begin the first one
    /// @param end the one behind the last one
    /// @param wantsEffects whether to find out what each step does
    /// @return the results, as octets
    std::string RunHere(const std::vector<Task>& tasks,
                        std::size_t begin,
                        std::size_t end,
                        bool wantsEffects) const;

    /// @brief Runs tasks one by one, since one of them ended its process.
    /// @param tasks the tasks
    /// @param begin the first one
    /// @param end the one behind the last one
    /// @param wantsEffects whether to find out what each step does
    /// @param results where the results go
    void RunSingly(const std::vector<Task>& tasks,
                   std::size_t begin,
                   std::size_t end,
                   bool wantsEffects,
                   Results& results);

    /// @brief Takes results that another process sent.
    /// @param tasks the tasks
    /// @param begin the first one that was run
    /// @param octets the results
    /// @param results where they go
    void Take(const std::vector<Task>& tasks,
              std::size_t begin,
              const std::string& octets,
              Results& results);

    using Clock = std::chrono::steady_clock; ///< clock for the limit of time

    /// @brief Fails because a run has no result.
    /// @param order its order
    /// @param why why
    [[noreturn]] void Fail(const StepOrder& order, const std::string& why) const;

    const Scenario& m_scenario;            ///< the scenario
    const std::vector<MovedStep>& m_steps; ///< its steps that move
    ExploreOptions m_options;              ///< how to explore
    Clock::time_point m_begin;             ///< when it began
    uint64_t m_count{0};                   ///< number of runs so far
};

} // namespace mgm
} // namespace ns3

#endif // MGM_ORDER_RUNNER_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RESULT_COLLECTOR_H
#define MGM_RESULT_COLLECTOR_H

#include "mgm-exploration.h"
#include "mgm-order-tree.h"

#include <map>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Groups runs by their outcome, and what is wrong by its name.
 */
class ResultCollector
{
  public:
    /// @brief Takes a run.
    /// @param run the run
    void Add(const OrderRun& run);

    /// @return number of runs
    uint64_t GetCount() const
    {
        return m_count;
    }

    /// @return the outcomes, the most frequent one first
    std::vector<OutcomeGroup> GetOutcomes() const;

    /// @return what is wrong, by name, with the shortest order that was seen
    std::vector<FaultGroup> GetFaults() const;

  private:
    /// @brief Takes what is wrong with a run.
    /// @param run the run
    /// @param fault what is wrong
    void AddFault(const OrderRun& run, const RunFault& fault);

    uint64_t m_count{0};                                         ///< number of runs
    std::map<std::vector<std::string>, OutcomeGroup> m_outcomes; ///< by their lines
    std::map<std::string, FaultGroup> m_faults;                  ///< by their names
};

/**
 * @param a an order
 * @param b another order
 * @return whether the first one is shorter, or, if none is, nearer to the scenario's own order
 */
bool IsSimpler(const StepOrder& a, const StepOrder& b);

} // namespace mgm
} // namespace ns3

#endif // MGM_RESULT_COLLECTOR_H

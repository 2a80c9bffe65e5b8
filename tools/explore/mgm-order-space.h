/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_ORDER_SPACE_H
#define MGM_ORDER_SPACE_H

#include <boost/multiprecision/cpp_int.hpp>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ns3
{
namespace mgm
{

/// Indices of steps, in the order in which they are made.
using StepOrder = std::vector<std::size_t>;

/// A number of orders: there may be very many.
using OrderCount = boost::multiprecision::cpp_int;

/**
 * @ingroup mgm
 * @brief All orders of some steps in which the steps of each thread keep theirs.
 *
 * Steps are numbered in their own order, from 0.
 */
class OrderSpace
{
  public:
    /// @param threads the thread of each step
    explicit OrderSpace(const std::vector<std::size_t>& threads);

    /// @return number of steps
    std::size_t GetSize() const
    {
        return m_threads.size();
    }

    /// @param step a step
    /// @return its thread
    std::size_t GetThread(std::size_t step) const
    {
        return m_threads[step];
    }

    /**
     * @param prefix the first steps of an order
     * @return the steps that can come next, in their own order
     */
    StepOrder GetNext(const StepOrder& prefix) const;

    /**
     * @brief Completes an order: steps come in their own order, but some as late as can be.
     * @param prefix the first steps
     * @param late the steps that come late
     * @return a whole order
     */
    StepOrder Complete(const StepOrder& prefix, const StepOrder& late) const;

    /**
     * @param prefix the first steps of an order
     * @return number of whole orders that begin with them
     */
    OrderCount Count(const StepOrder& prefix) const;

    /**
     * @param order an order
     * @return number of pairs of steps that come the other way round in their own order
     */
    static uint64_t CountInversions(const StepOrder& order);

  private:
    std::vector<std::size_t> m_threads;   ///< the thread of each step
    std::vector<std::size_t> m_followers; ///< the next step of the same thread, or the size
    StepOrder m_first;                    ///< the first step of each thread
};

} // namespace mgm
} // namespace ns3

#endif // MGM_ORDER_SPACE_H

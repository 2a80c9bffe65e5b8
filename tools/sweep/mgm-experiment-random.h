/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_EXPERIMENT_RANDOM_H
#define MGM_EXPERIMENT_RANDOM_H

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <random>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Random numbers of an experiment's own, the same ones on all machines.
 *
 * They come from std::mt19937_64, which the C++ standard defines bit by bit, and not from its
 * distributions, which it does not.
 */
class ExperimentRandom
{
  public:
    /// @param key the seed, and numbers that tell what it is for
    ExperimentRandom(std::initializer_list<uint64_t> key);

    /// @return a number between 0 and 1, never one of them
    double GetUniform();

    /**
     * @param size a size
     * @return the numbers from 0 on below the size, in a random order
     */
    std::vector<std::size_t> GetPermutation(std::size_t size);

  private:
    /**
     * @param bound a number above 0
     * @return a number from 0 on below the bound
     */
    uint64_t GetBelow(uint64_t bound);

    std::mt19937_64 m_engine; ///< the random bits
};

} // namespace mgm
} // namespace ns3

#endif // MGM_EXPERIMENT_RANDOM_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RECORD_PAIRING_H
#define MGM_RECORD_PAIRING_H

#include "mgm-compared-record.h"
#include "mgm-record-counterparts.h"
#include "mgm-sequence-alignment.h"

#include <optional>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Some records of a trace.
using RecordBlock = std::vector<ComparedRecord>;

/**
 * @ingroup mgm
 * @brief For each record of a block, the index of its counterpart in a block of the other trace.
 */
using Counterparts = std::vector<std::optional<std::size_t>>;

/**
 * @ingroup mgm
 * @brief Finds which record of a block of one trace is which of a block of another.
 */
class RecordPairing
{
  public:
    /**
     * @param a records of the first trace; they outlive the pairing
     * @param b records of the second trace; they outlive the pairing
     */
    RecordPairing(const RecordBlock& a, const RecordBlock& b);

    /// Pairs equal records, as many as possible in the order of both.
    void PairInOrder();

    /**
     * @brief Pairs equal records in any order; of several equal ones those that have
     *        corresponding causes.
     * @param counterparts what corresponds before these blocks
     */
    void PairInAnyOrder(const RecordCounterparts& counterparts);

    /// Pairs records that are left and are of one node, kind and operation, in order; but not
    /// across those that PairInOrder() has paired.
    void PairChangesInOrder();

    /// Pairs records that are left and are of one node, kind and operation, in order.
    void PairChanges();

    /// @return for each record of the first block its counterpart
    const Counterparts& Get() const
    {
        return m_toB;
    }

  private:
    /**
     * @brief Makes a pair.
     * @param i index in the first block
     * @param j index in the second block
     */
    void Pair(std::size_t i, std::size_t j);

    /**
     * @brief Pairs what is left in parts of the blocks.
     * @param begin begin of the parts
     * @param end end of the parts
     * @param keyOfA gives what a record of the first block is paired by, nothing if it is not
     * @param keyOfB the same for the second block
     */
    template <typename KeyOfA, typename KeyOfB>
    void PairLeft(IndexPair begin, IndexPair end, KeyOfA keyOfA, KeyOfB keyOfB);

    /**
     * @brief Pairs what is left in parts of the blocks by node, kind and operation.
     * @param begin begin of the parts
     * @param end end of the parts
     */
    void PairChanges(IndexPair begin, IndexPair end);

    const RecordBlock& m_a;    ///< records of the first trace
    const RecordBlock& m_b;    ///< records of the second trace
    Counterparts m_toB;        ///< for each of the first, its counterpart
    std::vector<bool> m_isInA; ///< for each of the second, whether it has one
};

} // namespace mgm
} // namespace ns3

#endif // MGM_RECORD_PAIRING_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RECORD_COUNTERPARTS_H
#define MGM_RECORD_COUNTERPARTS_H

#include <cstdint>
#include <map>
#include <optional>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Knows which record of one trace is which of another, by their numbers.
 *
 * It keeps stretches in which both count alike, so that memory goes with the number of differences.
 */
class RecordCounterparts
{
  public:
    /**
     * @brief Notes that two records are counterparts.
     * @param a number of the record in the first trace
     * @param b number of the record in the second trace
     * @param isNext whether each is the next one of its trace behind those noted last, so that
     *        numbers between those belong to no record
     */
    void Add(uint64_t a, uint64_t b, bool isNext);

    /**
     * @brief Tells whether two numbers mean the same.
     *
     * They do if they are of counterparts, and also if neither record has one: what differs is then
     * those records, not what they cause.
     *
     * @param a number of a record in the first trace; 0 is none
     * @param b number of a record in the second trace; 0 is none
     * @return whether they mean the same
     */
    bool Correspond(uint64_t a, uint64_t b) const;

    /**
     * @param a number of a record in the first trace
     * @return number of its counterpart; nothing if it has none
     */
    std::optional<uint64_t> FindInB(uint64_t a) const
    {
        return Find(m_toB, a);
    }

  private:
    /// Where a stretch ends, and what corresponds to its begin.
    struct Stretch
    {
        uint64_t last; ///< the last number
        uint64_t to;   ///< what corresponds to the first one
    };

    /// Stretches by their first number.
    using Stretches = std::map<uint64_t, Stretch>;

    /**
     * @param[in,out] stretches what to add to
     * @param from a number
     * @param to what corresponds to it
     * @param isNext as for Add()
     */
    static void Add(Stretches& stretches, uint64_t from, uint64_t to, bool isNext);

    /**
     * @param stretches where to look
     * @param from a number
     * @return what corresponds to it
     */
    static std::optional<uint64_t> Find(const Stretches& stretches, uint64_t from);

    Stretches m_toB; ///< from the first trace to the second
    Stretches m_toA; ///< from the second trace to the first
};

} // namespace mgm
} // namespace ns3

#endif // MGM_RECORD_COUNTERPARTS_H

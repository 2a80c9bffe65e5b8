/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SEQUENCE_ALIGNMENT_H
#define MGM_SEQUENCE_ALIGNMENT_H

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief A sequence of values that are compared.
using Sequence = std::vector<uint32_t>;

/**
 * @ingroup mgm
 * @brief Indices of one value in two sequences.
 */
using IndexPair = std::pair<std::size_t, std::size_t>;

/// Differences up to which AlignSequences() looks for the longest common subsequence.
inline constexpr std::size_t MAX_DIFFERENCES = 1000;

/**
 * @brief Finds a longest common subsequence (E. Myers, An O(ND) Difference Algorithm, 1986).
 *
 * Where more than MAX_DIFFERENCES values are in one sequence only, it gives no more than what both
 * begin and end with.
 *
 * @param a a sequence
 * @param b another one
 * @return indices of its values, in order
 */
std::vector<IndexPair> AlignSequences(const Sequence& a, const Sequence& b);

/**
 * @brief Finds where two sequences run alike again.
 * @param a a sequence
 * @param b another one
 * @param length how many values have to be equal
 * @return the begin of such values in both, with the least sum of indices; the ends of both if
 *         there are none
 */
IndexPair FindCommonRun(const Sequence& a, const Sequence& b, std::size_t length);

} // namespace mgm
} // namespace ns3

#endif // MGM_SEQUENCE_ALIGNMENT_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_BOUNDS_H
#define MGM_BOUNDS_H

#include "json/mgm-json-value.h"

#include <cstdint>
#include <limits>
#include <string>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief The least and the greatest value that are allowed.
struct Bounds
{
    uint64_t least{0};                                   ///< The least.
    uint64_t most{std::numeric_limits<uint64_t>::max()}; ///< The greatest.

    /// @param value a value
    /// @return whether it is allowed
    bool Contain(uint64_t value) const
    {
        return value >= least && value <= most;
    }
};

/// What may be left of a timer that runs [ns].
inline constexpr Bounds TIMER_RUNNING{1};

/**
 * @param value a number or a time, or an object with "at-least", "at-most" or both
 * @return the bounds, of a time in nanoseconds
 * @throws InputError if nothing is within them
 */
Bounds ReadBounds(const JsonValue& value);

/**
 * @param value a number
 * @param isTime whether it is a time [ns]
 * @return it, for people
 */
std::string DescribeValue(uint64_t value, bool isTime);

/**
 * @param bounds bounds
 * @param isTime whether they are times [ns]
 * @return them, for people
 */
std::string DescribeBounds(const Bounds& bounds, bool isTime);

} // namespace mgm
} // namespace ns3

#endif // MGM_BOUNDS_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_METRIC_H
#define MGM_PIM_ORACLE_METRIC_H

#include <cstdint>
#include <ostream>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief An assert metric (RFC 3973 section 4.6.1).
 *
 * It has no R bit: "Set to 0 for PIM-DM. Ignored upon receipt" (section 4.7.7).
 */
struct PimOracleMetric
{
    uint32_t preference; ///< 31 bits
    uint32_t metric;     ///< of the route
    uint32_t address;    ///< of the router that says it

    /// @return whether it is infinite_assert_metric(), from whatever address
    bool IsInfinite() const;

    /// @param other another one @return whether both are the same
    bool operator==(const PimOracleMetric& other) const
    {
        return preference == other.preference && metric == other.metric && address == other.address;
    }

    /// @param other another one @return whether this one wins
    bool IsBetterThan(const PimOracleMetric& other) const;
};

/// The metric of an AssertCancel.
inline constexpr PimOracleMetric PIM_ORACLE_INFINITE{0x7FFFFFFF, 0xFFFFFFFF, 0};

/// Writes it as preference, metric and address.
std::ostream& operator<<(std::ostream& os, const PimOracleMetric& metric);

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_METRIC_H

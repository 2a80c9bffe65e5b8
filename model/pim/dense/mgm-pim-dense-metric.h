/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_METRIC_H
#define MGM_PIM_DENSE_METRIC_H

#include "ns3/mgm-pim-message.h"

#include <cstdint>
#include <ostream>
#include <tuple>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief assert_metric (RFC 3973 section 4.6.1). By default it is infinite_assert_metric().
 */
struct PimDenseMetric
{
    uint32_t preference{PIM_INFINITE_PREFERENCE}; ///< metric_preference.
    uint32_t metric{PIM_INFINITE_METRIC};         ///< route_metric.
    Ipv4Address address{Ipv4Address::GetZero()};  ///< ip_address.

    /// @return whether it is infinite, whoever tells it
    bool IsInfinite() const
    {
        return preference == PIM_INFINITE_PREFERENCE && metric == PIM_INFINITE_METRIC;
    }
};

/// @param os where to write
/// @param metric a metric, which is written as in the summaries of Asserts
/// @return os
inline std::ostream&
operator<<(std::ostream& os, const PimDenseMetric& metric)
{
    if (metric.address.Get() != 0)
    {
        os << metric.address << ' ';
    }
    if (metric.IsInfinite())
    {
        return os << "infinite";
    }
    return os << metric.preference << '/' << metric.metric;
}

/**
 * @brief Compares metrics: the lower preference, the lower metric or the higher address is better.
 *
 * The RFC does not say what an AssertCancel is to a router whose own metric is infinite. By its
 * address it would win, and be obeyed as a forwarder. Here no infinite metric is better than
 * another.
 *
 * @param a a metric
 * @param b another one
 * @return whether a is better
 */
inline bool
IsBetter(const PimDenseMetric& a, const PimDenseMetric& b)
{
    if (a.IsInfinite() && b.IsInfinite())
    {
        return false;
    }
    return std::tuple(a.preference, a.metric, b.address.Get()) <
           std::tuple(b.preference, b.metric, a.address.Get());
}

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_METRIC_H

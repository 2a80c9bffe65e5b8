/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-metric.h"

#include "mgm-pim-oracle-message.h"

namespace ns3
{
namespace mgm
{

bool
PimOracleMetric::IsInfinite() const
{
    return preference == PIM_ORACLE_INFINITE.preference && metric == PIM_ORACLE_INFINITE.metric;
}

bool
PimOracleMetric::IsBetterThan(const PimOracleMetric& other) const
{
    if (preference != other.preference)
    {
        return preference < other.preference;
    }
    return metric != other.metric ? metric < other.metric : address > other.address;
}

std::ostream&
operator<<(std::ostream& os, const PimOracleMetric& metric)
{
    if (metric.IsInfinite())
    {
        return os << "infinite";
    }
    return os << metric.preference << '/' << metric.metric << '/'
              << PimOracleAddress(metric.address);
}

} // namespace mgm
} // namespace ns3

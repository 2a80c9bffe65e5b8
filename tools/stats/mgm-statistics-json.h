/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_STATISTICS_JSON_H
#define MGM_STATISTICS_JSON_H

#include "mgm-trace-statistics.h"

#include <ostream>

namespace ns3
{
namespace mgm
{

/**
 * @brief Writes statistics as one JSON object, in the form that doc/traces.md describes. Times are
 *        in nanoseconds; what never happened is null.
 * @param os where to write
 * @param statistics the statistics
 */
void WriteStatisticsJson(std::ostream& os, const TraceStatistics& statistics);

} // namespace mgm
} // namespace ns3

#endif // MGM_STATISTICS_JSON_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_STATISTICS_CSV_H
#define MGM_STATISTICS_CSV_H

#include "mgm-trace-statistics.h"

#include <ostream>

namespace ns3
{
namespace mgm
{

/**
 * @brief Writes statistics as comma-separated values, one line for each number. Times are in
 *        nanoseconds; the value of what never happened is empty.
 * @param os where to write
 * @param statistics the statistics
 */
void WriteStatisticsCsv(std::ostream& os, const TraceStatistics& statistics);

} // namespace mgm
} // namespace ns3

#endif // MGM_STATISTICS_CSV_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_STATISTICS_TEXT_H
#define MGM_STATISTICS_TEXT_H

#include "mgm-trace-statistics.h"

#include <ostream>

namespace ns3
{
namespace mgm
{

/**
 * @brief Writes statistics as tables, for people. Times are in seconds, cut to microseconds; what
 *        never happened is "-".
 * @param os where to write
 * @param statistics the statistics
 */
void WriteStatisticsText(std::ostream& os, const TraceStatistics& statistics);

} // namespace mgm
} // namespace ns3

#endif // MGM_STATISTICS_TEXT_H

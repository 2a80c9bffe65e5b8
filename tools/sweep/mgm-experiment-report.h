/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_EXPERIMENT_REPORT_H
#define MGM_EXPERIMENT_REPORT_H

#include "mgm-experiment-results.h"
#include "mgm-plot.h"

#include <ostream>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// Name of the directory of the plots, in that of the results.
inline constexpr auto PLOT_DIRECTORY = "plots";

/**
 * @ingroup mgm
 * @brief Writes a report on an experiment in Markdown.
 * @param results the results
 * @param plots the plots of each response
 * @param os where to write
 */
void WriteReport(const ExperimentResults& results,
                 const std::vector<std::vector<Plot>>& plots,
                 std::ostream& os);

} // namespace mgm
} // namespace ns3

#endif // MGM_EXPERIMENT_REPORT_H

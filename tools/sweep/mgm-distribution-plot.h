/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_DISTRIBUTION_PLOT_H
#define MGM_DISTRIBUTION_PLOT_H

#include "mgm-experiment-results.h"
#include "mgm-plot.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Shows the empirical distribution of a response, for each level of a factor if one has few.
 * @param results the results
 * @param response index of the response
 * @return the plot
 */
Plot MakeDistributionPlot(const ExperimentResults& results, std::size_t response);

} // namespace mgm
} // namespace ns3

#endif // MGM_DISTRIBUTION_PLOT_H

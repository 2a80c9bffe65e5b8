/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_EXPERIMENT_PLOTS_H
#define MGM_EXPERIMENT_PLOTS_H

#include "mgm-experiment-results.h"
#include "mgm-plot.h"

#include <cstddef>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Makes the plots of a response: over each factor, over pairs of factors, and its empirical
 * distribution.
 * @param results the results
 * @param response index of the response
 * @return the plots; none if the response is the same in all runs
 */
std::vector<Plot> MakePlots(const ExperimentResults& results, std::size_t response);

/**
 * @brief Writes plots and draws them with gnuplot.
 * @param plots the plots
 * @param directory an empty directory for their files
 * @param jobs how many to draw at a time
 * @return why a plot could not be drawn; empty if all were
 * @throws InputError if the files can't be written
 */
std::string DrawPlots(const std::vector<Plot>& plots,
                      const std::string& directory,
                      std::size_t jobs);

} // namespace mgm
} // namespace ns3

#endif // MGM_EXPERIMENT_PLOTS_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_EFFECT_PLOT_H
#define MGM_EFFECT_PLOT_H

#include "mgm-experiment-results.h"
#include "mgm-plot.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Shows the mean of a response over a factor, with confidence intervals.
 *
 * If there is one further factor with few levels, each of them has a line of its own; else the mean
 * is over all further factors. A factor whose values are drawn has a point for each run.
 *
 * @param results the results
 * @param response index of the response
 * @param factor index of the factor
 * @return the plot
 */
Plot MakeEffectPlot(const ExperimentResults& results, std::size_t response, std::size_t factor);

} // namespace mgm
} // namespace ns3

#endif // MGM_EFFECT_PLOT_H

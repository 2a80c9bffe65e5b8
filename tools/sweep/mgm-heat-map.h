/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_HEAT_MAP_H
#define MGM_HEAT_MAP_H

#include "mgm-experiment-results.h"
#include "mgm-plot.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Shows the mean of a response over two factors as colours.
 * @param results the results
 * @param response index of the response
 * @param horizontal index of the factor along the horizontal axis
 * @param vertical index of the factor along the vertical axis
 * @return the plot
 */
Plot MakeHeatMap(const ExperimentResults& results,
                 std::size_t response,
                 std::size_t horizontal,
                 std::size_t vertical);

} // namespace mgm
} // namespace ns3

#endif // MGM_HEAT_MAP_H

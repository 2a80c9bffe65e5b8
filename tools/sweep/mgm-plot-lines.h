/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PLOT_LINES_H
#define MGM_PLOT_LINES_H

#include "mgm-display-quantity.h"
#include "mgm-experiment-results.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @param factor a factor
 * @return whether it has few levels, so that each can have a line of its own in a plot
 */
bool HasFewLevels(const Factor& factor);

/**
 * @brief Finds the titles of the lines of a plot.
 * @param experiment the experiment
 * @param lines index of the factor whose levels have lines of their own; nothing for a single line
 * @return a title for each line; a single line has none
 */
std::vector<std::string> GetLineTitles(const Experiment& experiment,
                                       std::optional<std::size_t> lines);

/**
 * @brief Makes the command of gnuplot that draws lines.
 * @param name name of the plot; each line is a block of its data
 * @param titles titles of the lines
 * @param styles what is drawn of each line
 * @return the command
 */
std::string GetLineCommand(const std::string& name,
                           const std::vector<std::string>& titles,
                           const std::vector<std::string>& styles);

/**
 * @brief Finds out how to show a response.
 * @param results the results
 * @param response index of the response
 * @return its title and scale, which fit to its greatest value
 */
DisplayQuantity GetDisplayQuantity(const ExperimentResults& results, std::size_t response);

} // namespace mgm
} // namespace ns3

#endif // MGM_PLOT_LINES_H

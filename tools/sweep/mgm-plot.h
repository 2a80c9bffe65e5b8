/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PLOT_H
#define MGM_PLOT_H

#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A plot: its data, and the gnuplot script that draws it as NAME.svg from NAME.csv.
 */
struct Plot
{
    std::string name;    ///< Name of its files.
    std::string caption; ///< What it shows.
    std::string data;    ///< The data.
    std::string script;  ///< The script.
};

/**
 * @param text a text
 * @return it as a string of gnuplot
 */
std::string QuoteForGnuplot(const std::string& text);

/**
 * @param parts names of what a plot shows
 * @return a name for its files
 */
std::string GetPlotName(const std::string& parts);

/**
 * @brief Begins a script: output, fonts, colours and the form of the data.
 * @param name name of the plot
 * @return the lines
 */
std::string BeginPlotScript(const std::string& name);

} // namespace mgm
} // namespace ns3

#endif // MGM_PLOT_H

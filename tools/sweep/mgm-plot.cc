/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-plot.h"

namespace ns3
{
namespace mgm
{

std::string
QuoteForGnuplot(const std::string& text)
{
    std::string quoted = "'";
    for (const char c : text)
    {
        quoted.append(c == '\'' ? 2 : 1, c);
    }
    return quoted + "'";
}

std::string
GetPlotName(const std::string& parts)
{
    auto name = parts;
    for (auto& c : name)
    {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                             (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
        c = isPlain ? c : '_';
    }
    return name;
}

std::string
BeginPlotScript(const std::string& name)
{
    // The colours are those of Okabe and Ito, which people with colour blindness can tell apart.
    return "# Draws " + name + ".svg from " + name + ".csv: gnuplot " + name +
           ".gp\n"
           "set terminal svg noenhanced size 800,500 font 'Helvetica,Arial,sans-serif,14' "
           "background '#ffffff'\n"
           "set output '" +
           name +
           ".svg'\n"
           "set datafile separator ','\n"
           "set datafile missing 'NaN'\n"
           "set linetype 1 lc rgb '#0072b2' lw 2 pt 7 ps 0.6\n"
           "set linetype 2 lc rgb '#d55e00' lw 2 pt 5 ps 0.6\n"
           "set linetype 3 lc rgb '#009e73' lw 2 pt 9 ps 0.6\n"
           "set linetype 4 lc rgb '#cc79a7' lw 2 pt 11 ps 0.6\n"
           "set linetype 5 lc rgb '#e69f00' lw 2 pt 13 ps 0.6\n"
           "set linetype 6 lc rgb '#56b4e9' lw 2 pt 4 ps 0.6\n"
           "set border 3 lc rgb '#404040'\n"
           "set tics nomirror out\n"
           "set grid lc rgb '#dddddd' lt 1 lw 1\n"
           "set key outside top center horizontal\n";
}

} // namespace mgm
} // namespace ns3

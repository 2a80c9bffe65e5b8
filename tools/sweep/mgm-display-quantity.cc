/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-display-quantity.h"

#include <algorithm>
#include <iomanip>
#include <sstream>

namespace ns3
{
namespace mgm
{

DisplayQuantity
GetDisplayQuantity(const std::string& name, double greatest)
{
    const std::string suffix = "_ns";
    const bool isTime = name.size() > suffix.size() &&
                        name.compare(name.size() - suffix.size(), suffix.size(), suffix) == 0;
    auto title = name.substr(0, name.size() - (isTime ? suffix.size() : 0));
    std::replace(title.begin(), title.end(), '_', ' ');
    if (!isTime)
    {
        return {title, 1};
    }
    constexpr double NS_PER_US = 1e3;
    constexpr double NS_PER_MS = 1e6;
    constexpr double NS_PER_S = 1e9;
    if (greatest >= NS_PER_S)
    {
        return {title + " [s]", NS_PER_S};
    }
    return greatest >= NS_PER_MS ? DisplayQuantity{title + " [ms]", NS_PER_MS}
                                 : DisplayQuantity{title + " [us]", NS_PER_US};
}

std::string
RoundToText(double number)
{
    constexpr int DIGITS = 4;
    std::ostringstream text;
    text << std::setprecision(DIGITS) << number;
    return text.str();
}

} // namespace mgm
} // namespace ns3

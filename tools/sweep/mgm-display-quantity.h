/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_DISPLAY_QUANTITY_H
#define MGM_DISPLAY_QUANTITY_H

#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief How people want to see a response: times in a unit that fits instead of nanoseconds.
 */
struct DisplayQuantity
{
    std::string title; ///< Its name and unit, such as "longest gap [ms]".
    double scale{1};   ///< What to divide its values by.
};

/**
 * @param name name of a response; "_ns" at its end means nanoseconds
 * @param greatest the greatest of its values, without sign
 * @return how to show it
 */
DisplayQuantity GetDisplayQuantity(const std::string& name, double greatest);

/**
 * @param number a number
 * @return it with four significant digits
 */
std::string RoundToText(double number);

} // namespace mgm
} // namespace ns3

#endif // MGM_DISPLAY_QUANTITY_H

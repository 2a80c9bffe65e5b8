/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_QUANTITY_H
#define MGM_QUANTITY_H

#include "json/mgm-json-value.h"

#include <cstdint>
#include <optional>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A number with up to nine decimals, kept exactly, and its unit.
 */
struct Quantity
{
    int64_t billionths{0}; ///< The number, in units of 10^-9.
    std::string unit;      ///< The unit; empty if it has none.

    /// @return the number
    double GetNumber() const
    {
        constexpr double BILLION = 1e9;
        return static_cast<double>(billionths) / BILLION;
    }
};

/// Decimals of a quantity.
inline constexpr unsigned QUANTITY_DECIMALS = 9;

/**
 * @param text such as "0.5s"
 * @return what it says; nothing if it is no number, or has too many digits
 */
std::optional<Quantity> QuantityFromString(const std::string& text);

/**
 * @param quantity a quantity
 * @return it as text, without needless zeros
 */
std::string ToString(const Quantity& quantity);

/**
 * @param value a number or a text
 * @return the quantity
 * @throws InputError if it is none
 */
Quantity ReadQuantity(const JsonValue& value);

} // namespace mgm
} // namespace ns3

#endif // MGM_QUANTITY_H

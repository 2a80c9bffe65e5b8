/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FACTOR_H
#define MGM_FACTOR_H

#include "json/mgm-json-value.h"
#include "mgm-distribution.h"

#include <optional>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A value of a factor.
 */
struct FactorLevel
{
    std::string label;               ///< What tables and plots call it.
    std::vector<std::string> values; ///< For each pointer: JSON, or else a string.
};

/**
 * @ingroup mgm
 * @brief Something in a scenario that varies between the runs of an experiment.
 */
struct Factor
{
    std::string name;                         ///< Name.
    std::vector<std::string> pointers;        ///< JSON pointers to what varies.
    std::vector<FactorLevel> levels;          ///< Its values; none if they are drawn.
    std::optional<Distribution> distribution; ///< What they are drawn from.
    std::string text;                         ///< Its values in words.
    std::string place;                        ///< Where it comes from, for messages.

    /// @return the unit of its values if all are numbers with one unit, or else nothing
    std::optional<std::string> GetUnit() const;
};

/**
 * @brief Reads a factor.
 * @param value a factor of an experiment file
 * @return the factor
 * @throws InputError if it has no values, or the same twice
 */
Factor ReadFactor(const JsonValue& value);

} // namespace mgm
} // namespace ns3

#endif // MGM_FACTOR_H

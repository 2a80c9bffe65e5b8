/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_DISTRIBUTION_H
#define MGM_DISTRIBUTION_H

#include "json/mgm-json-value.h"
#include "mgm-quantity.h"

#include <functional>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A distribution of quantities, from which an experiment draws values of a factor.
 *
 * Draws are quantiles, so that they depend on nothing but a uniform number. They are rounded to
 * nine decimals, those of times to whole nanoseconds: machines whose logarithms differ in the last
 * digit still draw the same values.
 */
class Distribution
{
  public:
    /// Names of the distributions.
    static const std::vector<std::string> NAMES;

    /**
     * @brief Reads the parameters of a distribution.
     * @param name one of NAMES
     * @param parameters a quantity, or a list of them
     * @throws InputError if it is not defined for them
     */
    Distribution(const std::string& name, const JsonValue& parameters);

    /**
     * @param probability a number between 0 and 1
     * @return the value that a draw does not exceed with this probability
     */
    std::string GetQuantile(double probability) const;

    /// @return the distribution in words, such as "uniform(1s, 5s)"
    const std::string& GetText() const
    {
        return m_text;
    }

    /// @return the unit of its values
    const std::string& GetUnit() const
    {
        return m_unit;
    }

  private:
    std::string m_text;                        ///< the distribution in words
    std::string m_unit;                        ///< unit of its values
    std::function<double(double)> m_quantiles; ///< number of a quantile
};

} // namespace mgm
} // namespace ns3

#endif // MGM_DISTRIBUTION_H

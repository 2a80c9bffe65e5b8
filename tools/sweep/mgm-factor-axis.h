/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FACTOR_AXIS_H
#define MGM_FACTOR_AXIS_H

#include "mgm-factor.h"

#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief An axis of a plot that shows a factor: by number if its values are numbers, or else one
 * place for each level.
 */
class FactorAxis
{
  public:
    /// @param factor the factor; it outlives the axis
    explicit FactorAxis(const Factor& factor);

    /// @return whether places are numbers
    bool IsNumeric() const
    {
        return m_isNumeric;
    }

    /// @return the name of the factor, with its unit
    const std::string& GetTitle() const
    {
        return m_title;
    }

    /**
     * @param level index of a level
     * @return where it is on the axis
     */
    double GetPlace(std::size_t level) const;

    /**
     * @param axis the axis in gnuplot: "x" or "y"
     * @param byIndex whether a level's place is its index even if it is a number
     * @return lines of a script that set its title and its labels
     */
    std::string GetScript(const std::string& axis, bool byIndex = false) const;

  private:
    const Factor& m_factor; ///< the factor
    bool m_isNumeric;       ///< whether places are numbers
    std::string m_title;    ///< name of the factor, with its unit
};

} // namespace mgm
} // namespace ns3

#endif // MGM_FACTOR_AXIS_H

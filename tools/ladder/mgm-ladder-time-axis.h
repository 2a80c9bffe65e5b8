/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LADDER_TIME_AXIS_H
#define MGM_LADDER_TIME_AXIS_H

#include "mgm-ladder-model.h"

#include <optional>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief One instant on the time axis.
struct LadderTick
{
    double top{0};     ///< Where its rows begin.
    double bottom{0};  ///< Where its rows end.
    std::string text;  ///< The time [s].
    int64_t timeNs{0}; ///< The time [ns].
    int64_t lastNs{0}; ///< When the last thing in its rows ends [ns].
};

/// @ingroup mgm
/// @brief A gap in which nothing is shown.
struct LadderFold
{
    double y{0};      ///< Its middle.
    std::string text; ///< Its length.
};

/**
 * @ingroup mgm
 * @brief Where the rows of one or more ladder diagrams lie, so that equal times lie side by side.
 */
class LadderTimeAxis
{
  public:
    /// What stands above the times.
    static constexpr const char* TITLE_TEXT = "time [s]";

    /**
     * @param models the diagrams
     * @param top where the first row begins
     * @param foldNs gaps from this length are marked [ns]
     */
    LadderTimeAxis(const std::vector<LadderModel>& models, double top, int64_t foldNs);

    /**
     * @param model a diagram
     * @param row one of its rows
     * @return where the row begins
     */
    double Row(std::size_t model, std::size_t row) const
    {
        return m_rows[model][row];
    }

    /**
     * @param timeNs a time at which no diagram shows anything, or the first thing [ns]
     * @return where it lies: in the gap between two instants, as far from both as it is in time
     */
    double Between(int64_t timeNs) const;

    /// @return the instants
    const std::vector<LadderTick>& GetTicks() const
    {
        return m_ticks;
    }

    /// @return the gaps
    const std::vector<LadderFold>& GetFolds() const
    {
        return m_folds;
    }

    /// @return where the last row ends
    double GetBottom() const
    {
        return m_bottom;
    }

    /// @return the width that the times take
    double GetTextWidth() const;

  private:
    /// Adds the next instant of all diagrams that have it.
    void AddInstant(const std::vector<LadderModel>& models,
                    std::vector<std::size_t>& next,
                    int64_t timeNs);

    /// Adds the mark of a gap.
    void AddFold(int64_t lengthNs);

    /// Gives all times the same number of digits.
    void AlignTexts();

    std::vector<std::vector<double>> m_rows; ///< where rows begin, by diagram
    std::vector<LadderTick> m_ticks;         ///< the instants
    std::vector<LadderFold> m_folds;         ///< the gaps
    double m_bottom;                         ///< where the last row ends
    std::optional<int64_t> m_lastNs;         ///< when the last thing so far ends [ns]
};

} // namespace mgm
} // namespace ns3

#endif // MGM_LADDER_TIME_AXIS_H

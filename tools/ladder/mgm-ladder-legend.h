/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LADDER_LEGEND_H
#define MGM_LADDER_LEGEND_H

#include "mgm-ladder-model.h"
#include "mgm-svg-writer.h"

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Explains the arrows and marks that a picture uses, and no others.
 */
class LadderLegend
{
  public:
    /**
     * @param models the diagrams of the picture
     * @param width width of the picture
     */
    LadderLegend(const std::vector<LadderModel>& models, double width);

    /// @return the height that it takes
    double GetHeight() const;

    /**
     * @brief Draws the legend.
     * @param svg where to draw
     * @param y where it begins
     */
    void Draw(SvgWriter& svg, double y) const;

  private:
    /// One explained sign.
    struct Entry
    {
        std::string style; ///< class of its group
        std::string text;  ///< what it means
        double x{0};       ///< where it stands
        double y{0};       ///< where it stands
    };

    /// Adds the signs that a diagram uses.
    void AddSigns(const LadderModel& model);

    /// Adds the bars, strips and special arrows that a diagram uses.
    void AddSpans(const LadderModel& model);

    /// Adds a sign that is not there yet.
    void Add(const std::string& style, const std::string& text);

    /// Draws one sign.
    static void DrawSign(SvgWriter& svg, const std::string& style, double x, double y);

    std::vector<Entry> m_entries; ///< the signs
    double m_width;               ///< width of the picture
    double m_height{0};           ///< height that it takes
};

} // namespace mgm
} // namespace ns3

#endif // MGM_LADDER_LEGEND_H

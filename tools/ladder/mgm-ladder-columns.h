/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LADDER_COLUMNS_H
#define MGM_LADDER_COLUMNS_H

#include "mgm-ladder-model.h"

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Where a label stands.
struct LadderLabel
{
    double x{0};         ///< Where it begins, or ends.
    bool isAtEnd{false}; ///< Whether it ends there.
    std::string text;    ///< The text, shortened if need be.
    double width{0};     ///< Its estimated width.

    /// @return where it begins
    double Left() const
    {
        return isAtEnd ? x - width : x;
    }
};

/// @ingroup mgm
/// @brief A range of places from left to right.
struct LadderRange
{
    double from{0}; ///< Left end.
    double to{0};   ///< Right end.
};

/**
 * @ingroup mgm
 * @brief Where the lanes, strips and labels of a ladder diagram stand, from left to right.
 *
 * Lanes stand as far apart as their labels need. Labels of one row never overlap.
 */
class LadderColumns
{
  public:
    /**
     * @param model the diagram; it outlives this
     * @param left where the diagram begins
     * @param width width that it should have; 0 is what it takes
     */
    LadderColumns(const LadderModel& model, double left, double width);

    /**
     * @param lane a lane
     * @return where it stands
     */
    double Lane(std::size_t lane) const
    {
        return m_lanes[lane];
    }

    /**
     * @param strip a strip
     * @return where it stands
     */
    const LadderRange& Strip(std::size_t strip) const
    {
        return m_strips[strip];
    }

    /**
     * @param item an item
     * @return where its label stands
     */
    const LadderLabel& Label(std::size_t item) const
    {
        return m_labels[item];
    }

    /**
     * @param item an item
     * @return how many bars lie on its lane, or on its target's if it is attached there
     */
    uint32_t Level(std::size_t item) const
    {
        return m_levels[item];
    }

    /// @return where the diagram begins
    double GetLeft() const
    {
        return m_left;
    }

    /// @return where the diagram ends
    double GetRight() const
    {
        return m_right;
    }

  private:
    /// Finds how many bars lie where each item stands.
    void FindLevels();

    /// Finds the least distances of lanes that their heads need.
    void FitHeads();

    /// Widens the distances of lanes so that a label fits.
    void FitLabel(std::size_t item);

    /// Stretches or shrinks the distances so that all lanes have a given width.
    void FitWidth(double width);

    /// Puts lanes and strips where the distances say.
    void PlaceLanes();

    /// Puts the label of an item where there is room.
    void PlaceLabel(std::size_t item);

    /// @return the lane to which the arrow of an item leads; its own lane if it has no arrow
    std::size_t EndOf(const LadderItem& item) const;

    /// @return the places where the label of an item may stand, best first
    std::vector<LadderRange> RoomFor(std::size_t item) const;

    /// @return the first lane behind a lane that has strips before it, or the number of lanes
    std::size_t NextWithStrips(std::size_t lane) const;

    const LadderModel& m_model;        ///< the diagram
    double m_left;                     ///< where it begins
    double m_right{0};                 ///< where it ends
    std::vector<double> m_stripWidths; ///< widths of strips
    std::vector<double> m_leads;       ///< room for strips before each lane
    std::vector<double> m_gaps;        ///< distance behind each lane
    std::vector<double> m_lanes;       ///< where lanes stand
    std::vector<LadderRange> m_strips; ///< where strips stand
    std::vector<LadderLabel> m_labels; ///< labels of items
    std::vector<uint32_t> m_levels;    ///< bars where items stand
};

/**
 * @param item an item
 * @return whether its arrow begins or ends outside of the diagram
 */
bool IsStub(const LadderItem& item);

/**
 * @param item an item
 * @return all that its label should say
 */
std::string WholeLabel(const LadderItem& item);

} // namespace mgm
} // namespace ns3

#endif // MGM_LADDER_COLUMNS_H

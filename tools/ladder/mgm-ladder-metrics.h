/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LADDER_METRICS_H
#define MGM_LADDER_METRICS_H

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Sizes in a ladder diagram [px].
namespace ladder
{

inline constexpr double FONT = 11;         ///< Size of the font of labels.
inline constexpr double HEAD_FONT = 12;    ///< Size of the font of lane heads.
inline constexpr double TITLE_FONT = 16;   ///< Size of the font of the title.
inline constexpr double MARGIN = 16;       ///< Margin around everything.
inline constexpr double ROW = 21;          ///< Height of a row.
inline constexpr double ARROW = 15;        ///< Where in its row an arrow lies.
inline constexpr double INSTANT_GAP = 5;   ///< Space between two instants.
inline constexpr double FOLD = 24;         ///< Height of the mark of a gap.
inline constexpr double TITLE = 46;        ///< Height of title and subtitle.
inline constexpr double HEADS = 44;        ///< Height of the heads of lanes.
inline constexpr double LEGEND_ROW = 20;   ///< Height of a row of the legend.
inline constexpr double BAR = 8;           ///< Width of the bar of a call.
inline constexpr double LEVEL = 5;         ///< How far a bar on a bar stands out.
inline constexpr double BRACKET = 26;      ///< Width of a bracket.
inline constexpr double LANE_LEAD = 30;    ///< Space between strips and the lane after them.
inline constexpr double LEAST_GAP = 58;    ///< Least distance of two lanes.
inline constexpr double MODEL_GAP = 46;    ///< Space between two diagrams side by side.
inline constexpr double ARROW_LABEL = 320; ///< Width to which labels of arrows widen lanes.
inline constexpr double MARK_LABEL = 340;  ///< Width to which labels of marks widen lanes.
inline constexpr double PAD = 8;           ///< Space around a label.
inline constexpr double BOLD = 1.13;       ///< How much wider bold text is.
inline constexpr double CROSS = 24;        ///< Room for the cross of what was refused.
inline constexpr double STUB = 28;         ///< Length of an arrow that leads nowhere.

} // namespace ladder

} // namespace mgm
} // namespace ns3

#endif // MGM_LADDER_METRICS_H

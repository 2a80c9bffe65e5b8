/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LADDER_VIEW_H
#define MGM_LADDER_VIEW_H

#include "mgm-ladder-columns.h"
#include "mgm-ladder-metrics.h"
#include "mgm-ladder-model.h"
#include "mgm-ladder-time-axis.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief A ladder diagram with all its places.
struct LadderView
{
    const LadderModel& model;     ///< What it shows.
    const LadderColumns& columns; ///< Places from left to right.
    const LadderTimeAxis& axis;   ///< Places from top to bottom.
    std::size_t index;            ///< Place of the diagram among those side by side.

    /**
     * @param item an item
     * @return where its row begins
     */
    double Top(std::size_t item) const
    {
        return axis.Row(index, model.items[item].row);
    }

    /**
     * @param item an item
     * @return where its arrow or mark lies
     */
    double Y(std::size_t item) const
    {
        return Top(item) + ladder::ARROW;
    }
};

} // namespace mgm
} // namespace ns3

#endif // MGM_LADDER_VIEW_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LADDER_ITEMS_SVG_H
#define MGM_LADDER_ITEMS_SVG_H

#include "mgm-ladder-view.h"
#include "mgm-svg-writer.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Draws the arrows and marks of a ladder diagram, then their labels on top of them.
 * @param view the diagram
 * @param svg where to draw
 */
void DrawLadderItems(const LadderView& view, SvgWriter& svg);

} // namespace mgm
} // namespace ns3

#endif // MGM_LADDER_ITEMS_SVG_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LADDER_GLYPHS_H
#define MGM_LADDER_GLYPHS_H

#include "mgm-ladder-model.h"
#include "mgm-svg-writer.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Draws a line with a tip at its end.
 * @param svg where to draw
 * @param x1 where it begins
 * @param y1 where it begins
 * @param x2 where it ends
 * @param y2 where it ends
 * @param isOpen whether its tip is not filled
 */
void DrawArrow(SvgWriter& svg, double x1, double y1, double x2, double y2, bool isOpen);

/**
 * @brief Draws the mark of an item.
 * @param svg where to draw
 * @param item the item
 * @param x its middle
 * @param y its middle
 */
void DrawMark(SvgWriter& svg, const LadderItem& item, double x, double y);

/**
 * @brief Draws a cross: something was refused or dropped.
 * @param svg where to draw
 * @param x its middle
 * @param y its middle
 */
void DrawCross(SvgWriter& svg, double x, double y);

/**
 * @param item an item
 * @return the class of its group
 */
std::string StyleOf(const LadderItem& item);

} // namespace mgm
} // namespace ns3

#endif // MGM_LADDER_GLYPHS_H

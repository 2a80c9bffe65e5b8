/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LADDER_SPANS_SVG_H
#define MGM_LADDER_SPANS_SVG_H

#include "mgm-ladder-view.h"
#include "mgm-svg-writer.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Draws the strips of the interfaces of a ladder diagram: who owns them, over time.
 * @param view the diagram
 * @param svg where to draw
 * @param bottom where they end
 */
void DrawLadderStrips(const LadderView& view, SvgWriter& svg, double bottom);

/**
 * @brief Draws the brackets in which IGMP keeps quiet.
 * @param view the diagram
 * @param svg where to draw
 */
void DrawLadderBrackets(const LadderView& view, SvgWriter& svg);

/**
 * @brief Draws the bars of calls and callbacks.
 * @param view the diagram
 * @param svg where to draw
 */
void DrawLadderBars(const LadderView& view, SvgWriter& svg);

} // namespace mgm
} // namespace ns3

#endif // MGM_LADDER_SPANS_SVG_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ladder-glyphs.h"

#include <cmath>

namespace ns3
{
namespace mgm
{

void
DrawArrow(SvgWriter& svg, double x1, double y1, double x2, double y2, bool isOpen)
{
    constexpr double LENGTH = 8;
    constexpr double HALF_WIDTH = 3.4;
    const auto distance = std::max(std::hypot(x2 - x1, y2 - y1), 0.1);
    const auto dx = (x2 - x1) / distance;
    const auto dy = (y2 - y1) / distance;
    const auto shaft = isOpen ? 0 : LENGTH - 1;
    svg.Line("line", x1, y1, x2 - dx * shaft, y2 - dy * shaft);
    const auto baseX = x2 - dx * LENGTH;
    const auto baseY = y2 - dy * LENGTH;
    const auto corner = [&](double side) {
        return SvgNumber(baseX - dy * HALF_WIDTH * side) + ' ' +
               SvgNumber(baseY + dx * HALF_WIDTH * side);
    };
    svg.Path(isOpen ? "opentip" : "tip",
             "M" + corner(1) + "L" + SvgNumber(x2) + ' ' + SvgNumber(y2) + "L" + corner(-1) +
                 (isOpen ? "" : "Z"));
}

void
DrawCross(SvgWriter& svg, double x, double y)
{
    svg.Path("cross", SvgPathAt(x, y, "m-4.5-4.5l9 9m0-9l-9 9"));
}

void
DrawMark(SvgWriter& svg, const LadderItem& item, double x, double y)
{
    switch (item.kind)
    {
    case LadderItemKind::VIOLATION:
        svg.Path("warning", SvgPathAt(x, y, "m0-8l8 13.5h-16zm0 4.5v4.5m0 2v1.5"));
        break;
    case LadderItemKind::DROP:
        DrawCross(svg, x, y);
        break;
    case LadderItemKind::EVENT:
        svg.Path("mark", SvgPathAt(x, y, "m-4.5-5l9 5l-9 5z"));
        break;
    case LadderItemKind::NOTE:
        svg.Path("mark", SvgPathAt(x - 2.5, y, "a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0"));
        break;
    default:
        svg.Path("mark", SvgPathAt(x, y, "m0-4.5l4.5 4.5l-4.5 4.5l-4.5-4.5z"));
    }
}

std::string
StyleOf(const LadderItem& item)
{
    static constexpr const char* STYLES[]{"call",
                                          "return",
                                          "callback",
                                          "upcall",
                                          "message",
                                          "message",
                                          "data",
                                          "state",
                                          "event",
                                          "note",
                                          "violation",
                                          "drop"};
    return std::string(STYLES[static_cast<std::size_t>(item.kind)]) +
           (item.count > 1 ? " many" : "") + (item.isFailure ? " failure" : "");
}

} // namespace mgm
} // namespace ns3

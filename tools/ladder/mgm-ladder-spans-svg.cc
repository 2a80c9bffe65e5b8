/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ladder-spans-svg.h"

#include <algorithm>
#include <map>

namespace ns3
{
namespace mgm
{

using namespace ladder;

namespace
{

/// Gives each owner the number of its colour, in the order of the lanes.
class OwnerColours
{
  public:
    explicit OwnerColours(const LadderModel& model)
    {
        for (const auto& lane : model.lanes)
        {
            if (lane.kind == LadderLane::Kind::CLIENT)
            {
                m_colours.emplace(lane.name, m_colours.size());
            }
        }
    }

    /// The class of a tenure.
    std::string StyleOf(const LadderTenure& tenure)
    {
        constexpr std::size_t COLOURS = 5;
        if (tenure.isChanging)
        {
            return "tenure changing";
        }
        const auto& name = tenure.owner.empty() ? tenure.igmp : tenure.owner;
        if (name.empty())
        {
            return "tenure owner0";
        }
        const auto colour = m_colours.emplace(name, m_colours.size()).first->second;
        return "tenure owner" + std::to_string(colour % COLOURS + 1);
    }

  private:
    std::map<std::string, std::size_t> m_colours;
};

/// Where a moment lies before which there are the first so many items: between the rows of its
/// instant, or in the gap in which it falls.
double
PlaceOf(const LadderView& view, std::size_t item, int64_t timeNs)
{
    const auto& items = view.model.items;
    if (item < items.size() && items[item].timeNs <= timeNs)
    {
        return view.Top(item);
    }
    double bottom = 0;
    for (auto before = item; before > 0 && items[before - 1].lastNs >= timeNs; --before)
    {
        bottom = std::max(bottom, view.Top(before - 1) + ROW);
    }
    return bottom > 0 ? bottom : view.axis.Between(timeNs);
}

/// Where the name of a tenure begins: in its first row, or behind the mark of a gap that hides it.
double
PlaceOfName(const LadderView& view, double top)
{
    constexpr double HALF_A_MARK = 5;
    for (const auto& fold : view.axis.GetFolds())
    {
        if (fold.y + HALF_A_MARK > top && fold.y - HALF_A_MARK < top + ARROW)
        {
            return fold.y + HALF_A_MARK;
        }
    }
    return top;
}

void
DrawTenure(const LadderView& view,
           const LadderTenure& tenure,
           const std::string& style,
           const LadderRange& place,
           const LadderRange& rows,
           SvgWriter& svg)
{
    svg.Rect(style, place.from, rows.from, place.to - place.from, rows.to - rows.from);
    const auto top = PlaceOfName(view, rows.from);
    if (rows.to - top >= ARROW)
    {
        svg.Text("tenuretext", (place.from + place.to) / 2, top + ARROW - 1, tenure.ToText());
    }
}

} // namespace

void
DrawLadderStrips(const LadderView& view, SvgWriter& svg, double bottom)
{
    OwnerColours colours(view.model);
    for (std::size_t i = 0; i < view.model.strips.size(); ++i)
    {
        const auto& tenures = view.model.strips[i].tenures;
        const auto& place = view.columns.Strip(i);
        double ends = 0;
        for (std::size_t k = 0; k < tenures.size(); ++k)
        {
            const auto top = k == 0 ? view.Top(0) : ends;
            ends = k + 1 < tenures.size()
                       ? PlaceOf(view, tenures[k + 1].item, tenures[k + 1].timeNs)
                       : bottom;
            if (ends > top)
            {
                svg.Begin("ownership");
                svg.Title(view.model.strips[i].name + ": " + tenures[k].ToText());
                const auto style = colours.StyleOf(tenures[k]);
                DrawTenure(view, tenures[k], style, place, {top, ends}, svg);
                svg.End();
            }
        }
    }
}

void
DrawLadderBrackets(const LadderView& view, SvgWriter& svg)
{
    for (const auto& bracket : view.model.brackets)
    {
        const bool isOpen = bracket.endItem == LADDER_NONE;
        const auto top = PlaceOf(view, bracket.firstItem, bracket.firstNs);
        const auto bottom =
            isOpen ? view.axis.GetBottom() : PlaceOf(view, bracket.endItem, bracket.endNs);
        svg.Begin("quiet");
        svg.Title("IGMP keeps quiet on " + bracket.name + " (OWN-3)");
        for (const auto lane : bracket.lanes)
        {
            svg.Rect("bracket",
                     view.columns.Lane(lane) - BRACKET / 2,
                     top + 1,
                     BRACKET,
                     bottom - top - 2);
        }
        svg.End();
    }
}

void
DrawLadderBars(const LadderView& view, SvgWriter& svg)
{
    constexpr double ABOVE = 3;
    constexpr double BELOW = 5;
    for (const auto& bar : view.model.bars)
    {
        const auto top = view.Y(bar.firstItem) - ABOVE;
        const auto bottom = view.Y(bar.lastItem) + BELOW - bar.level;
        svg.Rect(bar.isCallback ? "bar callback" : "bar",
                 view.columns.Lane(bar.lane) - BAR / 2 + bar.level * LEVEL,
                 top,
                 BAR,
                 bottom - top);
    }
}

} // namespace mgm
} // namespace ns3

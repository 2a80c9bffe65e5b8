/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ladder-items-svg.h"

#include "mgm-ladder-glyphs.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

using namespace ladder;

namespace
{

/// Draws the items of one diagram.
class ItemDrawing
{
  public:
    ItemDrawing(const LadderView& view, SvgWriter& svg)
        : m_view(view),
          m_svg(svg),
          m_entered(view.model.items.size(), 0)
    {
        for (const auto& bar : view.model.bars)
        {
            m_entered[bar.firstItem] = bar.level;
        }
    }

    void DrawShape(std::size_t index) const
    {
        const auto& item = m_view.model.items[index];
        Begin(item);
        if (IsStub(item))
        {
            DrawStub(index);
        }
        else if (item.target != LADDER_NONE)
        {
            DrawCall(index);
        }
        else if (item.origin != LADDER_NONE)
        {
            DrawFlight(item.origin, index, m_view.columns.Lane(item.lane), m_view.Y(index));
        }
        else if (item.kind == LadderItemKind::DATA)
        {
            DrawHeads(index);
        }
        else if (item.kind != LadderItemKind::MESSAGE)
        {
            DrawMark(m_svg, item, MarkX(index), m_view.Y(index));
        }
        m_svg.End();
    }

    void DrawLabel(std::size_t index) const
    {
        const auto& item = m_view.model.items[index];
        const auto& label = m_view.columns.Label(index);
        if (label.text.empty())
        {
            return;
        }
        const bool isMark = IsStub(item) || (item.target == LADDER_NONE && item.heads.empty());
        const auto base = m_view.Y(index) + (isMark ? 4 : -4);
        Begin(item);
        m_svg.Rect("back", label.Left() - 2, base - FONT + 1, label.width + 4, FONT + 2);
        m_svg.Text("label", label.Left(), base, label.text);
        m_svg.End();
    }

  private:
    /// Longer lines, in rows, are drawn pale.
    static constexpr std::size_t NEAR = 4;

    /// Begins the group of an item, which knows its records and can tell them.
    void Begin(const LadderItem& item) const
    {
        std::string seqs;
        for (const auto seq : item.seqs)
        {
            seqs += (seqs.empty() ? "" : " ") + std::to_string(seq);
        }
        m_svg.Begin(StyleOf(item),
                    "data-m=\"" + std::to_string(m_view.index) + "\" data-s=\"" + seqs +
                        "\" data-c=\"" + std::to_string(item.cause) + '"');
        m_svg.Title(item.text);
    }

    /// The right or left side of the bars on a lane, or the lane itself if there is none.
    double Side(std::size_t lane, uint32_t bars, bool isRight) const
    {
        const auto x = m_view.columns.Lane(lane);
        return bars == 0 ? x : x + (bars - 1) * LEVEL + (isRight ? BAR / 2 : -BAR / 2);
    }

    double MarkX(std::size_t index) const
    {
        const auto bars = m_view.columns.Level(index);
        return m_view.columns.Lane(m_view.model.items[index].lane) +
               (bars == 0 ? 0 : (bars - 1) * LEVEL);
    }

    void DrawCall(std::size_t index) const
    {
        const auto& item = m_view.model.items[index];
        const bool isToRight = item.target > item.lane;
        const auto isEntry =
            item.kind == LadderItemKind::CALL || item.kind == LadderItemKind::CALLBACK;
        const auto entered = isEntry ? m_entered[index] + 1 : 0;
        const auto from = Side(item.lane, m_view.columns.Level(index), isToRight);
        const auto to = Side(item.target, entered, !isToRight);
        const auto y = m_view.Y(index);
        const auto isOpen =
            item.kind == LadderItemKind::RETURN || item.kind == LadderItemKind::CALLBACK;
        DrawArrow(m_svg, from, y, to, y, isOpen);
        if (item.isFailure)
        {
            DrawCross(m_svg, to + (isToRight ? -15 : 15), y);
        }
    }

    /// A packet arrives just above what becomes of it, or in its own row.
    void DrawHeads(std::size_t index) const
    {
        const auto& item = m_view.model.items[index];
        for (const auto& head : item.heads)
        {
            const auto end = head.item == LADDER_NONE ? index : head.item;
            const auto y = end == index ? m_view.Y(end) : m_view.Top(end) - 1;
            DrawFlight(index, end, m_view.columns.Lane(head.lane), y);
        }
    }

    /// Draws the way of a message or packet from its item to the row of another one.
    void DrawFlight(std::size_t index, std::size_t end, double to, double y) const
    {
        const auto& item = m_view.model.items[index];
        const auto from = m_view.columns.Lane(item.lane);
        if (from == to)
        {
            return;
        }
        const auto rows = m_view.model.items[end].row - item.row;
        m_svg.Begin(rows > NEAR ? "far" : "near");
        DrawArrow(m_svg, from, m_view.Y(index), to, y, false);
        m_svg.End();
    }

    void DrawStub(std::size_t index) const
    {
        const auto& item = m_view.model.items[index];
        const auto x = m_view.columns.Lane(item.lane);
        const auto y = m_view.Y(index);
        if (item.kind == LadderItemKind::ARRIVAL || item.kind == LadderItemKind::CALL)
        {
            DrawArrow(m_svg, x + STUB, y, x + (item.target == LADDER_NONE ? 0 : BAR / 2), y, false);
            if (item.isFailure)
            {
                DrawCross(m_svg, x + STUB - 6, y);
            }
            return;
        }
        m_svg.Line("line", x, y, x + STUB - 6, y);
        m_svg.Path("opentip", SvgPathAt(x + STUB - 6, y, "a3 3 0 1 0 6 0a3 3 0 1 0-6 0"));
    }

    const LadderView& m_view;
    SvgWriter& m_svg;
    std::vector<uint32_t> m_entered;
};

} // namespace

void
DrawLadderItems(const LadderView& view, SvgWriter& svg)
{
    const ItemDrawing drawing(view, svg);
    for (std::size_t i = 0; i < view.model.items.size(); ++i)
    {
        drawing.DrawShape(i);
    }
    for (std::size_t i = 0; i < view.model.items.size(); ++i)
    {
        drawing.DrawLabel(i);
    }
}

} // namespace mgm
} // namespace ns3

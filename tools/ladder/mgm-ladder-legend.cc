/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ladder-legend.h"

#include "mgm-ladder-glyphs.h"
#include "mgm-ladder-metrics.h"
#include "mgm-text-width.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

using namespace ladder;

namespace
{

constexpr double SIGN = 36;

/// The style of a sign and what it means.
struct Meaning
{
    LadderItemKind kind; ///< kind of the items
    const char* style;   ///< class of the sign
    const char* text;    ///< what it means
};

constexpr Meaning MEANINGS[]{
    {LadderItemKind::CALL, "call", "call of the manager"},
    {LadderItemKind::RETURN, "return", "answer"},
    {LadderItemKind::CALLBACK, "callback", "callback"},
    {LadderItemKind::UPCALL, "upcall", "upcall of the forwarder"},
    {LadderItemKind::MESSAGE, "message", "protocol message"},
    {LadderItemKind::DATA, "data", "data"},
    {LadderItemKind::STATE, "state", "change of state"},
    {LadderItemKind::EVENT, "event", "event"},
    {LadderItemKind::NOTE, "note", "what is found"},
    {LadderItemKind::VIOLATION, "violation", "violation of a rule"},
};

bool
Has(const LadderModel& model, LadderItemKind kind)
{
    return std::any_of(model.items.begin(), model.items.end(), [kind](const LadderItem& each) {
        return each.kind == kind;
    });
}

} // namespace

LadderLegend::LadderLegend(const std::vector<LadderModel>& models, double width)
    : m_width(width)
{
    for (const auto& model : models)
    {
        AddSigns(model);
    }
    auto x = 2 * MARGIN;
    auto y = LEGEND_ROW / 2 + 4;
    for (auto& entry : m_entries)
    {
        const auto length = SIGN + TextWidth(entry.text, FONT) + 2 * PAD;
        if (x + length > width - MARGIN && x > 2 * MARGIN)
        {
            x = 2 * MARGIN;
            y += LEGEND_ROW;
        }
        entry.x = x;
        entry.y = y;
        x += length;
    }
    m_height = y + LEGEND_ROW / 2 + 4;
}

void
LadderLegend::Add(const std::string& style, const std::string& text)
{
    const bool isThere = std::any_of(m_entries.begin(),
                                     m_entries.end(),
                                     [&style](const Entry& each) { return each.style == style; });
    if (!isThere)
    {
        m_entries.push_back({style, text});
    }
}

void
LadderLegend::AddSigns(const LadderModel& model)
{
    for (const auto& meaning : MEANINGS)
    {
        if (Has(model, meaning.kind))
        {
            Add(meaning.style, meaning.text);
        }
    }
    AddSpans(model);
}

void
LadderLegend::AddSpans(const LadderModel& model)
{
    const bool hasMany =
        std::any_of(model.items.begin(), model.items.end(), [](const LadderItem& each) {
            return each.kind == LadderItemKind::DATA && each.count > 1;
        });
    const bool hasFailure =
        std::any_of(model.items.begin(), model.items.end(), [](const LadderItem& each) {
            return each.isFailure && each.kind != LadderItemKind::VIOLATION;
        });
    const bool hasStub =
        std::any_of(model.items.begin(), model.items.end(), [](const LadderItem& each) {
            return each.heads.empty() &&
                   (each.kind == LadderItemKind::MESSAGE || each.kind == LadderItemKind::DATA);
        });
    if (hasMany)
    {
        Add("data many", "many packets of a stream");
    }
    if (hasFailure)
    {
        Add("cross", "refused or dropped");
    }
    if (hasStub)
    {
        Add("stub", "sent; nobody shown takes it");
    }
    if (!model.bars.empty())
    {
        Add("bar", "time inside a call");
    }
    if (!model.brackets.empty())
    {
        Add("bracket", "IGMP is disabled on an interface");
    }
    if (!model.strips.empty())
    {
        Add("tenure", "owner of an interface");
    }
}

double
LadderLegend::GetHeight() const
{
    return m_height;
}

void
LadderLegend::DrawSign(SvgWriter& svg, const std::string& style, double x, double y)
{
    const auto middle = x + SIGN / 2 - 4;
    if (style == "bar" || style == "tenure" || style == "bracket")
    {
        const auto half = style == "bar" ? BAR / 2 : BRACKET / 2;
        svg.Rect(style == "tenure" ? "tenure owner1" : style, middle - half, y - 6, 2 * half, 12);
        return;
    }
    LadderItem item;
    item.kind = style == "violation" ? LadderItemKind::VIOLATION
                : style == "event"   ? LadderItemKind::EVENT
                : style == "note"    ? LadderItemKind::NOTE
                                     : LadderItemKind::STATE;
    if (style == "state" || style == "event" || style == "note" || style == "violation")
    {
        DrawMark(svg, item, middle, y);
    }
    else if (style == "cross")
    {
        DrawCross(svg, middle, y);
    }
    else if (style == "stub")
    {
        svg.Line("line", x, y, x + SIGN - 14, y);
        svg.Path("opentip", SvgPathAt(x + SIGN - 14, y, "a3 3 0 1 0 6 0a3 3 0 1 0-6 0"));
    }
    else
    {
        DrawArrow(svg, x, y, x + SIGN - 8, y, style == "return" || style == "callback");
    }
}

void
LadderLegend::Draw(SvgWriter& svg, double y) const
{
    svg.Begin("legend");
    svg.Rect("legendbox", MARGIN, y, m_width - 2 * MARGIN, m_height);
    for (const auto& entry : m_entries)
    {
        svg.Begin(entry.style);
        DrawSign(svg, entry.style, entry.x, y + entry.y);
        svg.End();
        svg.Text("legendtext", entry.x + SIGN, y + entry.y + 4, entry.text);
    }
    svg.End();
}

} // namespace mgm
} // namespace ns3

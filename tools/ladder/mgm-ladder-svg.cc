/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ladder-svg.h"

#include "mgm-ladder-items-svg.h"
#include "mgm-ladder-legend.h"
#include "mgm-ladder-spans-svg.h"
#include "mgm-ladder-style.h"
#include "mgm-ladder-view.h"
#include "mgm-svg-writer.h"
#include "mgm-text-width.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

using namespace ladder;

namespace
{

/// A picture of ladder diagrams: all but what belongs to single items.
class Picture
{
  public:
    Picture(const std::vector<LadderModel>& models, const LadderOptions& options, std::ostream& os)
        : m_models(models),
          m_svg(os),
          m_axis(models, MARGIN + TITLE + HEADS + PAD, options.foldNs),
          m_axisX(MARGIN + m_axis.GetTextWidth() + PAD)
    {
        auto left = m_axisX + PAD;
        const auto share = options.width == 0 ? 0
                                              : (options.width - left - MARGIN) /
                                                        static_cast<double>(models.size()) -
                                                    MODEL_GAP / 2;
        for (const auto& model : models)
        {
            m_columns.emplace_back(model, left, std::max(share, 0.0));
            left = m_columns.back().GetRight() + MODEL_GAP;
        }
        m_width = m_columns.back().GetRight() + MARGIN;
        m_bottom = m_axis.GetBottom() + PAD + (HasLateTenure() ? ROW : 0);
    }

    void Draw()
    {
        if (m_models.size() == 1)
        {
            const auto title = std::max(TextWidth(m_models[0].title, TITLE_FONT) * 1.15,
                                        TextWidth(m_models[0].subtitle, FONT));
            m_width = std::max(m_width, 2 * MARGIN + title);
        }
        const LadderLegend legend(m_models, m_width);
        const auto height = m_bottom + PAD + legend.GetHeight() + MARGIN;
        DrawFrame(height);
        DrawTime();
        for (std::size_t i = 0; i < m_models.size(); ++i)
        {
            const LadderView view{m_models[i], m_columns[i], m_axis, i};
            DrawBody(view);
        }
        DrawHeads();
        legend.Draw(m_svg, m_bottom + PAD);
        m_svg.GetStream() << "</svg>\n";
    }

  private:
    void DrawFrame(double height)
    {
        const auto w = SvgNumber(m_width);
        const auto h = SvgNumber(height);
        m_svg.GetStream()
            << "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" << w << "\" height=\"" << h
            << "\" viewBox=\"0 0 " << w << ' ' << h << "\">\n<style>" << GetLadderStyle()
            << "</style>\n<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" "
               "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
               "<rect width=\"6\" height=\"6\" fill=\"#fff8dc\"/><line class=\"hatch\" "
               "x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\"/></pattern></defs>\n";
        m_svg.Rect("paper", 0, 0, m_width, height);
    }

    /// Whether somebody becomes an owner in the last row, so that there must be room behind it.
    bool HasLateTenure() const
    {
        return std::any_of(m_models.begin(), m_models.end(), [](const LadderModel& model) {
            return std::any_of(model.strips.begin(),
                               model.strips.end(),
                               [&model](const LadderStrip& strip) {
                                   return strip.tenures.back().item == model.items.size();
                               });
        });
    }

    /// Instants with their times, alternately shaded.
    void DrawTime()
    {
        m_svg.Begin("axis");
        bool isShaded = true;
        for (const auto& tick : m_axis.GetTicks())
        {
            isShaded = !isShaded;
            if (isShaded)
            {
                m_svg.Rect("band",
                           MARGIN,
                           tick.top - INSTANT_GAP / 2,
                           m_width - 2 * MARGIN,
                           tick.bottom - tick.top + INSTANT_GAP);
            }
            m_svg.Text("time", m_axisX - PAD / 2, tick.top + ARROW, tick.text);
            if (tick.bottom - tick.top > 1.5 * ROW)
            {
                m_svg.Path("same",
                           "M" + SvgNumber(m_axisX + 4) + ' ' + SvgNumber(tick.top + 3) + "h-4V" +
                               SvgNumber(tick.bottom - 2) + "h4");
            }
        }
        m_svg.End();
    }

    void DrawBody(const LadderView& view)
    {
        const auto top = MARGIN + TITLE + HEADS;
        for (std::size_t i = 0; i < view.model.lanes.size(); ++i)
        {
            m_svg.Line("life", view.columns.Lane(i), top, view.columns.Lane(i), m_bottom);
        }
        DrawLadderStrips(view, m_svg, m_bottom);
        DrawLadderBrackets(view, m_svg);
        DrawFolds(view);
        DrawLadderBars(view, m_svg);
        DrawLadderItems(view, m_svg);
    }

    /// Gaps break all lines of a diagram.
    void DrawFolds(const LadderView& view)
    {
        constexpr double HALF = 5;
        const bool isFirst = view.index == 0;
        const auto left = isFirst ? MARGIN : view.columns.GetLeft() - MODEL_GAP;
        for (const auto& fold : m_axis.GetFolds())
        {
            m_svg.Rect("gap", left, fold.y - HALF, view.columns.GetRight() - left, 2 * HALF);
            const auto from = isFirst ? m_axisX : left;
            std::string steps;
            for (auto x = from; x + 16 < view.columns.GetRight(); x += 16)
            {
                steps += "l4-3l8 6l4-3";
            }
            m_svg.Path("zigzag", SvgPathAt(from, fold.y, steps));
            if (isFirst)
            {
                m_svg.Text("length", m_axisX - PAD / 2, fold.y + 4, fold.text);
            }
        }
    }

    /// Titles and heads, which a viewer may keep in sight.
    void DrawHeads()
    {
        for (std::size_t i = 0; i < m_models.size(); ++i)
        {
            const auto left = m_models.size() == 1 ? MARGIN : m_columns[i].GetLeft();
            const auto room = m_models.size() == 1 ? m_width : m_columns[i].GetRight() - left;
            m_svg.Text("title",
                       left,
                       MARGIN + TITLE_FONT,
                       Ellipsize(m_models[i].title, TITLE_FONT * 1.15, room));
            m_svg.Text("subtitle",
                       left,
                       MARGIN + TITLE_FONT + 18,
                       Ellipsize(m_models[i].subtitle, FONT, room));
        }
        m_svg.Begin("heads");
        m_svg.Rect("paper", 0, MARGIN + TITLE - 2, m_width, HEADS);
        m_svg.Text("time",
                   m_axisX - PAD / 2,
                   MARGIN + TITLE + HEADS - 8,
                   LadderTimeAxis::TITLE_TEXT);
        for (std::size_t i = 0; i < m_models.size(); ++i)
        {
            DrawNodeHeads(m_models[i], m_columns[i]);
        }
        m_svg.End();
    }

    void DrawNodeHeads(const LadderModel& model, const LadderColumns& columns)
    {
        const auto top = MARGIN + TITLE;
        for (std::size_t i = 0; i < model.lanes.size();)
        {
            auto left = columns.Lane(i) - HeadHalf(model, i);
            auto next = i;
            for (; next < model.lanes.size() && model.lanes[next].node == model.lanes[i].node;
                 ++next)
            {
                m_svg.Text("lanename", columns.Lane(next), top + HEADS - 8, model.lanes[next].name);
            }
            for (std::size_t k = 0; k < model.strips.size(); ++k)
            {
                if (model.strips[k].node == model.lanes[i].node)
                {
                    const auto& place = columns.Strip(k);
                    left = std::min(left, place.from);
                    m_svg.Text("stripname",
                               (place.from + place.to) / 2,
                               top + HEADS - 8,
                               model.strips[k].name);
                }
            }
            const auto right = columns.Lane(next - 1) + HeadHalf(model, next - 1);
            m_svg.Rect("node", left, top, right - left, 18);
            m_svg.Text("nodename", (left + right) / 2, top + 13, model.nodeNames[i]);
            i = next;
        }
    }

    static double HeadHalf(const LadderModel& model, std::size_t lane)
    {
        return std::max(TextWidth(model.lanes[lane].name, HEAD_FONT),
                        TextWidth(model.nodeNames[lane], HEAD_FONT) * 1.1) /
                   2 +
               PAD / 2;
    }

    const std::vector<LadderModel>& m_models;
    SvgWriter m_svg;
    LadderTimeAxis m_axis;
    double m_axisX;
    std::vector<LadderColumns> m_columns;
    double m_width{0};
    double m_bottom{0};
};

} // namespace

void
WriteLadderSvg(const std::vector<LadderModel>& models,
               const LadderOptions& options,
               std::ostream& os)
{
    Picture(models, options, os).Draw();
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ladder-columns.h"

#include "mgm-ladder-metrics.h"
#include "mgm-text-width.h"

#include <algorithm>
#include <numeric>

namespace ns3
{
namespace mgm
{

using namespace ladder;

namespace
{

/// Whether a lane is the leftmost one of its node.
bool
IsFirstOfNode(const LadderModel& model, std::size_t lane)
{
    return lane == 0 || model.lanes[lane - 1].node != model.lanes[lane].node;
}

/// Room that the head of a lane takes to either side.
double
HalfHead(const LadderModel& model, std::size_t lane)
{
    const bool isAlone = IsFirstOfNode(model, lane) &&
                         (lane + 1 == model.lanes.size() || IsFirstOfNode(model, lane + 1));
    const auto name = TextWidth(model.lanes[lane].name, HEAD_FONT);
    const auto node = isAlone ? TextWidth(model.nodeNames[lane], HEAD_FONT) * 1.1 : 0;
    return std::max(name, node) / 2 + PAD;
}

/// Size that the font of a label would have, were it not bold.
double
FontOf(const LadderItem& item)
{
    return item.isFailure || item.kind == LadderItemKind::EVENT ? FONT * BOLD : FONT;
}

double
StripWidth(const LadderStrip& strip)
{
    auto width = TextWidth(strip.name, FONT);
    for (const auto& tenure : strip.tenures)
    {
        width = std::max(width, TextWidth(tenure.ToText(), FONT - 1));
    }
    return width + PAD;
}

} // namespace

bool
IsStub(const LadderItem& item)
{
    return (item.kind == LadderItemKind::CALL && item.target == item.lane) ||
           (item.heads.empty() && item.origin == LADDER_NONE &&
            (item.kind == LadderItemKind::MESSAGE || item.kind == LadderItemKind::DATA ||
             item.kind == LadderItemKind::ARRIVAL));
}

std::string
WholeLabel(const LadderItem& item)
{
    const bool areSome =
        item.count > 1 && item.heads.size() == 1 && item.heads[0].count != item.count;
    return item.label + (areSome ? " (" + std::to_string(item.heads[0].count) + " arrive)" : "") +
           (item.answer.empty() ? "" : " \u21D2 " + item.answer);
}

LadderColumns::LadderColumns(const LadderModel& model, double left, double width)
    : m_model(model),
      m_left(left)
{
    FindLevels();
    FitHeads();
    PlaceLanes();
    for (std::size_t i = 0; i < m_model.items.size(); ++i)
    {
        FitLabel(i);
    }
    FitWidth(width);
    for (std::size_t i = 0; i < m_model.items.size(); ++i)
    {
        PlaceLabel(i);
    }
}

void
LadderColumns::FindLevels()
{
    m_levels.assign(m_model.items.size(), 0);
    for (const auto& bar : m_model.bars)
    {
        for (auto i = bar.firstItem; i <= bar.lastItem; ++i)
        {
            if (m_model.items[i].lane == bar.lane)
            {
                m_levels[i] = std::max(m_levels[i], bar.level + 1);
            }
        }
    }
}

void
LadderColumns::FitHeads()
{
    for (const auto& strip : m_model.strips)
    {
        m_stripWidths.push_back(StripWidth(strip));
    }
    for (std::size_t i = 0; i < m_model.lanes.size(); ++i)
    {
        double lead = i == 0 ? HalfHead(m_model, i) + PAD : 0;
        for (std::size_t k = 0; IsFirstOfNode(m_model, i) && k < m_model.strips.size(); ++k)
        {
            const bool isHere = m_model.strips[k].node == m_model.lanes[i].node;
            lead += isHere ? m_stripWidths[k] + PAD / 2 : 0;
        }
        m_leads.push_back(lead + (lead > 0 ? LANE_LEAD : 0));
        const bool isLast = i + 1 == m_model.lanes.size();
        const auto gap = HalfHead(m_model, i) + (isLast ? 0 : HalfHead(m_model, i + 1));
        m_gaps.push_back(isLast ? std::max(gap, LANE_LEAD) : std::max(gap, LEAST_GAP));
    }
}

void
LadderColumns::PlaceLanes()
{
    m_lanes.clear();
    m_strips.assign(m_model.strips.size(), {});
    auto x = m_left;
    for (std::size_t i = 0; i < m_model.lanes.size(); ++i)
    {
        auto stripX = x + PAD;
        x += m_leads[i];
        m_lanes.push_back(x);
        x += m_gaps[i];
        for (std::size_t k = 0; IsFirstOfNode(m_model, i) && k < m_model.strips.size(); ++k)
        {
            if (m_model.strips[k].node == m_model.lanes[i].node)
            {
                m_strips[k] = {stripX, stripX + m_stripWidths[k]};
                stripX += m_stripWidths[k] + PAD / 2;
            }
        }
    }
    m_right = x;
}

std::size_t
LadderColumns::NextWithStrips(std::size_t lane) const
{
    auto next = lane + 1;
    while (next < m_leads.size() && m_leads[next] == 0)
    {
        ++next;
    }
    return next;
}

std::size_t
LadderColumns::EndOf(const LadderItem& item) const
{
    if (item.target != LADDER_NONE)
    {
        return item.target;
    }
    return item.heads.empty() ? item.lane : item.heads[0].lane;
}

std::vector<LadderRange>
LadderColumns::RoomFor(std::size_t index) const
{
    const auto& item = m_model.items[index];
    const auto end = EndOf(item);
    const auto first = std::min(item.lane, end);
    const auto last = std::max(item.lane, end);
    const bool isToLeft = end < item.lane;
    const auto cross = item.isFailure && first != last ? CROSS : 0;
    const auto limit = m_lanes[last] - PAD / 2 - (isToLeft ? 0 : cross);
    std::vector<LadderRange> rooms;
    for (auto lane = first; lane < last || (first == last && rooms.empty());)
    {
        const auto next = NextWithStrips(lane);
        const auto edge = next < m_lanes.size() ? m_lanes[next] - m_leads[next] : m_right;
        auto shift = lane == item.lane && m_levels[index] > 0 ? (m_levels[index] - 1) * LEVEL : 0;
        shift += IsStub(item) ? STUB : 0;
        shift += isToLeft && lane == first ? cross : 0;
        rooms.push_back({m_lanes[lane] + BAR / 2 + PAD / 2 + shift,
                         first == last ? edge : std::min(edge, limit)});
        lane = next;
    }
    if (isToLeft)
    {
        std::reverse(rooms.begin(), rooms.end());
    }
    return rooms;
}

void
LadderColumns::FitLabel(std::size_t index)
{
    const auto& item = m_model.items[index];
    const bool isMark = EndOf(item) == item.lane;
    const auto width = std::min(TextWidth(WholeLabel(item), FontOf(item)) + 2 * PAD,
                                isMark ? MARK_LABEL : ARROW_LABEL);
    double best = 0;
    for (const auto& room : RoomFor(index))
    {
        best = std::max(best, room.to - room.from);
    }
    if (best >= width || item.label.empty())
    {
        return;
    }
    // A mark makes room at the end of the free space, an arrow at its right end.
    const auto end = std::max(item.lane, EndOf(item));
    const auto gap = isMark ? NextWithStrips(item.lane) - 1 : end - 1;
    m_gaps[gap] += width - best;
    PlaceLanes();
}

void
LadderColumns::FitWidth(double width)
{
    const auto total = std::accumulate(m_gaps.begin(), m_gaps.end(), 0.0);
    const auto fixed = m_right - m_left - total;
    if (width > 0)
    {
        const auto factor = std::max(width - fixed, 0.0) / total;
        for (auto& gap : m_gaps)
        {
            gap = std::max(gap * factor, LEAST_GAP);
        }
    }
    PlaceLanes();
}

void
LadderColumns::PlaceLabel(std::size_t index)
{
    const auto& item = m_model.items[index];
    const auto whole = WholeLabel(item);
    const auto rooms = RoomFor(index);
    const auto need = TextWidth(whole, FontOf(item)) + PAD;
    auto room = std::find_if(rooms.begin(), rooms.end(), [need](const LadderRange& each) {
        return each.to - each.from >= need;
    });
    if (room == rooms.end())
    {
        room = std::max_element(rooms.begin(),
                                rooms.end(),
                                [](const LadderRange& a, const LadderRange& b) {
                                    return a.to - a.from < b.to - b.from;
                                });
    }
    const bool isToLeft = EndOf(item) < item.lane;
    const auto text = Ellipsize(whole, FontOf(item), room->to - room->from - PAD);
    m_labels.push_back({isToLeft ? room->to - PAD / 2 : room->from + PAD / 2,
                        isToLeft,
                        text,
                        TextWidth(text, FontOf(item))});
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ladder-finish.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// Calls a function with each lane that an item names.
template <typename Function>
void
ForEachLane(LadderItem& item, Function function)
{
    function(item.lane);
    if (item.target != LADDER_NONE)
    {
        function(item.target);
    }
    for (auto& head : item.heads)
    {
        function(head.lane);
    }
}

/// Orders the lanes that items need, and lets the model name them by their place.
void
OrderLanes(LadderModel& model, const LadderLanes& lanes)
{
    std::vector<bool> isUsed(lanes.GetCount(), false);
    for (auto& item : model.items)
    {
        ForEachLane(item, [&isUsed](std::size_t lane) { isUsed[lane] = true; });
    }
    std::vector<std::size_t> places(lanes.GetCount(), LADDER_NONE);
    for (const auto lane : lanes.InOrder(isUsed))
    {
        places[lane] = model.lanes.size();
        model.lanes.push_back(lanes.Get(lane));
    }
    const auto move = [&places](std::size_t& lane) { lane = places[lane]; };
    for (auto& item : model.items)
    {
        ForEachLane(item, move);
    }
    for (auto& bar : model.bars)
    {
        move(bar.lane);
    }
    for (auto& bracket : model.brackets)
    {
        std::for_each(bracket.lanes.begin(), bracket.lanes.end(), move);
        auto& kept = bracket.lanes;
        kept.erase(std::remove(kept.begin(), kept.end(), LADDER_NONE), kept.end());
    }
}

/// Gives each item a row of its own, or that of the item to which it is attached.
void
GiveRows(LadderModel& model)
{
    for (auto& item : model.items)
    {
        if (item.kind == LadderItemKind::ARRIVAL && item.hasConsequences)
        {
            item.attachedTo = LADDER_NONE;
        }
        item.row = item.attachedTo == LADDER_NONE ? model.rows++ : model.items[item.attachedTo].row;
    }
}

void
FindInstants(LadderModel& model)
{
    for (const auto& item : model.items)
    {
        if (item.attachedTo != LADDER_NONE)
        {
            continue;
        }
        if (model.instants.empty() || model.instants.back().timeNs != item.timeNs)
        {
            model.instants.push_back({item.timeNs, item.lastNs, item.row, 0});
        }
        auto& instant = model.instants.back();
        ++instant.rows;
        instant.lastNs = std::max(instant.lastNs, item.lastNs);
    }
}

/// Ends what the trace leaves open, and drops what ended before the first item.
void
CloseSpans(LadderModel& model)
{
    const auto last = model.items.size() - 1;
    for (auto& bar : model.bars)
    {
        bar.lastItem = std::min(bar.lastItem, last);
    }
    auto& brackets = model.brackets;
    brackets.erase(std::remove_if(brackets.begin(),
                                  brackets.end(),
                                  [last](const LadderBracket& each) {
                                      return each.lanes.empty() || each.firstItem > last ||
                                             each.endItem <= each.firstItem;
                                  }),
                   brackets.end());
    // What changes in the last instant still shows what it changes to.
    const auto endNs = model.instants.back().lastNs;
    for (auto& strip : model.strips)
    {
        auto& tenures = strip.tenures;
        while (tenures.size() > 1 && tenures[1].item == 0)
        {
            tenures.erase(tenures.begin());
        }
        tenures.erase(std::remove_if(tenures.begin(),
                                     tenures.end(),
                                     [last, endNs](const LadderTenure& each) {
                                         return each.item > last && each.timeNs > endNs;
                                     }),
                      tenures.end());
    }
}

/// A strip that says "nobody" all the time, or is of a node without lanes, tells nothing.
void
DropIdleStrips(LadderModel& model)
{
    auto& strips = model.strips;
    strips.erase(std::remove_if(strips.begin(),
                                strips.end(),
                                [&model](const LadderStrip& strip) {
                                    const bool hasLane =
                                        std::any_of(model.lanes.begin(),
                                                    model.lanes.end(),
                                                    [&strip](const LadderLane& lane) {
                                                        return lane.node == strip.node &&
                                                               lane.kind > LadderLane::Kind::HOST;
                                                    });
                                    return !hasLane || (strip.tenures.size() == 1 &&
                                                        strip.tenures[0].owner.empty() &&
                                                        strip.tenures[0].igmp.empty());
                                }),
                 strips.end());
}

void
Entitle(LadderModel& model, const TraceHeader& header)
{
    model.title = header.command.empty() ? "trace" : header.command;
    model.subtitle = "seed " + std::to_string(header.seed) + ", run " + std::to_string(header.run) +
                     (header.scenario.empty() ? "" : ", scenario " + header.scenario) + ", ns-" +
                     header.ns3Version;
    for (const auto& lane : model.lanes)
    {
        model.nodeNames.push_back(NameOfNode(header.nodes, lane.node));
    }
}

} // namespace

void
FinishLadder(LadderModel& model, const LadderLanes& lanes, const TraceHeader& header)
{
    OrderLanes(model, lanes);
    GiveRows(model);
    FindInstants(model);
    CloseSpans(model);
    DropIdleStrips(model);
    Entitle(model, header);
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ladder-builder.h"

#include "base/mgm-input-error.h"
#include "mgm-ladder-finish.h"
#include "mgm-ladder-labels.h"

#include "ns3/mgm-trace-words.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

bool
IsData(const TraceRecord& record)
{
    return record.op == words::DATA &&
           (record.kind == TraceKind::PACKET_TX || record.kind == TraceKind::PACKET_RX ||
            record.kind == TraceKind::FORWARD || record.kind == TraceKind::DROP);
}

std::string
NameOfInterfaceOf(const TraceRecord& record, const TracedNodes& nodes)
{
    return NameOfInterface(nodes, record.node, record.interface->index);
}

} // namespace

LadderBuilder::LadderBuilder(const TraceHeader& header, const LadderOptions& options)
    : m_header(header),
      m_options(options),
      m_selection(header, options),
      m_lanes(header),
      m_packets(m_header.nodes, m_options.labels, m_model.items)
{
}

void
LadderBuilder::Add(const TraceRecord& record)
{
    const auto lane = m_lanes.LaneOf(record);
    PlaceStep(record, lane);
    const bool isShown = m_selection.Has(record) && IsShownState(record);
    if (!isShown)
    {
        m_hidden.Put(record.seq, ShownCause(record));
    }
    if (isShown && IsData(record))
    {
        NoteConsequence(record);
        ShowData(record, lane);
        return;
    }
    if (isShown || LadderOwnership::Concerns(record))
    {
        m_packets.Flush();
    }
    FollowOwnership(record, isShown);
    if (isShown)
    {
        NoteConsequence(record);
        Show(record, lane);
    }
    if (m_model.items.size() > m_options.maxEvents)
    {
        const auto limit = std::to_string(m_options.maxEvents);
        throw InputError("mgm trace ladder: found more than " + limit +
                         " events to draw, expected at most " + limit +
                         ": select some with --node, --client, --interface, --group, --from and "
                         "--until, or raise --max-events");
    }
}

bool
LadderBuilder::IsShownState(const TraceRecord& record) const
{
    if (record.kind != TraceKind::STATE || m_options.states == LadderStates::ALL)
    {
        return true;
    }
    return m_options.states == LadderStates::CHANGES && record.oldState != record.newState &&
           record.op != words::OWNERSHIP_CHANGE;
}

void
LadderBuilder::NoteConsequence(const TraceRecord& record)
{
    if (const auto item = m_itemOf.Find(ShownCause(record)))
    {
        m_model.items[*item].hasConsequences = true;
    }
}

uint64_t
LadderBuilder::ShownCause(const TraceRecord& record)
{
    const auto hidden = m_hidden.Find(record.cause);
    return hidden ? *hidden : record.cause;
}

void
LadderBuilder::PlaceStep(const TraceRecord& record, std::size_t lane)
{
    const auto step = m_steps.find(record.cause);
    if (step != m_steps.end() && step->second.node == record.node)
    {
        m_model.items[step->second.item].lane = lane;
        m_steps.erase(step);
    }
}

void
LadderBuilder::FollowOwnership(const TraceRecord& record, bool isShown)
{
    if (!LadderOwnership::Concerns(record))
    {
        return;
    }
    std::vector<std::size_t> lanes;
    if (record.kind == TraceKind::CALLBACK)
    {
        lanes = {m_lanes.ClientLane(record),
                 m_lanes.PartLane(record.node, LadderLane::Kind::MANAGER)};
    }
    // A bracket ends behind the item that ends it, if that is shown.
    const bool isShownEnd = record.op == words::ENABLE_IGMP && isShown;
    m_ownership.Follow(record,
                       NameOfInterfaceOf(record, m_header.nodes),
                       m_model.items.size() + (isShownEnd ? 1 : 0),
                       lanes);
}

void
LadderBuilder::ShowData(const TraceRecord& record, std::size_t lane)
{
    if (record.kind == TraceKind::PACKET_RX)
    {
        m_packets.Arrive(record.cause, lane);
        return;
    }
    m_packets.Take(record, lane);
}

LadderItem&
LadderBuilder::Put(LadderItemKind kind, const TraceRecord& record, std::size_t lane)
{
    LadderItem item;
    item.kind = kind;
    item.seqs = {record.seq};
    item.cause = ShownCause(record);
    item.timeNs = item.lastNs = record.timeNs;
    item.lane = lane;
    item.label = LabelOf(RecordForLabel(record, m_options.labels), m_header.nodes);
    item.text = FullTextOf(record, m_header.nodes);
    m_itemOf.Put(record.seq, m_model.items.size());
    m_model.items.push_back(std::move(item));
    return m_model.items.back();
}

void
LadderBuilder::Show(const TraceRecord& record, std::size_t lane)
{
    switch (record.kind)
    {
    case TraceKind::CALL:
    case TraceKind::CALLBACK:
        Enter(record, lane);
        break;
    case TraceKind::RETURN:
    case TraceKind::CALLBACK_RETURN:
        Leave(record);
        break;
    case TraceKind::STATE:
        Mark(record, lane);
        break;
    case TraceKind::EVENT:
        ShowEvent(record, lane);
        break;
    case TraceKind::VIOLATION:
        Put(LadderItemKind::VIOLATION, record, lane).isFailure = true;
        break;
    case TraceKind::DROP:
        Put(LadderItemKind::DROP, record, lane).isFailure = true;
        break;
    case TraceKind::PACKET_TX:
    case TraceKind::FORWARD:
        Put(LadderItemKind::MESSAGE, record, lane);
        break;
    case TraceKind::PACKET_RX:
        ShowArrival(record, lane);
        break;
    }
}

void
LadderBuilder::Enter(const TraceRecord& record, std::size_t lane)
{
    const bool isCallback = record.kind == TraceKind::CALLBACK;
    const auto target = !isCallback     ? m_lanes.PartLane(record.node, LadderLane::Kind::MANAGER)
                        : record.client ? m_lanes.ClientLane(record)
                                        : lane;
    const auto index = m_model.items.size();
    Put(isCallback ? LadderItemKind::CALLBACK : LadderItemKind::CALL, record, lane).target = target;
    uint32_t level = 0;
    for (const auto& [seq, open] : m_open)
    {
        level += m_model.bars[open.bar].lane == target;
    }
    m_open[record.seq] = {index, m_model.bars.size()};
    m_model.bars.push_back({target, level, index, LADDER_NONE, isCallback});
}

void
LadderBuilder::Leave(const TraceRecord& record)
{
    const auto found = m_open.find(record.cause);
    if (found == m_open.end())
    {
        return;
    }
    const auto open = found->second;
    m_open.erase(found);
    auto& call = m_model.items[open.item];
    const auto target = call.target;
    const bool isRow = std::any_of(m_model.items.begin() + open.item + 1,
                                   m_model.items.end(),
                                   [target](const LadderItem& each) {
                                       return (each.kind != LadderItemKind::STATE &&
                                               each.kind != LadderItemKind::NOTE) ||
                                              each.lane != target;
                                   });
    const auto answer = AnswerOf(RecordForLabel(record, m_options.labels));
    if (isRow && !answer.empty())
    {
        auto& item = Put(LadderItemKind::RETURN, record, target);
        item.target = m_model.items[open.item].lane;
        item.isFailure = IsRefusal(record);
    }
    else
    {
        call.answer = answer;
        call.isFailure = IsRefusal(record);
        call.seqs.push_back(record.seq);
        call.text += "\n\n" + FullTextOf(record, m_header.nodes);
    }
    m_model.bars[open.bar].lastItem = m_model.items.size() - 1;
}

void
LadderBuilder::Mark(const TraceRecord& record, std::size_t lane)
{
    const auto last = m_model.items.size() - 1;
    const bool isAttached = !m_model.items.empty() && m_model.items[last].seqs[0] == record.cause &&
                            m_model.items[last].kind == LadderItemKind::CALL &&
                            m_model.items[last].target == lane;
    Put(LadderItemKind::STATE, record, lane).attachedTo = isAttached ? last : LADDER_NONE;
}

void
LadderBuilder::ShowEvent(const TraceRecord& record, std::size_t lane)
{
    const auto index = m_model.items.size();
    if (record.op == words::NOCACHE || record.op == words::WRONGIF)
    {
        const auto manager = m_lanes.PartLane(record.node, LadderLane::Kind::MANAGER);
        Put(LadderItemKind::UPCALL, record, lane).target = manager;
        m_packets.Arrive(record.cause, lane, index);
        return;
    }
    const bool isStep = record.op == words::STEP;
    if (isStep && record.action != words::STEP_OF_NODE && record.action != words::STEP_OF_HOST)
    {
        m_steps[record.seq] = {record.node, index};
    }
    Put(isStep ? LadderItemKind::EVENT : LadderItemKind::NOTE, record, lane);
}

void
LadderBuilder::ShowArrival(const TraceRecord& record, std::size_t lane)
{
    const auto sender = m_itemOf.Find(record.cause);
    const auto index = m_model.items.size();
    auto& item = Put(LadderItemKind::ARRIVAL, record, lane);
    if (!sender)
    {
        return;
    }
    item.label.clear();
    item.origin = *sender;
    auto& heads = m_model.items[*sender].heads;
    // Who does nothing with a message shares the row of who got it first at the same time.
    if (!heads.empty() && m_model.items[heads[0].item].timeNs == record.timeNs)
    {
        item.attachedTo = heads[0].item;
    }
    heads.push_back({lane, index, 1});
}

LadderModel
LadderBuilder::Finish()
{
    m_packets.Flush();
    m_selection.CheckClients();
    if (m_model.items.empty())
    {
        throw InputError("mgm trace ladder: found no record that is selected, expected at least "
                         "one");
    }
    m_model.brackets = m_ownership.GetBrackets();
    for (auto& strip : m_ownership.GetStrips())
    {
        if (m_selection.HasInterface(strip.node, strip.interface))
        {
            m_model.strips.push_back(std::move(strip));
        }
    }
    FinishLadder(m_model, m_lanes, m_header);
    return std::move(m_model);
}

LadderModel
BuildLadder(TraceReader& reader, const LadderOptions& options)
{
    LadderBuilder builder(reader.GetHeader(), options);
    while (const auto record = reader.Next())
    {
        builder.Add(*record);
    }
    return builder.Finish();
}

} // namespace mgm
} // namespace ns3

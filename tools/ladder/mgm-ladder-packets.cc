/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ladder-packets.h"

#include "ns3/mgm-trace-words.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

LadderItemKind
ItemKindOf(TraceKind kind)
{
    return kind == TraceKind::DROP ? LadderItemKind::DROP : LadderItemKind::DATA;
}

} // namespace

LadderPackets::LadderPackets(const TracedNodes& nodes,
                             LadderLabels labels,
                             std::vector<LadderItem>& items)
    : m_nodes(nodes),
      m_labels(labels),
      m_items(items)
{
}

LadderItem&
LadderPackets::ItemOf(Run& run)
{
    return run.index == LADDER_NONE ? run.item : m_items[run.index];
}

LadderHead*
LadderPackets::HeadAt(LadderItem& item, std::size_t lane)
{
    const auto found = std::find_if(item.heads.begin(),
                                    item.heads.end(),
                                    [lane](const LadderHead& each) { return each.lane == lane; });
    return found == item.heads.end() ? nullptr : &*found;
}

std::shared_ptr<LadderPackets::Run>
LadderPackets::RunOf(const TraceRecord& record, std::size_t lane)
{
    const auto packet = m_packets.Find(record.cause);
    auto& run = m_runs[{record.kind,
                        lane,
                        record.interface ? record.interface->index : 0,
                        record.sourceGroup.value_or(SourceGroup()),
                        record.kind == TraceKind::DROP ? std::string(record.event) : "",
                        packet ? packet->run->number : 0}];
    if (run)
    {
        return run;
    }
    run = std::make_shared<Run>();
    run->number = ++m_runCount;
    m_order.push_back(run);
    run->event = record.event;
    run->first = record;
    run->first.op = words::DATA;
    run->first.clientName = run->first.oldState = run->first.newState = {};
    run->first.action = run->first.detail = {};
    run->first.event = run->event;
    auto& item = run->item;
    item.kind = ItemKindOf(record.kind);
    item.cause = record.cause;
    item.timeNs = record.timeNs;
    item.lane = lane;
    item.isFailure = record.kind == TraceKind::DROP;
    item.text = FullTextOf(record, m_nodes);
    item.count = 0;
    return run;
}

void
LadderPackets::Take(const TraceRecord& record, std::size_t lane)
{
    const auto run = RunOf(record, lane);
    auto& item = run->item;
    item.lastNs = record.timeNs;
    ++item.count;
    if (item.seqs.empty())
    {
        item.seqs.push_back(record.seq);
    }
    if (record.kind != TraceKind::DROP)
    {
        m_packets.Put(record.seq, {run, {}});
    }
    const auto packet = m_packets.Find(record.cause);
    if (record.kind != TraceKind::PACKET_TX && packet)
    {
        m_arrivals.push_back({packet->run, lane, run});
        Arrive(record.cause, lane);
    }
}

void
LadderPackets::Arrive(uint64_t seq, std::size_t lane, std::size_t item)
{
    const auto packet = m_packets.Find(seq);
    if (!packet || std::count(packet->lanes.begin(), packet->lanes.end(), lane))
    {
        return;
    }
    packet->lanes.push_back(lane);
    auto& sender = ItemOf(*packet->run);
    if (const auto head = HeadAt(sender, lane))
    {
        ++head->count;
        return;
    }
    const bool isAlone = sender.count == 1 && packet->run->index != LADDER_NONE;
    sender.heads.push_back({lane, isAlone ? item : LADDER_NONE, 1});
}

void
LadderPackets::Make(Run& run)
{
    auto& item = run.item;
    const auto told = RecordForLabel(run.first, m_labels);
    item.label =
        item.count == 1 ? LabelOf(told, m_nodes) : LabelOfPackets(told, item.count, m_nodes);
    if (item.count > 1)
    {
        item.text = item.label + ", from " + SecondsText(item.timeNs) + " s to " +
                    SecondsText(item.lastNs) + " s; the first one:\n" + item.text;
    }
    run.index = m_items.size();
    m_items.push_back(std::move(item));
}

void
LadderPackets::Flush()
{
    for (const auto& run : m_order)
    {
        Make(*run);
    }
    for (const auto& arrival : m_arrivals)
    {
        auto& sender = ItemOf(*arrival.sender);
        const auto head = HeadAt(sender, arrival.lane);
        const bool areAlone = sender.count == 1 && ItemOf(*arrival.receiver).count == 1;
        if (head && areAlone && head->item == LADDER_NONE)
        {
            head->item = arrival.receiver->index;
        }
    }
    m_runs.clear();
    m_order.clear();
    m_arrivals.clear();
}

} // namespace mgm
} // namespace ns3

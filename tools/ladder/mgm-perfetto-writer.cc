/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-perfetto-writer.h"

#include "mgm-ladder-labels.h"

#include "ns3/mgm-json-string.h"
#include "ns3/mgm-trace-column.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// A time in microseconds with all its nanoseconds.
std::string
Microseconds(int64_t timeNs)
{
    const auto rest = std::to_string(timeNs % 1000);
    return std::to_string(timeNs / 1000) + '.' + std::string(3 - rest.size(), '0') + rest;
}

} // namespace

PerfettoWriter::PerfettoWriter(std::ostream& os,
                               const TraceHeader& header,
                               const PerfettoFlows& flows,
                               int64_t stepNs)
    : m_os(os),
      m_header(header),
      m_flows(flows),
      m_stepNs(stepNs),
      m_lanes(header)
{
    for (const auto& [cause, effects] : flows)
    {
        for (const auto effect : effects)
        {
            m_ends[effect] = true;
        }
    }
    m_os << "{\"displayTimeUnit\":\"ns\",\"otherData\":" << m_header.ToJson()
         << ",\"traceEvents\":[";
}

void
PerfettoWriter::Begin(char phase, std::size_t lane)
{
    m_os << (m_isFirst ? "\n" : ",\n") << "{\"ph\":\"" << phase
         << "\",\"pid\":" << m_lanes.Get(lane).node + 1 << ",\"tid\":" << lane + 1;
    m_isFirst = false;
    if (phase != 'M')
    {
        m_os << ",\"ts\":" << Microseconds(m_nowNs);
    }
}

void
PerfettoWriter::Introduce(std::size_t lane)
{
    m_isKnown.resize(std::max(m_isKnown.size(), lane + 1), false);
    m_slices.resize(std::max(m_slices.size(), lane + 1));
    if (m_isKnown[lane])
    {
        return;
    }
    m_isKnown[lane] = true;
    const auto& known = m_lanes.Get(lane);
    Begin('M', lane);
    m_os << ",\"name\":\"process_name\",\"args\":{\"name\":"
         << ToJsonString(NameOfNode(m_header.nodes, known.node)) << "}}";
    Begin('M', lane);
    m_os << ",\"name\":\"thread_name\",\"args\":{\"name\":" << ToJsonString(known.name) << "}}";
    Begin('M', lane);
    m_os << ",\"name\":\"thread_sort_index\",\"args\":{\"sort_index\":"
         << static_cast<int>(known.kind) << "}}";
}

void
PerfettoWriter::WriteArguments(const TraceRecord& record)
{
    m_os << ",\"args\":{";
    ColumnScratch scratch{};
    bool isFirst = true;
    for (const auto& column : GetTraceColumns())
    {
        const auto value = column.get(record, scratch);
        if (!value.empty())
        {
            m_os << (isFirst ? "" : ",") << ToJsonString(column.name) << ':' << ToJsonString(value);
            isFirst = false;
        }
    }
    m_os << '}';
}

void
PerfettoWriter::BeginSlice(std::size_t lane, const std::string& name, const TraceRecord* record)
{
    Begin('B', lane);
    m_os << ",\"name\":" << ToJsonString(name);
    if (record)
    {
        m_os << ",\"cat\":\"" << ToString(record->kind) << '"';
        WriteArguments(*record);
    }
    m_os << '}';
}

void
PerfettoWriter::EndSlice(std::size_t lane, const TraceRecord* record)
{
    Begin('E', lane);
    if (record && record->status)
    {
        m_os << ",\"args\":{\"status\":\"" << ToString(*record->status) << "\"}";
    }
    m_os << '}';
}

bool
PerfettoWriter::HasFlow(const TraceRecord& record) const
{
    return m_flows.count(record.seq) || m_ends.count(record.seq);
}

void
PerfettoWriter::WriteFlows(std::size_t lane, const TraceRecord& record)
{
    if (m_ends.count(record.seq))
    {
        Begin('f', lane);
        m_os << ",\"bp\":\"e\",\"cat\":\"cause\",\"name\":\"cause\",\"id\":" << record.seq << '}';
    }
    const auto found = m_flows.find(record.seq);
    if (found == m_flows.end())
    {
        return;
    }
    for (const auto effect : found->second)
    {
        Begin('s', lane);
        m_os << ",\"cat\":\"cause\",\"name\":\"cause\",\"id\":" << effect << '}';
    }
}

void
PerfettoWriter::WriteInstant(std::size_t lane, const TraceRecord& record)
{
    const auto name = LabelOf(record, m_header.nodes);
    if (HasFlow(record))
    {
        // A flow needs a slice to begin or end in.
        BeginSlice(lane, name, &record);
        WriteFlows(lane, record);
        EndSlice(lane, nullptr);
        return;
    }
    Begin('i', lane);
    m_os << ",\"s\":\"t\",\"name\":" << ToJsonString(name) << ",\"cat\":\"" << ToString(record.kind)
         << '"';
    WriteArguments(record);
    m_os << '}';
}

void
PerfettoWriter::Leave(std::size_t lane, const TraceRecord& record)
{
    auto& slices = m_slices[lane];
    const auto found = std::find_if(slices.begin(), slices.end(), [&record](const Slice& each) {
        return each.seq == record.cause;
    });
    if (found == slices.end())
    {
        return;
    }
    // Slices of a thread must nest: what began within this one and goes on is split.
    const auto inner = slices.end() - found - 1;
    for (auto i = 0; i < inner; ++i)
    {
        EndSlice(lane, nullptr);
    }
    EndSlice(lane, &record);
    for (auto slice = slices.erase(found); slice != slices.end(); ++slice)
    {
        BeginSlice(lane, slice->name + " (continued)", nullptr);
    }
}

void
PerfettoWriter::Write(const TraceRecord& record, bool isShown)
{
    const auto lane = PerfettoLane(m_lanes, record);
    if (!isShown)
    {
        return;
    }
    m_nowNs = m_nowNs < 0 ? record.timeNs : std::max(record.timeNs, m_nowNs + m_stepNs);
    Introduce(lane);
    switch (record.kind)
    {
    case TraceKind::CALL:
    case TraceKind::CALLBACK: {
        const auto name = LabelOf(record, m_header.nodes);
        BeginSlice(lane, name, &record);
        WriteFlows(lane, record);
        m_slices[lane].push_back({record.seq, name});
        break;
    }
    case TraceKind::RETURN:
    case TraceKind::CALLBACK_RETURN:
        Leave(lane, record);
        break;
    default:
        WriteInstant(lane, record);
    }
}

void
PerfettoWriter::Finish()
{
    for (std::size_t lane = 0; lane < m_slices.size(); ++lane)
    {
        for (std::size_t i = 0; i < m_slices[lane].size(); ++i)
        {
            EndSlice(lane, nullptr);
        }
    }
    m_os << "\n]}\n";
}

} // namespace mgm
} // namespace ns3

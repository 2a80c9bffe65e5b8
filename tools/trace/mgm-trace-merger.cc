/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-merger.h"

#include "mgm-trace-payload.h"

#include "ns3/mgm-traced-node.h"

#include <utility>

namespace ns3
{
namespace mgm
{

TraceMerger::TraceMerger(TraceReader& trace,
                         const std::vector<std::string>& captures,
                         std::ostream& stream)
    : m_trace(trace),
      m_record(trace.Next()),
      m_writer(stream, trace.GetHeader().ToJson())
{
    for (const auto& node : trace.GetHeader().nodes)
    {
        GetInterface(node.id);
    }
    for (const auto& file : captures)
    {
        Source source{CaptureReader(file), std::nullopt};
        source.place = FindPlace(source.reader.GetName());
        source.interface =
            m_writer.AddInterface(source.reader.GetLinkType(), source.reader.GetName());
        m_sources.push_back(std::move(source));
    }
    for (auto& source : m_sources)
    {
        source.next = source.reader.Next();
    }
}

void
TraceMerger::Run()
{
    while (const auto time = GetNextTime())
    {
        Collect(*time);
        for (const auto& packet : m_instant.Take())
        {
            m_writer.Write(packet.interface, *time, packet.data, packet.originalLength);
        }
    }
}

std::optional<int64_t>
TraceMerger::GetNextTime() const
{
    auto next = m_record ? std::make_optional(m_record->timeNs) : std::nullopt;
    for (const auto& source : m_sources)
    {
        if (source.next && (!next || source.next->timeNs < *next))
        {
            next = source.next->timeNs;
        }
    }
    return next;
}

void
TraceMerger::Collect(int64_t timeNs)
{
    for (; m_record && m_record->timeNs <= timeNs; m_record = m_trace.Next())
    {
        TraceInstant::Packet packet{GetInterface(m_record->node), 0, {}};
        AppendTracePayload(packet.data, *m_record);
        packet.originalLength = static_cast<uint32_t>(packet.data.size());
        m_instant.AddRecord(*m_record, packet);
    }
    for (auto& source : m_sources)
    {
        for (; source.next && source.next->timeNs <= timeNs; source.next = source.reader.Next())
        {
            m_instant.AddFrame(
                source.place,
                {source.interface, source.next->originalLength, std::string(source.next->data)});
        }
    }
}

uint32_t
TraceMerger::GetInterface(uint32_t node)
{
    const auto known = m_interfaces.find(node);
    if (known != m_interfaces.end())
    {
        return known->second;
    }
    const auto name = NameOfNode(m_trace.GetHeader().nodes, node);
    return m_interfaces[node] = m_writer.AddInterface(TRACE_LINK_TYPE, name);
}

std::optional<TraceInstant::Place>
TraceMerger::FindPlace(const std::string& name) const
{
    for (const auto& node : m_trace.GetHeader().nodes)
    {
        for (const auto& interface : node.interfaces)
        {
            if (name == node.name + "-" + interface.name)
            {
                return TraceInstant::Place{node.id, interface.index};
            }
        }
    }
    return std::nullopt;
}

} // namespace mgm
} // namespace ns3

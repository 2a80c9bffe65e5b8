/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-writer-pcapng.h"

#include "mgm-pcapng-block.h"
#include "mgm-trace-payload.h"

namespace ns3
{
namespace mgm
{

namespace
{

std::string
MakePrologue(const TraceHeader& header)
{
    std::string blocks;
    AppendSectionBlock(blocks, "mgm", header.ToJson());
    for (const auto& node : header.nodes)
    {
        AppendInterfaceBlock(blocks, TRACE_LINK_TYPE, node.name, "");
    }
    return blocks;
}

} // namespace

TraceWriterPcapng::TraceWriterPcapng(Ptr<OutputStreamWrapper> stream, const TraceHeader& header)
    : TraceWriter(stream, MakePrologue(header))
{
    for (uint32_t i = 0; i < header.nodes.size(); ++i)
    {
        m_interfaces.emplace(header.nodes[i].id, i);
    }
}

uint32_t
TraceWriterPcapng::GetInterface(uint32_t node, std::string& text)
{
    const auto count = static_cast<uint32_t>(m_interfaces.size());
    const auto [place, isNew] = m_interfaces.emplace(node, count);
    if (isNew)
    {
        AppendInterfaceBlock(text, TRACE_LINK_TYPE, std::to_string(node), "");
    }
    return place->second;
}

void
TraceWriterPcapng::Format(const TraceRecord& record, std::string& text)
{
    const auto interface = GetInterface(record.node, text);
    m_payload.clear();
    AppendTracePayload(m_payload, record);
    AppendPacketBlock(text,
                      interface,
                      record.timeNs,
                      m_payload,
                      static_cast<uint32_t>(m_payload.size()));
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-reader-pcapng.h"

#include "base/mgm-input-error.h"
#include "mgm-trace-header-reader.h"
#include "mgm-trace-payload.h"

#include <utility>

namespace ns3
{
namespace mgm
{

TraceReaderPcapng::TraceReaderPcapng(const std::string& file, std::unique_ptr<std::istream> stream)
    : m_packets(file, std::move(stream)),
      m_header(ReadTraceHeader(m_packets.GetComment(), m_packets.GetPlace()))
{
}

const TraceHeader&
TraceReaderPcapng::GetHeader() const
{
    return m_header;
}

const TraceRecord*
TraceReaderPcapng::Next()
{
    const auto* packet = m_packets.Next();
    while (packet && packet->linkType != TRACE_LINK_TYPE)
    {
        packet = m_packets.Next();
    }
    if (!packet)
    {
        return nullptr;
    }
    if (packet->data.size() != packet->originalLength)
    {
        throw InputError(m_packets.GetPlace() + ": found " + std::to_string(packet->data.size()) +
                         " of " + std::to_string(packet->originalLength) +
                         " bytes of a record, expected all");
    }
    m_builder.Clear();
    ReadTracePayload(packet->data, m_builder, m_packets.GetPlace());
    return &m_builder.Build(m_packets.GetPlace());
}

} // namespace mgm
} // namespace ns3

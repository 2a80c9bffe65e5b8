/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pcapng-writer.h"

#include "mgm-pcapng-block.h"

namespace ns3
{
namespace mgm
{

PcapngWriter::PcapngWriter(std::ostream& stream, std::string_view comment)
    : m_stream(stream)
{
    AppendSectionBlock(m_block, "mgm", comment);
    WriteBlock();
}

uint32_t
PcapngWriter::AddInterface(uint16_t linkType,
                           const std::string& name,
                           const std::string& description)
{
    AppendInterfaceBlock(m_block, linkType, name, description);
    WriteBlock();
    return m_interfaceCount++;
}

void
PcapngWriter::Write(uint32_t interface,
                    int64_t timeNs,
                    std::string_view data,
                    uint32_t originalLength)
{
    AppendPacketBlock(m_block, interface, timeNs, data, originalLength);
    WriteBlock();
}

void
PcapngWriter::WriteBlock()
{
    m_stream.write(m_block.data(), static_cast<std::streamsize>(m_block.size()));
    m_block.clear();
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pcapng-reader.h"

#include "base/mgm-input-error.h"
#include "mgm-pcapng-block.h"

#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr std::size_t HEADER_SIZE = 8;            ///< type and length of a block
constexpr std::size_t TRAILER_SIZE = 4;           ///< the length again
constexpr std::size_t MAGIC_END = 12;             ///< end of the magic number of a section
constexpr std::size_t SECTION_OPTIONS = 24;       ///< where the options of a section begin
constexpr std::size_t PACKET_DATA = 28;           ///< where the data of a packet begins
constexpr uint32_t MAX_LENGTH = 64 * 1024 * 1024; ///< longer blocks are no blocks

} // namespace

PcapngReader::PcapngReader(const std::string& file, std::unique_ptr<std::istream> stream)
    : m_file(file),
      m_stream(std::move(stream))
{
    if (!ReadBlock() || GetNumber<uint32_t>(0) != pcapng::SECTION_HEADER)
    {
        Refuse("no section", "a pcapng file");
    }
    ReadSection();
}

std::string
PcapngReader::GetPlace() const
{
    return m_file + ": byte " + std::to_string(m_start);
}

void
PcapngReader::Refuse(const std::string& found, const std::string& expected) const
{
    throw InputError(GetPlace() + ": found " + found + ", expected " + expected);
}

template <typename T>
T
PcapngReader::GetNumber(std::size_t position) const
{
    if (position + sizeof(T) > m_block.size())
    {
        Refuse("the end of the block", "a whole block");
    }
    T number = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i)
    {
        const auto byte = m_block[position + (m_isBigEndian ? i : sizeof(T) - 1 - i)];
        number = static_cast<T>(number << 8 | static_cast<unsigned char>(byte));
    }
    return number;
}

void
PcapngReader::ReadBytes(std::size_t size)
{
    const auto old = m_block.size();
    m_block.resize(old + size);
    m_stream->read(&m_block[old], static_cast<std::streamsize>(size));
    if (!*m_stream)
    {
        Refuse("the end of the file", "a whole block");
    }
}

bool
PcapngReader::ReadBlock()
{
    m_start += m_block.size();
    m_block.clear();
    if (m_stream->peek() == std::istream::traits_type::eof() && !m_stream->bad())
    {
        return false;
    }
    ReadBytes(HEADER_SIZE);
    if (GetNumber<uint32_t>(0) == pcapng::SECTION_HEADER)
    {
        ReadBytes(MAGIC_END - HEADER_SIZE);
        m_isBigEndian = false;
        m_isBigEndian = GetNumber<uint32_t>(HEADER_SIZE) != pcapng::BYTE_ORDER_MAGIC;
    }
    const auto length = GetNumber<uint32_t>(4);
    if (length < m_block.size() + TRAILER_SIZE || length % 4 != 0 || length > MAX_LENGTH)
    {
        Refuse("a block of " + std::to_string(length) + " bytes", "the length of a block");
    }
    ReadBytes(length - m_block.size());
    const auto trailer = GetNumber<uint32_t>(length - TRAILER_SIZE);
    if (trailer != length)
    {
        Refuse("a block of " + std::to_string(length) + " or " + std::to_string(trailer) + " bytes",
               "equal lengths at its ends");
    }
    return true;
}

void
PcapngReader::ReadSection()
{
    if (GetNumber<uint32_t>(HEADER_SIZE) != pcapng::BYTE_ORDER_MAGIC)
    {
        Refuse("no byte order", "a pcapng file");
    }
    m_linkTypes.clear();
    m_comment.clear();
    const auto end = m_block.size() - TRAILER_SIZE;
    for (auto position = SECTION_OPTIONS; position < end;)
    {
        const auto code = GetNumber<uint16_t>(position);
        const std::size_t size = GetNumber<uint16_t>(position + 2);
        position += 4;
        if (position + size > end)
        {
            Refuse("an option of " + std::to_string(size) + " bytes", "one in the block");
        }
        if (code == pcapng::COMMENT)
        {
            m_comment.append(m_block, position, size);
        }
        position += (size + 3) / 4 * 4;
    }
}

void
PcapngReader::ReadInterface()
{
    m_linkTypes.push_back(GetNumber<uint16_t>(HEADER_SIZE));
}

void
PcapngReader::ReadPacket()
{
    const auto interface = GetNumber<uint32_t>(HEADER_SIZE);
    if (interface >= m_linkTypes.size())
    {
        Refuse("a packet of interface " + std::to_string(interface),
               "one of " + std::to_string(m_linkTypes.size()) + " interfaces");
    }
    const std::size_t size = GetNumber<uint32_t>(20);
    if (PACKET_DATA + size + TRAILER_SIZE > m_block.size())
    {
        Refuse("a packet of " + std::to_string(size) + " bytes", "one in the block");
    }
    const auto high = uint64_t{GetNumber<uint32_t>(12)};
    m_packet.linkType = m_linkTypes[interface];
    m_packet.time = high << 32 | GetNumber<uint32_t>(16);
    m_packet.originalLength = GetNumber<uint32_t>(24);
    m_packet.data = std::string_view(m_block).substr(PACKET_DATA, size);
}

const PcapngReader::Packet*
PcapngReader::Next()
{
    while (ReadBlock())
    {
        switch (GetNumber<uint32_t>(0))
        {
        case pcapng::SECTION_HEADER:
            ReadSection();
            break;
        case pcapng::INTERFACE_DESCRIPTION:
            ReadInterface();
            break;
        case pcapng::ENHANCED_PACKET:
            ReadPacket();
            return &m_packet;
        default:
            break;
        }
    }
    return nullptr;
}

} // namespace mgm
} // namespace ns3

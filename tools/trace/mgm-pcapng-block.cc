/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pcapng-block.h"

#include <limits>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr std::size_t ALIGNMENT = 4; ///< blocks and options are padded to this many bytes

/// Appends a number, low byte first.
template <typename T>
void
AppendNumber(std::string& bytes, T number)
{
    for (std::size_t i = 0; i < sizeof(T); ++i)
    {
        bytes += static_cast<char>(number >> 8 * i & 0xFF);
    }
}

/// Appends bytes, and zeros up to the next multiple of the alignment.
void
AppendPadded(std::string& bytes, std::string_view data)
{
    bytes.append(data);
    bytes.append((ALIGNMENT - data.size() % ALIGNMENT) % ALIGNMENT, '\0');
}

/// Appends an option with a value.
void
AppendOption(std::string& bytes, uint16_t code, std::string_view value)
{
    AppendNumber(bytes, code);
    AppendNumber(bytes, static_cast<uint16_t>(value.size()));
    AppendPadded(bytes, value);
}

/// Appends an option for a text, or several if the text is too long for one.
void
AppendTexts(std::string& bytes, uint16_t code, std::string_view text)
{
    while (!text.empty())
    {
        const auto part = CutText(text, std::numeric_limits<uint16_t>::max());
        AppendOption(bytes, code, part);
        text.remove_prefix(part.size());
    }
}

/// Appends an option for a text as far as it fits.
void
AppendText(std::string& bytes, uint16_t code, std::string_view text)
{
    if (!text.empty())
    {
        AppendOption(bytes, code, CutText(text, std::numeric_limits<uint16_t>::max()));
    }
}

void
AppendEndOfOptions(std::string& bytes)
{
    AppendOption(bytes, pcapng::END_OF_OPTIONS, {});
}

/// A block that is appended. Its length, which comes first and last, is known in the end.
class AppendedBlock
{
  public:
    AppendedBlock(std::string& blocks, uint32_t type)
        : m_blocks(blocks),
          m_start(blocks.size())
    {
        AppendNumber(m_blocks, type);
        AppendNumber(m_blocks, uint32_t{0});
    }

    ~AppendedBlock()
    {
        const auto length = static_cast<uint32_t>(m_blocks.size() - m_start + sizeof(uint32_t));
        AppendNumber(m_blocks, length);
        m_blocks.replace(m_start + sizeof(uint32_t),
                         sizeof(uint32_t),
                         m_blocks,
                         m_blocks.size() - sizeof(uint32_t),
                         sizeof(uint32_t));
    }

    AppendedBlock(const AppendedBlock&) = delete;
    AppendedBlock& operator=(const AppendedBlock&) = delete;

  private:
    std::string& m_blocks;
    std::size_t m_start;
};

/// Whether a byte of UTF-8 goes on with a character.
bool
IsContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

} // namespace

std::string_view
CutText(std::string_view text, std::size_t size)
{
    if (text.size() <= size)
    {
        return text;
    }
    auto end = size;
    while (end > 0 && IsContinuation(text[end]))
    {
        --end;
    }
    // Bytes without any beginning of a character are no UTF-8: cut them anywhere.
    return text.substr(0, end == 0 ? size : end);
}

void
AppendSectionBlock(std::string& blocks, std::string_view application, std::string_view comment)
{
    constexpr uint16_t MAJOR = 1;
    constexpr uint16_t MINOR = 0;
    constexpr auto UNKNOWN_LENGTH = std::numeric_limits<uint64_t>::max();
    const AppendedBlock block(blocks, pcapng::SECTION_HEADER);
    AppendNumber(blocks, pcapng::BYTE_ORDER_MAGIC);
    AppendNumber(blocks, MAJOR);
    AppendNumber(blocks, MINOR);
    AppendNumber(blocks, UNKNOWN_LENGTH);
    AppendText(blocks, pcapng::APPLICATION, application);
    AppendTexts(blocks, pcapng::COMMENT, comment);
    AppendEndOfOptions(blocks);
}

void
AppendInterfaceBlock(std::string& blocks,
                     uint16_t linkType,
                     std::string_view name,
                     std::string_view description)
{
    constexpr uint16_t RESERVED = 0;
    constexpr uint32_t NO_LIMIT = 0;
    constexpr std::string_view NANOSECONDS("\x09", 1); // the unit is 10^-9 s
    const AppendedBlock block(blocks, pcapng::INTERFACE_DESCRIPTION);
    AppendNumber(blocks, linkType);
    AppendNumber(blocks, RESERVED);
    AppendNumber(blocks, NO_LIMIT);
    AppendText(blocks, pcapng::NAME, name);
    AppendText(blocks, pcapng::DESCRIPTION, description);
    AppendOption(blocks, pcapng::RESOLUTION, NANOSECONDS);
    AppendEndOfOptions(blocks);
}

void
AppendPacketBlock(std::string& blocks,
                  uint32_t interface,
                  int64_t timeNs,
                  std::string_view data,
                  uint32_t originalLength)
{
    const auto time = static_cast<uint64_t>(timeNs);
    const AppendedBlock block(blocks, pcapng::ENHANCED_PACKET);
    AppendNumber(blocks, interface);
    AppendNumber(blocks, static_cast<uint32_t>(time >> 32));
    AppendNumber(blocks, static_cast<uint32_t>(time));
    AppendNumber(blocks, static_cast<uint32_t>(data.size()));
    AppendNumber(blocks, originalLength);
    AppendPadded(blocks, data);
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-zstd-frames.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

void
ZstdFrames::Follow(std::string_view bytes)
{
    while (!bytes.empty())
    {
        if (m_skip > 0)
        {
            const auto count = std::min<uint64_t>(m_skip, bytes.size());
            m_skip -= count;
            bytes.remove_prefix(count);
            continue;
        }
        m_value |= uint32_t{static_cast<unsigned char>(bytes.front())} << 8 * m_count;
        bytes.remove_prefix(1);
        if (++m_count == GetSize())
        {
            Advance();
            m_value = 0;
            m_count = 0;
        }
    }
}

unsigned
ZstdFrames::GetSize() const
{
    switch (m_part)
    {
    case Part::DESCRIPTOR:
        return 1;
    case Part::BLOCK:
        return 3;
    default:
        return 4;
    }
}

void
ZstdFrames::Advance()
{
    constexpr uint32_t SKIPPABLE = 0x184D2A50; // the last 4 bits are free
    switch (m_part)
    {
    case Part::MAGIC:
        m_part = (m_value & ~0xFU) == SKIPPABLE ? Part::SKIPPABLE_SIZE : Part::DESCRIPTOR;
        break;
    case Part::DESCRIPTOR:
        ReadDescriptor();
        break;
    case Part::BLOCK:
        ReadBlock();
        break;
    case Part::SKIPPABLE_SIZE:
        m_skip = m_value;
        m_part = Part::MAGIC;
        break;
    }
}

void
ZstdFrames::ReadDescriptor()
{
    constexpr unsigned CONTENT_SIZES[]{0, 2, 4, 8};
    constexpr unsigned DICTIONARY_SIZES[]{0, 1, 2, 4};
    const bool isSingleSegment = (m_value >> 5 & 1) != 0;
    const auto contentSize = m_value >> 6;
    // A single segment has no window, and a size of its content in any case.
    m_skip = DICTIONARY_SIZES[m_value & 3] + CONTENT_SIZES[contentSize] +
             (isSingleSegment && contentSize > 0 ? 0 : 1);
    m_hasChecksum = (m_value >> 2 & 1) != 0;
    m_part = Part::BLOCK;
}

void
ZstdFrames::ReadBlock()
{
    constexpr uint32_t REPEATED_BYTE = 1;
    constexpr uint64_t CHECKSUM_SIZE = 4;
    m_skip = (m_value >> 1 & 3) == REPEATED_BYTE ? 1 : m_value >> 3;
    if ((m_value & 1) != 0)
    {
        m_skip += m_hasChecksum ? CHECKSUM_SIZE : 0;
        m_part = Part::MAGIC;
    }
}

} // namespace mgm
} // namespace ns3

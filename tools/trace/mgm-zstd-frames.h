/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_ZSTD_FRAMES_H
#define MGM_ZSTD_FRAMES_H

#include <cstdint>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Follows the frames of Zstandard (RFC 8878 section 3), to see whether the last one is
 * whole.
 *
 * The decompressor of Boost takes data that is cut for the end.
 */
class ZstdFrames
{
  public:
    /// @brief Follows further bytes.
    /// @param bytes the bytes
    void Follow(std::string_view bytes);

    /// @return whether a frame has just ended
    bool AreWhole() const
    {
        return m_part == Part::MAGIC && m_count == 0 && m_skip == 0;
    }

  private:
    /// Parts of a frame that say what follows them.
    enum class Part : uint8_t
    {
        MAGIC,          ///< What kind of frame it is.
        DESCRIPTOR,     ///< How long the header is.
        BLOCK,          ///< How long a block is.
        SKIPPABLE_SIZE, ///< How long a frame is that is to be skipped.
    };

    /// @return the size of the present part [bytes]
    unsigned GetSize() const;

    /// @brief Decides what follows the present part.
    void Advance();

    /// @brief Decides what follows the description of a frame.
    void ReadDescriptor();

    /// @brief Decides what follows the header of a block.
    void ReadBlock();

    Part m_part{Part::MAGIC};  ///< the present part
    uint32_t m_value{0};       ///< its value so far, low byte first
    unsigned m_count{0};       ///< bytes of it so far
    uint64_t m_skip{0};        ///< bytes to skip before it
    bool m_hasChecksum{false}; ///< whether the frame ends with a checksum
};

} // namespace mgm
} // namespace ns3

#endif // MGM_ZSTD_FRAMES_H

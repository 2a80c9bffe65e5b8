/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PCAPNG_BLOCK_H
#define MGM_PCAPNG_BLOCK_H

#include <cstdint>
#include <string>
#include <string_view>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Numbers that the pcapng format defines.
namespace pcapng
{

inline constexpr uint32_t SECTION_HEADER = 0x0A0D0D0A; ///< Type of a section header block.
inline constexpr uint32_t INTERFACE_DESCRIPTION = 1;   ///< Type of an interface description block.
inline constexpr uint32_t ENHANCED_PACKET = 6;         ///< Type of an enhanced packet block.
inline constexpr uint32_t BYTE_ORDER_MAGIC = 0x1A2B3C4D; ///< Tells the byte order of a section.

inline constexpr uint16_t END_OF_OPTIONS = 0; ///< Option: there are no more options.
inline constexpr uint16_t COMMENT = 1;        ///< Option: a comment; a block may have several.
inline constexpr uint16_t APPLICATION = 4;    ///< Option of a section: what wrote it.
inline constexpr uint16_t NAME = 2;           ///< Option of an interface: its name.
inline constexpr uint16_t DESCRIPTION = 3;    ///< Option of an interface: what it is.
inline constexpr uint16_t RESOLUTION = 9;     ///< Option of an interface: unit of times.

} // namespace pcapng

/**
 * @brief Cuts a text, but no character of it.
 * @param text a text in UTF-8
 * @param size how many bytes there is room for
 * @return the longest beginning of whole characters that fits
 */
std::string_view CutText(std::string_view text, std::size_t size);

/**
 * @brief Appends a section header block in little-endian order.
 *
 * A comment that is too long for one option goes on in further ones.
 *
 * @param[in,out] blocks what to append to
 * @param application what writes the section
 * @param comment comment of the section; empty is none
 */
void AppendSectionBlock(std::string& blocks,
                        std::string_view application,
                        std::string_view comment);

/**
 * @brief Appends an interface description block. Times of its packets are in nanoseconds.
 * @param[in,out] blocks what to append to
 * @param linkType link type of its packets (LINKTYPE_...)
 * @param name its name
 * @param description what it is; empty is no description
 */
void AppendInterfaceBlock(std::string& blocks,
                          uint16_t linkType,
                          std::string_view name,
                          std::string_view description);

/**
 * @brief Appends an enhanced packet block.
 * @param[in,out] blocks what to append to
 * @param interface number of the interface in the section, from 0
 * @param timeNs when the packet was seen [ns]
 * @param data what was captured of the packet
 * @param originalLength length of the packet [bytes]
 */
void AppendPacketBlock(std::string& blocks,
                       uint32_t interface,
                       int64_t timeNs,
                       std::string_view data,
                       uint32_t originalLength);

} // namespace mgm
} // namespace ns3

#endif // MGM_PCAPNG_BLOCK_H

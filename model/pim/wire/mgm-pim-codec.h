/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_CODEC_H
#define MGM_PIM_CODEC_H

/*
 * PIM on the wire: what dense and sparse mode have in common.
 *
 * What it is. The messages of PIM version 2 for IPv4 as values (mgm-pim-message.h), this codec
 * between them and octets, and PimHeader, which lets it read and write packets of ns-3. Both modes,
 * bootstrap and State Refresh are here: a router of one mode hears those of the other.
 *
 * Who owns what. Nothing here has a life of its own: no state, no timers, no events.
 *
 * In which order. Octets are judged by size, checksum, version, type, then field by field; the
 * first fault is the result, with its place. Whether a message makes sense to who gets it, whether
 * its destination is right and its sender a neighbor, is up to the receiver.
 *
 * What must hold. No octets from the network end the program. One function describes the fields of
 * a message for sizing, writing and reading alike. Of a message that was received, encoding gives
 * the same octets, but for reserved bits, for octets behind the message, and for the checksum of a
 * Register, which may cover more than it needs to.
 */

#include "mgm-pim-message.h"

#include "ns3/buffer.h"

#include <cstdint>
#include <string_view>
#include <variant>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Why received octets are not a message.
enum class PimError : uint8_t
{
    TOO_SHORT,    ///< Less than the 4 octets of the header.
    BAD_CHECKSUM, ///< The checksum is wrong (RFC 7761 section 4.9).
    BAD_VERSION,  ///< Not version 2.
    UNKNOWN_TYPE, ///< Not a type of PimType.
    TRUNCATED,    ///< The message ends before what it announces.
    BAD_ADDRESS,  ///< An encoded address that is none of IPv4, or has no good mask.
    BAD_GROUP,    ///< The group is no multicast group.
    BAD_OPTION,   ///< A known option of a Hello that has not its length.
    BAD_MASK,     ///< A mask for the hash that is longer than an address.
    COUNT,        ///< Number of errors.
};

/// @param error an error
/// @return its word in traces, for example "bad-checksum"
std::string_view ToString(PimError error);

/**
 * @ingroup mgm
 * @brief What is wrong with received octets, and where.
 */
struct PimDecodeError
{
    PimError error{PimError::TOO_SHORT}; ///< What.
    uint32_t offset{0};                  ///< Where [octets from the start of the IP payload].
};

/// @ingroup mgm
/// @brief Outcome of decoding.
using PimDecodeResult = std::variant<PimMessage, PimDecodeError>;

/// @param message a message
/// @return the octets it takes on the wire; of a Register, those in front of the packet
uint32_t GetEncodedSize(const PimMessage& message);

/// @brief Writes a message with its checksum.
/// @param message the message
/// @param start where to write; there is room for GetEncodedSize() octets
void EncodePim(const PimMessage& message, Buffer::Iterator start);

/**
 * @param message the message that begins an IP payload
 * @param size size of the payload [octets]
 * @return what the message takes [octets]: all; of a Register 8, behind which is the packet that is
 *         registered
 */
uint32_t GetTakenSize(const PimMessage& message, uint32_t size);

/**
 * @brief Reads a message.
 * @param start start of the IP payload, which reaches to the end of the buffer
 * @return the message or what is wrong
 */
PimDecodeResult DecodePim(Buffer::Iterator start);

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_CODEC_H

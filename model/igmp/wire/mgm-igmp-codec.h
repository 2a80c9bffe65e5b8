/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_CODEC_H
#define MGM_IGMP_CODEC_H

/*
 * IGMP on the wire: what hosts and routers have in common.
 *
 * What it is. The messages of all versions as values (mgm-igmp-message.h), and functions between
 * them and octets: this codec, IgmpHeader, which lets it read and write packets of ns-3, the codes
 * of times (mgm-igmp-time-code.h), and the packer, which makes as many reports or queries as the
 * MTU asks for. SourceSet and MulticastFilter are the sets and filters that RFC 3376 calculates
 * with.
 *
 * Who owns what. Nothing here has a life of its own: no state, no timers, no events. IgmpL4Protocol
 * (model/igmp/host) calls it for each packet.
 *
 * In which order. Octets are judged by size, checksum, type, length of a query, counts, and group;
 * the first fault is the result, with its place.
 *
 * What must hold. No octets from the network end the program. One function describes the fields of
 * a message for sizing, writing and reading alike. What is decoded from an encoded message is
 * RoundToWire() of it, which is also what is traced. No report or query of the packer exceeds the
 * MTU.
 */

#include "mgm-igmp-message.h"

#include "ns3/buffer.h"

#include <string_view>
#include <variant>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Why received octets are not a message.
enum class IgmpError : uint8_t
{
    TOO_SHORT,        ///< Less than 8 octets.
    BAD_CHECKSUM,     ///< The checksum over the whole IP payload is wrong.
    UNKNOWN_TYPE,     ///< Not a type of IgmpType (RFC 3376 section 4).
    BAD_QUERY_LENGTH, ///< A query of no version's length (RFC 3376 section 7.1).
    TRUNCATED,        ///< The message ends before what its counts announce.
    BAD_GROUP,        ///< The group is no multicast group.
    COUNT,            ///< Number of errors.
};

/// @param error an error
/// @return its word in traces, for example "bad-checksum"
std::string_view ToString(IgmpError error);

/**
 * @ingroup mgm
 * @brief What is wrong with received octets, and where.
 */
struct IgmpDecodeError
{
    IgmpError error{IgmpError::TOO_SHORT}; ///< What.
    uint32_t offset{0};                    ///< Where [octets from the start of the IP payload].
};

/// @ingroup mgm
/// @brief Outcome of decoding.
using IgmpDecodeResult = std::variant<IgmpMessage, IgmpDecodeError>;

/// @param message a message
/// @return the octets it takes on the wire
uint32_t GetEncodedSize(const IgmpMessage& message);

/// @brief Writes a message with its checksum.
/// @param message the message
/// @param start where to write; there is room for GetEncodedSize() octets
void EncodeIgmp(const IgmpMessage& message, Buffer::Iterator start);

/**
 * @brief Gives a message the values that its octets have: of a query, the times (RFC 2236 section
 * 2.2, RFC 3376 sections 4.1.1 and 4.1.7) and the Robustness Variable (RFC 3376 section 4.1.6).
 * @param message the message
 * @return what its receivers read
 */
IgmpMessage RoundToWire(const IgmpMessage& message);

/**
 * @brief Reads a message.
 *
 * The checksum is verified over all octets; those behind the message are otherwise ignored
 * (RFC 3376 sections 4.1.10 and 4.2.11).
 *
 * @param start start of the IP payload, which reaches to the end of the buffer
 * @return the message or what is wrong
 */
IgmpDecodeResult DecodeIgmp(Buffer::Iterator start);

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_CODEC_H

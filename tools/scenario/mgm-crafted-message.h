/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CRAFTED_MESSAGE_H
#define MGM_CRAFTED_MESSAGE_H

#include "json/mgm-json-value.h"

#include "ns3/ipv4-address.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief An IGMP message as a scenario describes it, field by field.
 */
struct CraftedMessage
{
    std::vector<uint8_t> octets;                     ///< The message, with its checksum.
    Ipv4Address destination{Ipv4Address::GetZero()}; ///< Where such a message is sent to.
};

/**
 * @brief Makes the octets of an IGMP message (RFC 1112 appendix I, RFC 2236 section 2, RFC 3376
 *        section 4).
 *
 * Fields that are given are sent as they are, right or wrong; the others are what fits: codes for
 * the default times, the lengths of the lists, the checksum of the whole.
 *
 * @param value the message; it is valid by the schema
 * @return the message
 * @throws InputError for auxiliary data that is no number of words
 */
CraftedMessage ReadCraftedMessage(const JsonValue& value);

/**
 * @param text pairs of hexadecimal digits, with or without blanks between them
 * @return the octets
 */
std::vector<uint8_t> ReadOctets(std::string_view text);

} // namespace mgm
} // namespace ns3

#endif // MGM_CRAFTED_MESSAGE_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_WIRE_CHECKSUM_H
#define MGM_WIRE_CHECKSUM_H

#include "ns3/buffer.h"

#include <cstdint>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Writes the Internet checksum of a message (RFC 1071) into its field, which is 0 before.
 * @param start the first octet of the message
 * @param offset octets in front of the field
 * @param size octets that the checksum covers
 */
inline void
WriteChecksum(Buffer::Iterator start, uint32_t offset, uint32_t size)
{
    auto field = start;
    field.Next(offset);
    field.WriteU16(start.CalculateIpChecksum(static_cast<uint16_t>(size)));
}

} // namespace mgm
} // namespace ns3

#endif // MGM_WIRE_CHECKSUM_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_TIME_CODE_H
#define MGM_IGMP_TIME_CODE_H

#include "ns3/nstime.h"

#include <cstdint>

namespace ns3
{
namespace mgm
{

/**
 * @name Times on the wire
 *
 * IGMP carries times in one octet. All other code uses ns3::Time. A time that cannot be expressed
 * becomes the next lower one that can (RFC 3376 section 8.8), and at most the largest one.
 * @{
 */

/// @param maxResponseTime a Max Resp Time of IGMPv1 or IGMPv2
/// @return the octet: 1/10 s, linear (RFC 2236 section 2.2); 0 only for 0, which says IGMPv1
uint8_t EncodeLinearTenths(Time maxResponseTime);

/// @param code the octet
/// @return the time (RFC 2236 section 2.2)
Time DecodeLinearTenths(uint8_t code);

/// @param maxResponseTime a Max Resp Time of IGMPv3
/// @return the Max Resp Code: 1/10 s, linear, then with an exponent (RFC 3376 section 4.1.1)
uint8_t EncodeMaxRespCode(Time maxResponseTime);

/// @param code a Max Resp Code
/// @return the time (RFC 3376 section 4.1.1)
Time DecodeMaxRespCode(uint8_t code);

/// @param queryInterval a Query Interval
/// @return the QQIC: s, linear, then with an exponent (RFC 3376 section 4.1.7)
uint8_t EncodeQqic(Time queryInterval);

/// @param code a QQIC
/// @return the time (RFC 3376 section 4.1.7)
Time DecodeQqic(uint8_t code);

/** @} */

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_TIME_CODE_H

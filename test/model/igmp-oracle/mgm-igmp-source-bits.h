/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_SOURCE_BITS_H
#define MGM_IGMP_SOURCE_BITS_H

#include <cstdint>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @brief A set of sources: bit i is source i. The operators of RFC 3376 section 4.2.15 are those
///        of bits: A+B is a|b, A*B is a&b, A-B is a&~b.
using SourceBits = uint32_t;

/// Index of the interface on the LAN.
constexpr uint32_t LAN = 1;

/// Address of source 0: 10.0.1.1.
constexpr uint32_t FIRST_SOURCE = 0x0A000101;

/// Group 0: 239.1.1.1.
constexpr uint32_t FIRST_GROUP = 0xEF010101;

/// @param sources a set
/// @param number number of a source
/// @return whether it is in the set
constexpr bool
HasSource(SourceBits sources, uint32_t number)
{
    return (sources >> number & 1) != 0;
}

/// @param sources a set
/// @return the addresses
std::vector<uint32_t> ToAddresses(SourceBits sources);

/// @param addresses addresses in any order
/// @return them in ascending order, for example "{ 10.0.1.1 10.0.1.2 }"
std::string ToText(std::vector<uint32_t> addresses);

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_SOURCE_BITS_H

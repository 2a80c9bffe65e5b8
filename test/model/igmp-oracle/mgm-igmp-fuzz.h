/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_FUZZ_H
#define MGM_IGMP_FUZZ_H

#include "mgm-igmp-frame.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Makes a valid message that is then possibly spoilt: octets changed, cut off or added,
 *        counts that lie, a wrong checksum.
 * @param bits a large random number
 * @return the IP payload
 */
IgmpOctets MakeFuzzedMessage(uint64_t bits);

/// @ingroup tests
/// @brief Makes an IP header that may be unusual: no Router Alert, another source or time to live.
/// @param bits a large random number
/// @return a packet without payload
IgmpFrame MakeFuzzedHeader(uint64_t bits);

/// @ingroup tests
/// @brief What RFC 3376 says of received octets.
enum class IgmpVerdict
{
    GOOD,           ///< a message
    WRONG_CHECKSUM, ///< section 4.1.2
    WRONG,          ///< too short, of no known type or length, or with no group for a group
};

/// @ingroup tests
/// @param octets an IP payload
/// @return what it is
IgmpVerdict JudgeIgmp(const IgmpOctets& octets);

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_FUZZ_H

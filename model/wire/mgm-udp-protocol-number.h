/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_UDP_PROTOCOL_NUMBER_H
#define MGM_UDP_PROTOCOL_NUMBER_H

#include <cstdint>

namespace ns3
{
namespace mgm
{

/// Protocol number of UDP in the IPv4 header. ns-3.49 has another name for it than those before.
inline constexpr uint8_t UDP_PROTOCOL_NUMBER = 17;

} // namespace mgm
} // namespace ns3

#endif // MGM_UDP_PROTOCOL_NUMBER_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_OCTETS_H
#define MGM_OCTETS_H

#include "ns3/packet.h"

#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @param packet a packet
 * @return its octets in hexadecimal digits
 */
std::string ToHex(Ptr<const Packet> packet);

/**
 * @ingroup tests
 * @param hex octets in hexadecimal digits
 * @return a packet of them
 */
Ptr<Packet> FromHex(const std::string& hex);

} // namespace mgm
} // namespace ns3

#endif // MGM_OCTETS_H

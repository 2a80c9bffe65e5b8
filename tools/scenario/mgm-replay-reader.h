/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_REPLAY_READER_H
#define MGM_REPLAY_READER_H

#include "json/mgm-json-value.h"
#include "mgm-step-spec.h"

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @brief Reads the IPv4 packets of a capture.
 *
 * The capture is of Ethernet, PPP, Linux's "any" device, or of IPv4 packets alone. Other packets in
 * it do not count.
 *
 * @param file path of the capture, from the directory of the scenario
 * @return the packets
 * @throws InputError if it can't be read, has no IPv4 packets, or only a part of one
 */
ReplayedPackets ReadReplayedPackets(const JsonValue& file);

/**
 * @param packets the packets of a capture
 * @return the FNV-1a hash of them and of their times, whatever kind of file they come from
 */
std::string DigestPackets(const std::vector<ReplayedPacket>& packets);

} // namespace mgm
} // namespace ns3

#endif // MGM_REPLAY_READER_H

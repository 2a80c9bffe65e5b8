/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PACKET_REPLAY_H
#define MGM_PACKET_REPLAY_H

#include "mgm-step-spec.h"

#include "ns3/net-device.h"

#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @brief Has packets arrive on a link, as if a device there had sent them that no node has.
 *
 * Each arrives at all devices of the link at once, the first one now and the others when they come
 * in the capture. They are caused by what is the present cause.
 *
 * @param devices the devices of the link
 * @param packets the packets
 */
void ReplayPackets(const std::vector<Ptr<NetDevice>>& devices, const ReplayedPackets& packets);

} // namespace mgm
} // namespace ns3

#endif // MGM_PACKET_REPLAY_H

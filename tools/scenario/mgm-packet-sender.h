/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PACKET_SENDER_H
#define MGM_PACKET_SENDER_H

#include "mgm-step-spec.h"

#include "ns3/node.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Sends a packet past the IPv4 layer and the agents of a node.
 *
 * On a LAN a packet to a group goes to the group's address, one to a neighbor to the neighbor's,
 * and any other one to all. The trace says what is sent (kind packet-tx): the message, if it is one
 * of IGMP. It causes what receivers do about it. On an interface that is down it is a drop. The
 * agents of the node itself do not hear it.
 *
 * @param node the node
 * @param step the packet
 */
void SendPacket(Ptr<Node> node, const SendStep& step);

} // namespace mgm
} // namespace ns3

#endif // MGM_PACKET_SENDER_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PACKET_SENDER_H
#define MGM_PACKET_SENDER_H

#include "mgm-step-spec.h"

#include "ns3/net-device.h"
#include "ns3/node.h"

namespace ns3
{
namespace mgm
{

/// @return an address of a link that no device has
Address GetNobodysAddress();

/**
 * @brief Finds to which address of its link a packet is sent.
 * @param device a device of the link
 * @param destination IP destination of the packet
 * @return that of a group, of all for a broadcast, of the neighbor that has the IP address, or
 *         nobody's
 */
Address GetLinkAddress(Ptr<NetDevice> device, Ipv4Address destination);

/**
 * @brief Sends a packet past the IPv4 layer and the agents of a node.
 *
 * The trace says what is sent (kind packet-tx): the message, if it is one
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

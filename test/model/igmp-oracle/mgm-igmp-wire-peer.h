/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_WIRE_PEER_H
#define MGM_IGMP_WIRE_PEER_H

#include "mgm-igmp-frame.h"

#include "ns3/node.h"
#include "ns3/nstime.h"
#include "ns3/simple-channel.h"

#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A device on a link that says and hears frames, without any protocol.
 */
class IgmpWirePeer
{
  public:
    /// A frame that was heard.
    struct Heard
    {
        Time time;        ///< when
        IgmpOctets frame; ///< the IPv4 packet
    };

    /// @param channel the link
    explicit IgmpWirePeer(Ptr<SimpleChannel> channel);

    /// @brief Sends a packet after a delay. @param delay the delay @param frame the packet
    void Say(Time delay, const IgmpFrame& frame);

    /// @return the frames heard since the last call
    std::vector<Heard> TakeHeard();

  private:
    /// @brief Hears a frame.
    /// @param device the device
    /// @param packet the frame
    /// @param protocol its EtherType
    /// @param from who sent it
    /// @return true
    bool Hear(Ptr<NetDevice> device,
              Ptr<const Packet> packet,
              uint16_t protocol,
              const Address& from);

    Ptr<Node> m_node;           ///< its node
    Ptr<NetDevice> m_device;    ///< its device
    std::vector<Heard> m_heard; ///< what it heard
};

/// @ingroup tests
/// @brief Connects a node with IPv4 to a link, with an MTU of 1500.
/// @param node the node
/// @param channel the link
/// @param address its address; the mask is 255.255.255.0
/// @return index of the IPv4 interface
uint32_t ConnectToLink(Ptr<Node> node, Ptr<SimpleChannel> channel, uint32_t address);

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_WIRE_PEER_H

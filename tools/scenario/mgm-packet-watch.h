/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PACKET_WATCH_H
#define MGM_PACKET_WATCH_H

#include "mgm-packet-copies.h"
#include "mgm-packet-ledger.h"
#include "mgm-scenario-network.h"
#include "mgm-scenario.h"

#include "ns3/ipv4-l3-protocol.h"
#include "ns3/packet.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Sees the packets of streams below the forwarder: what waits there or is sent, arrives, or
 * is dropped.
 *
 * A packet that ns-3's IPv4, traffic control or a device drops is a record of kind drop, op "data",
 * whose event names the layer: "ip-..." or "device-...". It is caused by the record of the copy.
 */
class PacketWatch
{
  public:
    /**
     * @brief Begins to watch.
     * @param network the network; it outlives the watch
     * @param copies the copies of the packets; it outlives the watch and is up to date
     * @param ledger where arrivals are noted; it outlives the watch
     */
    PacketWatch(const ScenarioNetwork& network, const PacketCopies& copies, PacketLedger& ledger);

    PacketWatch(const PacketWatch&) = delete;
    PacketWatch& operator=(const PacketWatch&) = delete;

  private:
    /// Where a packet is.
    struct Place
    {
        std::size_t node;   ///< index of the node
        uint32_t interface; ///< index of the interface
    };

    /// @brief Watches IPv4 on a node.
    /// @param node index of the node
    void WatchIpv4(std::size_t node);

    /// @brief Watches a device and the queues before it.
    /// @param place where it is
    /// @param device the device
    void WatchDevice(const Place& place, Ptr<NetDevice> device);

    /// @brief Watches traffic control on a node.
    /// @param node index of the node
    void WatchTrafficControl(std::size_t node);

    /// @brief Watches a trace source of packets that are dropped.
    /// @param object what has it
    /// @param source its name
    /// @param place where that is
    /// @param event what traces call the drop
    void WatchDrops(Ptr<Object> object,
                    const std::string& source,
                    const Place& place,
                    std::string_view event);

    /// @brief A packet has come up to IPv4.
    /// @param packet the packet with its IP header
    /// @param place where
    void NoteArrival(Ptr<const Packet> packet, const Place& place);

    /// @brief A packet was dropped.
    /// @param packet the packet
    /// @param place where
    /// @param event why
    void NoteDrop(Ptr<const Packet> packet, const Place& place, std::string_view event);

    const ScenarioNetwork& m_network; ///< the network
    const PacketCopies& m_copies;     ///< the copies of the packets
    PacketLedger& m_ledger;           ///< where arrivals are noted
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PACKET_WATCH_H

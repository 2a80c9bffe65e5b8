/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_ARRIVED_PACKET_H
#define MGM_ARRIVED_PACKET_H

#include "ns3/ipv4-header.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-source-group.h"
#include "ns3/packet.h"

#include <cstdint>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A multicast packet on its way through the forwarder. It refers to what the caller keeps.
 */
struct ArrivedPacket
{
    /**
     * @param arrivedPacket the packet without its IP header
     * @param ipHeader its IP header
     * @param arrivalInterface where it arrived
     */
    ArrivedPacket(const Ptr<const Packet>& arrivedPacket,
                  const Ipv4Header& ipHeader,
                  const InterfaceId& arrivalInterface)
        : packet(arrivedPacket),
          header(ipHeader),
          arrival(arrivalInterface),
          key{ipHeader.GetSource(), ipHeader.GetDestination()}
    {
    }

    /// @return its size, with its IP header [bytes]
    uint32_t GetSize() const
    {
        return packet->GetSize() + header.GetSerializedSize();
    }

    const Ptr<const Packet>& packet; ///< The packet, without its IP header.
    const Ipv4Header& header;        ///< Its IP header, as it arrived.
    InterfaceId arrival;             ///< Where it arrived.
    SourceGroup key;                 ///< Its source and group.
};

} // namespace mgm
} // namespace ns3

#endif // MGM_ARRIVED_PACKET_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FORWARDING_OUTPUT_H
#define MGM_FORWARDING_OUTPUT_H

#include "ns3/ipv4-address.h"
#include "ns3/ipv4-header.h"
#include "ns3/packet.h"
#include "ns3/ptr.h"

#include <cstdint>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief How packets leave through an interface of a forwarder.
 */
class ForwardingOutput
{
  public:
    virtual ~ForwardingOutput() = default;

    /// @return whether packets can leave
    virtual bool IsUp() const = 0;

    /// @return the size of the largest packet that leaves in one piece [bytes], with its IP header
    virtual uint32_t GetMtu() const = 0;

    /// @return whether what leaves comes back to this node
    virtual bool IsLoopback() const = 0;

    /**
     * @brief Sends a packet.
     * @param packet the packet without its IP header; the callee's from now on
     * @param header its IP header
     * @param nextHop the link of an NBMA interface; 0.0.0.0 on others
     */
    virtual void Send(Ptr<Packet> packet, const Ipv4Header& header, Ipv4Address nextHop) = 0;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_FORWARDING_OUTPUT_H

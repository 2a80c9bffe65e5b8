/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FORWARDING_LISTENER_H
#define MGM_FORWARDING_LISTENER_H

#include "mgm-arrived-packet.h"

#include "ns3/mgm-drop-reason.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Whom the forwarding engine asks and tells. Any of its functions may call the engine.
 */
class ForwardingListener
{
  public:
    virtual ~ForwardingListener() = default;

    /**
     * @brief A packet has arrived for which there was no entry; now there is one that waits.
     * @param arrived the packet
     */
    virtual void HandleCacheMiss(const ArrivedPacket& arrived) = 0;

    /**
     * @brief A packet has arrived on another interface than the incoming one of its entry.
     * @param arrived the packet
     */
    virtual void HandleWrongInterface(const ArrivedPacket& arrived) = 0;

    /**
     * @brief A copy leaves.
     * @param arrived the packet
     * @param outgoing where the copy leaves
     * @param header IP header that it leaves with
     * @param copy the copy, without its IP header
     */
    virtual void HandleForward(const ArrivedPacket& arrived,
                               const InterfaceId& outgoing,
                               const Ipv4Header& header,
                               const Ptr<Packet>& copy) = 0;

    /**
     * @brief A packet that came in on the incoming interface of its entry was forwarded as the
     * entry says, be it nowhere.
     * @param arrived the packet
     */
    virtual void HandleAccept(const ArrivedPacket& arrived) = 0;

    /**
     * @brief A packet is dropped.
     * @param arrived the packet
     * @param reason why
     * @param where the interface that it does not leave or, if it leaves none, where it arrived
     */
    virtual void HandleDrop(const ArrivedPacket& arrived,
                            DropReason reason,
                            const InterfaceId& where) = 0;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_FORWARDING_LISTENER_H

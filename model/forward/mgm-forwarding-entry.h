/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FORWARDING_ENTRY_H
#define MGM_FORWARDING_ENTRY_H

#include "ns3/ipv4-header.h"
#include "ns3/mgm-forwarding-plane.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/packet.h"

#include <cstddef>
#include <cstdint>
#include <list>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A packet that waits until its entry is installed.
 */
struct WaitingPacket
{
    Ptr<const Packet> packet; ///< The packet, without its IP header.
    Ipv4Header header;        ///< Its IP header.
    InterfaceId arrival;      ///< Where it arrived.
};

/**
 * @ingroup mgm
 * @brief An entry of the forwarding cache.
 *
 * Its outgoing interfaces are those of its counters, in ascending order.
 */
struct ForwardingEntry
{
    /// What happens to packets.
    enum class State : uint8_t
    {
        RESOLVING, ///< They wait: the entry was never installed.
        INSTALLED, ///< They are forwarded.
        SUSPENDED, ///< They wait: the entry was installed and will be again.
    };

    /// @return whether a packet that arrives now may leave now
    bool IsReady() const
    {
        return state == State::INSTALLED && waiting.empty();
    }

    /**
     * @param arrival where a packet arrived
     * @return whether it is the incoming interface of an installed entry
     */
    bool Accepts(const InterfaceId& arrival) const
    {
        return state == State::INSTALLED && incoming.index == arrival.index;
    }

    /**
     * @brief Installs the entry. The counters of interfaces that it had are kept.
     * @param newIncoming the incoming interface
     * @param newOutgoing the outgoing interfaces
     */
    void Install(const InterfaceId& newIncoming, std::vector<InterfaceId> newOutgoing);

    /**
     * @brief Adds or removes one outgoing interface.
     * @param interface the interface, not the incoming one
     * @param isForwarding whether it is an outgoing interface from now on
     */
    void SetOutgoing(const InterfaceId& interface, bool isForwarding);

    /**
     * @brief Takes out what was counted on an interface when it was outgoing before (MFE-6).
     * @param interface the interface
     * @return its counters; new ones if it never was
     */
    OutgoingCounters TakeFormer(const InterfaceId& interface);

    /**
     * @param interface an interface, outgoing or not
     * @return the position of the first outgoing interface after it
     */
    std::size_t GetPositionAfter(const InterfaceId& interface) const;

    State state{State::RESOLVING};    ///< What happens to packets.
    bool isDraining{false};           ///< Whether the packets that waited are being forwarded.
    InterfaceId incoming;             ///< The incoming interface.
    ForwardingCounters counters;      ///< What was counted, and the outgoing interfaces.
    std::list<WaitingPacket> waiting; ///< Packets that wait, the oldest first.
};

} // namespace mgm
} // namespace ns3

#endif // MGM_FORWARDING_ENTRY_H

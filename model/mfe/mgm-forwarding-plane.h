/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FORWARDING_PLANE_H
#define MGM_FORWARDING_PLANE_H

#include "mgm-drop-reason.h"

#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-source-group.h"
#include "ns3/nstime.h"

#include <cstdint>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What an entry of the forwarding cache has counted on one outgoing interface.
 */
struct OutgoingCounters
{
    InterfaceId interface;  ///< The interface.
    uint64_t packets{0};    ///< Packets sent.
    uint64_t ttlTooLow{0};  ///< Packets not sent: time to live not above the threshold.
    uint64_t fragNeeded{0}; ///< Packets that did not fit in one piece, sent or not.
    /// Packets not sent for another reason: scope boundary, interface down, may not be fragmented.
    uint64_t discards{0};
};

/**
 * @ingroup mgm
 * @brief What an entry of the forwarding cache has counted since it was first installed.
 *
 * No counter falls while the entry exists (MFE-6): what an outgoing interface has counted is kept
 * when it leaves, and goes on when it comes back.
 */
struct ForwardingCounters
{
    uint64_t packets{0};                    ///< Packets that arrived on the incoming interface.
    uint64_t bytes{0};                      ///< Bytes of these packets, with their IP headers.
    uint64_t wrongInterface{0};             ///< Packets that arrived on another interface.
    uint64_t noOutgoing{0};                 ///< Packets that found no outgoing interface.
    uint64_t unsent{0};                     ///< Packets that left on none of the outgoing ones.
    uint64_t waited{0};                     ///< Packets that waited while the entry was made.
    uint64_t queueOverflow{0};              ///< Packets that found the queue of waiting ones full.
    Time lastUse;                           ///< When the last packet of `packets` arrived.
    std::vector<OutgoingCounters> outgoing; ///< The interfaces that packets are sent on.
    std::vector<OutgoingCounters> former;   ///< Those that packets were sent on, and are not now.
};

/**
 * @ingroup mgm
 * @brief What the group manager programs: the forwarding cache of the node.
 *
 * The forwarder implements it; the manager knows nothing else of the forwarder. In the other
 * direction the forwarder calls up with MulticastGroupManager::HandleCacheMiss() and
 * HandleWrongInterface().
 */
class ForwardingPlane
{
  public:
    virtual ~ForwardingPlane() = default;

    /**
     * @brief Makes an entry, or changes it; packets that wait for it are then treated by it, in the
     * order of their arrival.
     *
     * Counters of an entry that exists are kept, those of each interface that was outgoing, too.
     *
     * @param key source and group
     * @param incoming the interface on which packets are accepted
     * @param outgoing the interfaces on which they are sent; none twice, not the incoming one
     */
    virtual void Install(const SourceGroup& key,
                         const InterfaceId& incoming,
                         const std::vector<InterfaceId>& outgoing) = 0;

    /**
     * @brief Adds or removes one outgoing interface of an installed entry.
     * @param key source and group of an entry
     * @param interface the interface, not the incoming one
     * @param isForwarding whether packets are sent on it from now on
     */
    virtual void SetOutgoing(const SourceGroup& key,
                             const InterfaceId& interface,
                             bool isForwarding) = 0;

    /**
     * @brief Stops an entry without forgetting it: packets wait until Install() or Remove(). There
     * is no upcall for them.
     * @param key source and group; an entry that was never installed waits already
     */
    virtual void Suspend(const SourceGroup& key) = 0;

    /**
     * @brief Forgets an entry, installed or waited for.
     * @param key source and group
     * @param reason why the packets that wait for it, if any, are dropped
     */
    virtual void Remove(const SourceGroup& key, DropReason reason) = 0;

    /**
     * @param key source and group
     * @return what the entry has counted; null if there is no entry
     */
    virtual const ForwardingCounters* GetCounters(const SourceGroup& key) const = 0;

    /**
     * @param index an interface index
     * @return whether the plane has a virtual interface of that index, beyond those of IPv4
     */
    virtual bool HasVirtualInterface(uint32_t index) const = 0;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_FORWARDING_PLANE_H

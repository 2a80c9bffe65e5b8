/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FORWARDING_ENGINE_H
#define MGM_FORWARDING_ENGINE_H

#include "mgm-arrived-packet.h"
#include "mgm-forwarding-cache.h"
#include "mgm-forwarding-interfaces.h"
#include "mgm-forwarding-listener.h"
#include "mgm-forwarding-tracer.h"

#include "ns3/mgm-forwarding-plane.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Decides for each packet, by the entries and the settings of the interfaces, where copies
 * of it leave.
 *
 * Sending, and every function of the listener, may lead to another packet or to a change of any
 * entry; entries are looked up again after a change.
 */
class ForwardingEngine : public ForwardingPlane
{
  public:
    /// How much may wait.
    struct Bounds
    {
        uint32_t packets{3};    ///< Packets per entry (MFE-9).
        uint32_t entries{1000}; ///< Entries that were never installed.
    };

    /// @param listener whom to ask and to tell; it outlives this
    explicit ForwardingEngine(ForwardingListener& listener);

    /**
     * @brief Treats a packet to a group that is forwarded.
     * @param arrived the packet
     */
    void Handle(const ArrivedPacket& arrived);

    /// @brief Forgets all entries and the packets that wait for them.
    void Clear();

    /// @param bounds how much may wait from now on
    void SetBounds(const Bounds& bounds);

    /// @return how much may wait
    const Bounds& GetBounds() const;

    /// @return the interfaces
    ForwardingInterfaces& GetInterfaces();

    /// @return the entries
    const ForwardingCache& GetCache() const;

    /// @return what writes the trace
    ForwardingTracer& GetTracer();

    /**
     * @param reason a reason
     * @return number of packets that were dropped for it
     */
    uint64_t GetDrops(DropReason reason) const;

    /// @return number of copies that left
    uint64_t GetForwarded() const;

    void Install(const SourceGroup& key,
                 const InterfaceId& incoming,
                 const std::vector<InterfaceId>& outgoing) override;
    void SetOutgoing(const SourceGroup& key,
                     const InterfaceId& interface,
                     bool isForwarding) override;
    void Suspend(const SourceGroup& key) override;
    void Remove(const SourceGroup& key, DropReason reason) override;
    const ForwardingCounters* GetCounters(const SourceGroup& key) const override;
    bool HasVirtualInterface(uint32_t index) const override;

  private:
    /// @brief Says why a packet may not even arrive.
    /// @param arrived the packet
    /// @return the reason, if there is one
    std::optional<DropReason> WhyNotAccepted(const ArrivedPacket& arrived);

    /// @brief Makes an entry for a packet that has none, and asks.
    /// @param arrived the packet
    void Ask(const ArrivedPacket& arrived);

    /// @brief Lets a packet wait.
    /// @param entry its entry
    /// @param arrived the packet
    void Enqueue(ForwardingEntry& entry, const ArrivedPacket& arrived);

    /// @brief Forwards the packets that wait, in the order of their arrival.
    /// @param key their entry
    void Drain(const SourceGroup& key);

    /// @brief Treats a packet by its entry.
    /// @param entry the entry, installed
    /// @param arrived the packet
    void Forward(ForwardingEntry& entry, const ArrivedPacket& arrived);

    /// @brief Refuses a packet that did not arrive on the incoming interface.
    /// @param entry its entry
    /// @param arrived the packet
    void Refuse(ForwardingEntry& entry, const ArrivedPacket& arrived);

    /// @brief Sends a copy on each outgoing interface.
    /// @param entry the entry
    /// @param arrived the packet
    void Replicate(ForwardingEntry& entry, const ArrivedPacket& arrived);

    /// @brief Sends a copy on one outgoing interface, unless something forbids it.
    /// @param counters the interface and what it counts; may be gone afterwards
    /// @param arrived the packet
    /// @param header IP header to leave with
    /// @param packet the packet to copy
    /// @return whether it has left
    bool SendOn(OutgoingCounters& counters,
                const ArrivedPacket& arrived,
                const Ipv4Header& header,
                const Ptr<const Packet>& packet);

    /// @brief Counts and traces a drop.
    /// @param arrived the packet
    /// @param reason why
    /// @param where the interface
    void Drop(const ArrivedPacket& arrived, DropReason reason, const InterfaceId& where);

    ForwardingListener& m_listener;                    ///< whom to ask and to tell
    Bounds m_bounds;                                   ///< how much may wait
    ForwardingTracer m_tracer;                         ///< writes the trace
    ForwardingCache m_cache;                           ///< the entries
    ForwardingInterfaces m_interfaces;                 ///< the interfaces
    uint64_t m_forwarded{0};                           ///< copies that left
    std::array<uint64_t, DROP_REASON_COUNT> m_drops{}; ///< drops per reason
};

} // namespace mgm
} // namespace ns3

#endif // MGM_FORWARDING_ENGINE_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FAKE_PLANE_H
#define MGM_FAKE_PLANE_H

#include "ns3/mgm-forwarding-plane.h"
#include "ns3/mgm-multicast-group-manager.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A forwarder without packets: it keeps what the manager programs, and makes the upcalls
 * that a forwarder would make.
 *
 * Each breach of the contract of ForwardingPlane is noted.
 */
class FakePlane : public ForwardingPlane
{
  public:
    /// An entry of the cache.
    struct Entry
    {
        bool forwards{false};          ///< whether it is installed and not suspended
        uint32_t incoming{0};          ///< incoming interface
        std::set<uint32_t> outgoing;   ///< outgoing interfaces
        std::vector<uint32_t> waiting; ///< arrival interfaces of the packets that wait
        ForwardingCounters counters;   ///< what it has counted
        std::map<uint32_t, OutgoingCounters> sentBefore; ///< on interfaces that have left

        /// An outgoing interface leaves; what it has counted is kept.
        void Leave(uint32_t interface);
        /// An interface becomes outgoing and goes on counting.
        void Come(uint32_t interface);
        /// Tells what interfaces that have left have counted.
        void ListFormer();
    };

    /// A packet that left.
    struct Copy
    {
        SourceGroup key;    ///< its source and group
        uint32_t interface; ///< where it left
    };

    /// Packets that wait for an entry at most (MFE-9).
    static constexpr std::size_t MAX_WAITING = 3;
    /// Size of a packet [bytes].
    static constexpr uint64_t PACKET_SIZE = 100;

    /// @param manager whom it calls up
    explicit FakePlane(Ptr<MulticastGroupManager> manager);

    /**
     * @brief A packet arrives.
     * @param key its source and group
     * @param arrival index of the interface on which it arrives
     */
    void Arrive(const SourceGroup& key, uint32_t arrival);

    /// @return an entry; null if there is none
    const Entry* Find(const SourceGroup& key) const;

    /// @return all entries
    const std::map<SourceGroup, Entry>& GetEntries() const
    {
        return m_entries;
    }

    /// @return the packets that left since the last time
    std::vector<Copy> TakeCopies()
    {
        return std::exchange(m_copies, {});
    }

    /// @return why packets were dropped by Remove() since the last time, once for each packet
    std::vector<DropReason> TakeDrops()
    {
        return std::exchange(m_drops, {});
    }

    /// @return the breaches of the contract
    const std::vector<std::string>& GetMisuse() const
    {
        return m_misuse;
    }

    /// Called at each Install(), before packets that wait are forwarded.
    std::function<void(const SourceGroup&)> onInstall;

    /// Index of the one virtual interface that there is.
    uint32_t virtualInterface{0};

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
    /// Judges a packet by an entry that forwards.
    void Forward(const SourceGroup& key, Entry& entry, uint32_t arrival);

    /// Notes a breach of the contract unless a condition holds.
    void Require(bool condition, const std::string& what);

    Ptr<MulticastGroupManager> m_manager;   ///< whom it calls up
    std::map<SourceGroup, Entry> m_entries; ///< the cache
    std::vector<Copy> m_copies;             ///< packets that left
    std::vector<DropReason> m_drops;        ///< packets dropped by Remove()
    std::vector<std::string> m_misuse;      ///< breaches of the contract
};

/// @return the header of the packets of a source and group
Ipv4Header MakeHeader(const SourceGroup& key);

/// @return "2 3" for interfaces 2 and 3
std::string ToText(const std::set<uint32_t>& interfaces);

} // namespace mgm
} // namespace ns3

#endif // MGM_FAKE_PLANE_H

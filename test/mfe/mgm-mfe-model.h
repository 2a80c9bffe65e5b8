/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_MODEL_H
#define MGM_MFE_MODEL_H

#include "manager/mgm-client-event.h"
#include "mgm-mfe-step.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief The forwarding entries once more, written from MFE-1 to MFE-9 alone, in set algebra.
 *
 * No outgoing list is kept anywhere: it is computed anew from memberships and marks after each
 * change, and what is alerted follows from comparing before and after. Everything takes no time.
 * Events are those about entries: no LOCAL_JOIN, no alerts of memberships, no brackets.
 */
class MfeModel
{
  public:
    /// Interfaces of the router.
    using Interfaces = std::set<uint32_t>;

    /// No client.
    static constexpr uint32_t NOBODY = 99;

    /// A forwarding entry, in use or expired.
    struct Entry
    {
        bool live{false};          ///< whether it is in use
        uint32_t rpf{0};           ///< the interface that the view of the routing table gave
        Ipv4Address nextHop;       ///< the neighbor that it gave
        uint32_t incoming{0};      ///< incoming interface
        Ipv4Address neighbor;      ///< upstream neighbor
        bool isNeighborSet{false}; ///< whether a client has chosen the neighbor
        Interfaces forced;         ///< by FORWARD_STATE
        Interfaces disabled;       ///< by FORWARD_STATE or CREATION_ALERT
        bool empty{false};         ///< whether the outgoing list was empty after the last change
        int64_t emptyUntil{0};     ///< when it expires if the list is empty [ns]
        int64_t usedAt{0};         ///< last packet, or when it was made or got a list [ns]
        std::map<uint32_t, int64_t> wrongIf{}; ///< last WRONG_IF of each interface [ns]
    };

    /// @param setup what the sequence takes place in
    explicit MfeModel(const MfeSetup& setup);

    /**
     * @name Steps; each forgets what was seen in the one before
     * @{
     */
    Status Register(uint32_t slot);
    Status DeRegister(uint32_t slot);
    Status Fail(uint32_t slot);
    Status Take(uint32_t slot, uint32_t interface);
    Status Release(uint32_t slot, uint32_t interface);
    Status Change(const MfeStep& step);
    Status SetMfe(uint32_t slot, const SourceGroup& key, Ipv4Address neighbor);
    void Packet(const SourceGroup& key, uint32_t arrival);
    void Move(Ipv4Address source, uint32_t interface, Ipv4Address nextHop);
    void Wait(int64_t duration);
    /** @} */

    /// Forgets what was seen.
    void BeginStep();

    /// @return what clients saw in this step of entries
    const ClientEvents& GetEvents() const
    {
        return m_events;
    }

    /// @return the interfaces that the packet of this step left on
    const Interfaces& GetCopies() const
    {
        return m_copies;
    }

    /// @return all entries, in use or expired
    const std::map<SourceGroup, Entry>& GetEntries() const
    {
        return m_entries;
    }

    /// @return the outgoing interfaces of an entry
    Interfaces GetOutgoing(const SourceGroup& key) const;

    /// @return when an entry expires if no packet arrives [ns]
    int64_t GetDeadline(const SourceGroup& key) const;

    /// @return the time [ns]
    int64_t GetNow() const
    {
        return m_now;
    }

    /// @return the interface towards a source; 0 if there is none
    uint32_t GetRpf(Ipv4Address source) const;

    /// @return who holds an interface: its owner, else IGMP; NOBODY if nobody does
    uint32_t HolderOf(uint32_t interface) const;

  private:
    /// Slot, key, interface.
    using Membership = std::tuple<uint32_t, SourceGroup, uint32_t>;

    bool IsAlive(uint32_t slot) const;
    bool IsIgmp(uint32_t slot) const;
    uint32_t OwnerOf(uint32_t interface) const;
    uint32_t IgmpOf(uint32_t interface) const;
    std::vector<uint32_t> AlertOrder() const;

    void Leave(uint32_t slot, uint32_t interface);
    void DeleteAll(uint32_t slot, uint32_t interface);
    void ChangeHolder(uint32_t interface, uint32_t before);

    Status Validate(const MfeStep& step) const;
    Interfaces Matching(const SourceGroup& key) const;
    bool HasIgmpMember(const SourceGroup& key, uint32_t interface) const;
    bool HasOthers(const SourceGroup& key) const;
    void SetMembership(const Membership& membership, bool exists);
    void Mark(const MfeStep& step);
    void Compare(uint32_t caller, uint32_t interface);

    void Make(const SourceGroup& key, uint32_t rpf);
    void Remake(const SourceGroup& key, Entry& entry);
    void AskRpf(const SourceGroup& key, Entry& entry);
    void ShowCreation(const SourceGroup& key, Entry& entry);
    void MoveEntry(const SourceGroup& key, Entry& entry, uint32_t rpf, bool isMade);
    void TellMoved(const SourceGroup& key, Entry& entry, uint32_t oldHolder);
    void AlertEmptiness(const SourceGroup& key, Entry& entry, uint32_t to, uint32_t interface);
    void WrongInterface(const SourceGroup& key, uint32_t arrival);
    bool See(uint32_t slot, const ClientEvent& event);
    void Expire();

    MfeSetup m_setup;                                       ///< what it takes place in
    int64_t m_now{0};                                       ///< time [ns]
    std::vector<uint32_t> m_registered;                     ///< clients as they registered
    std::map<uint32_t, std::vector<uint32_t>> m_interfaces; ///< of each client, as taken
    std::set<Membership> m_memberships;                     ///< who holds what where
    std::array<Ipv4Address, 2> m_nextHops;                  ///< neighbor towards each source
    std::map<SourceGroup, Entry> m_entries;                 ///< the entries
    ClientEvents m_events;                                  ///< seen in this step
    Interfaces m_copies;                                    ///< where the packet left in this step
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_MODEL_H

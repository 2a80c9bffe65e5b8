/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_ROUTER_MODEL_H
#define MGM_MFE_ROUTER_MODEL_H

#include "mgm-mfe-step.h"

#include "ns3/mgm-status.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief What forwarding entries depend on: who is registered, who has which interface, who wants
 * what, and where the sources are. From REG-1 to MBR-5, without callbacks.
 *
 * It only keeps and judges; MfeModel says what follows for the entries.
 */
class MfeRouterModel
{
  public:
    /// Interfaces of the router.
    using Interfaces = std::set<uint32_t>;
    /// Slot, key, interface.
    using Membership = std::tuple<uint32_t, SourceGroup, uint32_t>;

    /// No client.
    static constexpr uint32_t NOBODY = 99;

    /// Where a source is.
    struct Route
    {
        uint32_t interface = 0;           ///< the interface towards it; 0 if there is no route
        Ipv4Address nextHop{ANY_ADDRESS}; ///< the neighbor towards it

        bool operator==(const Route& other) const
        {
            return interface == other.interface && nextHop == other.nextHop;
        }
    };

    /// @param setup what the sequence takes place in
    explicit MfeRouterModel(const MfeSetup& setup);

    bool operator==(const MfeRouterModel& other) const;

    /**
     * @name What the manager answers to a call in this state
     * @{
     */
    Status JudgeRegister(uint32_t slot) const;
    Status JudgeDeRegister(uint32_t slot) const;
    Status JudgeTake(uint32_t slot, uint32_t interface) const;
    Status JudgeRelease(uint32_t slot, uint32_t interface) const;
    Status JudgeChange(const MfeStep& step) const;
    /** @} */

    /**
     * @name Changes that were judged before
     * @{
     */
    void Register(uint32_t slot);

    /// A client is gone.
    /// @return the interfaces that it had, in the order in which it took them
    std::vector<uint32_t> Remove(uint32_t slot);

    /// IGMP comes to an interface, or leaves it (NOBODY).
    void SetIgmp(uint32_t interface, uint32_t slot);

    /// An interface is reserved for a change of owner (OWN-10).
    void Reserve(uint32_t interface, uint32_t slot, bool takes);

    /// What the change deletes is deleted: nobody answers for the interface from now on.
    void BeginChange(uint32_t interface, int64_t due);

    /// The change of owner is complete.
    void FinishChange(uint32_t interface);

    /// The change of owner ends without a new owner, since who began it has died (REG-5).
    void AbortChange(uint32_t interface);

    /// @return whether that changes anything
    bool SetMember(const Membership& membership, bool exists);

    /// Changes what the unicast routing says.
    void SetRoute(Ipv4Address source, const Route& route);

    /// Changes what a static multicast route says; nothing takes it away.
    void SetStaticRoute(Ipv4Address source, const std::optional<Route>& route);

    /// An interface comes up or goes down; packets do not leave there meanwhile.
    void SetUp(uint32_t interface, bool isUp);

    /// REG-6: nobody is registered, nobody has anything.
    void Crash();

    void SetNow(int64_t now)
    {
        m_now = now;
    }

    /** @} */

    /// @return the setup
    const MfeSetup& GetSetup() const
    {
        return m_setup;
    }

    /// @return the time [ns]
    int64_t GetNow() const
    {
        return m_now;
    }

    /// @return the change of owner that is complete next and when, if one is under way
    std::optional<std::pair<int64_t, uint32_t>> GetNextChange() const;

    /// @return whether a client is registered
    bool IsAlive(uint32_t slot) const;

    /// @return whether a client has callbacks
    bool IsCalled(uint32_t slot) const
    {
        return slot != NOBODY && slot != m_setup.mute && IsAlive(slot);
    }

    /// @return whether a slot is that of IGMP
    static bool IsIgmp(uint32_t slot);

    /// @return the owner of an interface
    uint32_t OwnerOf(uint32_t interface) const;

    /// @return IGMP where it is enabled
    uint32_t IgmpOf(uint32_t interface) const;

    /// @return who answers for an interface: its owner, else IGMP; NOBODY while the owner changes
    uint32_t HolderOf(uint32_t interface) const;

    /// @return whether an interface is reserved
    bool IsChanging(uint32_t interface) const
    {
        return m_changes.count(interface) != 0;
    }

    /// @return the memberships of a client on an interface
    std::vector<Membership> MembershipsOf(uint32_t slot, uint32_t interface) const;

    /// @return the interfaces whose memberships count and want a key (MFE-1)
    Interfaces Matching(const SourceGroup& key) const;

    /// @return whether anybody holds a membership
    bool HasMemberships() const
    {
        return !m_memberships.empty();
    }

    /// @return the registered clients in the order of alerts (ALR-5)
    std::vector<uint32_t> AlertOrder() const;

    /// @return whether packets may leave on an interface
    bool IsUp(uint32_t interface) const
    {
        return m_down.count(interface) == 0;
    }

    /// @return where a source is
    Route RouteTo(Ipv4Address source) const;

  private:
    /// A change of owner.
    struct Change
    {
        uint32_t slot;              ///< who takes or releases
        bool takes;                 ///< which of the two
        bool isDead;                ///< whether who began it is gone
        std::optional<int64_t> due; ///< when it is complete [ns]; none until it begins

        bool operator==(const Change& other) const
        {
            return slot == other.slot && takes == other.takes && isDead == other.isDead &&
                   due == other.due;
        }
    };

    bool Has(uint32_t slot, uint32_t interface) const;
    void Forget(uint32_t slot, uint32_t interface);

    MfeSetup m_setup;                                       ///< what it takes place in
    int64_t m_now{0};                                       ///< time [ns]
    std::vector<uint32_t> m_registered;                     ///< clients as they registered
    std::map<uint32_t, std::vector<uint32_t>> m_interfaces; ///< of each client, as taken
    std::map<uint32_t, uint32_t> m_owners;                  ///< by interface
    std::map<uint32_t, uint32_t> m_igmps;                   ///< by interface
    std::map<uint32_t, Change> m_changes;                   ///< by interface
    std::set<Membership> m_memberships;                     ///< who holds what where
    std::map<uint32_t, Route> m_routes;                     ///< unicast, by source
    std::map<uint32_t, Route> m_static;                     ///< multicast, by source
    Interfaces m_down;                                      ///< interfaces that are down
};

/// @return whether a membership wants packets of a source to a group
bool Wants(const SourceGroup& membership, const SourceGroup& key);

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_ROUTER_MODEL_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_REFERENCE_MODEL_H
#define MGM_REFERENCE_MODEL_H

#include "mgm-client-event.h"
#include "mgm-random-call.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief The group manager once more, written from mgm-spec section 3 alone and as plainly as can
 * be.
 *
 * It keeps sets of tuples and compares whole snapshots. It shares no code with the manager but
 * the plain types. A client is a number, that of its registration.
 *
 * The alerts follow from what each client is owed: (*,g) when another client whose entries count
 * holds it, and (*,*) likewise. A client is alerted when that changes; changes of (*,g) wait while
 * it is owed (*,*).
 */
class ReferenceModel
{
  public:
    /// Number of a client: of its registration, from 1.
    using Number = uint32_t;
    /// Who holds what where.
    using Membership = std::tuple<Number, SourceGroup, uint32_t>;
    /// What each client is owed.
    using Debts = std::map<Number, std::set<SourceGroup>>;
    /// Memberships in the order in which the manager deleted them.
    using Deletions = std::vector<std::tuple<ClientId, SourceGroup, uint32_t>>;

    /// @param setup what the sequence takes place in
    explicit ReferenceModel(const RandomSetup& setup);

    /**
     * @name Calls
     * Where several memberships are deleted, the rules leave the order open: the model takes that
     * of the manager.
     * @{
     */
    Status Register(uint32_t slot);
    Status DeRegister(Number client);
    Status Fail(Number client, const Deletions& order);
    Status Take(Number client, uint32_t interface, const Deletions& order);
    Status Release(Number client, uint32_t interface, const Deletions& order);
    Status Add(Number client, const RandomCall& call);
    Status Delete(Number client, const RandomCall& call);
    void Wait(int64_t duration);
    /** @} */

    /// Gives each client its reactions back: a top-level call begins.
    void BeginStep();

    /// @return what clients saw in this step
    const ClientEvents& GetEvents() const
    {
        return m_events;
    }

    /// @return the number of the newest registration
    Number GetNewest() const
    {
        return static_cast<Number>(m_clients.size());
    }

    /// @return whether a client is registered
    bool IsAlive(Number client) const;

    /// @return whom GetProtocolOnInterface names
    std::optional<ClientId> GetProtocolOn(uint32_t interface) const;

    /// @return what a client has or is taking
    std::vector<uint32_t> GetInterfaces(Number client) const;

    /// @return the owner; 0 if there is none
    Number GetOwner(uint32_t interface) const;

    /// @return IGMP on the interface; 0 if it is not there
    Number GetIgmp(uint32_t interface) const;

    /// @return whether a change of owner is in progress anywhere
    bool IsChanging() const
    {
        return !m_changes.empty();
    }

    /// @return all memberships
    const std::set<Membership>& GetMemberships() const
    {
        return m_memberships;
    }

    /// @return what each registered client is owed now
    Debts GetDebts() const;

    /// @return the clients in the order of alerts
    std::vector<Number> GetAlertOrder() const;

    /// @return what is wrong with the model itself; empty if nothing is
    const std::string& GetContradiction() const
    {
        return m_contradiction;
    }

  private:
    /// A client that is or was registered.
    struct Client
    {
        uint32_t slot;                    ///< which one
        bool alive;                       ///< whether it is registered
        std::vector<uint32_t> interfaces; ///< what it has or is taking, in that order
        uint32_t reactions;               ///< how many more times it reacts in this step
    };

    /// A change of owner in progress.
    struct Change
    {
        Number client; ///< who takes or releases
        bool takes;    ///< which of the two
        int64_t due;   ///< when it is complete [ns]; 0 before its time begins to pass
    };

    const Client& Get(Number client) const;
    Client& Get(Number client);
    ClientId IdOf(Number client) const;
    Number FindAlive(ClientId id) const;
    bool IsInterface(uint32_t interface) const;

    Status Validate(Number client, const RandomCall& call, bool adds) const;
    Status ChangeMembership(Number client, const RandomCall& call, bool adds);
    void Apply(const Membership& membership, bool adds);
    void DeleteAll(Number client, uint32_t interface, const Deletions& order);

    bool Counts(const Membership& membership) const;
    std::set<Number> HoldersOf(const SourceGroup& key) const;
    void AlertOfSource(const SourceGroup& key, Number caller, bool adds);
    void AlertOfGroup(const SourceGroup& key, Number caller, const std::set<Number>& before);
    ClientEvents AlertsByDebts(const SourceGroup& key) const;
    ClientEvents AlertsByCount(const SourceGroup& key,
                               Number caller,
                               const std::set<Number>& before) const;
    ClientEvents Withheld(Number client) const;

    void BeginChange(Number client, uint32_t interface, bool takes, const Deletions& order);
    void PassTime(uint32_t interface);
    void FinishChange(uint32_t interface);
    void Leave(Number client, uint32_t interface);

    void Post(Number client, const ClientEvent& event);
    void Drain();
    void Deliver(Number client, const ClientEvent& event);

    RandomSetup m_setup;                  ///< what it takes place in
    int64_t m_now{0};                     ///< time [ns]
    std::vector<Client> m_clients;        ///< all clients ever registered
    std::map<uint32_t, Number> m_owners;  ///< owner of each interface
    std::map<uint32_t, Number> m_igmps;   ///< IGMP of each interface
    std::map<uint32_t, Change> m_changes; ///< changes in progress
    std::vector<uint32_t> m_waiting;      ///< changes whose time is passing, in order of their end
    std::set<Membership> m_memberships;   ///< who holds what where
    std::vector<Debts> m_history;         ///< what was owed after each single change
    std::deque<std::function<void()>> m_queue; ///< callbacks to make, and what follows them
    ClientEvents m_events;                     ///< callbacks made in this step
    Number m_inEnable{0};                      ///< whose ENABLE callback is running
    std::string m_contradiction;               ///< where the two ways to find alerts differ
};

} // namespace mgm
} // namespace ns3

#endif // MGM_REFERENCE_MODEL_H

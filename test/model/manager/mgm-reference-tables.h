/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_REFERENCE_TABLES_H
#define MGM_REFERENCE_TABLES_H

#include "mgm-alert-ledger.h"

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
 * @brief What there is at a moment, as the reference model has it, and what clients are to know of
 * it.
 *
 * It is data; ReferenceModel changes it. A client is a number, that of its registration.
 */
struct ReferenceTables
{
    /// Number of a client: of its registration, from 1; 0 is nobody.
    using Number = uint32_t;
    /// Who holds what where: a client, the index of a key, the index of an interface.
    using Membership = std::tuple<Number, uint32_t, uint32_t>;

    /// A client that is or was registered.
    struct Client
    {
        uint32_t slot; ///< which one
        bool alive;    ///< whether it is registered
    };

    /// How far a change of owner has come.
    enum class Phase : uint8_t
    {
        ACCEPTED,  ///< the call is valid; IGMP's DISABLE callback, if any, is to come
        DISABLING, ///< that is being made
        CHANGING,  ///< the bracket is open
        COMPLETE,  ///< the owner has changed; IGMP's ENABLE callback is to come
        ENABLING,  ///< that is being made
    };

    /// A change of owner in progress.
    struct Change
    {
        Number client; ///< who takes or releases
        bool takes;    ///< which of the two
        Phase phase;   ///< how far it has come
        int64_t due;   ///< when it is to be complete [ns]
    };

    /// A route as the manager may know it: the interface; 0 is none.
    using Routes = std::set<uint32_t>;

    std::vector<Client> clients;              ///< all clients ever registered
    std::map<uint32_t, Number> owners;        ///< owner of each interface; 0: none
    std::map<uint32_t, Number> igmps;         ///< IGMP of each interface; 0: none
    std::map<uint32_t, Change> changes;       ///< changes of owner in progress
    std::set<Membership> memberships;         ///< who holds what where
    std::multiset<Number> enabling;           ///< whose ENABLE callbacks are running
    std::array<uint32_t, SOURCE_COUNT> rib{}; ///< interface towards each source
    std::array<Routes, SOURCE_COUNT> known;   ///< what the manager may take it to be

    /// @return the client
    const Client& Get(Number client) const;
    /// @return what it is registered as
    ClientId IdOf(Number client) const;
    /// @return whether a client is registered
    bool IsAlive(Number client) const;
    /// @return the client that is registered as a slot; 0 if none is
    Number FindAlive(uint32_t slot) const;
    /// @return the client with an id that holds an entry, be it dead and another registered as
    ///         the same; the newest one with that id if none does
    Number FindHolder(ClientId id, uint32_t key, uint32_t interface) const;
    /// @return the owner; 0 if there is none
    Number GetOwner(uint32_t interface) const;
    /// @return IGMP on the interface; 0 if it is not there
    Number GetIgmp(uint32_t interface) const;
    /// @return the change in progress on an interface; null if there is none
    const Change* FindChange(uint32_t interface) const;
    /// @return whether a client has an interface or is taking one
    bool HasInterface(Number client) const;
    /// @return who has or is taking what, client by client
    std::vector<std::pair<Number, uint32_t>> GetHoldings() const;
    /// @return whom GetProtocolOnInterface names (OWN-6)
    std::optional<ClientId> GetProtocolOn(uint32_t interface) const;
    /// @return the distinct keys of the memberships
    KeySet GetKeys() const;
    /// @return what each client is owed; empty debts for those that are gone
    std::vector<Debts> GetDebts() const;

  private:
    bool Counts(const Membership& membership) const;
    std::set<Number> GetAnswering(uint32_t interface) const;
    Debts DebtsOf(Number client, const std::vector<KeySet>& held) const;
    Telling TellingOf(Number client, uint32_t source) const;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_REFERENCE_TABLES_H

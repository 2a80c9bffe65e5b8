/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MEMBERSHIP_KEEPER_H
#define MGM_MEMBERSHIP_KEEPER_H

#include "mgm-alert-policy.h"
#include "mgm-client-caller.h"
#include "mgm-client-registry.h"
#include "mgm-membership-table.h"
#include "mgm-ownership-table.h"

#include "ns3/mgm-tracer.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Changes memberships and tells those who have to know.
 *
 * Validation comes before. Each change is complete before its alerts are queued (ALR-6); they go
 * out when the dispatcher is drained.
 */
class MembershipKeeper
{
  public:
    /**
     * @param registry the clients
     * @param ownership who has which interface
     * @param caller makes the callbacks
     * @param questions what the alert policy has to ask
     * @param tracer where records go; may be replaced later
     */
    MembershipKeeper(const ClientRegistry& registry,
                     const OwnershipTable& ownership,
                     ClientCaller& caller,
                     AlertPolicy::Questions questions,
                     const Ptr<Tracer>& tracer);

    /// What is told of each change that counts, after its alerts are queued.
    using Listener =
        std::function<void(const AlertPolicy::Change& change, const InterfaceId& interface)>;

    /// @param listener what is told
    void SetListener(Listener listener);

    /**
     * @brief Adds a membership, unless it is there (MBR-1, MBR-3).
     * @param client the client
     * @param entry the entry
     * @param interface the interface, which the client has
     */
    void Add(const Client& client, const SourceGroup& entry, const InterfaceId& interface);

    /**
     * @brief Deletes a membership, if it is there.
     * @param client the client; it may be gone
     * @param entry the entry
     * @param interface the interface
     */
    void Delete(ClientHandle client, const SourceGroup& entry, const InterfaceId& interface);

    /**
     * @brief Deletes what a client holds on an interface, one entry after the other.
     * @param client the client; it may be gone; with a null handle nothing is done
     * @param interface the interface
     */
    void DeleteAll(ClientHandle client, const InterfaceId& interface);

    /// @brief Forgets a client that is gone.
    /// @param client the client
    void Forget(ClientHandle client);

    /// @return the memberships
    const MembershipTable& GetTable() const
    {
        return m_table;
    }

    /// @return the alert policy
    const AlertPolicy& GetPolicy() const
    {
        return m_policy;
    }

  private:
    /// @brief Has everybody follow a change that counts.
    /// @param change the change
    /// @param interface where it happened
    void Follow(const AlertPolicy::Change& change, const InterfaceId& interface);

    /// @brief Queues the alerts for a change that counts.
    /// @param change the change
    /// @param interface where it happened
    void SendAlerts(const AlertPolicy::Change& change, const InterfaceId& interface);

    /// @brief Traces a change.
    /// @param client whose membership it is
    /// @param entry the entry
    /// @param interface the interface
    /// @param event whether it was added or deleted
    void Trace(ClientHandle client,
               const SourceGroup& entry,
               const InterfaceId& interface,
               MembershipEvent event) const;

    const ClientRegistry& m_registry;  ///< the clients
    const OwnershipTable& m_ownership; ///< who has which interface
    ClientCaller& m_caller;            ///< makes the callbacks
    const Ptr<Tracer>& m_tracer;       ///< where records go
    MembershipTable m_table;           ///< the memberships
    AlertPolicy m_policy;              ///< who is alerted
    Listener m_listener;               ///< what else follows
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MEMBERSHIP_KEEPER_H

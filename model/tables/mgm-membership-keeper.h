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
#include "mgm-reverse-paths.h"
#include "mgm-source-alerts.h"

#include "ns3/mgm-tracer.h"

#include <functional>
#include <string_view>

namespace ns3
{
namespace mgm
{

/*
 * The tables of the group manager: one enters here.
 *
 * What it is. What the manager knows, and what its clients are to know. Four tables hold facts:
 * ClientRegistry (who is there), OwnershipTable (who has which interface), MembershipTable (who
 * wants what, where) and GroupEnumerations (who is reading the memberships). Nothing but two
 * classes changes the middle ones: OwnershipChanger and MembershipKeeper. What follows from a
 * change for clients is decided by AlertPolicy for (*,g) and (*,*), with WithheldAlerts, and by
 * SourceAlerts for (s,g), which finds out by ReversePaths where a source is. ClientCaller makes the
 * callbacks, Dispatcher says when, CallbackChain ends those that would not end, and CallClock knows
 * when the calls of a client have returned in simulated time.
 *
 * Who owns what. The manager owns the registry, the ownership and the queue; the keeper owns the
 * memberships and what is decided on them; the changer owns what is in progress of a change. All
 * others refer to these. A client is a ClientHandle everywhere: whether it is still there is looked
 * up each time, for it may be gone whenever a callback has been made.
 *
 * What arrives, in which order. Calls of clients that the manager has judged; here they succeed. A
 * change of a membership: the route to its source is looked up first, so that what has happened
 * until then is told first; the table is changed and the change traced; the alerts are queued; the
 * listener, the forwarding entries, follows (ALR-6). Memberships of IGMP where there is an owner
 * are recorded but do not count: the owner is told, and it alone (MBR-4, MBR-5). A change of owner
 * is a machine of its own (mgm-ownership.h), each step behind the callbacks of the one before.
 *
 * What must hold. Every membership belongs to a client that has its interface, or had it and died
 * just now (REG-5). Every client knows from its alerts whether others want a group, as if they were
 * compared with the table (ALR-1, ALR-2; I3). Nothing is called back while a table is being
 * changed: everything is queued, and the queue is drained by whoever called. The queue may be
 * emptied by a crash inside any callback: whoever goes on behind one compares the epoch.
 */

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
     * @param paths where sources are
     * @param caller makes the callbacks
     * @param questions what the alert policy has to ask
     * @param tracer where records go; may be replaced later
     */
    MembershipKeeper(const ClientRegistry& registry,
                     const OwnershipTable& ownership,
                     ReversePaths& paths,
                     ClientCaller& caller,
                     AlertPolicy::Questions questions,
                     const Ptr<Tracer>& tracer);

    /// What is told of each change that counts, after its alerts are queued.
    using Listener = std::function<void(const AlertPolicy::Change& change)>;

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

    /// @brief Forgets everything, without a word to anybody.
    void Clear();

    /// @return the memberships
    const MembershipTable& GetTable() const
    {
        return m_table;
    }

    /// @return the alert policy
    AlertPolicy& GetPolicy()
    {
        return m_policy;
    }

    /// @copydoc GetPolicy
    const AlertPolicy& GetPolicy() const
    {
        return m_policy;
    }

    /// @return who tells of single sources
    SourceAlerts& GetSourceAlerts()
    {
        return m_sources;
    }

  private:
    /// @brief Prepares a change that counts: what it makes somebody look at comes first.
    /// @param entry the entry
    void Prepare(const SourceGroup& entry);

    /// @brief Has everybody follow a change that counts.
    /// @param change the change
    void Follow(const AlertPolicy::Change& change);

    /// @brief Queues the alerts for a change of (*,g) or (*,*) that counts.
    /// @param change the change
    void SendAlerts(const AlertPolicy::Change& change);

    /// @brief Traces a change.
    /// @param client whose membership it is
    /// @param entry the entry
    /// @param interface the interface
    /// @param event words::ADDED, words::DELETED or words::CRASHED
    void Trace(ClientHandle client,
               const SourceGroup& entry,
               const InterfaceId& interface,
               std::string_view event) const;

    const ClientRegistry& m_registry;  ///< the clients
    const OwnershipTable& m_ownership; ///< who has which interface
    ClientCaller& m_caller;            ///< makes the callbacks
    const Ptr<Tracer>& m_tracer;       ///< where records go
    MembershipTable m_table;           ///< the memberships
    AlertPolicy m_policy;              ///< who is alerted to (*,g) and (*,*)
    SourceAlerts m_sources;            ///< who is alerted to (s,g)
    Listener m_listener;               ///< what else follows
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MEMBERSHIP_KEEPER_H

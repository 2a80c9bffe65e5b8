/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_ALERT_POLICY_H
#define MGM_ALERT_POLICY_H

#include "mgm-alert.h"
#include "mgm-client-registry.h"
#include "mgm-membership-table.h"
#include "mgm-withheld-alerts.h"

#include <functional>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Decides who is alerted to a change of (*,g) or (*,*) (ALR-1, ALR-2, ALR-7).
 *
 * Pure: what it decides follows from the changes it was shown and from the answers to its two
 * questions. It counts clients, not interfaces: a client matters for (*,g) when its first entry
 * comes and when its last one goes.
 */
class AlertPolicy
{
  public:
    /// What the policy has to ask.
    struct Questions
    {
        /// The other registered clients in the order in which they are to be called (ALR-5).
        std::function<ClientList(ClientHandle except)> otherClients;
        /// Whether a client is registered: one that died holds memberships until they are released.
        std::function<bool(ClientHandle client)> isRegistered;
    };

    /// A change of the table that is complete (ALR-6).
    struct Change
    {
        SourceGroup entry;      ///< The entry.
        ClientHandle client;    ///< Whose membership it is.
        MembershipEvent event;  ///< Whether it was added or deleted.
        const Holders* holders; ///< Holders of the entry after the change; null if none.
        InterfaceId interface;  ///< Where it happened.
    };

    /**
     * @param table the memberships
     * @param questions how to find out the rest
     */
    AlertPolicy(const MembershipTable& table, Questions questions);

    /**
     * @brief Decides on a change of a membership that counts (MBR-5).
     * @param change the change, of (*,g) or (*,*)
     * @return the alerts that are due, in the order in which they go out
     */
    Alerts Decide(const Change& change);

    /// @brief Notes that a client has read entries of an enumeration (ALR-7).
    /// @param client the client
    void FollowEnumeration(ClientHandle client);

    /// @brief Forgets a client that is gone.
    /// @param client the client
    void Forget(ClientHandle client);

    /// @brief Forgets everything.
    void Clear();

    /// @return whether no alert is withheld (WithheldAlerts)
    bool IsSettled() const
    {
        return m_withheld.IsEmpty();
    }

  private:
    /// @brief ALR-1 and ALR-2: whose number of other holders of the entry changes from or to 0.
    /// @param change a change of (*,g) or (*,*)
    /// @return the clients concerned, in the order in which they are to be called
    ClientList GetAffected(const Change& change) const;

    /// @brief Whether another client's (*,*) covers a client.
    /// @param client the client
    /// @return whether it does
    bool IsCovered(ClientHandle client) const;

    /// @brief The clients whose memberships count.
    /// @param holders holders of an entry, or null
    /// @param except a client to leave out
    /// @return the others, each once
    static ClientList GetCounting(const Holders* holders, ClientHandle except);

    const MembershipTable& m_table; ///< the memberships
    Questions m_questions;          ///< how to find out the rest
    WithheldAlerts m_withheld;      ///< alerts that wait for a (*,*) to go
};

} // namespace mgm
} // namespace ns3

#endif // MGM_ALERT_POLICY_H

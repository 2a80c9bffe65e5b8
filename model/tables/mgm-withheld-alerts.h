/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_WITHHELD_ALERTS_H
#define MGM_WITHHELD_ALERTS_H

#include "mgm-alert.h"

#include <list>
#include <map>
#include <unordered_map>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Alerts of single groups that a client does not get while another's (*,*) covers it
 * (ALR-7).
 *
 * N(g) counts the holders of (*,*), so ALR-1 and ALR-2 tell a client that knows of a (*,*) nothing
 * about single groups. When that (*,*) goes, the client would miss groups that were joined
 * meanwhile and keep groups that were left. So such alerts are withheld, and what is left of them
 * follows the PRUNE_ALERT of (*,*).
 *
 * A join and a prune of the same group cancel out: the client knows what it knew before. That is no
 * longer sure once it has enumerated in between, because it may have learnt the state between the
 * two. From then on the last alert of the group is the one that it gets.
 */
class WithheldAlerts
{
  public:
    /**
     * @brief Withholds an alert; it takes the place of an earlier one for the same group.
     * @param alert the alert
     */
    void Withhold(const Alert& alert);

    /**
     * @brief Notes that a client has read entries of an enumeration.
     * @param client the client
     */
    void FollowEnumeration(ClientHandle client);

    /**
     * @brief Hands over what a client missed.
     * @param client the client; nothing covers it any more
     * @return its alerts in the order in which they were withheld
     */
    Alerts Take(ClientHandle client);

    /// @return whether nothing is withheld from anybody
    bool IsEmpty() const
    {
        return m_clients.empty();
    }

    /// @brief Forgets everything.
    void Clear()
    {
        m_clients.clear();
    }

  private:
    /// An alert that is withheld.
    struct Withheld
    {
        Alert alert;               ///< the alert
        bool hasEnumerated{false}; ///< whether the client has enumerated since the first one
    };

    /// Alerts of one client.
    struct Ledger
    {
        using Order = std::list<Withheld>; ///< alerts as they were withheld

        Order order;                                                              ///< the alerts
        std::unordered_map<SourceGroup, Order::iterator, SourceGroupHash> places; ///< by entry
    };

    std::map<ClientHandle, Ledger> m_clients; ///< what is withheld, by client
};

} // namespace mgm
} // namespace ns3

#endif // MGM_WITHHELD_ALERTS_H

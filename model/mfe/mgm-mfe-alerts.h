/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_ALERTS_H
#define MGM_MFE_ALERTS_H

#include "mgm-mfe-expiry.h"
#include "mgm-mfe-table.h"

#include "ns3/mgm-client-caller.h"
#include "ns3/mgm-ownership-table.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Tells the client with the incoming interface of a forwarding entry whether anybody wants
 *        the packets (MFE-4, MFE-8).
 *
 * What was last told is kept in the entry, so that the sequence of alerts is that of an entry which
 * never expires (MFE-7).
 */
class MfeAlerts
{
  public:
    /**
     * @param table the entries
     * @param ownership who has which interface
     * @param caller makes the callbacks
     * @param expiry gets the time that a PRUNE_ALERT sets
     */
    MfeAlerts(MfeTable& table,
              const OwnershipTable& ownership,
              ClientCaller& caller,
              MfeExpiry& expiry);

    /**
     * @brief Follows a change of the outgoing list.
     * @param key source and group
     * @param entry the entry, live or dormant, after the change
     * @param actor whose membership or mark was changed; it is not told of that itself
     * @param interface the interface that was changed
     */
    void FollowList(const SourceGroup& key,
                    MfeEntry& entry,
                    ClientHandle actor,
                    const InterfaceId& interface);

    /**
     * @brief Follows that an entry was made, or made again, or has moved (MFE-1, MFE-8).
     * @param key source and group
     * @param entry the entry, live or dormant
     */
    void FollowMaking(const SourceGroup& key, MfeEntry& entry);

    /**
     * @brief Notes what an entry is that is about to move or to go, unless that is noted already.
     * @param entry the entry, as it still is
     */
    void NoteDeparture(MfeEntry& entry) const;

    /**
     * @brief Tells the client that had the incoming interface that the entry is gone from there.
     * @param key source and group
     * @param entry the entry
     */
    void FollowDeparture(const SourceGroup& key, MfeEntry& entry);

    /// @param entry an entry
    /// @param client a client
    /// @return whether the list has interfaces that others have
    bool ServesOthers(const MfeEntry& entry, ClientHandle client) const;

  private:
    /// @brief Queues a PRUNE_ALERT, and takes the answer.
    /// @param to the client
    /// @param key source and group
    /// @param interface the interface that was the last one
    void Prune(ClientHandle to, const SourceGroup& key, const InterfaceId& interface);

    MfeTable& m_table;                 ///< the entries
    const OwnershipTable& m_ownership; ///< who has which interface
    ClientCaller& m_caller;            ///< makes the callbacks
    MfeExpiry& m_expiry;               ///< gets the deadlines
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_ALERTS_H

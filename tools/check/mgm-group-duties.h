/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_GROUP_DUTIES_H
#define MGM_GROUP_DUTIES_H

#include "mgm-owed-alerts.h"
#include "mgm-seen-memberships.h"

#include <cstdint>
#include <map>
#include <optional>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Works out the alerts for groups and for what IGMP has: ALR-1, ALR-2, ALR-7 and MBR-4.
 *
 * They follow from what each client is owed: (*,g) when another client whose memberships count
 * holds it, and (*,*) likewise. A client is alerted when that changes; changes of (*,g) wait while
 * it is owed (*,*).
 */
class GroupDuties
{
  public:
    /**
     * @param clients the clients of the node
     * @param interfaces its interfaces
     * @param memberships its memberships
     * @param alerts where alerts go
     */
    GroupDuties(const SeenClients& clients,
                const SeenInterfaces& interfaces,
                const SeenMemberships& memberships,
                OwedAlerts& alerts);

    /**
     * @brief Follows a record: notes who enumerates.
     * @param record the record
     */
    void Follow(const TraceRecord& record);

    /**
     * @brief Adds the alerts that a change of memberships gives.
     * @param change the change
     * @param record the record that reports it
     */
    void Owe(const SeenChange& change, const TraceRecord& record);

    /// @brief Forgets what is withheld: the node has crashed.
    void Clear();

  private:
    /// The last change that is kept from a covered client.
    struct Withheld
    {
        bool isJoin{false};    ///< Whether somebody wants the group now.
        InterfaceId interface; ///< Where the membership was.
        uint32_t changes{1};   ///< Changes since it was in accord with what the client had heard.
        bool isTouched{false}; ///< Whether the client has enumerated since the first of them.
        bool isRead{false};    ///< Whether it has read entries since then.

        /// @return whether all readings of ALR-7 send it
        bool IsRequired() const
        {
            return changes == 1 || (changes == 2 && isRead);
        }
    };

    void OweLocal(const SeenChange& change, const RecordNote& note);
    void OweGroup(const SeenChange& change, const RecordNote& note);
    void OweWithheld(uint32_t client, const RecordNote& note);
    void Withhold(uint32_t client, const SeenChange& change);
    void ForgetGone();

    const SeenClients& m_clients;         ///< the clients of the node
    const SeenInterfaces& m_interfaces;   ///< its interfaces
    const SeenMemberships& m_memberships; ///< its memberships
    OwedAlerts& m_alerts;                 ///< where alerts go

    /// What changed for clients that are owed (*,*), by client and group.
    std::map<uint32_t, std::map<SourceGroup, Withheld>> m_withheld;
    std::map<uint32_t, uint32_t> m_readings; ///< enumerations that are open, by client
};

} // namespace mgm
} // namespace ns3

#endif // MGM_GROUP_DUTIES_H

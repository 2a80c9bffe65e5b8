/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_OWED_ALERTS_H
#define MGM_OWED_ALERTS_H

#include "mgm-seen-memberships.h"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief An alert that the rules give for a change of memberships.
 */
struct OwedAlert
{
    uint32_t client{0};                   ///< Number of the registration of who is to be called.
    ClientId id;                          ///< Its id.
    std::string_view op;                  ///< Name of the callback.
    SourceGroup key;                      ///< About what.
    std::optional<InterfaceId> interface; ///< LOCAL_JOIN and LOCAL_LEAVE: where.
    RecordNote change;                    ///< The change that it follows.
};

/**
 * @ingroup mgm
 * @brief What is to be said of the alert that a record reports.
 */
struct AlertVerdict
{
    bool isAlert{false};         ///< Whether the record is an alert for memberships.
    bool isOwed{true};           ///< Whether it is owed.
    std::vector<OwedAlert> lost; ///< Alerts that were owed and will not come any more.
};

/**
 * @ingroup mgm
 * @brief The alerts for memberships that are due on a node by ALR-1, ALR-2, ALR-3 and MBR-4.
 *
 * They follow from what each client is owed: (*,g) when another client whose memberships count
 * holds it, and (*,*) likewise. A client is alerted when that changes; changes of (*,g) wait while
 * it is owed (*,*). Alerts may come later than the changes that they follow, but they come in the
 * order of these changes: when a younger one has come, an older one that is missing is lost.
 */
class OwedAlerts
{
  public:
    /**
     * @param clients the clients of the node
     * @param interfaces its interfaces
     * @param memberships its memberships
     */
    OwedAlerts(const SeenClients& clients,
               const SeenInterfaces& interfaces,
               const SeenMemberships& memberships);

    /**
     * @brief Adds the alerts that a change of memberships gives.
     * @param change the change
     * @param record the record that reports it
     */
    void Owe(const SeenChange& change, const TraceRecord& record);

    /**
     * @brief Follows a record: an alert, a dropped alert, or a lookup of the reverse path.
     * @param record the record
     * @return what is to be said of it
     */
    AlertVerdict Follow(const TraceRecord& record);

    /**
     * @brief Ends the trace.
     * @param endNs time of its last record [ns]
     * @return alerts that should have come before that
     */
    std::vector<OwedAlert> TakeLost(int64_t endNs);

    /**
     * @param client number of a registration
     * @return whether alerts to that client are due
     */
    bool IsPending(uint32_t client) const;

    /// @return the change whose lookup of the reverse path has not been seen, if there is one
    const std::optional<SeenChange>& GetLookup() const
    {
        return m_lookup;
    }

    /// @return the record of that change
    const RecordNote& GetLookupNote() const
    {
        return m_lookupNote;
    }

    /**
     * @brief Tells whether a record is the lookup of the reverse path that is missing.
     * @param record the record
     * @return whether it is
     */
    bool IsLookup(const TraceRecord& record) const;

  private:
    void OweLocal(const SeenChange& change, const RecordNote& note);
    void OweGroup(const SeenChange& change, const RecordNote& note);
    void OweWithheld(uint32_t client, const RecordNote& note);
    void OweSource(const InterfaceId& towards);
    void Push(uint32_t client,
              bool isJoin,
              const SourceGroup& key,
              const RecordNote& note,
              const std::optional<InterfaceId>& interface = std::nullopt);
    void Withhold(uint32_t client, const SourceGroup& key, bool isJoin);
    void ForgetGone();
    AlertVerdict Match(const TraceRecord& record);
    void TakeOlder(const OwedAlert& seen, AlertVerdict& verdict);
    void Drop(const TraceRecord& record);

    const SeenClients& m_clients;         ///< the clients of the node
    const SeenInterfaces& m_interfaces;   ///< its interfaces
    const SeenMemberships& m_memberships; ///< its memberships
    std::deque<OwedAlert> m_owed;         ///< what is due, in the order of the changes
    std::optional<SeenChange> m_lookup;   ///< a first or last (s,g) without a lookup so far
    RecordNote m_lookupNote;              ///< the record of that change
    int64_t m_longestDelay{0};            ///< longest time that an alert took [ns]

    /// What changed for clients that are owed (*,*); opposite changes cancel out.
    std::map<uint32_t, std::vector<std::pair<SourceGroup, bool>>> m_withheld;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_OWED_ALERTS_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SEEN_NODE_H
#define MGM_SEEN_NODE_H

#include "mgm-forwarding-duties.h"
#include "mgm-group-duties.h"
#include "mgm-owed-alerts.h"
#include "mgm-seen-clients.h"
#include "mgm-seen-entries.h"
#include "mgm-seen-interfaces.h"
#include "mgm-seen-memberships.h"
#include "mgm-seen-pim.h"
#include "mgm-seen-routes.h"
#include "mgm-source-duties.h"

#include <cstdint>
#include <optional>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The state of a group manager, rebuilt from the records of its node.
 *
 * Its size is that of the manager's tables. All rules look at it, none changes it.
 */
class SeenNode
{
  public:
    /// @param id node id
    explicit SeenNode(uint32_t id);

    SeenNode(const SeenNode&) = delete;
    SeenNode& operator=(const SeenNode&) = delete;

    /**
     * @brief Follows a record.
     * @param record the record
     */
    void Follow(const TraceRecord& record);

    /**
     * @brief Ends an instant in which there was a record of the node.
     * @param nowNs its time [ns]
     */
    void EndInstant(int64_t nowNs);

    /**
     * @brief Ends the trace.
     * @param endNs time of the last record [ns]
     */
    void Finish(int64_t endNs);

    /// @return the node id
    uint32_t GetId() const
    {
        return m_id;
    }

    /// @return the clients
    const SeenClients& GetClients() const
    {
        return m_clients;
    }

    /// @return the interfaces
    const SeenInterfaces& GetInterfaces() const
    {
        return m_interfaces;
    }

    /// @return the memberships
    const SeenMemberships& GetMemberships() const
    {
        return m_memberships;
    }

    /// @return the forwarding entries
    const SeenEntries& GetEntries() const
    {
        return m_entries;
    }

    /// @return the alerts that are due
    const OwedAlerts& GetAlerts() const
    {
        return m_alerts;
    }

    /// @return PIM dense mode
    const SeenPim& GetPim() const
    {
        return m_pim;
    }

    /// @return the reverse paths
    const SeenRoutes& GetRoutes() const
    {
        return m_routes;
    }

    /// @return who is owed what for (s,g)
    const SourceDuties& GetSources() const
    {
        return m_sources;
    }

    /**
     * @brief Tells whether the rules of alerts owe a client a group or a source of it.
     * @param client number of the client's registration
     * @param key source and group
     * @return whether they do
     */
    bool IsOwed(uint32_t client, const SourceGroup& key) const;

    /// @return the record of the crash that is happening in this instant, or no record
    const RecordNote& GetCrash() const
    {
        return m_crash;
    }

    /// @return reverse paths that were seen to be wrong with the last record
    const std::vector<RouteFault>& GetRouteFaults() const
    {
        return m_faults;
    }

    /// @return what the last record changed in the memberships, if it did
    const std::optional<SeenChange>& GetChange() const
    {
        return m_change;
    }

    /// @return what is to be said of the last record, as far as it is an alert
    const AlertVerdict& GetVerdict() const
    {
        return m_verdict;
    }

    /// @return a number that changes when what is forwarded may change
    uint64_t GetVersion() const
    {
        return m_version;
    }

  private:
    void Settle(const TraceRecord& record);
    void FollowTables(const TraceRecord& record);
    void Crash(const TraceRecord& record);
    void EndCrash();

    uint32_t m_id;                      ///< node id
    SeenClients m_clients;              ///< the clients
    SeenInterfaces m_interfaces;        ///< the interfaces
    SeenMemberships m_memberships;      ///< the memberships
    SeenEntries m_entries;              ///< the forwarding entries
    SeenRoutes m_routes;                ///< the reverse paths
    OwedAlerts m_alerts;                ///< the alerts that are due
    GroupDuties m_groups;               ///< works them out for groups
    SourceDuties m_sources;             ///< works them out for (s,g)
    ForwardingDuties m_forwarding;      ///< works them out for entries
    SeenPim m_pim;                      ///< PIM dense mode
    RecordNote m_crash;                 ///< the crash of this instant
    std::vector<RouteFault> m_faults;   ///< reverse paths that are wrong
    std::optional<SeenChange> m_change; ///< what the last record changed
    AlertVerdict m_verdict;             ///< what is to be said of it
    uint64_t m_version{0};              ///< changes when what is forwarded may change
};

} // namespace mgm
} // namespace ns3

#endif // MGM_SEEN_NODE_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SOURCE_DUTIES_H
#define MGM_SOURCE_DUTIES_H

#include "mgm-owed-alerts.h"
#include "mgm-seen-memberships.h"
#include "mgm-seen-routes.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A source that memberships name and whose reverse path is not as it should be.
 */
struct RouteFault
{
    SourceGroup key;       ///< The membership, or the source with any group.
    RecordNote membership; ///< The change of memberships, if one is concerned.
    RecordNote declared;   ///< What the manager took for the reverse path, if it has said so.
    RecordNote shown;      ///< What shows another one, if something does.
};

/**
 * @ingroup mgm
 * @brief Works out the alerts for (s,g): ALR-3.
 *
 * The client that answers for the interface towards s is told when the first other client wants
 * (s,g) and when the last one does not any more, and so are both when somebody else comes to
 * answer. The reverse path of a change is known when the record behind it has come: Settle() works
 * out what is due from all that has changed before.
 */
class SourceDuties
{
  public:
    /// Time within which a manager notices that a route has changed [ns]: it may look at times.
    static constexpr int64_t GRACE_NS = 2000000000;

    /**
     * @param interfaces the interfaces of the node
     * @param memberships its memberships
     * @param routes its reverse paths
     * @param alerts where alerts go
     */
    SourceDuties(const SeenInterfaces& interfaces,
                 const SeenMemberships& memberships,
                 const SeenRoutes& routes,
                 OwedAlerts& alerts);

    /**
     * @brief Notes what a record may have changed.
     * @param record the record, which the tables have followed
     * @param change what it changed in the memberships, if it did
     */
    void Follow(const TraceRecord& record, const std::optional<SeenChange>& change);

    /// @brief Works out the alerts for what has changed.
    void Settle();

    /// @return the sources whose reverse path was not as it should be since the last call
    std::vector<RouteFault> TakeFaults();

    /**
     * @brief Ends an instant.
     * @param nowNs its time [ns]
     * @return the sources that have led elsewhere than the manager believes for GRACE_NS, as far as
     * entries show that, each once
     */
    std::vector<RouteFault> TakeStale(int64_t nowNs);

    /**
     * @param client number of a registration
     * @param key source and group
     * @return whether that client answers towards the source and others want it
     */
    bool IsOwed(uint32_t client, const SourceGroup& key) const;

    /**
     * @brief Visits the (s,g) that clients want.
     * @tparam Visit callable with a SourceGroup
     * @param source the source; any source: of all sources
     * @param visit what is done with each
     */
    template <typename Visit>
    void ForEachKey(Ipv4Address source, Visit visit) const
    {
        const bool isAny = source == ANY_ADDRESS;
        const auto end = isAny ? m_told.end() : m_told.upper_bound(source);
        for (auto at = isAny ? m_told.begin() : m_told.lower_bound(source); at != end; ++at)
        {
            for (const auto& [key, told] : at->second)
            {
                visit(key);
            }
        }
    }

    /// @brief Forgets all: the node has crashed.
    void Clear();

  private:
    /// Who is told of (s,g), by the rules.
    struct Told
    {
        uint32_t client{0};    ///< Number of the registration; 0 is nobody.
        InterfaceId interface; ///< For which interface it answers.
    };

    using Groups = std::map<SourceGroup, Told>; ///< by source and group

    /// What made something due.
    struct Doubt
    {
        RecordNote note;                    ///< The record.
        std::optional<InterfaceId> deleted; ///< Where a membership was deleted, if one was.
        bool isOfMembership{false};         ///< Whether a membership has changed.
    };

    void Touch(const SourceGroup& key, const Doubt& doubt);
    void TouchSource(Ipv4Address source, const Doubt& doubt);
    void TouchInterface(const InterfaceId& interface, const Doubt& doubt);
    void Judge(const SourceGroup& key, const Doubt& doubt);
    Told WorkOut(const SourceGroup& key) const;
    bool IsStale(Ipv4Address source) const;
    void Owe(bool isJoin, const SourceGroup& key, const Told& told, const Doubt& doubt);

    const SeenInterfaces& m_interfaces;   ///< the interfaces of the node
    const SeenMemberships& m_memberships; ///< its memberships
    const SeenRoutes& m_routes;           ///< its reverse paths
    OwedAlerts& m_alerts;                 ///< where alerts go

    std::map<Ipv4Address, Groups> m_told;  ///< who is told, for all (s,g) that count
    std::map<SourceGroup, Doubt> m_doubts; ///< what is to be worked out
    std::vector<RouteFault> m_faults;      ///< see TakeFaults()
    std::set<Ipv4Address> m_suspects;      ///< sources that seem to lead elsewhere
};

} // namespace mgm
} // namespace ns3

#endif // MGM_SOURCE_DUTIES_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_V3_QUERIES_H
#define MGM_IGMP_V3_QUERIES_H

#include "mgm-igmp-router-link.h"

#include "ns3/mgm-deadline-timer.h"

#include <map>

namespace ns3
{
namespace mgm
{

class IgmpV3Group;

/**
 * @ingroup mgm
 * @brief Sends and repeats the specific queries of a group (RFC 3376 section 6.6.3).
 *
 * Queries for the group and for its sources are repeated separately. New sources join those that
 * are being asked for. Only the querier asks; what another router would ask for is a drop. When it
 * yields, it "ceases to send queries" (RFC 3376 section 6.6.2), and so ceases to repeat these; RFC
 * 9776 has it cease general queries only.
 */
class IgmpV3Queries
{
  public:
    /**
     * @param link the interface; it outlives this object
     * @param group the group; it outlives this object
     */
    IgmpV3Queries(IgmpRouterLink& link, IgmpV3Group& group);

    /// @brief Send Q(G): lowers the group timer and asks for the group (section 6.6.3.1).
    void AskForGroup();

    /**
     * @brief Send Q(G,X): lowers the timers of sources and asks for them (section 6.6.3.2).
     *
     * Sources whose timer is low are being asked for already; if all are, nothing is sent now.
     *
     * @param sources the sources
     */
    void AskForSources(const SourceSet& sources);

    /// @brief Asks for the group no more.
    void StopGroup();

    /// @brief Asks for sources no more: their records are deleted, and this state with them.
    /// @param sources the sources
    void Forget(const SourceSet& sources);

    /// @return whether nothing is left to send
    bool IsDone() const;

  private:
    /// @return whether this router may send specific queries
    bool MayRepeat() const;

    /// @brief Sends a group-specific query, and sets the timer for the next one.
    void SendGroupQuery();

    /// @brief Sends the group-and-source-specific queries, and sets the timer for the next ones.
    void SendSourceQueries();

    IgmpRouterLink& m_link;                    ///< the interface
    IgmpV3Group& m_group;                      ///< the group
    uint32_t m_groupQueriesLeft{0};            ///< group-specific queries still to be sent
    std::map<Ipv4Address, uint32_t> m_sources; ///< sources, and queries still to be sent for each
    DeadlineTimer m_groupQueryTimer;           ///< of the next group-specific query
    DeadlineTimer m_sourceQueryTimer;          ///< of the next group-and-source-specific queries
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_V3_QUERIES_H

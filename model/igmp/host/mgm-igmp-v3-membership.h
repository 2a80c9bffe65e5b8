/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_V3_MEMBERSHIP_H
#define MGM_IGMP_V3_MEMBERSHIP_H

#include "mgm-igmp-host-link.h"
#include "mgm-igmp-v3-filter-fsm.h"
#include "mgm-igmp-v3-response.h"

#include "ns3/mgm-deadline-timer.h"
#include "ns3/mgm-multicast-filter.h"

#include <map>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A group at an IGMPv3 host: the filter, the reports of its changes (RFC 3376 section 5.1),
 *        and the answers to specific queries.
 */
class IgmpV3Membership
{
  public:
    /**
     * @param link the interface; it outlives the membership
     * @param group the group
     */
    IgmpV3Membership(IgmpHostLink& link, Ipv4Address group);

    /**
     * @brief Changes the filter, and reports the change. The link may be asked to forget the group.
     * @param filter the filter
     */
    void SetFilter(const MulticastFilter& filter);

    /**
     * @brief The filter was in force before; nothing is reported.
     * @param filter the filter, which wants something
     */
    void Adopt(const MulticastFilter& filter);

    /**
     * @brief Handles a specific query.
     * @param sources the sources; none: a group-specific query
     * @param delay the delay that was drawn for the answer
     */
    void ReceiveQuery(const SourceSet& sources, Time delay);

    /// @brief The Current-State Record was sent in answer to a general query.
    void OnReported();

    /// @return whether anything of the group is wanted
    bool HasReceptionState() const;

    /// @return the Current-State Record
    IgmpGroupRecord GetCurrentState() const;

  private:
    using Event = IgmpV3FilterEvent;   ///< what can happen
    using Action = IgmpV3FilterAction; ///< what is done about it

    /// @brief Handles an event of the filter.
    /// @param event the event
    /// @param sources the sources afterwards
    void Step(Event event, const SourceSet& sources);

    /// @brief Merges a change with the changes that are still being reported.
    /// @param action which records the change gives
    /// @param sources the sources afterwards
    void Merge(Action action, const SourceSet& sources);

    /// @brief Sends a state-change report, and sets the timer for its repetition.
    void ReportChange();

    /// @brief Takes the sources that a report still has to name, and counts the report.
    /// @param[out] allowed those that must be forwarded
    /// @param[out] blocked those that must not
    void TakeChangedSources(std::vector<Ipv4Address>& allowed, std::vector<Ipv4Address>& blocked);

    /// @brief Answers a specific query.
    /// @param sources the sources that were asked for; none: the group was
    void Respond(const SourceSet& sources);

    /// @brief Has the group forgotten if it is of no use any more.
    void ForgetIfUnused();

    IgmpHostLink& m_link;                               ///< the interface
    Ipv4Address m_group;                                ///< the group
    StateMachine<IGMP_V3_FILTER_TABLE> m_filter;        ///< the filter mode
    SourceSet m_sources;                                ///< the source list
    uint8_t m_modeReportsLeft{0};                       ///< reports that name the filter mode
    std::map<Ipv4Address, uint8_t> m_sourceReportsLeft; ///< reports that name a changed source
    DeadlineTimer m_repetitionTimer;                    ///< of the next state-change report
    IgmpV3Response m_response;                          ///< the answer to specific queries
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_V3_MEMBERSHIP_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_V3_RESPONSE_H
#define MGM_IGMP_V3_RESPONSE_H

#include "mgm-igmp-host-link.h"
#include "mgm-igmp-v3-response-fsm.h"

#include "ns3/mgm-deadline-timer.h"
#include "ns3/mgm-source-set.h"

#include <functional>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The answer to specific queries for a group at an IGMPv3 host (RFC 3376 section 5.2).
 */
class IgmpV3Response
{
  public:
    /// Sends the Current-State Record: of the group, or of recorded sources if there are any. May
    /// destroy the response.
    using Report = std::function<void(const SourceSet& sources)>;

    /**
     * @param link the interface; it outlives the response
     * @param group the group
     * @param report sends the answer
     */
    IgmpV3Response(IgmpHostLink& link, Ipv4Address group, Report report);

    /**
     * @brief Handles a specific query (rules 3 to 5).
     * @param sources the sources; none: a group-specific query
     * @param delay the delay that was drawn for the answer
     */
    void ReceiveQuery(const SourceSet& sources, Time delay);

    /// @brief The group was reported in the answer to a general query.
    void OnReported();

    /// @return whether an answer is to be sent
    bool IsPending() const
    {
        return m_timer.IsRunning();
    }

  private:
    using Event = IgmpV3ResponseEvent;   ///< what can happen
    using Action = IgmpV3ResponseAction; ///< what is done about it

    /**
     * @brief Handles an event.
     * @param event the event
     * @param sources the sources of a query
     * @param delay the delay drawn for its answer
     */
    void Step(Event event, const SourceSet& sources, Time delay);

    /// @brief Does what the machine says.
    /// @param action the action
    /// @param sources the sources of a query
    /// @param delay the delay drawn for its answer
    void Perform(Action action, const SourceSet& sources, Time delay);

    IgmpHostLink& m_link;                           ///< the interface
    Ipv4Address m_group;                            ///< the group
    Report m_report;                                ///< sends the answer
    StateMachine<IGMP_V3_RESPONSE_TABLE> m_machine; ///< the state
    SourceSet m_sources;                            ///< the recorded sources
    DeadlineTimer m_timer;                          ///< the group timer
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_V3_RESPONSE_H

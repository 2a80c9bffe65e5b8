/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_V2_GROUP_H
#define MGM_IGMP_V2_GROUP_H

#include "mgm-igmp-router-link.h"
#include "mgm-igmp-v2-group-fsm.h"

#include "ns3/mgm-deadline-timer.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A group on an interface of an IGMPv1 or IGMPv2 router (RFC 2236 section 7).
 */
class IgmpV2Group
{
  public:
    /**
     * @param link the interface; it outlives the group
     * @param group the group
     */
    IgmpV2Group(IgmpRouterLink& link, Ipv4Address group);

    /**
     * @brief Handles an event. The link may be asked to forget the group.
     * @param event the event
     */
    void Step(IgmpV2GroupEvent event);

    /**
     * @brief Handles a group-specific query of the querier, which another router is (section 3).
     * @param maxResponseTime the Max Response Time of the query
     */
    void ReceiveQuery(Time maxResponseTime);

    /// @brief Ends the specific queries that are being repeated; the timers run on.
    void StopQueries()
    {
        m_retransmitTimer.Stop();
    }

    /// @return what is known of the group
    IgmpGroupState GetState() const;

  private:
    /// @brief Does what the machine says.
    /// @param action the action
    void Perform(IgmpV2GroupAction action);

    /// @brief Sends a group-specific query; another one follows until enough are sent.
    void SendQuery();

    IgmpRouterLink& m_link;                      ///< the interface
    Ipv4Address m_group;                         ///< the group
    StateMachine<IGMP_V2_GROUP_TABLE> m_machine; ///< the state
    uint32_t m_queriesLeft{0};                   ///< queries still to be sent while checking
    Time m_heardResponseTime;                    ///< Max Response Time of the query last heard
    DeadlineTimer m_timer;                       ///< of the membership
    DeadlineTimer m_retransmitTimer;             ///< of the next query
    DeadlineTimer m_v1HostTimer;                 ///< of the presence of version 1 hosts
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_V2_GROUP_H

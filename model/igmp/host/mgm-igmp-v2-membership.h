/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_V2_MEMBERSHIP_H
#define MGM_IGMP_V2_MEMBERSHIP_H

#include "mgm-igmp-host-link.h"
#include "mgm-igmp-v2-membership-fsm.h"

#include "ns3/mgm-deadline-timer.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A group at an IGMPv2 host (RFC 2236 section 6).
 */
class IgmpV2Membership
{
  public:
    /**
     * @param link the interface; it outlives the membership
     * @param group the group
     */
    IgmpV2Membership(IgmpHostLink& link, Ipv4Address group);

    /// @brief The host joins the group.
    void Join();

    /// @brief The host is a member already, and reported last; nothing is reported.
    void Adopt();

    /// @brief The host leaves the group. The link is asked to forget it.
    void Leave();

    /**
     * @brief The group is asked for.
     * @param maxResponseTime longest delay of the answer
     */
    void ReceiveQuery(Time maxResponseTime);

    /// @brief Another host reports the group.
    void ReceiveReport();

  private:
    using Event = IgmpV2MembershipEvent;   ///< what can happen
    using Action = IgmpV2MembershipAction; ///< what is done about it

    /**
     * @brief Handles an event.
     * @param event the event
     * @param longestDelay longest delay of a report that becomes due
     */
    void Step(Event event, Time longestDelay = Time(0));

    /// @brief Does what the machine says.
    /// @param action the action
    /// @param longestDelay longest delay of a report that becomes due
    void Perform(Action action, Time longestDelay);

    /// @brief Sends a report, of the version that the Querier speaks, and sets the flag.
    void SendReport();

    IgmpHostLink& m_link;                             ///< the interface
    Ipv4Address m_group;                              ///< the group
    StateMachine<IGMP_V2_MEMBERSHIP_TABLE> m_machine; ///< the state
    DeadlineTimer m_timer;                            ///< report delay timer
    bool m_isLastReporter{false};                     ///< the flag: this host reported last
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_V2_MEMBERSHIP_H

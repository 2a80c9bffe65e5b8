/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_V1_MEMBERSHIP_H
#define MGM_IGMP_V1_MEMBERSHIP_H

#include "mgm-igmp-host-link.h"
#include "mgm-igmp-v1-membership-fsm.h"

#include "ns3/mgm-deadline-timer.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A group at an IGMPv1 host (RFC 1112 appendix I).
 */
class IgmpV1Membership
{
  public:
    /**
     * @param link the interface; it outlives the membership
     * @param group the group
     */
    IgmpV1Membership(IgmpHostLink& link, Ipv4Address group);

    /// @brief The host joins the group.
    void Join();

    /// @brief The host is a member already; nothing is reported.
    void Adopt();

    /// @brief The host leaves the group, without a word. The link is asked to forget it.
    void Leave();

    /// @brief The groups of the host are asked for.
    void ReceiveQuery();

    /// @brief Another host reports the group.
    void ReceiveReport();

  private:
    using Event = IgmpV1MembershipEvent;   ///< what can happen
    using Action = IgmpV1MembershipAction; ///< what is done about it

    /// @brief Handles an event.
    /// @param event the event
    void Step(Event event);

    /// @brief Does what the machine says.
    /// @param action the action
    void Perform(Action action);

    IgmpHostLink& m_link;                             ///< the interface
    Ipv4Address m_group;                              ///< the group
    StateMachine<IGMP_V1_MEMBERSHIP_TABLE> m_machine; ///< the state
    DeadlineTimer m_timer;                            ///< report delay timer
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_V1_MEMBERSHIP_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_COMPATIBILITY_H
#define MGM_IGMP_ROUTER_COMPATIBILITY_H

#include "mgm-igmp-router-compatibility-fsm.h"
#include "mgm-igmp-router-link.h"

#include "ns3/mgm-deadline-timer.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The Group Compatibility Mode of a group at an IGMPv3 router, with its two host timers
 *        (RFC 3376 section 7.3.2).
 */
class IgmpGroupCompatibility
{
  public:
    /**
     * @param link the interface; it outlives this object
     * @param group the group
     */
    IgmpGroupCompatibility(IgmpRouterLink& link, Ipv4Address group);

    /// @brief Handles an event.
    /// @param event the event
    void Step(IgmpGroupModeEvent event);

    /// @return the mode
    IgmpGroupMode GetMode() const;

  private:
    using Event = IgmpGroupModeEvent;   ///< what can happen
    using Action = IgmpGroupModeAction; ///< what is done about it

    IgmpRouterLink& m_link;                        ///< the interface
    Ipv4Address m_group;                           ///< the group
    StateMachine<IGMP_GROUP_MODE_TABLE> m_machine; ///< the mode
    DeadlineTimer m_v1Timer;                       ///< IGMPv1 Host Present timer
    DeadlineTimer m_v2Timer;                       ///< IGMPv2 Host Present timer
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_COMPATIBILITY_H

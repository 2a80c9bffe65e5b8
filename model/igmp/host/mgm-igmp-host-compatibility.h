/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_HOST_COMPATIBILITY_H
#define MGM_IGMP_HOST_COMPATIBILITY_H

#include "mgm-igmp-host-compatibility-fsm.h"
#include "mgm-igmp-host-link.h"

#include "ns3/mgm-deadline-timer.h"

#include <functional>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Which versions the queriers of a link speak, as a host knows it (RFC 3376 section 7.2.1,
 *        RFC 2236 section 4).
 */
class IgmpHostCompatibility
{
  public:
    /**
     * @param link the interface; it outlives this
     * @param version version that the host is configured for
     * @param changed called when the mode has changed because a timer expired
     */
    IgmpHostCompatibility(IgmpHostLink& link, uint8_t version, std::function<void()> changed);

    /**
     * @brief A query of IGMPv1 was heard; not by a host of IGMPv1, to which all are.
     * @param timeout how long it is remembered
     */
    void ReceiveV1Query(Time timeout);

    /**
     * @brief A general query of IGMPv2 was heard, by a host of IGMPv3.
     * @param timeout how long it is remembered
     */
    void ReceiveV2Query(Time timeout);

    /// @return Host Compatibility Mode
    IgmpHostMode GetMode() const;

  private:
    using Event = IgmpHostModeEvent;   ///< what can happen
    using Action = IgmpHostModeAction; ///< what is done about it

    /// @brief The IGMPv1 Querier Present timer expires.
    void ExpireV1();

    /**
     * @brief Handles an event at a host of IGMPv2.
     * @param event the event
     * @param timeout value of the timer that it starts
     */
    void StepV2Host(IgmpV2HostModeEvent event, Time timeout = Time(0));

    /**
     * @brief Handles an event.
     * @param event the event
     * @param timeout value of the timer that it starts
     */
    void Step(Event event, Time timeout = Time(0));

    /// @brief Handles the end of a timer.
    /// @param event the event
    void Expire(Event event);

    IgmpHostLink& m_link;                                  ///< the interface
    uint8_t m_version;                                     ///< what the host is configured for
    std::function<void()> m_changed;                       ///< told of changes
    StateMachine<IGMP_HOST_COMPATIBILITY_TABLE> m_machine; ///< the mode of a host of IGMPv3
    StateMachine<IGMP_V2_HOST_COMPATIBILITY_TABLE> m_v2HostMachine; ///< that of one of IGMPv2
    DeadlineTimer m_v1Timer;                                        ///< IGMPv1 Querier Present
    DeadlineTimer m_v2Timer;                                        ///< IGMPv2 Querier Present
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_HOST_COMPATIBILITY_H

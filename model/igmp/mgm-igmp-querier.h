/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_QUERIER_H
#define MGM_IGMP_QUERIER_H

#include "mgm-igmp-querier-fsm.h"
#include "mgm-igmp-router-link.h"

#include "ns3/mgm-deadline-timer.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Sends the general queries of an interface (RFC 2236 section 3, RFC 3376 section 8.6).
 *
 * The first Startup Query Count of them are spaced by the Startup Query Interval, the others by the
 * Query Interval.
 */
class IgmpQuerier
{
  public:
    /// @param link the interface; it outlives the querier
    explicit IgmpQuerier(IgmpRouterLink& link);

    /// @brief Starts, with a query at once.
    void Start();

    /// @brief Stops.
    void Stop();

    /// @return the state
    QuerierState GetState() const;

  private:
    /// @brief Handles an event.
    /// @param event the event
    void Step(QuerierEvent event);

    /// @brief Does what the machine says.
    /// @param action the action
    void Perform(QuerierAction action);

    /// @brief Sends a general query, and sets the timer for the next one.
    void SendQuery();

    IgmpRouterLink& m_link;                ///< the interface
    StateMachine<QUERIER_TABLE> m_machine; ///< the state
    uint32_t m_startupQueriesLeft{0};      ///< queries of the start-up that are still to be sent
    DeadlineTimer m_queryTimer;            ///< general query timer
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_QUERIER_H

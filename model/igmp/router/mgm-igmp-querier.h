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
#include "ns3/mgm-igmp-query.h"

#include <optional>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What a querier lets the other routers know of its configuration.
 */
struct IgmpQuerierVariables
{
    uint8_t robustness{0}; ///< QRV (RFC 3376 section 4.1.6); 0: not known.
    Time queryInterval{0}; ///< QQI (RFC 3376 section 4.1.7); 0: not known.
};

/**
 * @ingroup mgm
 * @brief Sends the general queries of an interface while it is the querier (RFC 2236 sections 3 and
 *        7, RFC 3376 sections 6.6.2 and 8.5 to 8.7).
 *
 * The first Startup Query Count of them are spaced by the Startup Query Interval, the others by the
 * Query Interval. A query from a lower address ends that until the Other Querier Present Interval
 * has passed without another one.
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

    /**
     * @brief Handles a query that elects another router: one from a lower address.
     * @param query the query
     */
    void Yield(const IgmpQuery& query);

    /// @return the state
    QuerierState GetState() const;

    /// @return what the querier says of its configuration; nothing while this router is it
    const std::optional<IgmpQuerierVariables>& GetAdopted() const;

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
    std::optional<IgmpQuerierVariables> m_adopted; ///< of the querier, unless it is this router
    DeadlineTimer m_queryTimer;                    ///< general query timer
    DeadlineTimer m_otherQuerierTimer;             ///< other querier present timer
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_QUERIER_H

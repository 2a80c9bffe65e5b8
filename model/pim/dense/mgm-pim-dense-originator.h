/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_ORIGINATOR_H
#define MGM_PIM_DENSE_ORIGINATOR_H

#include "mgm-pim-dense-context.h"
#include "mgm-pim-dense-originator-fsm.h"

#include "ns3/mgm-deadline-timer.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Origination(S,G): when State Refreshes are originated (RFC 3973 section 4.5.2).
 */
class PimDenseOriginator
{
  public:
    using State = PimDenseOriginatorState; ///< its states
    using Event = PimDenseOriginatorEvent; ///< what can happen

    /// @param context the entry; it outlives the machine
    explicit PimDenseOriginator(PimDenseContext& context);

    /// @brief Handles a data packet from S, which is directly connected.
    /// @param ttl its TTL
    void ReceiveData(uint8_t ttl);

    /// @brief Handles another event.
    /// @param event the event
    void Step(Event event);

    /// @brief Stops the timers.
    void Stop();

    /// @return the state
    State GetState() const
    {
        return m_machine.Get();
    }

    /// @return SRT(S,G)
    const DeadlineTimer& GetStateRefreshTimer() const
    {
        return m_stateRefresh;
    }

    /// @return SAT(S,G)
    const DeadlineTimer& GetSourceActiveTimer() const
    {
        return m_sourceActive;
    }

  private:
    using Action = PimDenseOriginatorAction; ///< what is done

    /// @brief Does what the machine says.
    /// @param action the action
    void Perform(Action action);

    /// @brief Originates State Refreshes, and sets SRT.
    void Refresh();

    PimDenseContext& m_context;                         ///< the entry
    StateMachine<PIM_DENSE_ORIGINATOR_TABLE> m_machine; ///< the state
    DeadlineTimer m_stateRefresh;                       ///< SRT
    DeadlineTimer m_sourceActive;                       ///< SAT
    uint8_t m_ttl{0};                                   ///< the largest TTL of data packets
    uint32_t m_count{0};                                ///< State Refreshes originated
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_ORIGINATOR_H

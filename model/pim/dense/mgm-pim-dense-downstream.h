/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_DOWNSTREAM_H
#define MGM_PIM_DENSE_DOWNSTREAM_H

#include "mgm-pim-dense-context.h"
#include "mgm-pim-dense-downstream-fsm.h"

#include "ns3/mgm-deadline-timer.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief DownstreamPState(S,G,I): hears Prunes, Joins and Grafts (RFC 3973 section 4.4.2).
 *
 * Where the RFC is silent: the holdtime of which Prune PT is set to when PPT expires, and which
 * Prunes are active. It is the largest holdtime of all Prunes since there was no prune state, as
 * section 4.4.2.3 has it for State Refresh. A PruneEcho carries it.
 */
class PimDenseDownstream
{
  public:
    using State = PimDenseDownstreamState; ///< its states
    using Event = PimDenseDownstreamEvent; ///< what can happen

    /**
     * @param context the entry; it outlives the machine
     * @param interface the interface
     */
    PimDenseDownstream(PimDenseContext& context, uint32_t interface);

    /// @brief Handles a Prune to this router.
    /// @param holdtime its holdtime [s]
    void ReceivePrune(uint16_t holdtime);

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

    /// @return PPT(S,G,I)
    const DeadlineTimer& GetPrunePendingTimer() const
    {
        return m_prunePending;
    }

    /// @return PT(S,G,I); it does not run in Pruned state if the holdtime never ends
    const DeadlineTimer& GetPruneTimer() const
    {
        return m_prune;
    }

  private:
    using Action = PimDenseDownstreamAction; ///< what is done

    /// @brief Does what the machine says.
    /// @param action the action
    void Perform(Action action);

    /// @brief Sets PPT.
    void Pend();

    /// @brief Sets PT for the first time, and sends a PruneEcho.
    void Confirm();

    /// @brief Sets PT to the last holdtime, if that is more.
    void Hold();

    /// @brief Sets PT; stops it for a holdtime that never ends.
    /// @param holdtime the holdtime [s]
    /// @param elapsed part of it that is over
    void SetPruneTimer(uint16_t holdtime, Time elapsed);

    PimDenseContext& m_context;                         ///< the entry
    uint32_t m_interface;                               ///< the interface
    StateMachine<PIM_DENSE_DOWNSTREAM_TABLE> m_machine; ///< the state
    DeadlineTimer m_prunePending;                       ///< PPT
    DeadlineTimer m_prune;                              ///< PT
    uint16_t m_received{0};                             ///< holdtime of the last Prune [s]
    uint16_t m_largest{0};                              ///< the largest holdtime [s]
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_DOWNSTREAM_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_UPSTREAM_H
#define MGM_PIM_DENSE_UPSTREAM_H

#include "mgm-pim-dense-context.h"
#include "mgm-pim-dense-upstream-fsm.h"

#include "ns3/mgm-deadline-timer.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Upstream(S,G): sends Prunes, Joins and Grafts (RFC 3973 section 4.4.1).
 */
class PimDenseUpstream
{
  public:
    using State = PimDenseUpstreamState; ///< its states
    using Event = PimDenseUpstreamEvent; ///< what can happen

    /// @param context the entry; it outlives the machine
    explicit PimDenseUpstream(PimDenseContext& context);

    /// @brief Handles an event.
    /// @param event the event
    void Step(Event event);

    /// @brief Stops the timers.
    void Stop();

    /// @return the state
    State GetState() const
    {
        return m_machine.Get();
    }

    /// @return whether a timer runs
    bool HasTimer() const
    {
        return m_graftRetry.IsRunning() || m_override.IsRunning() || m_pruneLimit.IsRunning();
    }

    /// @return whether RPF'(S) may hold a Prune of this router, that a Graft would have to end.
    /// That
    ///         is looked at when something happens, or the node looks: no event tells of its end.
    bool IsPruneHeld() const;

    /// @return GRT(S,G)
    const DeadlineTimer& GetGraftRetryTimer() const
    {
        return m_graftRetry;
    }

    /// @return OT(S,G)
    const DeadlineTimer& GetOverrideTimer() const
    {
        return m_override;
    }

    /// @return PLT(S,G)
    const DeadlineTimer& GetPruneLimitTimer() const
    {
        return m_pruneLimit;
    }

  private:
    using Action = PimDenseUpstreamAction; ///< what is done

    /// @brief Does what the machine says.
    /// @param action the action
    void Perform(Action action);

    /// @brief Handles the expiry of a timer.
    /// @param timer the timer
    /// @param event the event that it is
    void Expire(const DeadlineTimer& timer, Event event);

    /// @brief RPF'(S) has got a Prune, or has prolonged it; sets PLT.
    void HoldPrune();

    /// @brief Sends a Prune, and sets PLT.
    void SendPrune();

    /// @brief Sends a Join.
    void SendJoin();

    /// @brief Sends a Graft, and sets GRT.
    void SendGraft();

    /// @brief Sets OT, unless it runs.
    void Override();

    /// @return whether no Graft is to be repeated any more
    bool HasTriedEnough() const;

    PimDenseContext& m_context;                       ///< the entry
    StateMachine<PIM_DENSE_UPSTREAM_TABLE> m_machine; ///< the state
    DeadlineTimer m_graftRetry;                       ///< GRT
    DeadlineTimer m_override;                         ///< OT
    DeadlineTimer m_pruneLimit;                       ///< PLT
    uint32_t m_retries{0};                            ///< how often the Graft was repeated
    Time m_pruneEnd;                                  ///< when the Prune ends: absolute time
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_UPSTREAM_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_ASSERT_H
#define MGM_PIM_DENSE_ASSERT_H

#include "mgm-pim-dense-assert-fsm.h"
#include "mgm-pim-dense-context.h"

#include "ns3/mgm-deadline-timer.h"

#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The (S,G) Assert machine of an interface (RFC 3973 section 4.6.4).
 */
class PimDenseAssert
{
  public:
    using State = PimDenseAssertState; ///< its states
    using Event = PimDenseAssertEvent; ///< what can happen

    /**
     * @param context the entry; it outlives the machine
     * @param interface the interface
     */
    PimDenseAssert(PimDenseContext& context, uint32_t interface);

    /**
     * @brief Handles the metric of an Assert or of a State Refresh.
     * @param metric the metric, with the address of the sender
     * @param time what AT is set to if the sender wins
     */
    void ReceiveMetric(const PimDenseMetric& metric, Time time);

    /// @brief Handles a State Refresh that is sent on the interface.
    /// @param interval the State Refresh Interval in it
    void SendRefresh(Time interval);

    /// @brief Handles the end of a neighbor.
    /// @param neighbor the neighbor
    void LoseNeighbor(Ipv4Address neighbor);

    /// @brief Notes whether this router could assert.
    /// @param could CouldAssert(S,G,I)
    void SetCouldAssert(bool could);

    /// @brief Handles another event.
    /// @param event the event
    void Step(Event event);

    /// @brief Stops the timer.
    void Stop();

    /// @return the state
    State GetState() const
    {
        return m_machine.Get();
    }

    /// @return AssertWinnerMetric(S,G,I), with AssertWinner(S,G,I) as address
    const PimDenseMetric& GetWinner() const
    {
        return m_winner;
    }

    /// @return AT(S,G,I)
    const DeadlineTimer& GetAssertTimer() const
    {
        return m_timer;
    }

  private:
    using Action = PimDenseAssertAction; ///< what is done

    /// Who wins, and for how long.
    struct Offer
    {
        PimDenseMetric metric; ///< its metric
        Time time;             ///< what AT is set to
    };

    /// @param metric a metric that was received
    /// @return what it is to the machine, if it is anything
    std::optional<Event> Judge(const PimDenseMetric& metric) const;

    /// @brief Lets the machine handle an event.
    /// @param event the event
    /// @param offer who would win, if the event makes somebody the winner
    void Step(Event event, const Offer& offer);

    /// @param offer who would win
    /// @return what the trace says of it, and of the own metric
    std::string Describe(const Offer& offer) const;

    /// @brief Does what the machine says.
    /// @param action the action
    /// @param offer who wins
    void Perform(Action action, const Offer& offer);

    /// @brief Becomes the winner, or says so again.
    void Win();

    /// @brief Stores another router as the winner.
    /// @param offer the router
    void Follow(const Offer& offer);

    /// @brief Forgets the winner.
    void Forget();

    /// @brief Sends an Assert.
    /// @param metric its metric
    void SendAssert(const PimDenseMetric& metric);

    PimDenseContext& m_context;                     ///< the entry
    uint32_t m_interface;                           ///< the interface
    StateMachine<PIM_DENSE_ASSERT_TABLE> m_machine; ///< the state
    DeadlineTimer m_timer;                          ///< AT
    PimDenseMetric m_winner;                        ///< the winner
    bool m_couldAssert;                             ///< CouldAssert, as last noted
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_ASSERT_H

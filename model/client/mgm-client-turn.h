/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CLIENT_TURN_H
#define MGM_CLIENT_TURN_H

#include "ns3/event-id.h"
#include "ns3/nstime.h"

#include <cstdint>
#include <functional>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What a client does step by step, until something ends it.
 *
 * The next step is done now, or waited for, or comes when somebody calls back. Whoever stops or
 * crashes the client ends the turn: what was to come in it never happens, not even if the client
 * was in the middle of a step. The next turn begins at once.
 *
 * Steps that follow each other without a time between them are done in a loop, so that many of them
 * need no deep stack. What a step says is to be done next is therefore done when it returns; in a
 * new turn, that began inside the step, before.
 */
class ClientTurn
{
  public:
    /// A step.
    using Step = std::function<void()>;

    /// @brief Ends the turn.
    void End();

    /**
     * @brief Does something in which the turn may be ended.
     * @param act what
     * @return whether the turn goes on
     */
    bool GoesOn(const Step& act);

    /**
     * @brief Does the next step later. There is one next step.
     * @param delay when; zero: now
     * @param next the step, which is caused by what causes this call
     */
    void After(Time delay, Step next);

    /// @brief Waits no longer for the next step, if it does.
    void StopWaiting();

    /**
     * @param next a step
     * @return the same step, which does nothing once the turn has ended
     */
    Step Bind(Step next) const;

    /**
     * @brief Does something later, whether or not the turn has ended by then.
     * @param delay when
     * @param next what, which is caused by what causes this call
     * @return the event
     */
    static EventId Schedule(Time delay, Step next);

  private:
    /// @brief Does the step that is due, and those that follow it without a time between them.
    void Run();

    uint64_t m_number{1};  ///< number of the turn
    uint64_t m_running{0}; ///< the turn whose steps are being done; 0: none
    EventId m_waiting;     ///< the next step, if it is waited for
    Step m_due;            ///< the next step, if it is due
    uint64_t m_cause{0};   ///< number of the record that causes it
};

} // namespace mgm
} // namespace ns3

#endif // MGM_CLIENT_TURN_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_DEADLINE_TIMER_H
#define MGM_DEADLINE_TIMER_H

#include "ns3/event-id.h"
#include "ns3/nstime.h"

#include <functional>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A timer for deadlines that are put off much more often than they are reached.
 *
 * Putting the deadline off only stores it: the pending event finds out when it runs. The expiry is
 * caused, in the trace, by what last set the deadline. The owner may destroy the timer in its
 * expiry function.
 */
class DeadlineTimer
{
  public:
    /// @param expire what to call when the deadline is reached
    explicit DeadlineTimer(std::function<void()> expire);
    ~DeadlineTimer();

    DeadlineTimer(const DeadlineTimer&) = delete;
    DeadlineTimer& operator=(const DeadlineTimer&) = delete;

    /**
     * @brief Sets the deadline, whether or not there is one.
     * @param delay time from now to the deadline
     */
    void Start(Time delay);

    /**
     * @brief Sets the deadline if there is none or if that moves it forward: never puts it off.
     * @param delay time from now to the deadline
     */
    void Lower(Time delay);

    /// @brief Forgets the deadline.
    void Stop();

    /// @return whether there is a deadline
    bool IsRunning() const
    {
        return m_running;
    }

    /// @return the time left; 0 if there is no deadline
    Time GetRemaining() const;

  private:
    /// @brief Runs when the deadline may have been reached.
    void Check();

    std::function<void()> m_expire; ///< what to call at the deadline
    EventId m_event;                ///< the pending check, at or before the deadline
    Time m_deadline;                ///< absolute time, while running
    uint64_t m_cause{0};            ///< record that last set the deadline
    bool m_running{false};          ///< whether there is a deadline
};

} // namespace mgm
} // namespace ns3

#endif // MGM_DEADLINE_TIMER_H

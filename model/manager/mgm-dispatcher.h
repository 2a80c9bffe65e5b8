/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_DISPATCHER_H
#define MGM_DISPATCHER_H

#include "ns3/event-id.h"
#include "ns3/nstime.h"

#include <cstdint>
#include <deque>
#include <functional>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief When callbacks are made (mgm-spec section 5).
 */
enum CallbackDelivery : uint8_t
{
    CALLBACK_DELIVERY_INLINE, ///< Inside the call that causes them: the Windows way.
    CALLBACK_DELIVERY_POSTED, ///< As events of the same instant.
};

/**
 * @ingroup mgm
 * @brief Makes the callbacks of a manager, one after the other, in the order of their causes.
 *
 * A queue. Inline delivery empties it before the call returns; a call that is made inside a
 * callback first lets those go out that an earlier change caused, so that every client sees the
 * changes in the order in which they happened. Posted delivery, and whatever costs time, leaves it
 * to later events.
 */
class Dispatcher
{
  public:
    ~Dispatcher();

    /// @param delivery when callbacks are made
    void SetDelivery(CallbackDelivery delivery);

    /// @return when callbacks are made
    CallbackDelivery GetDelivery() const;

    /**
     * @brief Queues a piece of work. Nothing runs before Drain().
     * @param work what to do; what it causes is traced as caused by the present record
     * @param cost simulated time that passes before it is done
     */
    void Push(std::function<void()> work, Time cost);

    /// @brief Does what can be done now, and schedules the rest.
    void Drain();

    /// @return whether nothing is queued
    bool IsIdle() const
    {
        return m_queue.empty();
    }

    /// @brief Drops everything that is queued.
    void Clear();

  private:
    /// Something to do.
    struct Item
    {
        std::function<void()> work; ///< what
        Time cost;                  ///< simulated time it takes
        uint64_t cause;             ///< record that caused it
    };

    /// @return whether the first item has to wait for an event
    bool MustWait() const;

    /// @brief Runs the first item.
    void RunFirst();

    /// @brief Runs the first item in the event it waited for, and goes on.
    void RunEvent();

    CallbackDelivery m_delivery{CALLBACK_DELIVERY_INLINE}; ///< when callbacks are made
    std::deque<Item> m_queue;                              ///< what is to be done
    EventId m_event;                                       ///< the event the first item waits for
};

} // namespace mgm
} // namespace ns3

#endif // MGM_DISPATCHER_H

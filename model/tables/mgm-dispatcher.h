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
 * @brief When callbacks are made (doc/mgm.rst, Time).
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
 *
 * Callbacks inside calls inside callbacks need room on the stack. Beyond MAX_NESTING of them, a
 * call leaves the queue to the callbacks around it (ALR-8).
 */
class Dispatcher
{
  public:
    /// How many pieces of work are done inside each other at most.
    static constexpr uint32_t MAX_NESTING = 100;

    /// While it lives, what is queued is caused by a callback that is being made.
    class Link
    {
      public:
        /// @param dispatcher the queue
        explicit Link(Dispatcher& dispatcher)
            : m_dispatcher(dispatcher)
        {
            ++m_dispatcher.m_chain;
        }

        ~Link()
        {
            --m_dispatcher.m_chain;
        }

        Link(const Link&) = delete;
        Link& operator=(const Link&) = delete;

      private:
        Dispatcher& m_dispatcher; ///< the queue
    };

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

    /// @return how many callbacks of this instant have led to what is done now, each caused by the
    /// one before (ALR-8)
    uint32_t GetChain() const
    {
        return m_chain;
    }

    /// @return how often everything was dropped: whoever is called back finds out by it
    uint32_t GetEpoch() const
    {
        return m_epoch;
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
        uint32_t chain;             ///< callbacks that led to it, in that instant
        Time queued;                ///< when it was queued
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
    uint32_t m_nesting{0};                                 ///< items that are being run
    uint32_t m_chain{0};                                   ///< callbacks that led to now
    uint32_t m_epoch{0};                                   ///< how often all was dropped
};

} // namespace mgm
} // namespace ns3

#endif // MGM_DISPATCHER_H

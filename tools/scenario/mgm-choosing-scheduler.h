/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CHOOSING_SCHEDULER_H
#define MGM_CHOOSING_SCHEDULER_H

#include "mgm-choices.h"

#include "ns3/nstime.h"
#include "ns3/scheduler.h"

#include <map>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A scheduler that lets Choices say which event of an instant comes next.
 *
 * Outside of a window of time events of one instant come in the order in which they were scheduled,
 * as in other schedulers.
 */
class ChoosingScheduler : public Scheduler
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    void Insert(const Event& ev) override;
    bool IsEmpty() const override;
    Event PeekNext() const override;
    Event RemoveNext() override;
    void Remove(const Event& ev) override;

  private:
    /// Events by time and number.
    using Events = std::map<EventKey, EventImpl*>;

    /// @return the event that comes next
    Events::iterator ChooseNext();

    Events m_events;        ///< the events
    Ptr<Choices> m_choices; ///< says which is next
    Time m_from;            ///< begin of the window
    Time m_until;           ///< end of the window
};

} // namespace mgm
} // namespace ns3

#endif // MGM_CHOOSING_SCHEDULER_H

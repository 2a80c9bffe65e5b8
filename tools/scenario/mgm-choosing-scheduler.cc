/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-choosing-scheduler.h"

#include "ns3/event-impl.h"
#include "ns3/pointer.h"

#include <vector>

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(ChoosingScheduler);

TypeId
ChoosingScheduler::GetTypeId()
{
    static TypeId tid = TypeId("ns3::mgm::ChoosingScheduler")
                            .SetParent<Scheduler>()
                            .SetGroupName("MgmTools")
                            .AddConstructor<ChoosingScheduler>()
                            .AddAttribute("Choices",
                                          "What says which event is next.",
                                          PointerValue(),
                                          MakePointerAccessor(&ChoosingScheduler::m_choices),
                                          MakePointerChecker<Choices>())
                            .AddAttribute("From",
                                          "Begin of the window in which there is a choice.",
                                          TimeValue(Time()),
                                          MakeTimeAccessor(&ChoosingScheduler::m_from),
                                          MakeTimeChecker())
                            .AddAttribute("Until",
                                          "End of the window in which there is a choice.",
                                          TimeValue(Time()),
                                          MakeTimeAccessor(&ChoosingScheduler::m_until),
                                          MakeTimeChecker());
    return tid;
}

void
ChoosingScheduler::Insert(const Event& ev)
{
    m_events.emplace(ev.key, ev.impl);
}

bool
ChoosingScheduler::IsEmpty() const
{
    return m_events.empty();
}

Scheduler::Event
ChoosingScheduler::PeekNext() const
{
    const auto& [key, impl] = *m_events.begin();
    return {impl, key};
}

Scheduler::Event
ChoosingScheduler::RemoveNext()
{
    const auto next = ChooseNext();
    const Event event{next->second, next->first};
    m_events.erase(next);
    return event;
}

void
ChoosingScheduler::Remove(const Event& ev)
{
    m_events.erase(ev.key);
}

ChoosingScheduler::Events::iterator
ChoosingScheduler::ChooseNext()
{
    const auto first = m_events.begin();
    const auto time = first->first.m_ts;
    if (!m_choices || time < static_cast<uint64_t>(m_from.GetTimeStep()) ||
        time > static_cast<uint64_t>(m_until.GetTimeStep()))
    {
        return first;
    }
    std::vector<Events::iterator> options;
    for (auto event = first; event != m_events.end() && event->first.m_ts == time; ++event)
    {
        if (event->second->IsCancelled())
        {
            return event; // makes no difference
        }
        options.push_back(event);
    }
    const auto count = static_cast<uint32_t>(options.size());
    return count < 2 ? first : options[m_choices->Choose(count)];
}

} // namespace mgm
} // namespace ns3

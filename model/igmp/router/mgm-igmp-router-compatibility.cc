/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-compatibility.h"

#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

IgmpGroupCompatibility::IgmpGroupCompatibility(IgmpRouterLink& link, Ipv4Address group)
    : m_link(link),
      m_group(group),
      m_v1Timer([this]() {
          Step(m_v2Timer.GetRemaining().IsStrictlyPositive() ? Event::V1_TIMER_AMONG_V2_HOSTS
                                                             : Event::V1_TIMER);
      }),
      m_v2Timer([this]() { Step(Event::V2_TIMER); })
{
}

IgmpGroupMode
IgmpGroupCompatibility::GetMode() const
{
    return m_machine.Get();
}

void
IgmpGroupCompatibility::Step(Event event)
{
    if (!m_link.IsServed())
    {
        return;
    }
    const auto subject =
        m_link.GetSubject(words::IGMP_GROUP_MODE, SourceGroup{Ipv4Address::GetZero(), m_group});
    m_machine.Step(event, subject, [this](Action action) {
        if (action != Action::NONE)
        {
            auto& timer = action == Action::START_V1 ? m_v1Timer : m_v2Timer;
            timer.Start(m_link.GetParameters().olderHostInterval);
        }
    });
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-host-compatibility.h"

#include <utility>

namespace ns3
{
namespace mgm
{

using Event = IgmpHostModeEvent;
using Action = IgmpHostModeAction;

IgmpHostCompatibility::IgmpHostCompatibility(IgmpHostLink& link, std::function<void()> changed)
    : m_link(link),
      m_changed(std::move(changed)),
      m_v1Timer([this]() {
          Expire(m_v2Timer.IsRunning() ? Event::V1_EXPIRED_V2_PRESENT : Event::V1_EXPIRED);
      }),
      m_v2Timer([this]() { Expire(Event::V2_EXPIRED); })
{
}

void
IgmpHostCompatibility::ReceiveV1Query(Time timeout)
{
    Step(Event::V1_QUERY, timeout);
}

void
IgmpHostCompatibility::ReceiveV2Query(Time timeout)
{
    Step(Event::V2_QUERY, timeout);
}

IgmpHostMode
IgmpHostCompatibility::GetMode() const
{
    return m_machine.Get();
}

void
IgmpHostCompatibility::Expire(Event event)
{
    const auto before = m_machine.Get();
    Step(event);
    if (m_machine.Get() != before)
    {
        m_changed();
    }
}

void
IgmpHostCompatibility::Step(Event event, Time timeout)
{
    m_machine.Step(event, m_link.GetSubject("IgmpHostCompatibility", {}), [=](Action action) {
        if (action == Action::START_V1)
        {
            m_v1Timer.Start(timeout);
        }
        else if (action == Action::START_V2)
        {
            m_v2Timer.Start(timeout);
        }
    });
}

} // namespace mgm
} // namespace ns3

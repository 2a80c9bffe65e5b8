/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-host-compatibility.h"

#include "ns3/mgm-trace-words.h"

#include <utility>

namespace ns3
{
namespace mgm
{

IgmpHostCompatibility::IgmpHostCompatibility(IgmpHostLink& link,
                                             uint8_t version,
                                             std::function<void()> changed)
    : m_link(link),
      m_version(version),
      m_changed(std::move(changed)),
      m_v1Timer([this]() { ExpireV1(); }),
      m_v2Timer([this]() { Expire(Event::V2_EXPIRED); })
{
}

void
IgmpHostCompatibility::ReceiveV1Query(Time timeout)
{
    if (m_version == 2)
    {
        StepV2Host(IgmpV2HostModeEvent::V1_QUERY, timeout);
        return;
    }
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
    if (m_version == 2)
    {
        const bool isV1 = m_v2HostMachine.Get() == IgmpV2HostMode::V1;
        return isV1 ? IgmpHostMode::V1 : IgmpHostMode::V2;
    }
    return m_machine.Get();
}

void
IgmpHostCompatibility::ExpireV1()
{
    if (m_version == 2)
    {
        StepV2Host(IgmpV2HostModeEvent::V1_EXPIRED);
        return;
    }
    Expire(m_v2Timer.IsRunning() ? Event::V1_EXPIRED_V2_PRESENT : Event::V1_EXPIRED);
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
IgmpHostCompatibility::StepV2Host(IgmpV2HostModeEvent event, Time timeout)
{
    const auto subject = m_link.GetSubject(words::IGMP_HOST_COMPATIBILITY, {});
    m_v2HostMachine.Step(event, subject, [this, timeout](IgmpV2HostModeAction action) {
        if (action == IgmpV2HostModeAction::START_V1)
        {
            m_v1Timer.Start(timeout);
        }
    });
}

void
IgmpHostCompatibility::Step(Event event, Time timeout)
{
    m_machine.Step(event,
                   m_link.GetSubject(words::IGMP_HOST_COMPATIBILITY, {}),
                   [this, timeout](Action action) {
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

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-v1-membership.h"

#include "mgm-igmp-query.h"

#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

IgmpV1Membership::IgmpV1Membership(IgmpHostLink& link, Ipv4Address group)
    : m_link(link),
      m_group(group),
      m_timer([this]() { Step(Event::TIMER); })
{
}

void
IgmpV1Membership::Join()
{
    Step(Event::JOIN);
}

void
IgmpV1Membership::Adopt()
{
    Step(Event::ADOPT);
}

void
IgmpV1Membership::Leave()
{
    Step(Event::LEAVE);
    m_link.Forget(m_group);
}

void
IgmpV1Membership::ReceiveQuery()
{
    Step(Event::QUERY);
}

void
IgmpV1Membership::ReceiveReport()
{
    Step(Event::REPORT);
}

void
IgmpV1Membership::Step(Event event)
{
    m_machine.Step(event,
                   m_link.GetSubject(words::IGMP_V1_MEMBERSHIP, m_group),
                   [this](Action action) { Perform(action); });
}

void
IgmpV1Membership::Perform(Action action)
{
    if (action == Action::JOIN || action == Action::REPORT)
    {
        m_link.Send(IgmpV2Message{IgmpType::V1_REPORT, Time(0), m_group}, m_group);
    }
    if (action == Action::JOIN || action == Action::START)
    {
        m_timer.Start(m_link.DrawDelay(IGMP_V1_RESPONSE_TIME));
    }
    if (action == Action::STOP)
    {
        m_timer.Stop();
    }
}

} // namespace mgm
} // namespace ns3

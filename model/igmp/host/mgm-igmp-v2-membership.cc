/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-v2-membership.h"

#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

IgmpV2Membership::IgmpV2Membership(IgmpHostLink& link, Ipv4Address group)
    : m_link(link),
      m_group(group),
      m_timer([this]() { Step(Event::TIMER); })
{
}

void
IgmpV2Membership::Join()
{
    Step(Event::JOIN, m_link.GetUnsolicitedReportInterval());
}

void
IgmpV2Membership::Adopt()
{
    Step(Event::ADOPT);
}

void
IgmpV2Membership::Leave()
{
    const bool isToBeSent = m_isLastReporter && !m_link.IsV1QuerierPresent();
    Step(isToBeSent ? Event::LEAVE_AS_LAST : Event::LEAVE);
    m_link.Forget(m_group);
}

void
IgmpV2Membership::ReceiveQuery(Time maxResponseTime)
{
    const bool urgent = maxResponseTime < m_timer.GetRemaining();
    Step(urgent ? Event::URGENT_QUERY : Event::QUERY, maxResponseTime);
}

void
IgmpV2Membership::ReceiveReport()
{
    Step(Event::REPORT);
}

void
IgmpV2Membership::Step(Event event, Time longestDelay)
{
    m_machine.Step(event,
                   m_link.GetSubject(words::IGMP_V2_MEMBERSHIP, m_group),
                   [this, longestDelay](Action action) { Perform(action, longestDelay); });
}

void
IgmpV2Membership::Perform(Action action, Time longestDelay)
{
    switch (action)
    {
    case Action::JOIN:
        SendReport();
        [[fallthrough]];
    case Action::START:
        m_timer.Start(m_link.DrawDelay(longestDelay));
        break;
    case Action::REPORT:
        SendReport();
        break;
    case Action::SUPPRESS:
        m_timer.Stop();
        m_isLastReporter = false;
        break;
    case Action::SEND_LEAVE:
        m_link.Send(IgmpV2Message{IgmpType::V2_LEAVE, Time(0), m_group}, IGMP_ALL_ROUTERS);
        [[fallthrough]];
    case Action::STOP:
        m_timer.Stop();
        break;
    case Action::SET_FLAG:
        m_isLastReporter = true;
        break;
    case Action::NONE:
    case Action::COUNT:
        break;
    }
}

void
IgmpV2Membership::SendReport()
{
    const auto type = m_link.IsV1QuerierPresent() ? IgmpType::V1_REPORT : IgmpType::V2_REPORT;
    m_link.Send(IgmpV2Message{type, Time(0), m_group}, m_group);
    m_isLastReporter = true;
}

} // namespace mgm
} // namespace ns3

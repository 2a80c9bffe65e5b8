/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-v2-group.h"

#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

IgmpV2Group::IgmpV2Group(IgmpRouterLink& link, Ipv4Address group)
    : m_link(link),
      m_group(group),
      m_timer([this]() { Step(IgmpV2GroupEvent::GROUP_TIMER); }),
      m_retransmitTimer([this]() { Step(IgmpV2GroupEvent::RETRANSMIT_TIMER); }),
      m_v1HostTimer([this]() { Step(IgmpV2GroupEvent::V1_HOST_TIMER); })
{
}

void
IgmpV2Group::Step(IgmpV2GroupEvent event)
{
    if (!m_link.IsServed())
    {
        return;
    }
    const auto subject =
        m_link.GetSubject(words::IGMP_V2_GROUP, SourceGroup{Ipv4Address::GetZero(), m_group});
    m_machine.Step(event, subject, [this](IgmpV2GroupAction action) { Perform(action); });
    if (m_machine.Get() == IgmpV2GroupState::NO_MEMBERS)
    {
        m_link.Forget(m_group);
    }
}

void
IgmpV2Group::ReceiveReport(IgmpV2GroupEvent event, Ipv4Address host)
{
    const auto parameters = m_link.GetParameters();
    if (parameters.hostTracking)
    {
        m_tracker.Note(host, IgmpV3GroupEvent::IS_EX, {}, parameters.membershipInterval);
    }
    Step(event);
}

void
IgmpV2Group::ReceiveLeave(Ipv4Address host)
{
    const auto parameters = m_link.GetParameters();
    if (parameters.hostTracking)
    {
        m_tracker.Note(host, IgmpV3GroupEvent::TO_IN, {}, parameters.membershipInterval);
        if (m_tracker.IsAnySourceWanted())
        {
            return;
        }
    }
    if (parameters.immediateLeave)
    {
        Step(IgmpV2GroupEvent::LEAVE_AT_ONCE);
    }
    else if (m_link.IsQuerier())
    {
        Step(IgmpV2GroupEvent::LEAVE);
    }
}

void
IgmpV2Group::ReceiveQuery(Time maxResponseTime)
{
    m_heardResponseTime = maxResponseTime;
    Step(IgmpV2GroupEvent::GROUP_QUERY);
}

void
IgmpV2Group::Perform(IgmpV2GroupAction action)
{
    const auto parameters = m_link.GetParameters();
    switch (action)
    {
    case IgmpV2GroupAction::JOIN:
    case IgmpV2GroupAction::JOIN_V1:
        m_link.SetMembership(m_group, FilterMode::EXCLUDE, {});
        [[fallthrough]];
    case IgmpV2GroupAction::REFRESH:
    case IgmpV2GroupAction::REFRESH_V1:
        m_retransmitTimer.Stop();
        m_timer.Start(parameters.membershipInterval);
        if (action == IgmpV2GroupAction::JOIN_V1 || action == IgmpV2GroupAction::REFRESH_V1)
        {
            m_v1HostTimer.Start(parameters.olderHostInterval);
        }
        break;
    case IgmpV2GroupAction::CHECK:
        m_queriesLeft = parameters.lastMemberCount;
        m_timer.Start(parameters.GetLastMemberTime());
        SendQuery();
        break;
    case IgmpV2GroupAction::LOWER:
        m_timer.Lower(m_heardResponseTime * static_cast<int64_t>(parameters.lastMemberCount));
        break;
    case IgmpV2GroupAction::QUERY:
        SendQuery();
        break;
    case IgmpV2GroupAction::LEAVE:
        m_retransmitTimer.Stop();
        m_link.SetMembership(m_group, FilterMode::INCLUDE, {});
        break;
    case IgmpV2GroupAction::NONE:
    case IgmpV2GroupAction::COUNT:
        break;
    }
}

void
IgmpV2Group::SendQuery()
{
    const auto parameters = m_link.GetParameters();
    if (--m_queriesLeft > 0)
    {
        m_retransmitTimer.Start(parameters.lastMemberInterval);
    }
    m_link.SendQuery(MakeV2GroupQuery(parameters, m_group));
}

IgmpGroupState
IgmpV2Group::GetState() const
{
    IgmpGroupState state;
    state.mode = FilterMode::EXCLUDE;
    state.timer = m_timer.GetRemaining();
    state.compatibility = m_machine.Get() == IgmpV2GroupState::V1_MEMBERS ? 1 : 2;
    return state;
}

} // namespace mgm
} // namespace ns3

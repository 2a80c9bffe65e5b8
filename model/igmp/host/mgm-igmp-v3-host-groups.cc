/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-v3-host-groups.h"

#include "ns3/mgm-trace-words.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

IgmpV3HostGroups::IgmpV3HostGroups(IgmpHostLink& link)
    : IgmpHostGroupsOf(link),
      m_interfaceTimer([this]() { Step(Event::TIMER, Time(0)); })
{
}

void
IgmpV3HostGroups::SetFilter(Ipv4Address group, const MulticastFilter& filter)
{
    FindOrMake(group).SetFilter(filter);
}

void
IgmpV3HostGroups::Adopt(Ipv4Address group, const MulticastFilter& filter)
{
    FindOrMake(group).Adopt(filter);
}

void
IgmpV3HostGroups::ReceiveQuery(const IgmpQuery& query)
{
    auto* membership = Find(query.group);
    const bool isWanted = membership && membership->HasReceptionState();
    if (query.IsGeneral() ? !HasReceptionState() : !isWanted)
    {
        return;
    }
    const auto delay = m_link.DrawDelay(query.maxResponseTime);
    if (m_interfaceTimer.IsRunning() && m_interfaceTimer.GetRemaining() < delay)
    {
        Step(Event::COVERED_QUERY, delay);
    }
    else if (query.IsGeneral())
    {
        Step(Event::GENERAL_QUERY, delay);
    }
    else
    {
        membership->ReceiveQuery(query.sources, delay);
    }
}

void
IgmpV3HostGroups::ReceiveReport(Ipv4Address)
{
}

void
IgmpV3HostGroups::LeaveAll()
{
    for (auto it = m_groups.begin(); it != m_groups.end();)
    {
        auto& membership = (it++)->second; // which the call may destroy
        membership.SetFilter({});
    }
}

void
IgmpV3HostGroups::Step(Event event, Time delay)
{
    m_machine.Step(event,
                   m_link.GetSubject(words::IGMP_V3_GENERAL_RESPONSE, {}),
                   [this, delay](Action action) { Perform(action, delay); });
}

void
IgmpV3HostGroups::Perform(Action action, Time delay)
{
    if (action == Action::START)
    {
        m_interfaceTimer.Start(delay);
    }
    else if (action == Action::REPORT_ALL)
    {
        ReportAll();
    }
}

void
IgmpV3HostGroups::ReportAll()
{
    std::vector<IgmpGroupRecord> records;
    for (const auto& [group, membership] : m_groups)
    {
        if (membership.HasReceptionState())
        {
            records.push_back(membership.GetCurrentState());
        }
    }
    m_link.SendReport(records);
    for (auto& [group, membership] : m_groups)
    {
        if (membership.HasReceptionState())
        {
            membership.OnReported();
        }
    }
}

bool
IgmpV3HostGroups::HasReceptionState() const
{
    return std::any_of(m_groups.begin(), m_groups.end(), [](const auto& element) {
        return element.second.HasReceptionState();
    });
}

} // namespace mgm
} // namespace ns3

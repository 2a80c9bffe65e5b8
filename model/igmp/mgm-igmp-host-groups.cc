/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-host-groups.h"

#include "mgm-igmp-v2-membership.h"
#include "mgm-igmp-v3-general-response-fsm.h"
#include "mgm-igmp-v3-membership.h"

#include <map>

namespace ns3
{
namespace mgm
{

namespace
{

/// What is the same for all versions.
template <typename Membership>
class GroupsOf : public IgmpHostGroups
{
  public:
    explicit GroupsOf(IgmpHostLink& link)
        : m_link(link)
    {
    }

    void Forget(Ipv4Address group) override
    {
        m_groups.erase(group);
    }

  protected:
    Membership* Find(Ipv4Address group)
    {
        const auto found = m_groups.find(group);
        return found == m_groups.end() ? nullptr : &found->second;
    }

    Membership& FindOrMake(Ipv4Address group)
    {
        return m_groups.try_emplace(group, m_link, group).first->second;
    }

    IgmpHostLink& m_link;
    std::map<Ipv4Address, Membership> m_groups;
};

/// RFC 2236 section 6.
class V2Groups : public GroupsOf<IgmpV2Membership>
{
  public:
    using GroupsOf::GroupsOf;

    void SetFilter(Ipv4Address group, FilterMode mode, const SourceSet& sources) override
    {
        if (mode == FilterMode::EXCLUDE || !sources.IsEmpty())
        {
            FindOrMake(group).Join();
        }
        else if (auto* membership = Find(group))
        {
            membership->Leave();
        }
    }

    void ReceiveQuery(const IgmpHostQuery& query) override
    {
        if (query.group.Get() == 0)
        {
            for (auto& [group, membership] : m_groups)
            {
                membership.ReceiveQuery(query.maxResponseTime);
            }
        }
        else if (auto* membership = Find(query.group))
        {
            membership->ReceiveQuery(query.maxResponseTime);
        }
    }

    void ReceiveReport(Ipv4Address group) override
    {
        if (auto* membership = Find(group))
        {
            membership->ReceiveReport();
        }
    }

    void LeaveAll() override
    {
        while (!m_groups.empty())
        {
            m_groups.begin()->second.Leave();
        }
    }
};

/// RFC 3376 section 5.
class V3Groups : public GroupsOf<IgmpV3Membership>
{
  public:
    explicit V3Groups(IgmpHostLink& link)
        : GroupsOf(link),
          m_interfaceTimer([this]() { Step(IgmpV3GeneralResponseEvent::TIMER, Time(0)); })
    {
    }

    void SetFilter(Ipv4Address group, FilterMode mode, const SourceSet& sources) override
    {
        FindOrMake(group).SetFilter(mode, sources);
    }

    void ReceiveQuery(const IgmpHostQuery& query) override
    {
        auto* membership = Find(query.group);
        const bool general = query.group.Get() == 0;
        const bool concerned =
            general ? !m_groups.empty() : membership && membership->HasReceptionState();
        if (!concerned)
        {
            return;
        }
        const auto delay = m_link.DrawDelay(query.maxResponseTime);
        if (m_interfaceTimer.IsRunning() && m_interfaceTimer.GetRemaining() < delay)
        {
            Step(IgmpV3GeneralResponseEvent::COVERED_QUERY, delay);
        }
        else if (general)
        {
            Step(IgmpV3GeneralResponseEvent::GENERAL_QUERY, delay);
        }
        else
        {
            membership->ReceiveQuery(query.sources, delay);
        }
    }

    /// IGMPv3 hosts do not suppress their reports.
    void ReceiveReport(Ipv4Address) override
    {
    }

    void LeaveAll() override
    {
        for (auto it = m_groups.begin(); it != m_groups.end();)
        {
            auto& membership = (it++)->second; // which the call may destroy
            membership.SetFilter(FilterMode::INCLUDE, {});
        }
    }

  private:
    void Step(IgmpV3GeneralResponseEvent event, Time delay)
    {
        m_machine.Step(event,
                       m_link.GetSubject("IgmpV3GeneralResponse", {}),
                       [=](IgmpV3GeneralResponseAction action) { Perform(action, delay); });
    }

    void Perform(IgmpV3GeneralResponseAction action, Time delay)
    {
        if (action == IgmpV3GeneralResponseAction::START)
        {
            m_interfaceTimer.Start(delay);
        }
        else if (action == IgmpV3GeneralResponseAction::REPORT_ALL)
        {
            ReportAll();
        }
    }

    void ReportAll()
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
            membership.OnReported();
        }
    }

    StateMachine<IGMP_V3_GENERAL_RESPONSE_TABLE> m_machine;
    DeadlineTimer m_interfaceTimer;
};

} // namespace

std::unique_ptr<IgmpHostGroups>
MakeIgmpHostGroups(uint8_t version, IgmpHostLink& link)
{
    if (version == 2)
    {
        return std::make_unique<V2Groups>(link);
    }
    return std::make_unique<V3Groups>(link);
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-model.h"

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint8_t V1_REPORT = 0x12;
constexpr uint8_t V2_REPORT = 0x16;

using Type = IgmpRecordNumber;

const Time DEFAULT_QUERY_INTERVAL = Seconds(125); // RFC 3376 section 8.2

/// The default SSM range (RFC 4604 section 2).
bool
IsSsm(uint32_t group)
{
    return group >> 24 == 232;
}

} // namespace

Time
IgmpRouterSetup::GetMembershipInterval() const
{
    return queryInterval * static_cast<int64_t>(robustness) +
           responseInterval * static_cast<int64_t>(isRfc9776 ? 2 : 1);
}

Time
IgmpRouterSetup::GetOlderHostInterval() const
{
    return queryInterval * static_cast<int64_t>(robustness) + responseInterval;
}

Time
IgmpRouterSetup::GetOtherQuerierInterval() const
{
    return queryInterval * static_cast<int64_t>(robustness) +
           NanoSeconds(responseInterval.GetNanoSeconds() / 2);
}

IgmpRouterModel::IgmpRouterModel(const IgmpRouterSetup& setup)
    : m_setup(setup),
      m_startupLeft(setup.startupCount)
{
    Enforce(setup);
}

void
IgmpRouterModel::Advance(Time now)
{
    m_now = now;
    for (auto& [group, model] : m_groups)
    {
        model.Advance(now, m_times);
    }
    Collect(); // with the configuration that another querier still gives
    AdvanceQuerier();
}

void
IgmpRouterModel::SetLink(bool isUp)
{
    if (isUp == m_isUp)
    {
        return;
    }
    m_isUp = isUp;
    m_otherQuerier.reset();
    Enforce(m_setup);
    for (auto& [address, model] : m_groups)
    {
        model.StopQueries();
    }
    m_startupLeft = m_setup.startupCount;
    m_nextGeneral = m_now;
    AdvanceQuerier();
}

void
IgmpRouterModel::ReceiveRecord(uint32_t group, Type type, SourceBits sources)
{
    const auto mode = GetCompatibility(group);
    const bool isExclude = type == Type::IS_EX || type == Type::TO_EX;
    const bool isIgnored = (IsSsm(group) && isExclude) || (mode < 3 && type == Type::BLOCK) ||
                           (mode == 1 && type == Type::TO_IN);
    if (!isIgnored)
    {
        Apply(group, type, mode < 3 && type == Type::TO_EX ? 0 : sources);
    }
}

void
IgmpRouterModel::ReceiveOlder(uint8_t type, uint32_t group)
{
    if (IsSsm(group))
    {
        return;
    }
    if (type == V1_REPORT || type == V2_REPORT)
    {
        auto& older = m_older[group];
        (type == V1_REPORT ? older.v1 : older.v2) = m_now + m_inForce.GetOlderHostInterval();
        Apply(group, Type::IS_EX, 0);
    }
    else if (GetCompatibility(group) > 1)
    {
        Apply(group, Type::TO_IN, 0);
    }
}

void
IgmpRouterModel::ReceiveSpecificQuery(uint32_t from,
                                      uint32_t group,
                                      bool suppress,
                                      SourceBits sources)
{
    if (from < m_setup.address && !m_setup.isRfc9776)
    {
        Yield();
    }
    const auto it = m_groups.find(group);
    if (it != m_groups.end() && !suppress)
    {
        it->second.ReceiveQuery(m_now, m_times.GetLastMemberTime(), sources);
    }
}

void
IgmpRouterModel::ReceiveGeneralQuery(uint32_t from, uint32_t robustness, Time interval)
{
    if (from < m_setup.address)
    {
        auto setup = m_setup;
        setup.robustness = robustness > 0 ? robustness : setup.robustness;
        setup.queryInterval = interval.IsStrictlyPositive() ? interval : DEFAULT_QUERY_INTERVAL;
        Enforce(setup);
        Yield();
    }
}

void
IgmpRouterModel::Yield()
{
    m_otherQuerier = m_now + m_inForce.GetOtherQuerierInterval();
    for (auto& [address, model] : m_groups)
    {
        if (!m_setup.isRfc9776) // there, only general queries cease
        {
            model.StopQueries();
        }
    }
}

void
IgmpRouterModel::Enforce(const IgmpRouterSetup& setup)
{
    m_inForce = setup;
    m_times = {setup.GetMembershipInterval(), setup.lastMemberInterval, setup.lastMemberCount};
}

const IgmpRouterSetup&
IgmpRouterModel::GetSetupInForce() const
{
    return m_inForce;
}

const std::map<uint32_t, IgmpGroupModel>&
IgmpRouterModel::GetGroups() const
{
    return m_groups;
}

std::set<IgmpRouterModel::Membership>
IgmpRouterModel::GetMemberships() const
{
    std::set<Membership> memberships;
    for (const auto& [group, model] : m_groups)
    {
        if (model.IsExclude())
        {
            memberships.insert({std::nullopt, group});
            continue;
        }
        for (uint32_t number = 0; number < 32; ++number)
        {
            if (HasSource(model.GetRunning(), number))
            {
                memberships.insert({number, group});
            }
        }
    }
    return memberships;
}

bool
IgmpRouterModel::IsQuerier() const
{
    return m_isUp && !m_otherQuerier;
}

std::vector<IgmpModelQuery>
IgmpRouterModel::TakeQueries()
{
    return std::exchange(m_queries, {});
}

uint32_t
IgmpRouterModel::GetCompatibility(uint32_t group) const
{
    const auto it = m_older.find(group);
    if (it == m_older.end())
    {
        return 3;
    }
    return it->second.v1 > m_now ? 1 : it->second.v2 > m_now ? 2 : 3;
}

void
IgmpRouterModel::Apply(uint32_t group, Type type, SourceBits sources)
{
    auto& model = m_groups.try_emplace(group, group).first->second;
    model.Receive(m_now, m_times, type, sources, IsQuerier());
    Collect();
}

void
IgmpRouterModel::SendGeneral(Time at, Time next)
{
    Send({at, 0, false, 0, false, false, 0, Time(0)});
    m_nextGeneral = next;
}

void
IgmpRouterModel::Send(IgmpModelQuery query)
{
    query.robustness = m_inForce.robustness;
    query.queryInterval = m_inForce.queryInterval;
    m_queries.push_back(query);
}

void
IgmpRouterModel::AdvanceQuerier()
{
    if (m_otherQuerier && *m_otherQuerier <= m_now)
    {
        Enforce(m_setup);
        SendGeneral(*m_otherQuerier, *m_otherQuerier + m_setup.queryInterval);
        m_otherQuerier.reset();
        m_startupLeft = 0;
    }
    while (IsQuerier() && m_nextGeneral <= m_now)
    {
        m_startupLeft -= m_startupLeft > 0 ? 1 : 0;
        const auto interval = m_startupLeft > 0 ? m_setup.startupInterval : m_setup.queryInterval;
        SendGeneral(m_nextGeneral, m_nextGeneral + interval);
    }
}

void
IgmpRouterModel::Collect()
{
    for (auto it = m_groups.begin(); it != m_groups.end();)
    {
        for (const auto& query : it->second.TakeQueries())
        {
            Send(query);
        }
        const bool exists = it->second.Exists();
        if (!exists)
        {
            m_older.erase(it->first);
        }
        it = exists ? std::next(it) : m_groups.erase(it);
    }
}

} // namespace mgm
} // namespace ns3

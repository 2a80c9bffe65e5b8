/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-v3-membership.h"

#include "ns3/mgm-trace-words.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

IgmpV3Membership::IgmpV3Membership(IgmpHostLink& link, Ipv4Address group)
    : m_link(link),
      m_group(group),
      m_repetitionTimer([this]() {
          ReportChange();
          ForgetIfUnused();
      }),
      m_response(link, group, [this](const SourceSet& sources) { Respond(sources); })
{
}

void
IgmpV3Membership::SetFilter(const MulticastFilter& filter)
{
    const bool include = filter.mode == FilterMode::INCLUDE;
    Step(include ? Event::SET_INCLUDE : Event::SET_EXCLUDE, filter.sources);
    ForgetIfUnused();
}

void
IgmpV3Membership::Adopt(const MulticastFilter& filter)
{
    const bool include = filter.mode == FilterMode::INCLUDE;
    Step(include ? Event::ADOPT_INCLUDE : Event::ADOPT_EXCLUDE, filter.sources);
}

void
IgmpV3Membership::Step(Event event, const SourceSet& sources)
{
    m_filter.Step(event, m_link.GetSubject(words::IGMP_V3_FILTER, m_group), [&](Action action) {
        Merge(action, sources);
    });
}

void
IgmpV3Membership::Merge(Action action, const SourceSet& sources)
{
    const auto before = std::exchange(m_sources, sources);
    const auto robustness = m_link.GetRobustness();
    if (action == Action::ADOPT)
    {
        return;
    }
    if (action == Action::CHANGE_MODE)
    {
        m_modeReportsLeft = robustness;
        ReportChange();
        return;
    }
    const auto changed = (before - sources) + (sources - before);
    for (const auto& source : changed)
    {
        m_sourceReportsLeft[source] = robustness;
    }
    if (!changed.IsEmpty())
    {
        ReportChange();
    }
}

void
IgmpV3Membership::ReportChange()
{
    std::vector<IgmpGroupRecord> records;
    std::vector<Ipv4Address> allowed;
    std::vector<Ipv4Address> blocked;
    TakeChangedSources(allowed, blocked);
    const bool include = m_filter.Get() == FilterMode::INCLUDE;
    if (m_modeReportsLeft > 0)
    {
        --m_modeReportsLeft;
        records.push_back({include ? IgmpRecordType::TO_IN : IgmpRecordType::TO_EX,
                           m_group,
                           m_sources.ToVector()});
    }
    else
    {
        if (!allowed.empty())
        {
            records.push_back({IgmpRecordType::ALLOW, m_group, std::move(allowed)});
        }
        if (!blocked.empty())
        {
            records.push_back({IgmpRecordType::BLOCK, m_group, std::move(blocked)});
        }
    }
    m_repetitionTimer.Stop();
    if (m_modeReportsLeft > 0 || !m_sourceReportsLeft.empty())
    {
        m_repetitionTimer.Start(m_link.DrawDelay(m_link.GetUnsolicitedReportInterval()));
    }
    m_link.SendReport(records);
}

void
IgmpV3Membership::TakeChangedSources(std::vector<Ipv4Address>& allowed,
                                     std::vector<Ipv4Address>& blocked)
{
    const bool include = m_filter.Get() == FilterMode::INCLUDE;
    for (auto it = m_sourceReportsLeft.begin(); it != m_sourceReportsLeft.end();)
    {
        auto& [source, left] = *it;
        const bool isForwarded = m_sources.Contains(source) == include;
        (isForwarded ? allowed : blocked).push_back(source);
        it = --left == 0 ? m_sourceReportsLeft.erase(it) : std::next(it);
    }
}

void
IgmpV3Membership::ReceiveQuery(const SourceSet& sources, Time delay)
{
    m_response.ReceiveQuery(sources, delay);
}

void
IgmpV3Membership::OnReported()
{
    m_response.OnReported();
}

bool
IgmpV3Membership::HasReceptionState() const
{
    return m_filter.Get() == FilterMode::EXCLUDE || !m_sources.IsEmpty();
}

IgmpGroupRecord
IgmpV3Membership::GetCurrentState() const
{
    const bool include = m_filter.Get() == FilterMode::INCLUDE;
    return {include ? IgmpRecordType::IS_IN : IgmpRecordType::IS_EX, m_group, m_sources.ToVector()};
}

void
IgmpV3Membership::Respond(const SourceSet& sources)
{
    if (HasReceptionState() && sources.IsEmpty())
    {
        m_link.SendReport({GetCurrentState()});
    }
    else if (HasReceptionState())
    {
        const bool include = m_filter.Get() == FilterMode::INCLUDE;
        const auto wanted = include ? m_sources * sources : sources - m_sources;
        if (!wanted.IsEmpty())
        {
            m_link.SendReport({{IgmpRecordType::IS_IN, m_group, wanted.ToVector()}});
        }
    }
    ForgetIfUnused();
}

void
IgmpV3Membership::ForgetIfUnused()
{
    const bool isSilent = !m_repetitionTimer.IsRunning() && !m_response.IsPending();
    if (!HasReceptionState() && isSilent)
    {
        m_link.Forget(m_group);
    }
}

} // namespace mgm
} // namespace ns3

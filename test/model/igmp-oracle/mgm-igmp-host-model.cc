/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-host-model.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

using Type = IgmpRecordNumber;

Time
HalfOf(Time time)
{
    return NanoSeconds(time.GetNanoSeconds() / 2);
}

} // namespace

IgmpFilterModel
MergeFilterModels(const std::vector<IgmpFilterModel>& filters)
{
    IgmpFilterModel merged;
    SourceBits included = 0;
    SourceBits excludedByAll = ~SourceBits{0};
    for (const auto& filter : filters)
    {
        merged.isExclude = merged.isExclude || filter.isExclude;
        included |= filter.isExclude ? 0 : filter.sources;
        excludedByAll &= filter.isExclude ? filter.sources : ~SourceBits{0};
    }
    merged.sources = merged.isExclude ? excludedByAll & ~included : included;
    return merged;
}

IgmpHostModel::IgmpHostModel(const IgmpHostSetup& setup)
    : m_setup(setup)
{
}

void
IgmpHostModel::Advance(Time now)
{
    for (;;)
    {
        auto next = m_generalResponse;
        for (const auto& [address, group] : m_groups)
        {
            for (const auto& at : {group.nextReport, group.response})
            {
                next = at && (!next || *at < *next) ? at : next;
            }
        }
        m_now = next ? std::min(*next, now) : now;
        if (!DoNext())
        {
            return;
        }
    }
}

bool
IgmpHostModel::DoNext()
{
    if (m_generalResponse == m_now)
    {
        RespondToAll();
        return true;
    }
    for (auto& [address, group] : m_groups)
    {
        if (group.nextReport == m_now)
        {
            SendChange(address, group);
            return true;
        }
        if (group.response == m_now)
        {
            Respond(address, group);
            return true;
        }
    }
    return false;
}

void
IgmpHostModel::SetFilter(uint32_t socket, uint32_t address, const IgmpFilterModel& filter)
{
    auto& group = m_groups[address];
    const auto before = Merge(group);
    group.sockets[socket] = filter;
    if (m_isUp)
    {
        Change(address, group, before, Merge(group));
    }
}

void
IgmpHostModel::SetLink(bool isUp)
{
    m_isUp = isUp;
    m_generalResponse.reset();
    for (auto& [address, group] : m_groups)
    {
        const auto sockets = group.sockets;
        group = Group();
        group.sockets = sockets;
        if (isUp)
        {
            Change(address, group, {}, Merge(group));
        }
    }
}

void
IgmpHostModel::Change(uint32_t address,
                      Group& group,
                      const IgmpFilterModel& before,
                      const IgmpFilterModel& after)
{
    if (before.isExclude == after.isExclude && before.sources == after.sources)
    {
        return;
    }
    const auto changed = before.sources ^ after.sources;
    if (before.isExclude != after.isExclude)
    {
        group.modeLeft = m_setup.robustness;
    }
    for (uint32_t number = 0; changed >> number != 0; ++number)
    {
        if (before.isExclude == after.isExclude && HasSource(changed, number))
        {
            group.sourcesLeft[number] = m_setup.robustness;
        }
    }
    SendChange(address, group);
}

void
IgmpHostModel::ReceiveQuery(uint32_t address, SourceBits sources, Time longest)
{
    const auto due = m_now + HalfOf(longest);
    const bool hasState =
        std::any_of(m_groups.begin(), m_groups.end(), [address](const auto& entry) {
            return (address == 0 || entry.first == address) && !Merge(entry.second).IsNothing();
        });
    const bool isCovered = m_generalResponse && *m_generalResponse < due; // rule 1
    if (!hasState || isCovered)
    {
        return;
    }
    if (address == 0) // rule 2
    {
        m_generalResponse = due;
        return;
    }
    auto& group = m_groups[address];
    if (!group.response) // rule 3
    {
        group.response = due;
        group.asked = sources;
        return;
    }
    const bool isForGroup = sources == 0 || group.asked == 0; // rule 4, else rule 5
    group.asked = isForGroup ? 0 : group.asked | sources;
    group.response = std::min(*group.response, due);
}

IgmpFilterModel
IgmpHostModel::GetFilter(uint32_t group) const
{
    const auto it = m_groups.find(group);
    return it != m_groups.end() ? Merge(it->second) : IgmpFilterModel();
}

std::vector<IgmpModelReport>
IgmpHostModel::TakeReports()
{
    return std::exchange(m_reports, {});
}

IgmpFilterModel
IgmpHostModel::Merge(const Group& group)
{
    std::vector<IgmpFilterModel> filters;
    for (const auto& [socket, filter] : group.sockets)
    {
        filters.push_back(filter);
    }
    return MergeFilterModels(filters);
}

void
IgmpHostModel::SendChange(uint32_t address, Group& group)
{
    const auto filter = Merge(group);
    SourceBits allowed = 0;
    SourceBits blocked = 0;
    for (auto it = group.sourcesLeft.begin(); it != group.sourcesLeft.end();)
    {
        (filter.Accepts(it->first) ? allowed : blocked) |= 1U << it->first;
        it = --it->second == 0 ? group.sourcesLeft.erase(it) : std::next(it);
    }
    IgmpModelReport report{m_now, {}};
    if (group.modeLeft > 0)
    {
        --group.modeLeft;
        const auto type = filter.isExclude ? Type::TO_EX : Type::TO_IN;
        report.records.push_back({type, address, filter.sources});
    }
    else
    {
        for (const auto& [type, sources] :
             {std::pair(Type::ALLOW, allowed), std::pair(Type::BLOCK, blocked)})
        {
            if (sources != 0)
            {
                report.records.push_back({type, address, sources});
            }
        }
    }
    m_reports.push_back(report);
    const bool isMoreLeft = group.modeLeft > 0 || !group.sourcesLeft.empty();
    group.nextReport =
        isMoreLeft ? std::optional(m_now + HalfOf(m_setup.unsolicitedInterval)) : std::nullopt;
}

void
IgmpHostModel::Respond(uint32_t address, Group& group)
{
    const auto filter = Merge(group);
    const auto asked = std::exchange(group.asked, 0);
    group.response.reset();
    if (filter.IsNothing())
    {
        return;
    }
    if (asked == 0)
    {
        const auto type = filter.isExclude ? Type::IS_EX : Type::IS_IN;
        m_reports.push_back({m_now, {{type, address, filter.sources}}});
        return;
    }
    const auto wanted = filter.isExclude ? asked & ~filter.sources : asked & filter.sources;
    if (wanted != 0)
    {
        m_reports.push_back({m_now, {{Type::IS_IN, address, wanted}}});
    }
}

void
IgmpHostModel::RespondToAll()
{
    m_generalResponse.reset();
    IgmpModelReport report{m_now, {}};
    for (auto& [address, group] : m_groups)
    {
        const auto filter = Merge(group);
        if (!filter.IsNothing())
        {
            const auto type = filter.isExclude ? Type::IS_EX : Type::IS_IN;
            report.records.push_back({type, address, filter.sources});
            group.asked = 0; // "the source lists associated with any reported groups are cleared"
        }
    }
    if (!report.records.empty())
    {
        m_reports.push_back(report);
    }
}

} // namespace mgm
} // namespace ns3

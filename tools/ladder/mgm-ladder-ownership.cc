/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ladder-ownership.h"

#include "ns3/mgm-trace-words.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

bool
IsBracket(const TraceRecord& record)
{
    return record.kind == TraceKind::CALLBACK && record.interface &&
           (record.op == words::DISABLE_IGMP || record.op == words::ENABLE_IGMP);
}

bool
IsTenure(const TraceRecord& record)
{
    return record.kind == TraceKind::STATE && record.interface &&
           (record.op == words::OWNER || record.op == words::IGMP_HOLDER ||
            record.op == words::OWNERSHIP_CHANGE);
}

std::string
SomebodyOrEmpty(std::string_view name)
{
    return name == words::NOBODY ? "" : std::string(name);
}

} // namespace

bool
LadderOwnership::Concerns(const TraceRecord& record)
{
    return IsBracket(record) || IsTenure(record);
}

void
LadderOwnership::Follow(const TraceRecord& record,
                        const std::string& name,
                        std::size_t item,
                        const std::vector<std::size_t>& lanes)
{
    if (IsBracket(record))
    {
        FollowBracket(record, name, item, lanes);
        return;
    }
    const auto index = record.interface->index;
    auto& strip = m_strips[{record.node, index}];
    if (strip.tenures.empty())
    {
        strip = {record.node, index, name, {{}}};
    }
    FollowTenure(record, strip, item);
}

void
LadderOwnership::FollowBracket(const TraceRecord& record,
                               const std::string& name,
                               std::size_t item,
                               const std::vector<std::size_t>& lanes)
{
    const auto index = record.interface->index;
    if (record.op == words::DISABLE_IGMP)
    {
        m_brackets.push_back({record.node, index, name, lanes, item, LADDER_NONE, record.timeNs});
        return;
    }
    const auto open = std::find_if(m_brackets.rbegin(),
                                   m_brackets.rend(),
                                   [&record, index](const LadderBracket& each) {
                                       return each.node == record.node && each.interface == index &&
                                              each.endItem == LADDER_NONE;
                                   });
    if (open != m_brackets.rend())
    {
        open->endItem = item;
        open->endNs = record.timeNs;
    }
}

void
LadderOwnership::FollowTenure(const TraceRecord& record, LadderStrip& strip, std::size_t item)
{
    auto tenure = strip.tenures.back();
    if (record.op == words::OWNER)
    {
        tenure.owner = SomebodyOrEmpty(record.newState);
    }
    else if (record.op == words::IGMP_HOLDER)
    {
        tenure.igmp = SomebodyOrEmpty(record.newState);
    }
    else
    {
        tenure.isChanging = record.newState != words::STABLE;
    }
    if (tenure.ToText() != strip.tenures.back().ToText())
    {
        tenure.item = item;
        tenure.timeNs = record.timeNs;
    }
    const auto& last = strip.tenures.back();
    if (last.item == tenure.item && last.timeNs == tenure.timeNs)
    {
        strip.tenures.back() = tenure;
    }
    else
    {
        strip.tenures.push_back(tenure);
    }
}

std::vector<LadderStrip>
LadderOwnership::GetStrips() const
{
    std::vector<LadderStrip> strips;
    for (const auto& [key, strip] : m_strips)
    {
        strips.push_back(strip);
    }
    return strips;
}

} // namespace mgm
} // namespace ns3

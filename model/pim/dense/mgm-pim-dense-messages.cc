/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-messages.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

/// @param source a source
/// @return it as dense mode writes it: without flags (RFC 3973 section 4.7.4)
PimSource
MakeDenseSource(Ipv4Address source)
{
    return {source, false, false, false};
}

/// @param group a group
/// @return it without sources
PimGroupSet
MakeGroupSet(Ipv4Address group)
{
    PimGroupSet set;
    set.group.address = group;
    return set;
}

} // namespace

uint16_t
ToPimHoldtime(Time time)
{
    const int64_t second = Seconds(1).GetTimeStep();
    const int64_t seconds = (time.GetTimeStep() + second - 1) / second;
    return static_cast<uint16_t>(std::min<int64_t>(seconds, PIM_HOLDTIME_FOREVER));
}

PimJoinPrune
MakeDensePrune(const SourceGroup& sourceGroup, Ipv4Address upstream, uint16_t holdtime)
{
    auto set = MakeGroupSet(sourceGroup.group);
    set.pruned.push_back(MakeDenseSource(sourceGroup.source));
    return {PimType::JOIN_PRUNE, upstream, holdtime, {std::move(set)}};
}

PimJoinPrune
MakeDenseJoin(const SourceGroup& sourceGroup, Ipv4Address upstream, uint16_t holdtime)
{
    auto set = MakeGroupSet(sourceGroup.group);
    set.joined.push_back(MakeDenseSource(sourceGroup.source));
    return {PimType::JOIN_PRUNE, upstream, holdtime, {std::move(set)}};
}

PimJoinPrune
MakeDenseGraft(PimType type, const std::vector<SourceGroup>& sourceGroups, Ipv4Address neighbor)
{
    PimJoinPrune message{type, neighbor, 0, {}};
    for (const auto& [source, group] : sourceGroups)
    {
        if (message.groups.empty() || message.groups.back().group.address != group)
        {
            message.groups.push_back(MakeGroupSet(group));
        }
        message.groups.back().joined.push_back(MakeDenseSource(source));
    }
    return message;
}

PimAssert
MakeDenseAssert(const SourceGroup& sourceGroup, const PimDenseMetric& metric)
{
    PimAssert message;
    message.group.address = sourceGroup.group;
    message.source = sourceGroup.source;
    message.isRpt = metric.IsInfinite();
    message.preference = metric.preference;
    message.metric = metric.metric;
    return message;
}

} // namespace mgm
} // namespace ns3

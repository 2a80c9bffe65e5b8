/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-multicast-filter.h"

#include <optional>

namespace ns3
{
namespace mgm
{

MulticastFilter
MergeFilters(const std::vector<MulticastFilter>& filters)
{
    SourceSet included;
    std::optional<SourceSet> excludedByAll;
    for (const auto& filter : filters)
    {
        if (filter.mode == FilterMode::INCLUDE)
        {
            included = included + filter.sources;
        }
        else
        {
            excludedByAll = excludedByAll ? *excludedByAll * filter.sources : filter.sources;
        }
    }
    if (excludedByAll)
    {
        return {FilterMode::EXCLUDE, *excludedByAll - included};
    }
    return {FilterMode::INCLUDE, included};
}

std::ostream&
operator<<(std::ostream& os, const MulticastFilter& filter)
{
    return os << ToString(filter.mode) << filter.sources;
}

} // namespace mgm
} // namespace ns3

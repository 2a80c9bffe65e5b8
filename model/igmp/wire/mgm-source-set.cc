/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-source-set.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

/// Applies one of the set algorithms of the standard library.
template <typename Algorithm>
SourceSet
Combine(const SourceSet& a, const SourceSet& b, Algorithm algorithm)
{
    std::vector<Ipv4Address> result;
    algorithm(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
    return SourceSet(std::move(result));
}

} // namespace

SourceSet::SourceSet(std::vector<Ipv4Address> sources)
    : m_sources(std::move(sources))
{
    if (!std::is_sorted(m_sources.begin(), m_sources.end()))
    {
        std::sort(m_sources.begin(), m_sources.end());
    }
    m_sources.erase(std::unique(m_sources.begin(), m_sources.end()), m_sources.end());
}

bool
SourceSet::Contains(Ipv4Address source) const
{
    return std::binary_search(m_sources.begin(), m_sources.end(), source);
}

SourceSet
operator+(const SourceSet& a, const SourceSet& b)
{
    return Combine(a, b, [](auto... range) { std::set_union(range...); });
}

SourceSet
operator*(const SourceSet& a, const SourceSet& b)
{
    return Combine(a, b, [](auto... range) { std::set_intersection(range...); });
}

SourceSet
operator-(const SourceSet& a, const SourceSet& b)
{
    return Combine(a, b, [](auto... range) { std::set_difference(range...); });
}

std::ostream&
operator<<(std::ostream& os, const SourceSet& set)
{
    const char* before = "{";
    for (const auto& source : set)
    {
        os << before << source;
        before = ",";
    }
    return os << (set.IsEmpty() ? "{}" : "}");
}

} // namespace mgm
} // namespace ns3

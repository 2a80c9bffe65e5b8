/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-footprint.h"

#include <algorithm>
#include <tuple>

namespace ns3
{
namespace mgm
{

bool
Access::ConflictsWith(const Access& other) const
{
    if (!isWrite && !other.isWrite)
    {
        return false;
    }
    const bool isExpectation = kind == ResourceKind::EXPECTATION;
    if (isExpectation != (other.kind == ResourceKind::EXPECTATION))
    {
        return false;
    }
    if (!isExpectation && node != other.node)
    {
        return false;
    }
    if (kind == ResourceKind::EVERYTHING || other.kind == ResourceKind::EVERYTHING)
    {
        return true;
    }
    return kind == other.kind && (key == other.key || key == ALL || other.key == ALL);
}

bool
Access::operator<(const Access& other) const
{
    return std::tie(kind, node, key, isWrite) <
           std::tie(other.kind, other.node, other.key, other.isWrite);
}

void
Footprint::Add(const Access& access)
{
    const auto place = std::lower_bound(m_accesses.begin(), m_accesses.end(), access);
    if (place == m_accesses.end() || access < *place)
    {
        m_accesses.insert(place, access);
    }
}

bool
Footprint::ConflictsWith(const Footprint& other) const
{
    return std::any_of(m_accesses.begin(), m_accesses.end(), [&other](const auto& mine) {
        return std::any_of(other.m_accesses.begin(),
                           other.m_accesses.end(),
                           [&mine](const auto& theirs) { return mine.ConflictsWith(theirs); });
    });
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-membership-reasons.h"

#include <iterator>

namespace ns3
{
namespace mgm
{

bool
MembershipReasons::Add(const InterfaceId& interface, const SourceGroup& entry)
{
    return ++m_counts[{interface, entry}] == 1;
}

bool
MembershipReasons::Remove(const InterfaceId& interface, const SourceGroup& entry)
{
    const auto found = m_counts.find({interface, entry});
    if (found == m_counts.end())
    {
        return true;
    }
    if (--found->second > 0)
    {
        return false;
    }
    m_counts.erase(found);
    return true;
}

void
MembershipReasons::ForgetInterface(const InterfaceId& interface)
{
    for (auto it = m_counts.begin(); it != m_counts.end();)
    {
        it = it->first.first == interface ? m_counts.erase(it) : std::next(it);
    }
}

void
MembershipReasons::Clear()
{
    m_counts.clear();
}

} // namespace mgm
} // namespace ns3

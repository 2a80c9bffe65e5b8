/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-group-knowledge.h"

namespace ns3
{
namespace mgm
{

void
GroupKnowledge::Learn(const SourceGroup& entry)
{
    m_alerted.insert(entry);
}

void
GroupKnowledge::Unlearn(const SourceGroup& entry)
{
    m_alerted.erase(entry);
}

void
GroupKnowledge::LearnLocal(const SourceGroup& entry, const InterfaceId& interface)
{
    m_local[interface].insert(entry);
}

void
GroupKnowledge::UnlearnLocal(const SourceGroup& entry, const InterfaceId& interface)
{
    const auto found = m_local.find(interface);
    if (found != m_local.end())
    {
        found->second.erase(entry);
    }
}

void
GroupKnowledge::ForgetInterface(const InterfaceId& interface)
{
    m_local.erase(interface);
}

void
GroupKnowledge::Clear()
{
    m_alerted.clear();
    m_local.clear();
}

GroupKnowledge::Entries
GroupKnowledge::GetAll() const
{
    Entries all = m_alerted;
    for (const auto& [interface, entries] : m_local)
    {
        all.insert(entries.begin(), entries.end());
    }
    return all;
}

} // namespace mgm
} // namespace ns3

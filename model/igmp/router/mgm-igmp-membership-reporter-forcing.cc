/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// How excluded sources are kept out of the forwarding entries (MFE-5).

#include "mgm-igmp-membership-reporter.h"

#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/mgm-trace-context.h"

namespace ns3
{
namespace mgm
{

bool
IgmpMembershipReporter::IsForwarded(const SourceGroup& key) const
{
    const auto isWanted = [this](const SourceGroup& entry) {
        const auto found = m_entries.find(entry);
        return found != m_entries.end() && found->second.wanted;
    };
    const auto found = m_entries.find(key);
    const bool isExcluded = found != m_entries.end() && found->second.excluded;
    return isWanted(key) || (!isExcluded && isWanted({ANY_ADDRESS, key.group}));
}

void
IgmpMembershipReporter::ReportForcing(const SourceGroup& key, Entry& entry)
{
    const auto before = entry.forcing;
    entry.forcing = GetDesiredForcing(key, entry);
    if (entry.forcing == before || (before == Forcing::OUT && entry.forcing == Forcing::NONE))
    {
        return;
    }
    if (entry.forcing == Forcing::IN)
    {
        m_manager->AddGroupMembershipEntry(m_client, key, m_interface, MGM_FORWARD_STATE_FLAG);
    }
    else
    {
        m_manager->DeleteGroupMembershipEntry(m_client, key, m_interface, MGM_FORWARD_STATE_FLAG);
    }
    WaitForReturn();
}

IgmpMembershipReporter::Forcing
IgmpMembershipReporter::GetDesiredForcing(const SourceGroup& key, const Entry& entry) const
{
    if (!IsAlone())
    {
        return Forcing::NONE;
    }
    if (entry.excluded)
    {
        return Forcing::OUT;
    }
    if (entry.forcing == Forcing::IN)
    {
        return IsForwarded(key) ? Forcing::IN : Forcing::NONE;
    }
    // A new (s,g) membership puts the source back by itself, (*,g) that goes takes it away.
    const bool mustPutBack = entry.forcing == Forcing::OUT && !entry.wanted && IsForwarded(key);
    return mustPutBack ? Forcing::IN : Forcing::NONE;
}

void
IgmpMembershipReporter::ForgetForcing(Ipv4Address group)
{
    const auto cause = TraceContext::Get().GetCause();
    for (auto it = m_entries.lower_bound({ANY_ADDRESS, group});
         it != m_entries.end() && it->first.group == group;
         ++it)
    {
        auto& [key, entry] = *it;
        if (entry.forcing == Forcing::OUT)
        {
            entry.forcing = Forcing::NONE;
            m_changes.push_back({key, cause, true});
        }
    }
}

bool
IgmpMembershipReporter::IsAlone() const
{
    const auto* ownership = m_manager->GetOwnership().Find(m_interface);
    return ownership && !ownership->owner;
}

} // namespace mgm
} // namespace ns3

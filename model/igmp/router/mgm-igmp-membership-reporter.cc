/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-membership-reporter.h"

#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/mgm-trace-context.h"
#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

IgmpMembershipReporter::IgmpMembershipReporter(Ptr<MulticastGroupManager> manager,
                                               ClientHandle client,
                                               const InterfaceId& interface,
                                               const MachineSubject& subject)
    : m_manager(manager),
      m_client(client),
      m_interface(interface),
      m_subject(subject)
{
}

IgmpMembershipReporter::~IgmpMembershipReporter()
{
    Close();
}

void
IgmpMembershipReporter::SetWanted(Ipv4Address group, FilterMode mode, const SourceSet& sources)
{
    const bool isAnySource = mode == FilterMode::EXCLUDE;
    const SourceGroup anySource{ANY_ADDRESS, group};
    // Additions first: no packet may be lost when (*,g) takes the place of (s,g) or the reverse.
    if (isAnySource)
    {
        Want(anySource, m_entries[anySource], true, false);
    }
    for (const auto& source : sources)
    {
        const SourceGroup key{source, group};
        Want(key, m_entries[key], !isAnySource, isAnySource);
    }
    for (auto it = m_entries.lower_bound(anySource);
         it != m_entries.end() && it->first.group == group;)
    {
        auto& [key, entry] = *it++;
        if (key.IsAnySource() ? !isAnySource : !sources.Contains(key.source))
        {
            Want(key, entry, false, false);
        }
    }
    Sync();
}

void
IgmpMembershipReporter::Want(const SourceGroup& key, Entry& entry, bool wanted, bool excluded)
{
    const auto cause = TraceContext::Get().GetCause();
    if (entry.wanted != wanted)
    {
        entry.wanted = wanted;
        m_changes.push_back({key, cause, false});
    }
    if (entry.excluded != excluded || entry.forcing != Forcing::NONE)
    {
        entry.excluded = excluded;
        m_changes.push_back({key, cause, true});
    }
}

void
IgmpMembershipReporter::Close()
{
    m_closed = true;
    m_changes.clear();
    if (m_machine.Get() == ReporterState::ENABLED)
    {
        m_resume.Cancel();
    }
}

void
IgmpMembershipReporter::Disable()
{
    Step(ReporterEvent::DISABLE_IGMP);
}

void
IgmpMembershipReporter::Enable()
{
    Step(ReporterEvent::ENABLE_IGMP);
}

void
IgmpMembershipReporter::Step(ReporterEvent event)
{
    m_machine.Step(event, m_subject, [this](ReporterAction action) { Perform(action); });
}

void
IgmpMembershipReporter::Perform(ReporterAction action)
{
    switch (action)
    {
    case ReporterAction::FORGET_REPORTED:
        ForgetReported();
        break;
    case ReporterAction::RESUME_LATER:
        m_resume = Simulator::ScheduleNow([this, cause = TraceContext::Get().GetCause()]() {
            const CauseScope scope(cause);
            Step(ReporterEvent::RESUME);
        });
        break;
    case ReporterAction::CANCEL_RESUME:
        m_resume.Cancel();
        break;
    case ReporterAction::REPORT_ALL:
        ReportAll();
        break;
    case ReporterAction::NONE:
    case ReporterAction::COUNT:
        break;
    }
}

void
IgmpMembershipReporter::ForgetReported()
{
    m_changes.clear();
    for (auto it = m_entries.begin(); it != m_entries.end();)
    {
        it->second.reported = false;
        it->second.forcing = Forcing::NONE;
        it = it->second.IsIdle() ? m_entries.erase(it) : std::next(it);
    }
}

void
IgmpMembershipReporter::ReportAll()
{
    m_changes.clear();
    for (const auto& [key, entry] : m_entries)
    {
        m_changes.push_back({key, TraceContext::Get().GetCause(), entry.excluded});
    }
    Sync();
}

void
IgmpMembershipReporter::Sync()
{
    if (m_syncing)
    {
        return; // the loop below goes on
    }
    m_syncing = true;
    while (!m_closed && !m_waiting && !m_changes.empty() &&
           m_machine.Get() == ReporterState::REPORTING)
    {
        const auto change = m_changes.front();
        m_changes.pop_front();
        Report(change);
    }
    m_syncing = false;
}

void
IgmpMembershipReporter::Report(const Change& change)
{
    const auto found = m_entries.find(change.key);
    if (found == m_entries.end())
    {
        return;
    }
    const CauseScope scope(change.cause);
    auto& entry = found->second;
    if (change.isForcing)
    {
        ReportForcing(change.key, entry);
    }
    else if (entry.wanted != entry.reported)
    {
        // The table is changed before the call, in which the manager may call DISABLE_IGMP.
        entry.reported = entry.wanted;
        entry.wanted ? Add(change.key) : Delete(change.key);
    }
    EraseIfIdle(change.key);
}

void
IgmpMembershipReporter::EraseIfIdle(const SourceGroup& key)
{
    const auto found = m_entries.find(key);
    if (found != m_entries.end() && found->second.IsIdle())
    {
        m_entries.erase(found);
    }
}

void
IgmpMembershipReporter::Add(const SourceGroup& key)
{
    const auto status = m_manager->AddGroupMembershipEntry(m_client, key, m_interface);
    const auto found = m_entries.find(key);
    if (status != Status::NO_ERROR && found != m_entries.end())
    {
        found->second.reported = false;
    }
    if (key.IsAnySource())
    {
        ForgetForcing(key.group); // the manager has put all sources back
    }
    WaitForReturn();
}

void
IgmpMembershipReporter::Delete(const SourceGroup& key)
{
    m_manager->DeleteGroupMembershipEntry(m_client, key, m_interface);
    WaitForReturn();
}

void
IgmpMembershipReporter::WaitForReturn()
{
    if (m_closed)
    {
        return; // in a callback of the call
    }
    m_waiting = true;
    const auto goOn = [weak = weak_from_this()]() {
        if (const auto self = weak.lock())
        {
            self->m_waiting = false;
            self->Sync();
        }
    };
    m_manager->CallWhenReturned(m_client, Callback<void>(goOn));
}

// How excluded sources are kept out of the forwarding entries (MFE-5).

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
    if (!m_manager->IsWithoutOwner(m_interface))
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

} // namespace mgm
} // namespace ns3

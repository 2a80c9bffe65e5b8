/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-seen-entries.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

bool
IsMembershipCall(const TraceRecord& record)
{
    return record.op == "AddGroupMembershipEntry" || record.op == "DeleteGroupMembershipEntry";
}

void
SetMark(SeenMark& mark, bool isForwarding, uint64_t seq)
{
    mark.forced = isForwarding;
    mark.disabled = !isForwarding;
    mark.setBy = seq;
}

} // namespace

SeenEntries::SeenEntries(const SeenInterfaces& interfaces, const SeenMemberships& memberships)
    : m_interfaces(interfaces),
      m_memberships(memberships)
{
}

SeenEntryState
SeenEntries::StateFromString(std::string_view text)
{
    return text == "making"    ? SeenEntryState::MAKING
           : text == "live"    ? SeenEntryState::LIVE
           : text == "dormant" ? SeenEntryState::DORMANT
                               : SeenEntryState::ABSENT;
}

void
SeenEntries::Follow(const TraceRecord& record)
{
    if (record.kind == TraceKind::STATE && record.op == "mfe" && record.sourceGroup)
    {
        FollowEntry(record);
    }
    else if (record.kind == TraceKind::STATE && record.op == "mfe-outgoing" && record.sourceGroup &&
             record.interface)
    {
        FollowOutgoing(record);
    }
    else if (record.kind == TraceKind::STATE && record.interface &&
             ((record.op == "ownership-change" && record.newState == "changing") ||
              (record.op == "igmp" && !m_interfaces.Get(*record.interface).owner)))
    {
        ForgetMarks(*record.interface);
    }
    else if (record.kind == TraceKind::RETURN && record.status == Status::NO_ERROR &&
             IsMembershipCall(record) && record.interface && record.sourceGroup &&
             record.event.find("forward-state") != std::string_view::npos)
    {
        FollowForwardState(record);
    }
}

void
SeenEntries::FollowEntry(const TraceRecord& record)
{
    const auto state = StateFromString(record.newState);
    if (state == SeenEntryState::ABSENT)
    {
        m_entries.erase(*record.sourceGroup);
        return;
    }
    SeenEntry& entry = m_entries[*record.sourceGroup];
    entry.state = state;
    entry.since = RecordNote(record);
    entry.born = entry.born == 0 ? record.seq : entry.born;
    if (state == SeenEntryState::LIVE)
    {
        entry.incoming = record.interface;
    }
}

/// Changes that a membership or an owner makes follow from these.
void
SeenEntries::FollowOutgoing(const TraceRecord& record)
{
    const auto found = m_entries.find(*record.sourceGroup);
    if (found == m_entries.end())
    {
        return;
    }
    const bool isForwarding = record.newState == "present";
    if (record.event == "forward-state")
    {
        SetMark(MarkOf(found->second, *record.interface), isForwarding, record.cause);
    }
    else if (record.event == "creation-alert")
    {
        SeenMark& mark = MarkOf(found->second, *record.interface);
        mark.disabled = !isForwarding;
        mark.forced = mark.forced && isForwarding;
        mark.setBy = record.seq;
    }
}

/// Not every change shows in the outgoing list; what a later call has said stays.
void
SeenEntries::FollowForwardState(const TraceRecord& record)
{
    const bool isAdded = record.op == "AddGroupMembershipEntry";
    ForEachWanted(*record.sourceGroup, [&](SeenEntry& entry) {
        if (entry.state != SeenEntryState::DORMANT && entry.born < record.cause)
        {
            SeenMark& mark = MarkOf(entry, *record.interface);
            if (mark.setBy < record.cause)
            {
                SetMark(mark, isAdded, record.cause);
            }
        }
    });
}

void
SeenEntries::FollowMembership(const SeenChange& change)
{
    if (!change.isJoin || !change.holder.counts)
    {
        return;
    }
    ForEachWanted(change.key, [&](SeenEntry& entry) {
        for (SeenMark& mark : entry.marks)
        {
            mark.disabled = mark.disabled && mark.interface != change.holder.interface;
        }
    });
}

void
SeenEntries::ForgetMarks(const InterfaceId& interface)
{
    for (auto& [key, entry] : m_entries)
    {
        auto& marks = entry.marks;
        marks.erase(
            std::remove_if(marks.begin(),
                           marks.end(),
                           [&](const SeenMark& mark) { return mark.interface == interface; }),
            marks.end());
    }
}

SeenMark&
SeenEntries::MarkOf(SeenEntry& entry, const InterfaceId& interface)
{
    const auto found =
        std::find_if(entry.marks.begin(), entry.marks.end(), [&](const SeenMark& mark) {
            return mark.interface == interface;
        });
    if (found != entry.marks.end())
    {
        return *found;
    }
    entry.marks.push_back({interface});
    return entry.marks.back();
}

/// The entries are ordered by group, then source.
template <typename Visit>
void
SeenEntries::ForEachWanted(const SourceGroup& wanted, Visit visit)
{
    const bool isOne = !wanted.IsAnySource();
    auto at = wanted.IsAnyGroup() ? m_entries.begin() : m_entries.lower_bound(wanted);
    for (; at != m_entries.end() && (wanted.IsAnyGroup() || at->first.group == wanted.group); ++at)
    {
        if (isOne && at->first.source != wanted.source)
        {
            break;
        }
        visit(at->second);
    }
}

const SeenEntry*
SeenEntries::Find(const SourceGroup& key) const
{
    const auto found = m_entries.find(key);
    return found == m_entries.end() ? nullptr : &found->second;
}

SeenEntries::Interfaces
SeenEntries::GetOutgoing(const SourceGroup& key, const SeenEntry& entry) const
{
    Interfaces outgoing;
    m_memberships.ForEachMatching(key, [&](const SeenHolder& holder) {
        if (holder.counts)
        {
            outgoing.push_back(holder.interface);
        }
    });
    for (const SeenMark& mark : entry.marks)
    {
        if (mark.forced)
        {
            outgoing.push_back(mark.interface);
        }
    }
    std::sort(outgoing.begin(), outgoing.end());
    outgoing.erase(std::unique(outgoing.begin(), outgoing.end()), outgoing.end());
    const auto isOut = [&](const InterfaceId& interface) {
        return interface == entry.incoming ||
               std::any_of(entry.marks.begin(), entry.marks.end(), [&](const SeenMark& mark) {
                   return mark.disabled && mark.interface == interface;
               });
    };
    outgoing.erase(std::remove_if(outgoing.begin(), outgoing.end(), isOut), outgoing.end());
    return outgoing;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-seen-entries.h"

#include "ns3/mgm-trace-words.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

bool
IsMembershipCall(const TraceRecord& record)
{
    return record.op == words::ADD_GROUP_MEMBERSHIP_ENTRY ||
           record.op == words::DELETE_GROUP_MEMBERSHIP_ENTRY;
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
    return text == words::MFE_MAKING    ? SeenEntryState::MAKING
           : text == words::MFE_LIVE    ? SeenEntryState::LIVE
           : text == words::MFE_DORMANT ? SeenEntryState::DORMANT
                                        : SeenEntryState::ABSENT;
}

void
SeenEntries::Follow(const TraceRecord& record)
{
    if (record.kind == TraceKind::STATE && record.op == words::MFE && record.sourceGroup)
    {
        FollowEntry(record);
    }
    else if (record.kind == TraceKind::STATE && record.op == words::MFE_OUTGOING &&
             record.sourceGroup && record.interface)
    {
        FollowOutgoing(record);
    }
    else if (record.kind == TraceKind::STATE && record.interface &&
             (record.op == words::OWNER ||
              (record.op == words::IGMP_HOLDER && !m_interfaces.Get(*record.interface).owner)))
    {
        ForgetMarks(record);
    }
    else if (record.kind == TraceKind::STATE && record.interface &&
             record.op == words::OWNERSHIP_CHANGE && record.newState == words::CHANGING)
    {
        ForgetForced(record);
    }
    else if (record.kind == TraceKind::CALLBACK && record.op == words::RPF && record.sourceGroup)
    {
        FollowRpf(record);
    }
    else if (record.kind == TraceKind::RETURN && record.status == Status::NO_ERROR &&
             IsMembershipCall(record) && record.interface && record.sourceGroup &&
             record.event.find(words::FORWARD_STATE) != std::string_view::npos)
    {
        FollowForwardState(record);
    }
}

void
SeenEntries::FollowEntry(const TraceRecord& record)
{
    const auto state = StateFromString(record.newState);
    m_touched.emplace(*record.sourceGroup, EntryTouch{0, RecordNote(record)});
    if (state == SeenEntryState::ABSENT)
    {
        m_entries.erase(*record.sourceGroup);
        return;
    }
    SeenEntry& entry = m_entries[*record.sourceGroup];
    const bool isMoved = state == SeenEntryState::DORMANT && record.event == words::MFE_ROUTE_MOVED;
    entry.state = state;
    entry.since = RecordNote(record);
    entry.born = entry.born == 0 ? record.seq : entry.born;
    if (state == SeenEntryState::LIVE || isMoved)
    {
        entry.incoming = record.interface;
    }
    if (isMoved || (state == SeenEntryState::LIVE && entry.asked != record.cause))
    {
        entry.reverse = record.interface;
        entry.routed = record.seq;
    }
}

/// The owner of the reverse path is asked, whatever it answers.
void
SeenEntries::FollowRpf(const TraceRecord& record)
{
    const auto found = m_entries.find(*record.sourceGroup);
    if (found != m_entries.end())
    {
        found->second.reverse = record.interface;
        found->second.routed = record.seq;
        found->second.asked = record.cause;
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
    const bool isForwarding = record.newState == words::PRESENT;
    if (record.event == words::FORWARD_STATE)
    {
        SetMark(MarkOf(found->second, *record.interface), isForwarding, record.cause);
        Touch(found->first, GetActor(*record.interface), RecordNote(record));
    }
    else if (record.event == words::BY_CREATION_ALERT)
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
    const bool isAdded = record.op == words::ADD_GROUP_MEMBERSHIP_ENTRY;
    ForEachWanted(*record.sourceGroup, [&](const SourceGroup& key, SeenEntry& entry) {
        if (entry.born < record.cause)
        {
            SeenMark& mark = MarkOf(entry, *record.interface);
            if (mark.setBy < record.cause)
            {
                SetMark(mark, isAdded, record.cause);
                Touch(key, GetActor(*record.interface), RecordNote(record));
            }
        }
    });
}

void
SeenEntries::FollowMembership(const SeenChange& change, const TraceRecord& record)
{
    if (!change.holder.counts)
    {
        return;
    }
    const RecordNote note(record);
    ForEachWanted(change.key, [&](const SourceGroup& key, SeenEntry& entry) {
        for (SeenMark& mark : entry.marks)
        {
            mark.disabled =
                mark.disabled && !(change.isJoin && mark.interface == change.holder.interface);
        }
        Touch(key, change.holder.client, note);
    });
}

void
SeenEntries::ForgetMarks(const TraceRecord& record)
{
    for (auto& [key, entry] : m_entries)
    {
        auto& marks = entry.marks;
        const auto kept = std::remove_if(marks.begin(), marks.end(), [&](const SeenMark& mark) {
            return mark.interface == *record.interface;
        });
        if (kept != marks.end())
        {
            marks.erase(kept, marks.end());
            Touch(key, GetActor(*record.interface), RecordNote(record));
        }
    }
}

void
SeenEntries::Touch(const SourceGroup& key, uint32_t actor, const RecordNote& note)
{
    m_touched[key] = {actor, note};
}

/// Who may say what entries do with an interface (MFE-5).
uint32_t
SeenEntries::GetActor(const InterfaceId& interface) const
{
    const SeenInterface& known = m_interfaces.Get(interface);
    return known.owner ? known.owner.number : known.igmp.number;
}

SeenEntries::Touches
SeenEntries::TakeTouched()
{
    return std::exchange(m_touched, {});
}

void
SeenEntries::Clear()
{
    m_entries.clear();
    m_touched.clear();
}

/// What takes an interface out lasts until the memberships of that owner are gone.
void
SeenEntries::ForgetForced(const TraceRecord& record)
{
    for (auto& [key, entry] : m_entries)
    {
        for (SeenMark& mark : entry.marks)
        {
            if (mark.forced && mark.interface == *record.interface)
            {
                mark.forced = false;
                Touch(key, GetActor(*record.interface), RecordNote(record));
            }
        }
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
        visit(at->first, at->second);
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

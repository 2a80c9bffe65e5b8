/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-model.h"

#include "ns3/mgm-multicast-group-manager.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// Whether a membership of `wanted` wants packets of `key`.
bool
Wants(const SourceGroup& wanted, const SourceGroup& key)
{
    return (wanted.IsAnyGroup() || wanted.group == key.group) &&
           (wanted.IsAnySource() || wanted.source == key.source);
}

std::size_t
IndexOf(Ipv4Address source)
{
    return source == MFE_SOURCES[0] ? 0 : 1;
}

} // namespace

MfeModel::MfeModel(const MfeSetup& setup)
    : m_setup(setup),
      m_nextHops{ANY_ADDRESS, ANY_ADDRESS}
{
}

void
MfeModel::BeginStep()
{
    m_events.clear();
    m_copies.clear();
}

Status
MfeModel::Validate(const MfeStep& step) const
{
    if (!IsAlive(step.slot))
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    const auto owner = OwnerOf(step.interface);
    const auto igmp = IgmpOf(step.interface);
    if (step.slot == owner || (step.slot == igmp && owner == NOBODY))
    {
        return Status::NO_ERROR;
    }
    if (step.slot == igmp)
    {
        const bool forwards = (step.flags & MGM_FORWARD_STATE_FLAG) != 0;
        return forwards ? Status::ERROR_INVALID_PARAMETER : Status::NO_ERROR;
    }
    if (owner != NOBODY)
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    return step.verb == MfeStep::Verb::ADD || igmp != NOBODY ? Status::ERROR_CAN_NOT_COMPLETE
                                                             : Status::ERROR_NOT_FOUND;
}

Status
MfeModel::Change(const MfeStep& step)
{
    const auto status = Validate(step);
    if (status != Status::NO_ERROR)
    {
        return status;
    }
    if ((step.flags & MGM_JOIN_STATE_FLAG) != 0)
    {
        SetMembership({step.slot, step.key, step.interface}, step.verb == MfeStep::Verb::ADD);
    }
    if ((step.flags & MGM_FORWARD_STATE_FLAG) != 0)
    {
        Mark(step);
    }
    return Status::NO_ERROR;
}

void
MfeModel::SetMembership(const Membership& membership, bool exists)
{
    const auto [slot, wanted, interface] = membership;
    if ((m_memberships.count(membership) != 0) == exists)
    {
        return;
    }
    exists ? (void)m_memberships.insert(membership) : (void)m_memberships.erase(membership);
    for (auto& [key, entry] : m_entries)
    {
        if (exists && HolderOf(interface) == slot && Wants(wanted, key))
        {
            entry.disabled.erase(interface);
        }
    }
    Compare(slot, interface);
}

void
MfeModel::Mark(const MfeStep& step)
{
    const bool adds = step.verb == MfeStep::Verb::ADD;
    for (auto& [key, entry] : m_entries)
    {
        if (entry.live && Wants(step.key, key))
        {
            (adds ? entry.forced : entry.disabled).insert(step.interface);
            (adds ? entry.disabled : entry.forced).erase(step.interface);
        }
    }
    Compare(step.slot, step.interface);
}

/// MFE-4, for every entry whose list became empty or non-empty by what a client just did.
void
MfeModel::Compare(uint32_t caller, uint32_t interface)
{
    for (auto& [key, entry] : m_entries)
    {
        const auto holder = HolderOf(entry.incoming);
        if (GetOutgoing(key).empty() != entry.empty)
        {
            AlertEmptiness(key, entry, holder == caller ? NOBODY : holder, interface);
        }
    }
}

void
MfeModel::AlertEmptiness(const SourceGroup& key, Entry& entry, uint32_t to, uint32_t interface)
{
    entry.empty = GetOutgoing(key).empty();
    if (!entry.empty)
    {
        entry.usedAt = m_now;
        See(to, EntryJoin(to == NOBODY ? ClientId{} : MFE_SLOTS.at(to), key));
        return;
    }
    const bool seen =
        See(to, EntryPrune(to == NOBODY ? ClientId{} : MFE_SLOTS.at(to), key, interface));
    const bool set = seen && m_setup.manners.at(to).setsTime;
    entry.emptyUntil = m_now + (set ? MFE_PRUNE_TIME_NS : MFE_TIMEOUT_NS);
}

MfeModel::Interfaces
MfeModel::Matching(const SourceGroup& key) const
{
    Interfaces matching;
    for (const auto& [slot, wanted, interface] : m_memberships)
    {
        if (slot == HolderOf(interface) && Wants(wanted, key))
        {
            matching.insert(interface);
        }
    }
    return matching;
}

/// I6.
MfeModel::Interfaces
MfeModel::GetOutgoing(const SourceGroup& key) const
{
    const auto& entry = m_entries.at(key);
    auto outgoing = Matching(key);
    outgoing.insert(entry.forced.begin(), entry.forced.end());
    for (const auto interface : entry.disabled)
    {
        outgoing.erase(interface);
    }
    outgoing.erase(entry.incoming);
    return outgoing;
}

bool
MfeModel::HasIgmpMember(const SourceGroup& key, uint32_t interface) const
{
    return std::any_of(m_memberships.begin(), m_memberships.end(), [&](const auto& membership) {
        const auto& [slot, wanted, where] = membership;
        return IsIgmp(slot) && where == interface && Wants(wanted, key);
    });
}

/// Whether the list has interfaces that the holder of the incoming one does not hold.
bool
MfeModel::HasOthers(const SourceGroup& key) const
{
    const auto holder = HolderOf(m_entries.at(key).incoming);
    const auto outgoing = GetOutgoing(key);
    return std::any_of(outgoing.begin(), outgoing.end(), [&](uint32_t interface) {
        return HolderOf(interface) != holder;
    });
}

uint32_t
MfeModel::GetRpf(Ipv4Address source) const
{
    return m_setup.rib.at(IndexOf(source));
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-model.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

void
MfeModel::Packet(const SourceGroup& key, uint32_t arrival)
{
    const auto rpf = GetRpf(key.source);
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || !found->second.live)
    {
        const bool isNew = found == m_entries.end();
        isNew ? Make(key, rpf) : MoveEntry(key, found->second, rpf, true);
        if (!isNew && found->second.rpf == 0)
        {
            m_entries.erase(found);
        }
    }
    if (m_entries.count(key) == 0)
    {
        return;
    }
    auto& entry = m_entries.at(key);
    if (arrival != entry.incoming)
    {
        WrongInterface(key, arrival);
        return;
    }
    entry.usedAt = m_now;
    m_copies = GetOutgoing(key);
}

/// MFE-3
void
MfeModel::WrongInterface(const SourceGroup& key, uint32_t arrival)
{
    const auto holder = HolderOf(arrival);
    auto& alerts = m_entries.at(key).wrongIf;
    const auto last = alerts.find(arrival);
    const bool tooSoon = last != alerts.end() && m_now < last->second + MFE_WRONG_IF_INTERVAL_NS;
    if (holder != NOBODY && !tooSoon)
    {
        alerts[arrival] = m_now;
        See(holder, WrongIf(MFE_SLOTS.at(holder), key, arrival));
    }
}

/// MFE-1 for an entry that is new.
void
MfeModel::Make(const SourceGroup& key, uint32_t rpf)
{
    if (rpf == 0 || HolderOf(rpf) == NOBODY)
    {
        return;
    }
    auto& entry = m_entries[key];
    entry.rpf = rpf;
    Remake(key, entry);
    entry.empty = GetOutgoing(key).empty();
    if (entry.empty)
    {
        AlertEmptiness(key, entry, HolderOf(entry.incoming), entry.incoming);
    }
}

/// MFE-1 (b) to (e)
void
MfeModel::Remake(const SourceGroup& key, Entry& entry)
{
    AskRpf(key, entry);
    ShowCreation(key, entry);
    entry.live = true;
    entry.usedAt = m_now;
    entry.emptyUntil = m_now + MFE_TIMEOUT_NS;
}

/// MFE-1 (b), MFE-2
void
MfeModel::AskRpf(const SourceGroup& key, Entry& entry)
{
    const auto holder = HolderOf(entry.rpf);
    const auto source = key.source == MFE_SOURCES[0] ? 0 : 1;
    entry.nextHop = m_nextHops.at(source);
    entry.neighbor = entry.nextHop;
    entry.incoming = entry.rpf;
    entry.isNeighborSet = false;
    if (!See(holder, Rpf(MFE_SLOTS.at(holder), key, entry.rpf)))
    {
        return;
    }
    const auto& manner = m_setup.manners.at(holder);
    if (manner.rpfInterface != 0 && HolderOf(manner.rpfInterface) == holder)
    {
        entry.incoming = manner.rpfInterface;
    }
    if (manner.rpfNeighbor != 0)
    {
        entry.neighbor = NeighborOf(manner.rpfNeighbor);
        entry.isNeighborSet = true;
    }
}

/// MFE-1 (c) and (d)
void
MfeModel::ShowCreation(const SourceGroup& key, Entry& entry)
{
    auto candidates = Matching(key);
    candidates.insert(entry.forced.begin(), entry.forced.end());
    candidates.erase(entry.incoming);
    for (const auto slot : AlertOrder())
    {
        std::string shown;
        Interfaces own;
        for (const auto interface : candidates)
        {
            if (HolderOf(interface) == slot)
            {
                own.insert(interface);
                shown += (shown.empty() ? "" : " ") + std::to_string(interface) +
                         (HasIgmpMember(key, interface) ? "i" : "") +
                         (entry.disabled.count(interface) != 0 ? "-" : "");
            }
        }
        if (own.empty() ||
            !See(slot, CreationAlert(MFE_SLOTS.at(slot), key, entry.incoming, shown)))
        {
            continue;
        }
        for (const auto interface : own)
        {
            const auto& manner = m_setup.manners.at(slot);
            if ((manner.disables >> interface & 1) != 0)
            {
                entry.disabled.insert(interface);
                entry.forced.erase(interface);
            }
            else if (manner.enables)
            {
                entry.disabled.erase(interface);
            }
        }
    }
}

/// MFE-8
void
MfeModel::Move(Ipv4Address source, uint32_t interface, Ipv4Address nextHop)
{
    const auto index = source == MFE_SOURCES[0] ? 0 : 1;
    m_setup.rib.at(index) = interface;
    m_nextHops.at(index) = nextHop;
    std::set<SourceGroup> gone;
    for (auto& [key, entry] : m_entries)
    {
        if (key.source != source)
        {
            continue;
        }
        if (entry.rpf != interface)
        {
            MoveEntry(key, entry, interface, entry.live);
        }
        else if (entry.nextHop != nextHop && !entry.isNeighborSet)
        {
            entry.neighbor = nextHop;
        }
        entry.nextHop = nextHop;
        if (entry.rpf == 0)
        {
            gone.insert(key);
        }
    }
    for (const auto& key : gone)
    {
        m_entries.erase(key);
    }
}

/// An entry gets another reverse-path interface, or is made again after it has expired; its `rpf`
/// is 0 afterwards if it has to go. Expired entries move without being made.
void
MfeModel::MoveEntry(const SourceGroup& key, Entry& entry, uint32_t rpf, bool isMade)
{
    const auto oldHolder = HolderOf(entry.incoming);
    const auto oldIncoming = entry.incoming;
    const bool hadOthers = HasOthers(key);
    const bool stays = rpf != 0 && HolderOf(rpf) != NOBODY;
    if ((!stays || HolderOf(rpf) != oldHolder) && hadOthers)
    {
        See(oldHolder, EntryPrune(MFE_SLOTS.at(oldHolder), key, oldIncoming));
    }
    entry.rpf = stays ? rpf : 0;
    if (!stays)
    {
        return;
    }
    if (isMade)
    {
        Remake(key, entry);
    }
    else
    {
        entry.incoming = rpf;
    }
    TellMoved(key, entry, oldHolder);
}

void
MfeModel::TellMoved(const SourceGroup& key, Entry& entry, uint32_t oldHolder)
{
    const auto holder = HolderOf(entry.incoming);
    const bool empty = GetOutgoing(key).empty();
    if (holder != oldHolder && empty)
    {
        AlertEmptiness(key, entry, holder, entry.incoming);
    }
    else if (holder != oldHolder)
    {
        entry.empty = false;
        if (HasOthers(key))
        {
            See(holder, EntryJoin(MFE_SLOTS.at(holder), key));
        }
    }
    else if (empty != entry.empty)
    {
        AlertEmptiness(key, entry, holder, entry.incoming);
    }
}

Status
MfeModel::SetMfe(uint32_t slot, const SourceGroup& key, Ipv4Address neighbor)
{
    const auto found = m_entries.find(key);
    if (!IsAlive(slot))
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    if (found == m_entries.end() || !found->second.live)
    {
        return Status::ERROR_NOT_FOUND;
    }
    if (HolderOf(found->second.incoming) != slot)
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    found->second.neighbor = neighbor;
    found->second.isNeighborSet = true;
    return Status::NO_ERROR;
}

void
MfeModel::Wait(int64_t duration)
{
    m_now += duration;
    Expire();
}

int64_t
MfeModel::GetDeadline(const SourceGroup& key) const
{
    const auto& entry = m_entries.at(key);
    return entry.empty ? entry.emptyUntil : entry.usedAt + MFE_TIMEOUT_NS;
}

void
MfeModel::Expire()
{
    for (auto& [key, entry] : m_entries)
    {
        entry.live = entry.live && GetDeadline(key) > m_now;
    }
}

bool
MfeModel::See(uint32_t slot, const ClientEvent& event)
{
    if (slot == NOBODY || !IsAlive(slot) || slot == m_setup.mute)
    {
        return false;
    }
    m_events.push_back(event);
    return true;
}

} // namespace mgm
} // namespace ns3

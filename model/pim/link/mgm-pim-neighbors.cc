/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-neighbors.h"

#include "ns3/mgm-trace-words.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

PimNeighbors::PimNeighbors(PimLink& link)
    : m_link(link)
{
}

PimNeighbors::~PimNeighbors() = default;

void
PimNeighbors::Hear(const PimNeighbor& heard)
{
    const auto address = heard.address;
    auto found = m_entries.find(address);
    if (found == m_entries.end())
    {
        if (heard.IsLeaving())
        {
            return;
        }
        const auto expire = [this, address]() {
            const auto silent = m_entries.at(address);
            Step(silent, PimNeighborEvent::TIMEOUT, silent->known);
        };
        found = m_entries.emplace(address, std::make_shared<Entry>(expire)).first;
        found->second->known.address = address;
    }
    const auto entry = found->second;
    Step(entry, Judge(*entry, heard), heard);
}

PimNeighborEvent
PimNeighbors::Judge(const Entry& entry, const PimNeighbor& heard)
{
    if (heard.IsLeaving())
    {
        return PimNeighborEvent::GOODBYE;
    }
    const bool isKnown = entry.machine.Get() == PimNeighborState::PRESENT;
    const bool isNew = heard.generationId && heard.generationId != entry.known.generationId;
    return isKnown && isNew ? PimNeighborEvent::NEW_GENERATION : PimNeighborEvent::HELLO;
}

void
PimNeighbors::Step(const EntryPtr& entry, PimNeighborEvent event, const PimNeighbor& heard)
{
    entry->machine.Step(event,
                        m_link.GetSubject(words::PIM_NEIGHBOR, entry->known.address),
                        [&](PimNeighborAction action) { Perform(action, *entry, heard); });
}

void
PimNeighbors::Perform(PimNeighborAction action, Entry& entry, const PimNeighbor& heard)
{
    switch (action)
    {
    case PimNeighborAction::ADD:
        Note(entry, heard);
        m_link.HandleNews(PimNeighborNews::UP, heard);
        break;
    case PimNeighborAction::REFRESH: {
        const bool isSame = entry.known.secondaries == heard.secondaries;
        Note(entry, heard);
        m_link.HandleNews(isSame ? PimNeighborNews::TOLD : PimNeighborNews::READDRESSED, heard);
        break;
    }
    case PimNeighborAction::REPLACE:
        Note(entry, heard);
        m_link.HandleNews(PimNeighborNews::RESTARTED, heard);
        break;
    case PimNeighborAction::REMOVE:
        Remove(entry);
        m_link.HandleNews(PimNeighborNews::DOWN, entry.known);
        break;
    case PimNeighborAction::FORGET:
        Remove(entry);
        break;
    case PimNeighborAction::NONE:
    case PimNeighborAction::COUNT:
        break;
    }
}

void
PimNeighbors::Note(Entry& entry, const PimNeighbor& heard)
{
    entry.known = heard;
    if (heard.holdtime)
    {
        entry.liveness.Start(*heard.holdtime);
    }
    else
    {
        entry.liveness.Stop();
    }
    Claim(heard);
}

void
PimNeighbors::Claim(const PimNeighbor& neighbor)
{
    for (const auto& [address, entry] : m_entries)
    {
        if (address == neighbor.address)
        {
            continue;
        }
        for (const auto claimed : neighbor.secondaries)
        {
            auto& theirs = entry->known.secondaries;
            const auto last = std::remove(theirs.begin(), theirs.end(), claimed);
            if (last != theirs.end())
            {
                theirs.erase(last, theirs.end());
                m_link.HandleConflict(claimed, address, neighbor.address);
            }
        }
    }
}

void
PimNeighbors::Remove(Entry& entry)
{
    entry.liveness.Stop();
    m_entries.erase(entry.known.address);
}

void
PimNeighbors::Forget()
{
    while (!m_entries.empty())
    {
        const auto entry = m_entries.begin()->second;
        Step(entry, PimNeighborEvent::STOP, entry->known);
    }
}

std::size_t
PimNeighbors::GetSize() const
{
    return m_entries.size();
}

std::vector<PimNeighbor>
PimNeighbors::GetAll() const
{
    std::vector<PimNeighbor> all;
    for (const auto& [address, entry] : m_entries)
    {
        all.push_back(entry->known);
    }
    return all;
}

const PimNeighbor*
PimNeighbors::Find(Ipv4Address address) const
{
    const auto found = m_entries.find(address);
    return found == m_entries.end() ? nullptr : &found->second->known;
}

const PimNeighbor*
PimNeighbors::FindOwner(Ipv4Address address) const
{
    if (const auto* neighbor = Find(address))
    {
        return neighbor;
    }
    for (const auto& [primary, entry] : m_entries)
    {
        const auto& theirs = entry->known.secondaries;
        if (std::find(theirs.begin(), theirs.end(), address) != theirs.end())
        {
            return &entry->known;
        }
    }
    return nullptr;
}

Ipv4Address
PimNeighbors::ElectDr(const PimNeighbor& self) const
{
    auto routers = GetAll();
    routers.push_back(self);
    const bool haveAll = std::all_of(routers.begin(), routers.end(), [](const auto& router) {
        return router.drPriority.has_value();
    });
    const auto rank = [haveAll](const PimNeighbor& router) {
        return std::pair(haveAll ? *router.drPriority : 0, router.address.Get());
    };
    return std::max_element(routers.begin(),
                            routers.end(),
                            [rank](const auto& a, const auto& b) { return rank(a) < rank(b); })
        ->address;
}

PimLanDelays
PimNeighbors::GetLanDelays(const PimNeighbor& self) const
{
    auto routers = GetAll();
    routers.push_back(self);
    PimLanDelays delays{Time(0), Time(0), false};
    for (const auto& router : routers)
    {
        if (!router.lanDelay)
        {
            return {};
        }
        delays.propagationDelay =
            std::max(delays.propagationDelay, router.lanDelay->propagationDelay);
        delays.overrideInterval =
            std::max(delays.overrideInterval, router.lanDelay->overrideInterval);
        delays.suppression = delays.suppression || !router.lanDelay->tracking;
    }
    return delays;
}

} // namespace mgm
} // namespace ns3

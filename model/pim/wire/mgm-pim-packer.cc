/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-packer.h"

#include <algorithm>
#include <map>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint32_t IP_HEADER_SIZE = 20;        ///< Octets of an IP header.
constexpr uint32_t JOIN_PRUNE_SIZE = 14;       ///< Octets of a Join/Prune without groups.
constexpr uint32_t GROUP_SET_SIZE = 12;        ///< Octets of a group set without sources.
constexpr uint32_t SOURCE_SIZE = 8;            ///< Octets of a source.
constexpr std::size_t MOST_GROUPS = UINT8_MAX; ///< Groups that a message can have.

/// Entries of a group that must stay together.
using Unit = std::vector<PimJoinPruneEntry>;

/// A group and its entries.
struct GroupEntries
{
    Ipv4Address group;
    std::vector<PimJoinPruneEntry> entries;
};

/// Octets that an MTU leaves for group sets; always enough for one with one source.
uint32_t
GetRoomForSets(uint32_t mtu)
{
    constexpr auto OVERHEAD = IP_HEADER_SIZE + JOIN_PRUNE_SIZE;
    return std::max(mtu, OVERHEAD + GROUP_SET_SIZE + SOURCE_SIZE) - OVERHEAD;
}

/// Whether two entries of a group are about the same. There is one (*,g), whatever its RP.
bool
AreOfOneKind(const PimSource& a, const PimSource& b)
{
    return a.isWildcard == b.isWildcard &&
           (a.isWildcard || (a.isRpt == b.isRpt && a.address == b.address));
}

/// Collects the entries by group; the last one of a kind takes the place of those before it.
std::vector<GroupEntries>
Collect(const std::vector<PimJoinPruneEntry>& entries)
{
    std::vector<GroupEntries> groups;
    std::map<Ipv4Address, std::size_t> places;
    for (const auto& entry : entries)
    {
        const auto [place, isNew] = places.emplace(entry.group, groups.size());
        if (isNew)
        {
            groups.push_back({entry.group, {}});
        }
        auto& known = groups[place->second].entries;
        known.erase(std::remove_if(known.begin(),
                                   known.end(),
                                   [&entry](const auto& each) {
                                       return AreOfOneKind(each.source, entry.source);
                                   }),
                    known.end());
        known.push_back(entry);
    }
    return groups;
}

bool
IsRptPrune(const PimJoinPruneEntry& entry)
{
    return !entry.isJoin && entry.source.isRpt && !entry.source.isWildcard;
}

/// Keeps of the (s,g,rpt) that are pruned with a (*,g) as many as fit: those with the lowest
/// addresses.
void
Truncate(Unit& shared, std::size_t most)
{
    if (shared.size() > most)
    {
        std::sort(shared.begin() + 1, shared.end(), [](const auto& a, const auto& b) {
            return a.source.address < b.source.address;
        });
        shared.resize(most);
    }
}

/// Cuts the entries of a group into what must stay together.
std::vector<Unit>
Cut(const std::vector<PimJoinPruneEntry>& entries, std::size_t most)
{
    const auto shared = std::find_if(entries.begin(), entries.end(), [](const auto& entry) {
        return entry.isJoin && entry.source.isWildcard;
    });
    std::vector<Unit> units;
    if (shared != entries.end())
    {
        units.push_back({*shared});
        std::copy_if(entries.begin(), entries.end(), std::back_inserter(units.front()), IsRptPrune);
        Truncate(units.front(), most);
    }
    for (auto entry = entries.begin(); entry != entries.end(); ++entry)
    {
        if (shared == entries.end() || (entry != shared && !IsRptPrune(*entry)))
        {
            units.push_back({*entry});
        }
    }
    return units;
}

/// Fills messages one after the other.
class Filler
{
  public:
    Filler(const PimJoinPrune& empty, uint32_t room)
        : m_empty(empty),
          m_room(room)
    {
        m_empty.groups.clear();
    }

    /// Adds the entries of a group.
    void Add(const GroupEntries& group)
    {
        m_hasSet = false;
        const auto size = GROUP_SET_SIZE + SOURCE_SIZE * group.entries.size();
        if (size <= m_room)
        {
            AddUnit(group.group, group.entries);
            return;
        }
        Begin(); // a group set that is split fills a message from its start
        for (const auto& unit : Cut(group.entries, (m_room - GROUP_SET_SIZE) / SOURCE_SIZE))
        {
            AddUnit(group.group, unit);
        }
    }

    /// The messages.
    std::vector<PimJoinPrune> Take()
    {
        return std::move(m_messages);
    }

  private:
    void Begin()
    {
        m_messages.push_back(m_empty);
        m_left = m_room;
        m_hasSet = false;
    }

    void AddUnit(Ipv4Address group, const Unit& unit)
    {
        const auto sources = SOURCE_SIZE * unit.size();
        const auto size = sources + (m_hasSet ? 0 : GROUP_SET_SIZE);
        if (m_messages.empty() || size > m_left ||
            (!m_hasSet && m_messages.back().groups.size() == MOST_GROUPS))
        {
            Begin();
        }
        auto& sets = m_messages.back().groups;
        if (!std::exchange(m_hasSet, true))
        {
            sets.push_back({PimGroup{group}, {}, {}});
            m_left -= GROUP_SET_SIZE;
        }
        m_left -= sources;
        for (const auto& entry : unit)
        {
            auto& list = entry.isJoin ? sets.back().joined : sets.back().pruned;
            list.push_back(entry.source);
        }
    }

    PimJoinPrune m_empty;                 // what all messages have
    uint32_t m_room;                      // octets for group sets in a message
    uint32_t m_left{0};                   // those left in the last message
    bool m_hasSet{false};                 // whether the last message has a set of the group
    std::vector<PimJoinPrune> m_messages; // the messages so far
};

} // namespace

std::vector<PimJoinPrune>
PackJoinPrunes(const PimJoinPrune& empty,
               const std::vector<PimJoinPruneEntry>& entries,
               uint32_t mtu)
{
    Filler filler(empty, GetRoomForSets(mtu));
    for (const auto& group : Collect(entries))
    {
        filler.Add(group);
    }
    return filler.Take();
}

} // namespace mgm
} // namespace ns3

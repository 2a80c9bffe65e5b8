/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_TABLE_H
#define MGM_MFE_TABLE_H

#include "mgm-mfe-entry.h"

#include "ns3/mgm-source-group.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The forwarding entries of a node, in the order of MFE-6, and those that have expired.
 *
 * Expired entries are apart, because there may be many of them: nothing that is done for the
 * entries in use walks them, and they are found by group, by source and by age (MFE-7).
 */
class MfeTable
{
  public:
    /// Entries by group, then source.
    using Entries = std::map<SourceGroup, MfeEntry>;

    /**
     * @param key source and group
     * @return the entry, in use or expired; null if there is none
     * @{
     */
    MfeEntry* Find(const SourceGroup& key);
    const MfeEntry* Find(const SourceGroup& key) const;

    /** @} */

    /**
     * @param key source and group
     * @return the entry in use; null if there is none
     */
    const MfeEntry* FindInUse(const SourceGroup& key) const;

    /**
     * @brief Finds an entry, in use or expired, or makes an absent one.
     * @param key source and group
     * @return the entry
     */
    MfeEntry& FindOrInsert(const SourceGroup& key);

    /**
     * @brief Puts an entry that has expired aside; it stays where it is in memory.
     * @param key source and group of an entry in use
     */
    void Retire(const SourceGroup& key);

    /**
     * @brief Puts an expired entry back into use; it stays where it is in memory.
     * @param key source and group of an expired entry
     */
    void Revive(const SourceGroup& key);

    /**
     * @brief Removes an entry.
     * @param key source and group; the entry is there
     */
    void Erase(const SourceGroup& key);

    /// @brief Removes all entries.
    void Clear();

    /**
     * @brief Visits the entries that a membership matches: those in use in order, then the expired
     * ones in order.
     * @param membership (s,g), (*,g) or (*,*)
     * @param visit called with key and entry; may make, move and erase entries, this one and others
     */
    template <typename Visit>
    void ForEachMatching(const SourceGroup& membership, Visit visit)
    {
        VisitMatching(m_inUse, membership, visit);
        VisitMatching(m_expired, membership, visit);
    }

    /**
     * @brief Visits the entries in use in order.
     * @param visit called with key and entry; may make, move and erase entries, this one and others
     */
    template <typename Visit>
    void ForEachInUse(Visit visit)
    {
        VisitMatching(m_inUse, SourceGroup(), visit);
    }

    /**
     * @param network some addresses
     * @param mask its mask
     * @return the expired entries whose sources are among them, by source, then group
     */
    std::vector<SourceGroup> GetExpired(Ipv4Address network, Ipv4Mask mask) const;

    /// @return the entries in use
    const Entries& GetInUse() const
    {
        return m_inUse;
    }

    /// @return the number of expired entries
    std::size_t GetExpiredSize() const
    {
        return m_expired.size();
    }

    /// @return the entry that expired before all others; there is one
    const SourceGroup& GetOldestExpired() const
    {
        return m_byAge.begin()->second;
    }

    /// @return whether there is no entry at all
    bool IsEmpty() const
    {
        return m_inUse.empty() && m_expired.empty();
    }

  private:
    /// @brief Visits matching entries.
    /// @param entries where they are
    /// @param membership (s,g), (*,g) or (*,*)
    /// @param visit called with key and entry
    template <typename Visit>
    static void VisitMatching(Entries& entries, const SourceGroup& membership, Visit& visit)
    {
        const SourceGroup last = GetLastMatching(membership);
        for (auto at = entries.lower_bound(membership); at != entries.end() && !(last < at->first);)
        {
            const SourceGroup key = at->first;
            visit(key, at->second);
            at = entries.upper_bound(key);
        }
    }

    /// @param membership (s,g), (*,g) or (*,*)
    /// @return the greatest key that it matches
    static SourceGroup GetLastMatching(const SourceGroup& membership);

    /// @brief Forgets where an expired entry is found.
    /// @param key source and group
    /// @param entry the entry
    void Unlist(const SourceGroup& key, const MfeEntry& entry);

    Entries m_inUse;                         ///< entries that are live or being made
    Entries m_expired;                       ///< those that have expired
    std::map<uint64_t, SourceGroup> m_byAge; ///< expired ones as they expired
    std::set<std::pair<Ipv4Address, Ipv4Address>> m_bySource; ///< expired ones by source, group
    uint64_t m_lastAge{0};                                    ///< number of the newest expired one
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_TABLE_H

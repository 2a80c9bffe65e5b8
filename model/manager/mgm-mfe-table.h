/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_TABLE_H
#define MGM_MFE_TABLE_H

#include "mgm-mfe-entry.h"

#include "ns3/mgm-source-group.h"

#include <map>
#include <utility>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The forwarding entries of a node, in whatever state, in the order of MFE-6.
 */
class MfeTable
{
  public:
    /// The entries by group, then source.
    using Entries = std::map<SourceGroup, MfeEntry>;

    /// Some entries that follow each other.
    using Range = std::pair<Entries::iterator, Entries::iterator>;

    /**
     * @param key source and group
     * @return the entry; null if there is none
     */
    MfeEntry* Find(const SourceGroup& key);

    /// @copydoc Find
    const MfeEntry* Find(const SourceGroup& key) const;

    /**
     * @brief Finds an entry, or makes an absent one.
     * @param key source and group
     * @return the entry
     */
    MfeEntry& FindOrInsert(const SourceGroup& key);

    /**
     * @brief Removes an entry.
     * @param key source and group; the entry is there
     */
    void Erase(const SourceGroup& key);

    /**
     * @brief Finds the entries that a membership matches.
     * @param membership (s,g), (*,g) or (*,*)
     * @return the entries
     */
    Range FindMatching(const SourceGroup& membership);

    /**
     * @brief Visits all entries in order, those that come meanwhile only if their turn is to come.
     * @param visit called with key and entry; may make and erase entries, this one and others
     */
    template <typename Visit>
    void ForEach(Visit visit)
    {
        for (auto at = m_entries.begin(); at != m_entries.end();)
        {
            const SourceGroup key = at->first;
            visit(key, at->second);
            at = m_entries.upper_bound(key);
        }
    }

    /// @return all entries
    const Entries& GetEntries() const
    {
        return m_entries;
    }

  private:
    Entries m_entries; ///< the entries
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_TABLE_H

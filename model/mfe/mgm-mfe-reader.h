/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_READER_H
#define MGM_MFE_READER_H

#include "mgm-forwarding-plane.h"
#include "mgm-mfe-expiry.h"
#include "mgm-mfe-range.h"
#include "mgm-mfe-table.h"
#include "mgm-mfe.h"

#include "ns3/mgm-client-registry.h"
#include "ns3/mgm-ownership-table.h"
#include "ns3/mgm-status.h"

#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Reads the live forwarding entries and their statistics (MFE-6).
 */
class MfeReader
{
  public:
    /**
     * @param table the entries
     * @param registry the clients
     * @param ownership who has which interface
     * @param expiry when they expire
     * @param plane the forwarding cache, which counts; may be replaced later
     */
    MfeReader(const MfeTable& table,
              const ClientRegistry& registry,
              const OwnershipTable& ownership,
              const MfeExpiry& expiry,
              ForwardingPlane* const& plane);

    /// @return the entries
    const MfeTable& GetTable() const
    {
        return m_table;
    }

    /// @return the live entries
    MfeRange GetAll() const;

    /**
     * @param last source and group
     * @return the live entries after that
     */
    MfeRange GetAfter(const SourceGroup& last) const;

    /**
     * @param key source and group
     * @return the live entry of that key, or nothing
     */
    const MfeEntry* FindLive(const SourceGroup& key) const;

    /**
     * @param key source and group of a live entry
     * @param entry the entry
     * @return the entry as clients see it
     */
    Mfe Read(const SourceGroup& key, const MfeEntry& entry) const;

    /**
     * @param key source and group of a live entry
     * @param entry the entry
     * @param level which statistics
     * @return its statistics
     */
    MfeStats ReadStats(const SourceGroup& key, const MfeEntry& entry, MfeStatsLevel level) const;

  private:
    const MfeTable& m_table;           ///< the entries
    const ClientRegistry& m_registry;  ///< the clients
    const OwnershipTable& m_ownership; ///< who has which interface
    const MfeExpiry& m_expiry;         ///< when they expire
    ForwardingPlane* const& m_plane;   ///< the forwarding cache
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_READER_H

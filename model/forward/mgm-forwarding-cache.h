/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FORWARDING_CACHE_H
#define MGM_FORWARDING_CACHE_H

#include "mgm-forwarding-entry.h"

#include "ns3/mgm-source-group.h"

#include <cstddef>
#include <cstdint>
#include <list>
#include <ostream>
#include <unordered_map>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The forwarding entries of a node, found by source and group in constant time.
 */
class ForwardingCache
{
  public:
    /**
     * @param key source and group
     * @return the entry, valid until it is removed; null if there is none
     * @{
     */
    ForwardingEntry* Find(const SourceGroup& key);
    const ForwardingEntry* Find(const SourceGroup& key) const;

    /** @} */

    /**
     * @brief Makes an entry that was never installed.
     * @param key source and group that have no entry
     * @return the entry
     */
    ForwardingEntry& Add(const SourceGroup& key);

    /**
     * @brief Makes an entry or changes it, so that it forwards.
     * @param key source and group
     * @param incoming the incoming interface
     * @param outgoing the outgoing interfaces
     */
    void Install(const SourceGroup& key,
                 const InterfaceId& incoming,
                 const std::vector<InterfaceId>& outgoing);

    /**
     * @brief Adds or removes one outgoing interface of an entry, if there is such an entry.
     * @param key source and group
     * @param interface the interface
     * @param isForwarding whether it is an outgoing interface from now on
     */
    void SetOutgoing(const SourceGroup& key, const InterfaceId& interface, bool isForwarding);

    /**
     * @brief Lets the packets of an installed entry wait.
     * @param key source and group
     */
    void Suspend(const SourceGroup& key);

    /**
     * @brief Forgets an entry, if there is such an entry.
     * @param key source and group
     * @return the packets that waited for it
     */
    std::list<WaitingPacket> Remove(const SourceGroup& key);

    /// @brief Forgets everything.
    void Clear();

    /// @return number of entries that were never installed
    std::size_t GetResolvingCount() const
    {
        return m_resolving;
    }

    /// @return a number that changes whenever an entry is installed, changed or removed
    uint64_t GetVersion() const
    {
        return m_version;
    }

    /**
     * @brief Writes one line per entry in the order of the MFE listing (MFE-6).
     * @param os where to
     */
    void Print(std::ostream& os) const;

  private:
    std::unordered_map<SourceGroup, ForwardingEntry, SourceGroupHash> m_entries; ///< the entries
    std::size_t m_resolving{0}; ///< entries that were never installed
    uint64_t m_version{0};      ///< number of changes
};

} // namespace mgm
} // namespace ns3

#endif // MGM_FORWARDING_CACHE_H

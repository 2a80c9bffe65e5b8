/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_PROXY_DATABASE_H
#define MGM_IGMP_PROXY_DATABASE_H

#include "ns3/mgm-multicast-filter.h"
#include "ns3/mgm-source-group.h"

#include <set>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The membership database of an IGMP proxy (RFC 4605 section 4.1), as the group manager
 *        knows it: (*,g) stands for EXCLUDE of none, (s,g) for INCLUDE of s.
 */
class IgmpProxyDatabase
{
  public:
    /**
     * @brief Some client wants an entry.
     * @param entry (*,g) or (s,g)
     * @return whether that is new
     */
    bool Add(const SourceGroup& entry);

    /**
     * @brief No client wants an entry any more.
     * @param entry (*,g) or (s,g)
     * @return whether one did
     */
    bool Remove(const SourceGroup& entry);

    /// @brief Forgets everything.
    void Clear();

    /**
     * @param group a group
     * @return the merge of all that is wanted of it (RFC 3376 section 3.2)
     */
    MulticastFilter GetFilter(Ipv4Address group) const;

    /// @return the groups of which something is wanted
    std::set<Ipv4Address> GetGroups() const;

  private:
    std::set<SourceGroup> m_entries; ///< what is wanted, by group
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_PROXY_DATABASE_H

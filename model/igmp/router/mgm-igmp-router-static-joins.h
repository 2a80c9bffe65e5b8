/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_STATIC_JOINS_H
#define MGM_IGMP_ROUTER_STATIC_JOINS_H

#include "ns3/mgm-source-group.h"
#include "ns3/mgm-source-set.h"

#include <map>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A forwarding suggestion for a group (RFC 3376 section 6.3).
 */
struct IgmpSuggestion
{
    FilterMode mode{FilterMode::INCLUDE}; ///< Whether the sources are those to forward or not to.
    SourceSet sources;                    ///< The sources.
};

/**
 * @ingroup mgm
 * @brief Groups and sources that are forwarded on an interface whether or not a host wants them.
 */
class IgmpStaticJoins
{
  public:
    /// @brief Adds a join; it may be there already.
    /// @param join (*,g) or (s,g)
    void Add(const SourceGroup& join);

    /// @brief Removes a join; it may be absent.
    /// @param join (*,g) or (s,g)
    void Remove(const SourceGroup& join);

    /// @return the groups with joins, in ascending order
    std::vector<Ipv4Address> GetGroups() const;

    /**
     * @brief Adds the joins of a group to what hosts want.
     * @param group the group
     * @param learned what hosts want
     * @return what is to be forwarded
     */
    IgmpSuggestion Merge(Ipv4Address group, const IgmpSuggestion& learned) const;

  private:
    std::map<Ipv4Address, SourceSet> m_joins; ///< sources per group; 0.0.0.0 is any source
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_STATIC_JOINS_H

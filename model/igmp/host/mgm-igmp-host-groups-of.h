/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_HOST_GROUPS_OF_H
#define MGM_IGMP_HOST_GROUPS_OF_H

#include "mgm-igmp-host-groups.h"

#include <map>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What the groups of all versions have in common.
 * @tparam Membership a group
 */
template <typename Membership>
class IgmpHostGroupsOf : public IgmpHostGroups
{
  public:
    /// @param link the interface; it outlives the groups
    explicit IgmpHostGroupsOf(IgmpHostLink& link)
        : m_link(link)
    {
    }

    void Forget(Ipv4Address group) override
    {
        m_groups.erase(group);
    }

  protected:
    /// @param group a group
    /// @return what is known of it; null if it is not wanted
    Membership* Find(Ipv4Address group)
    {
        const auto found = m_groups.find(group);
        return found == m_groups.end() ? nullptr : &found->second;
    }

    /// @param group a group
    /// @return what is known of it
    Membership& FindOrMake(Ipv4Address group)
    {
        return m_groups.try_emplace(group, m_link, group).first->second;
    }

    IgmpHostLink& m_link;                       ///< the interface
    std::map<Ipv4Address, Membership> m_groups; ///< the groups
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_HOST_GROUPS_OF_H

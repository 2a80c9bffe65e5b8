/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_GROUPS_OF_H
#define MGM_IGMP_ROUTER_GROUPS_OF_H

#include "mgm-igmp-router-groups.h"

#include "ns3/mgm-source-group.h"

#include <map>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What is the same for the groups of all versions.
 * @tparam Group a group; made from the link and its address
 */
template <typename Group>
class IgmpRouterGroupsOf : public IgmpRouterGroups
{
  public:
    /// @param link the interface; it outlives the groups
    explicit IgmpRouterGroupsOf(IgmpRouterLink& link)
        : m_link(link)
    {
    }

    void Forget(Ipv4Address group) override
    {
        m_groups.erase(group);
    }

    void StopQueries() override
    {
        for (auto& [address, group] : m_groups)
        {
            group.StopQueries();
        }
    }

    std::vector<Ipv4Address> GetGroups() const override
    {
        std::vector<Ipv4Address> groups;
        for (const auto& [address, group] : m_groups)
        {
            groups.push_back(address);
        }
        return groups;
    }

    std::size_t GetSize() const override
    {
        return m_groups.size();
    }

    std::optional<IgmpGroupState> GetState(Ipv4Address group) const override
    {
        const auto found = m_groups.find(group);
        return found == m_groups.end() ? std::nullopt : std::optional(found->second.GetState());
    }

  protected:
    /// @return the interface
    IgmpRouterLink& GetLink() const
    {
        return m_link;
    }

    /// @param group a group
    /// @return whether it can be a membership (MBR-2)
    static bool IsKept(Ipv4Address group)
    {
        return IsValidMembership(SourceGroup{Ipv4Address::GetZero(), group});
    }

    /// @param group a group
    /// @return its state; null if it has none
    Group* Find(Ipv4Address group)
    {
        const auto found = m_groups.find(group);
        return found == m_groups.end() ? nullptr : &found->second;
    }

    /**
     * @brief Finds a group that somebody wants, or makes it.
     * @param group the group
     * @return its state; null if that is one too many, which is noted
     */
    Group* FindOrMake(Ipv4Address group)
    {
        if (auto* known = Find(group))
        {
            return known;
        }
        const auto limit = m_link.GetParameters().maxGroups;
        if (limit != 0 && m_groups.size() >= limit)
        {
            m_link.NoteDrop(IgmpRouterDrop::GROUP_LIMIT, group);
            return nullptr;
        }
        return &m_groups.try_emplace(group, m_link, group).first->second;
    }

  private:
    IgmpRouterLink& m_link;                ///< the interface
    std::map<Ipv4Address, Group> m_groups; ///< the groups
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_GROUPS_OF_H

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-host-groups.h"

#include "mgm-igmp-host-groups-of.h"
#include "mgm-igmp-v1-membership.h"
#include "mgm-igmp-v2-membership.h"
#include "mgm-igmp-v3-host-groups.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// Groups that are wanted or not, whatever the sources.
template <typename Membership>
class GroupsWithoutSources : public IgmpHostGroupsOf<Membership>
{
  public:
    using IgmpHostGroupsOf<Membership>::IgmpHostGroupsOf;

    void SetFilter(Ipv4Address group, const MulticastFilter& filter) override
    {
        if (!filter.IsNothing())
        {
            this->FindOrMake(group).Join();
        }
        else if (auto* membership = this->Find(group))
        {
            membership->Leave();
        }
    }

    void Adopt(Ipv4Address group, const MulticastFilter&) override
    {
        this->FindOrMake(group).Adopt();
    }

    void ReceiveReport(Ipv4Address group) override
    {
        if (auto* membership = this->Find(group))
        {
            membership->ReceiveReport();
        }
    }

    void LeaveAll() override
    {
        while (!this->m_groups.empty())
        {
            this->m_groups.begin()->second.Leave();
        }
    }
};

/// RFC 1112 appendix I.
class V1Groups : public GroupsWithoutSources<IgmpV1Membership>
{
  public:
    using GroupsWithoutSources::GroupsWithoutSources;

    /// Queries to other destinations are not valid, and the group in them is ignored.
    void ReceiveQuery(const IgmpQuery& query) override
    {
        if (query.destination == IGMP_ALL_SYSTEMS)
        {
            for (auto& [group, membership] : m_groups)
            {
                membership.ReceiveQuery();
            }
        }
    }
};

/// RFC 2236 section 6.
class V2Groups : public GroupsWithoutSources<IgmpV2Membership>
{
  public:
    using GroupsWithoutSources::GroupsWithoutSources;

    void ReceiveQuery(const IgmpQuery& query) override
    {
        if (query.IsGeneral())
        {
            for (auto& [group, membership] : m_groups)
            {
                membership.ReceiveQuery(query.maxResponseTime);
            }
        }
        else if (auto* membership = Find(query.group))
        {
            membership->ReceiveQuery(query.maxResponseTime);
        }
    }
};

} // namespace

std::unique_ptr<IgmpHostGroups>
MakeIgmpHostGroups(uint8_t version, IgmpHostLink& link)
{
    if (version == 1)
    {
        return std::make_unique<V1Groups>(link);
    }
    if (version == 2)
    {
        return std::make_unique<V2Groups>(link);
    }
    return std::make_unique<IgmpV3HostGroups>(link);
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-groups.h"

#include "mgm-igmp-v2-group.h"
#include "mgm-igmp-v3-group.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// What is the same for all versions.
template <typename Group>
class GroupsOf : public IgmpRouterGroups
{
  public:
    explicit GroupsOf(IgmpRouterLink& link)
        : m_link(link)
    {
    }

    void Forget(Ipv4Address group) override
    {
        m_groups.erase(group);
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
    Group& FindOrMake(Ipv4Address group)
    {
        return m_groups.try_emplace(group, m_link, group).first->second;
    }

  private:
    IgmpRouterLink& m_link;
    std::map<Ipv4Address, Group> m_groups;
};

bool
IsKept(Ipv4Address group)
{
    return IsValidMembership(SourceGroup{Ipv4Address::GetZero(), group});
}

/// The sources of a record that can be sources.
SourceSet
GetSources(const IgmpGroupRecord& record)
{
    std::vector<Ipv4Address> sources;
    for (const auto& source : record.sources)
    {
        if (source.Get() != 0 && IsValidMembership(SourceGroup{source, record.group}))
        {
            sources.push_back(source);
        }
    }
    return SourceSet(std::move(sources));
}

/// RFC 2236 section 7.
class V2Groups : public GroupsOf<IgmpV2Group>
{
  public:
    using GroupsOf::GroupsOf;

    void Receive(const IgmpMessage& message) override
    {
        const auto* v2 = std::get_if<IgmpV2Message>(&message);
        if (v2 && v2->type != IgmpType::QUERY && IsKept(v2->group))
        {
            FindOrMake(v2->group).Step(v2->type == IgmpType::V2_LEAVE ? IgmpV2GroupEvent::LEAVE
                                                                      : IgmpV2GroupEvent::REPORT);
        }
    }
};

std::optional<IgmpV3GroupEvent>
ToEvent(IgmpRecordType type)
{
    switch (type)
    {
    case IgmpRecordType::IS_IN:
        return IgmpV3GroupEvent::IS_IN;
    case IgmpRecordType::IS_EX:
        return IgmpV3GroupEvent::IS_EX;
    case IgmpRecordType::TO_IN:
        return IgmpV3GroupEvent::TO_IN;
    case IgmpRecordType::TO_EX:
        return IgmpV3GroupEvent::TO_EX;
    case IgmpRecordType::ALLOW:
        return IgmpV3GroupEvent::ALLOW;
    case IgmpRecordType::BLOCK:
        return IgmpV3GroupEvent::BLOCK;
    }
    return {}; // to be ignored (RFC 3376 section 4.2.12)
}

/// RFC 3376 section 6.
class V3Groups : public GroupsOf<IgmpV3Group>
{
  public:
    using GroupsOf::GroupsOf;

    void Receive(const IgmpMessage& message) override
    {
        if (const auto* report = std::get_if<IgmpV3Report>(&message))
        {
            for (const auto& record : report->records)
            {
                ReceiveRecord(record);
            }
        }
        else if (const auto* v2 = std::get_if<IgmpV2Message>(&message))
        {
            ReceiveOlder(*v2);
        }
    }

  private:
    void ReceiveRecord(const IgmpGroupRecord& record)
    {
        if (const auto event = ToEvent(record.type); event && IsKept(record.group))
        {
            FindOrMake(record.group).Receive(*event, GetSources(record));
        }
    }

    /// The IGMPv3 equivalents of RFC 3376 section 7.3.2.
    void ReceiveOlder(const IgmpV2Message& message)
    {
        if (message.type != IgmpType::QUERY)
        {
            const bool leave = message.type == IgmpType::V2_LEAVE;
            ReceiveRecord(
                {leave ? IgmpRecordType::TO_IN : IgmpRecordType::IS_EX, message.group, {}});
        }
    }
};

} // namespace

std::unique_ptr<IgmpRouterGroups>
MakeIgmpRouterGroups(uint8_t version, IgmpRouterLink& link)
{
    if (version == 2)
    {
        return std::make_unique<V2Groups>(link);
    }
    return std::make_unique<V3Groups>(link);
}

} // namespace mgm
} // namespace ns3

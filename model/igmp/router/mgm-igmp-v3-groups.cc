/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-v3-groups.h"

namespace ns3
{
namespace mgm
{

namespace
{

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

/// The statement of a record; nothing if its type is unknown.
std::optional<IgmpStatement>
ToStatement(IgmpRecordType type)
{
    switch (type)
    {
    case IgmpRecordType::IS_IN:
        return IgmpStatement::IS_IN;
    case IgmpRecordType::IS_EX:
        return IgmpStatement::IS_EX;
    case IgmpRecordType::TO_IN:
        return IgmpStatement::TO_IN;
    case IgmpRecordType::TO_EX:
        return IgmpStatement::TO_EX;
    case IgmpRecordType::ALLOW:
        return IgmpStatement::ALLOW;
    case IgmpRecordType::BLOCK:
        return IgmpStatement::BLOCK;
    }
    return {};
}

/// Whether a statement is about any source: it means nothing for a source-specific group
/// (RFC 4604 sections 3.1, 3.5 and 3.7).
constexpr bool
IsAnySource(IgmpStatement statement)
{
    switch (statement)
    {
    case IgmpStatement::IS_EX:
    case IgmpStatement::TO_EX:
    case IgmpStatement::V1_REPORT:
    case IgmpStatement::V2_REPORT:
    case IgmpStatement::V2_LEAVE:
        return true;
    default:
        return false;
    }
}

/// Whether a statement wants anything, so that a group without state gets some.
bool
WantsAnything(IgmpStatement statement, const SourceSet& sources)
{
    switch (statement)
    {
    case IgmpStatement::BLOCK:
    case IgmpStatement::V2_LEAVE:
        return false;
    case IgmpStatement::IS_IN:
    case IgmpStatement::TO_IN:
    case IgmpStatement::ALLOW:
        return !sources.IsEmpty();
    default:
        return true;
    }
}

} // namespace

void
IgmpV3Groups::Receive(const IgmpMessage& message, Ipv4Address host)
{
    if (const auto* report = std::get_if<IgmpV3Report>(&message))
    {
        for (const auto& record : report->records)
        {
            if (!GetLink().IsServed())
            {
                return; // the rest dies with this incarnation
            }
            ReceiveRecord(record, host);
        }
    }
    else if (const auto* older = std::get_if<IgmpV2Message>(&message))
    {
        ReceiveOlder(*older, host);
    }
}

void
IgmpV3Groups::ReceiveRecord(const IgmpGroupRecord& record, Ipv4Address host)
{
    if (const auto statement = ToStatement(record.type))
    {
        ReceiveStatement(*statement, record.group, GetSources(record), host);
    }
    else
    {
        GetLink().NoteDrop(IgmpRouterDrop::UNKNOWN_RECORD, record.group);
    }
}

void
IgmpV3Groups::ReceiveOlder(const IgmpV2Message& message, Ipv4Address host)
{
    const bool isV1 = message.type == IgmpType::V1_REPORT;
    if ((isV1 ? 1 : 2) < GetLink().GetParameters().oldestHostVersion)
    {
        GetLink().NoteDrop(IgmpRouterDrop::OLDER_VERSION, message.group);
        return;
    }
    const bool isLeave = message.type == IgmpType::V2_LEAVE;
    const auto report = isV1 ? IgmpStatement::V1_REPORT : IgmpStatement::V2_REPORT;
    ReceiveStatement(isLeave ? IgmpStatement::V2_LEAVE : report, message.group, {}, host);
}

void
IgmpV3Groups::ReceiveStatement(IgmpStatement statement,
                               Ipv4Address group,
                               const SourceSet& sources,
                               Ipv4Address host)
{
    if (!IsKept(group))
    {
        return;
    }
    if (IsAnySource(statement) && GetLink().GetParameters().ssmRanges->Contains(group))
    {
        GetLink().NoteDrop(IgmpRouterDrop::SSM_RANGE, group);
        return;
    }
    auto* state = WantsAnything(statement, sources) ? FindOrMake(group) : Find(group);
    if (state)
    {
        state->Receive(statement, sources, host);
    }
}

void
IgmpV3Groups::ReceiveQuery(const IgmpQuery& query)
{
    if (auto* group = Find(query.group); group && !query.suppress)
    {
        group->ReceiveQuery(query.sources);
    }
}

} // namespace mgm
} // namespace ns3

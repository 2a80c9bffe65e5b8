/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-v2-groups.h"

namespace ns3
{
namespace mgm
{

std::optional<IgmpRouterDrop>
IgmpV2Groups::Check(const IgmpMessage& message) const
{
    const auto parameters = GetLink().GetParameters();
    const auto* v2 = std::get_if<IgmpV2Message>(&message);
    const uint8_t version = !v2 ? 3 : v2->type == IgmpType::V1_REPORT ? 1 : 2;
    if (version > parameters.version)
    {
        return IgmpRouterDrop::NEWER_VERSION;
    }
    if (version < parameters.oldestHostVersion)
    {
        return IgmpRouterDrop::OLDER_VERSION;
    }
    if (parameters.ssmRanges->Contains(v2->group))
    {
        return IgmpRouterDrop::SSM_RANGE;
    }
    return {};
}

void
IgmpV2Groups::Receive(const IgmpMessage& message, Ipv4Address host)
{
    if (const auto drop = Check(message))
    {
        GetLink().NoteDrop(*drop, GetGroup(message));
        return;
    }
    const auto& v2 = std::get<IgmpV2Message>(message);
    if (v2.type != IgmpType::V2_LEAVE)
    {
        auto* group = IsKept(v2.group) ? FindOrMake(v2.group) : nullptr;
        if (group)
        {
            group->ReceiveReport(v2.type == IgmpType::V1_REPORT ? IgmpV2GroupEvent::V1_REPORT
                                                                : IgmpV2GroupEvent::V2_REPORT,
                                 host);
        }
    }
    else if (auto* group = Find(v2.group))
    {
        group->ReceiveLeave(host);
    }
}

void
IgmpV2Groups::ReceiveQuery(const IgmpQuery& query)
{
    if (auto* group = Find(query.group); group && !GetLink().IsQuerier())
    {
        group->ReceiveQuery(query.maxResponseTime);
    }
}

} // namespace mgm
} // namespace ns3

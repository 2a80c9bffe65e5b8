/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-socket-filter.h"

namespace ns3
{
namespace mgm
{

namespace
{

IgmpSocketState
GetState(const MulticastFilter& filter)
{
    if (filter.IsNothing())
    {
        return IgmpSocketState::NONE;
    }
    return filter.mode == FilterMode::INCLUDE ? IgmpSocketState::INCLUDE : IgmpSocketState::EXCLUDE;
}

SourceSet
Apply(IgmpSocketAction action, const SourceSet& sources, const SourceSet& given)
{
    switch (action)
    {
    case IgmpSocketAction::SET:
        return given;
    case IgmpSocketAction::CLEAR:
        return {};
    case IgmpSocketAction::ADD_SOURCE:
        return sources + given;
    case IgmpSocketAction::REMOVE_SOURCE:
        return sources - given;
    default:
        return sources;
    }
}

IgmpSocketStatus
ToStatus(IgmpSocketAction action)
{
    switch (action)
    {
    case IgmpSocketAction::ADDRESS_IN_USE:
        return IgmpSocketStatus::ADDRESS_IN_USE;
    case IgmpSocketAction::NOT_A_MEMBER:
        return IgmpSocketStatus::NOT_A_MEMBER;
    case IgmpSocketAction::SOURCE_NOT_AVAILABLE:
        return IgmpSocketStatus::SOURCE_NOT_AVAILABLE;
    case IgmpSocketAction::WRONG_MODE:
        return IgmpSocketStatus::WRONG_MODE;
    default:
        return IgmpSocketStatus::SUCCESS;
    }
}

} // namespace

IgmpSocketStatus
ApplySocketEvent(const MulticastFilter& filter,
                 IgmpSocketEvent event,
                 const SourceSet& given,
                 MulticastFilter& result)
{
    const auto& row = *IGMP_SOCKET_TABLE.Find(GetState(filter), event);
    const auto mode =
        row.to == IgmpSocketState::EXCLUDE ? FilterMode::EXCLUDE : FilterMode::INCLUDE;
    result = {mode, Apply(row.action, filter.sources, given)};
    return ToStatus(row.action);
}

} // namespace mgm
} // namespace ns3

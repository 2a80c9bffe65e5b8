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

using State = IgmpSocketState;
using Action = IgmpSocketAction;

namespace
{

State
GetState(const MulticastFilter& filter)
{
    if (filter.IsNothing())
    {
        return State::NONE;
    }
    return filter.mode == FilterMode::INCLUDE ? State::INCLUDE : State::EXCLUDE;
}

SourceSet
Apply(Action action, const SourceSet& sources, const SourceSet& given)
{
    switch (action)
    {
    case Action::SET:
        return given;
    case Action::CLEAR:
        return {};
    case Action::ADD_SOURCE:
        return sources + given;
    case Action::REMOVE_SOURCE:
        return sources - given;
    default:
        return sources;
    }
}

IgmpSocketStatus
ToStatus(Action action)
{
    switch (action)
    {
    case Action::ADDRESS_IN_USE:
        return IgmpSocketStatus::ADDRESS_IN_USE;
    case Action::NOT_A_MEMBER:
        return IgmpSocketStatus::NOT_A_MEMBER;
    case Action::SOURCE_NOT_AVAILABLE:
        return IgmpSocketStatus::SOURCE_NOT_AVAILABLE;
    case Action::WRONG_MODE:
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
    const auto mode = row.to == State::EXCLUDE ? FilterMode::EXCLUDE : FilterMode::INCLUDE;
    result = {mode, Apply(row.action, filter.sources, given)};
    return ToStatus(row.action);
}

} // namespace mgm
} // namespace ns3

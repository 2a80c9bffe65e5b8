/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-source-group.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// What a pair of an address and its mask stands for.
enum class Scope
{
    ANY,
    ONE,
    RANGE,
};

Scope
ScopeOf(Ipv4Address address, Ipv4Mask mask)
{
    const bool isAny = address == ANY_ADDRESS;
    if (isAny && mask == ANY_MASK)
    {
        return Scope::ANY;
    }
    return !isAny && mask == ONE_MASK ? Scope::ONE : Scope::RANGE;
}

bool
IsUnicastSource(Ipv4Address source)
{
    return !source.IsMulticast() && !source.IsBroadcast();
}

} // namespace

bool
IsValidMembership(const SourceGroupEntry& entry)
{
    const Scope source = ScopeOf(entry.source, entry.sourceMask);
    const Scope group = ScopeOf(entry.group, entry.groupMask);
    if (group == Scope::ANY)
    {
        return source == Scope::ANY;
    }
    return group == Scope::ONE && IsForwardableGroup(entry.group) &&
           (source == Scope::ANY || (source == Scope::ONE && IsUnicastSource(entry.source)));
}

std::ostream&
operator<<(std::ostream& os, const SourceGroup& sourceGroup)
{
    os << '(';
    sourceGroup.IsAnySource() ? os << '*' : os << sourceGroup.source;
    os << ',';
    sourceGroup.IsAnyGroup() ? os << '*' : os << sourceGroup.group;
    return os << ')';
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-reference-rules.h"

namespace ns3
{
namespace mgm
{

namespace
{

using Phase = ReferenceTables::Phase;
using Statuses = ReferenceRules::Statuses;

/// NO_ERROR, unless there are errors.
Statuses
OrNone(const Statuses& errors)
{
    return errors.empty() ? Statuses{Status::NO_ERROR} : errors;
}

/// MBR-2 in one expression for each part.
bool
IsAllowed(const SourceGroupEntry& entry)
{
    const auto source = entry.source.Get();
    const auto sourceMask = entry.sourceMask.Get();
    const auto group = entry.group.Get();
    const auto groupMask = entry.groupMask.Get();
    const bool anySource = source == 0 && sourceMask == 0;
    const bool oneSource = source != 0 && sourceMask == 0xFFFFFFFF && source < 0xE0000000;
    const bool anyGroup = group == 0 && groupMask == 0;
    const bool oneGroup = group >= 0xE0000100 && group <= 0xEFFFFFFF && groupMask == 0xFFFFFFFF;
    return (anyGroup && anySource) || (oneGroup && (anySource || oneSource));
}

} // namespace

ReferenceRules::ReferenceRules(const ReferenceTables& tables, const RandomSetup& setup)
    : m_tables(tables),
      m_setup(setup)
{
}

bool
ReferenceRules::IsInterface(uint32_t interface) const
{
    return interface >= 1 && interface <= m_setup.interfaces;
}

/// REG-2
Statuses
ReferenceRules::Register(uint32_t slot) const
{
    return {m_tables.FindAlive(slot) != 0 ? Status::ERROR_ALREADY_EXISTS : Status::NO_ERROR};
}

/// REG-3
Statuses
ReferenceRules::DeRegister(Number client) const
{
    if (!m_tables.IsAlive(client))
    {
        return {Status::ERROR_INVALID_PARAMETER};
    }
    return {m_tables.HasInterface(client) ? Status::ERROR_CAN_NOT_COMPLETE : Status::NO_ERROR};
}

/// REG-5
Statuses
ReferenceRules::Fail(Number client) const
{
    return {m_tables.IsAlive(client) ? Status::NO_ERROR : Status::ERROR_INVALID_PARAMETER};
}

/// OWN-1, OWN-9, OWN-10
Statuses
ReferenceRules::Take(Number client, uint32_t interface) const
{
    if (!m_tables.IsAlive(client) || !IsInterface(interface))
    {
        return {Status::ERROR_INVALID_PARAMETER};
    }
    const auto there =
        m_tables.IdOf(client).IsIgmp() ? m_tables.GetIgmp(interface) : m_tables.GetOwner(interface);
    const bool isTaken = there != 0 || m_tables.FindChange(interface);
    return {isTaken ? Status::ERROR_ALREADY_EXISTS : Status::NO_ERROR};
}

/// OWN-10
Statuses
ReferenceRules::Release(Number client, uint32_t interface) const
{
    const auto* change = m_tables.FindChange(interface);
    const bool has = m_tables.GetOwner(interface) == client ||
                     m_tables.GetIgmp(interface) == client ||
                     (change && change->takes && change->client == client);
    if (!m_tables.IsAlive(client) || !has)
    {
        return {Status::ERROR_INVALID_PARAMETER};
    }
    return {change ? Status::ERROR_CAN_NOT_COMPLETE : Status::NO_ERROR};
}

Statuses
ReferenceRules::Add(Number client, const RandomCall& call) const
{
    return ChangeMembership(client, call, Status::ERROR_CAN_NOT_COMPLETE);
}

Statuses
ReferenceRules::Delete(Number client, const RandomCall& call) const
{
    if (m_tables.IsAlive(client) && IsAllowed(call.entry) && call.flags != 0 && call.flags <= 3 &&
        !IsInterface(call.interface))
    {
        return {Status::ERROR_NOT_FOUND};
    }
    return ChangeMembership(client, call, Status::ERROR_NOT_FOUND);
}

/**
 * Whether a change of owner forbids a client to change memberships (OWN-4, OWN-10, OWN-11): IGMP
 * from its DISABLE callback on until its ENABLE callback has returned, others but for the new
 * owner all the time.
 */
bool
ReferenceRules::IsInBracket(Number client, uint32_t interface) const
{
    const auto* change = m_tables.FindChange(interface);
    if (!change)
    {
        return false;
    }
    if (client == m_tables.GetIgmp(interface))
    {
        return change->phase != Phase::ACCEPTED;
    }
    return client != m_tables.GetOwner(interface) || !change->takes;
}

/// MBR-2, MBR-3, OWN-11, MFE-5; `unknown` is the answer where nobody has the interface.
Statuses
ReferenceRules::ChangeMembership(Number client, const RandomCall& call, Status unknown) const
{
    if (!m_tables.IsAlive(client) || !IsAllowed(call.entry) || call.flags == 0 || call.flags > 3 ||
        !IsInterface(call.interface))
    {
        return {Status::ERROR_INVALID_PARAMETER};
    }
    const auto owner = m_tables.GetOwner(call.interface);
    const auto igmp = m_tables.GetIgmp(call.interface);
    const bool setsForwardState = (call.flags & 2) != 0;
    Statuses errors;
    if (m_tables.enabling.count(client) != 0 || IsInBracket(client, call.interface))
    {
        errors.insert(Status::ERROR_CAN_NOT_COMPLETE);
    }
    if (owner != 0 && client != owner && (client != igmp || setsForwardState))
    {
        errors.insert(Status::ERROR_INVALID_PARAMETER);
    }
    if (owner == 0 && client != igmp)
    {
        errors.insert(igmp != 0 ? Status::ERROR_CAN_NOT_COMPLETE : unknown);
    }
    return OrNone(errors);
}

} // namespace mgm
} // namespace ns3

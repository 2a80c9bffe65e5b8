/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-call-rules.h"

#include <utility>

namespace ns3
{
namespace mgm
{

CallRules::CallRules(const ClientRegistry& registry,
                     const OwnershipTable& ownership,
                     const ClientCaller& caller,
                     const CallTracer& tracer,
                     IsOfNode isOfNode)
    : m_registry(registry),
      m_ownership(ownership),
      m_caller(caller),
      m_tracer(tracer),
      m_isOfNode(std::move(isOfNode))
{
}

Status
CallRules::JudgeTake(ClientHandle client, const InterfaceId& interface) const
{
    const Client* known = m_registry.Find(client);
    if (!known || !m_isOfNode(interface))
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    const Ownership* ownership = m_ownership.Find(interface);
    const bool isTaken = ownership && (known->id.IsIgmp() ? ownership->igmp : ownership->owner);
    return isTaken || (ownership && ownership->IsChanging()) ? Status::ERROR_ALREADY_EXISTS
                                                             : Status::NO_ERROR;
}

Status
CallRules::JudgeRelease(ClientHandle client, const InterfaceId& interface) const
{
    const Ownership* ownership = m_ownership.Find(interface);
    const bool isInvolved = ownership && (ownership->igmp == client || ownership->owner == client ||
                                          ownership->nextOwner == client);
    if (!m_registry.Find(client) || !isInvolved)
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    return ownership->IsChanging() ? Status::ERROR_CAN_NOT_COMPLETE : Status::NO_ERROR;
}

Status
CallRules::JudgeChange(const Change& change) const
{
    if (!IsValid(change))
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    const Ownership* ownership = m_ownership.Find(change.interface);
    if (!ownership)
    {
        return JudgeUnknown(change);
    }
    const Status right = JudgeRight(change, *ownership);
    const bool isOthers = ownership->owner && ownership->owner != change.client;
    return right == Status::NO_ERROR && (change.flags & MGM_FORWARD_STATE_FLAG) && isOthers
               ? Status::ERROR_INVALID_PARAMETER // the owner alone sets that (MFE-5)
               : right;
}

bool
CallRules::IsValid(const Change& change) const
{
    constexpr uint32_t ALL_FLAGS = MGM_JOIN_STATE_FLAG | MGM_FORWARD_STATE_FLAG;
    return m_registry.Find(change.client) && change.flags != 0 &&
           (change.flags & ~ALL_FLAGS) == 0 && IsValidMembership(change.entry);
}

Status
CallRules::JudgeUnknown(const Change& change) const
{
    if (change.event == MembershipEvent::PRUNE)
    {
        return Status::ERROR_NOT_FOUND;
    }
    return m_isOfNode(change.interface) ? Status::ERROR_CAN_NOT_COMPLETE
                                        : Status::ERROR_INVALID_PARAMETER;
}

Status
CallRules::JudgeRight(const Change& change, const Ownership& ownership) const
{
    const bool isIgmp = ownership.igmp == change.client;
    const bool isInEnable = m_caller.GetClientInEnable() == change.client;
    if (isInEnable || (isIgmp && ownership.IsBracketOpen()))
    {
        m_tracer.TraceViolation("OWN-11", change.op, change.client, change.interface);
        return Status::ERROR_CAN_NOT_COMPLETE;
    }
    const bool isOwner = ownership.owner == change.client;
    const bool isStable = isIgmp || (isOwner && ownership.GetPhase() == OwnershipPhase::ENABLING) ||
                          !ownership.IsChanging();
    if (!isStable)
    {
        return Status::ERROR_CAN_NOT_COMPLETE;
    }
    if (isIgmp || isOwner)
    {
        return Status::NO_ERROR;
    }
    return ownership.owner ? Status::ERROR_INVALID_PARAMETER : Status::ERROR_CAN_NOT_COMPLETE;
}

} // namespace mgm
} // namespace ns3

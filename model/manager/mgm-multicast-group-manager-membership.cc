/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// The calls of the manager that change and enumerate group memberships.

#include "mgm-multicast-group-manager.h"

#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-scope.h"
#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// What flags of Add and Delete are called in traces.
std::string_view
NameFlags(uint32_t flags)
{
    constexpr std::string_view NAMES[]{"",
                                       words::JOIN_STATE,
                                       words::FORWARD_STATE,
                                       words::JOIN_AND_FORWARD_STATE};
    return NAMES[flags & (MGM_JOIN_STATE_FLAG | MGM_FORWARD_STATE_FLAG)];
}

} // namespace

Status
MulticastGroupManager::AddGroupMembershipEntry(ClientHandle client,
                                               const SourceGroupEntry& entry,
                                               const InterfaceId& interface,
                                               uint32_t flags)
{
    return ChangeMembership(MembershipEvent::JOIN, client, entry, interface, flags);
}

Status
MulticastGroupManager::DeleteGroupMembershipEntry(ClientHandle client,
                                                  const SourceGroupEntry& entry,
                                                  const InterfaceId& interface,
                                                  uint32_t flags)
{
    return ChangeMembership(MembershipEvent::PRUNE, client, entry, interface, flags);
}

Status
MulticastGroupManager::ChangeMembership(MembershipEvent event,
                                        ClientHandle client,
                                        const SourceGroupEntry& entry,
                                        const InterfaceId& interface,
                                        uint32_t flags)
{
    const std::string_view op = event == MembershipEvent::JOIN
                                    ? words::ADD_GROUP_MEMBERSHIP_ENTRY
                                    : words::DELETE_GROUP_MEMBERSHIP_ENTRY;
    TraceScope call(*m_tracer, [&]() {
        TraceRecord record = MakeCall(op, client, interface, entry.ToSourceGroup());
        record.event = NameFlags(flags);
        return record;
    });
    const Client* known = m_registry.Find(client);
    Status status = ValidateEntry(known, entry, flags);
    if (status == Status::NO_ERROR)
    {
        status = ValidateChange(event, op, *known, interface);
    }
    if (status == Status::NO_ERROR && (flags & MGM_FORWARD_STATE_FLAG))
    {
        status = ValidateForwardState(client, interface);
    }
    if (status == Status::NO_ERROR)
    {
        MakeChange(event, *known, entry.ToSourceGroup(), interface, flags);
    }
    Finish(client);
    return call.Return(status);
}

Status
MulticastGroupManager::ValidateForwardState(ClientHandle client, const InterfaceId& interface) const
{
    const Ownership* ownership = m_ownership.Find(interface);
    return ownership->owner && ownership->owner != client ? Status::ERROR_INVALID_PARAMETER
                                                          : Status::NO_ERROR;
}

void
MulticastGroupManager::MakeChange(MembershipEvent event,
                                  const Client& client,
                                  const SourceGroup& entry,
                                  const InterfaceId& interface,
                                  uint32_t flags)
{
    if (flags & MGM_JOIN_STATE_FLAG)
    {
        event == MembershipEvent::JOIN ? m_memberships.Add(client, entry, interface)
                                       : m_memberships.Delete(client.handle, entry, interface);
    }
    if (flags & MGM_FORWARD_STATE_FLAG)
    {
        m_mfes.SetForwardState(event, entry, interface, client.handle);
    }
}

Status
MulticastGroupManager::ValidateEntry(const Client* client,
                                     const SourceGroupEntry& entry,
                                     uint32_t flags)
{
    constexpr uint32_t ALL_FLAGS = MGM_JOIN_STATE_FLAG | MGM_FORWARD_STATE_FLAG;
    const bool isValid =
        client && flags != 0 && (flags & ~ALL_FLAGS) == 0 && IsValidMembership(entry);
    return isValid ? Status::NO_ERROR : Status::ERROR_INVALID_PARAMETER;
}

Status
MulticastGroupManager::ValidateUnknown(MembershipEvent event, const InterfaceId& interface)
{
    if (event == MembershipEvent::PRUNE)
    {
        return Status::ERROR_NOT_FOUND;
    }
    return IsInterfaceOfNode(interface) ? Status::ERROR_CAN_NOT_COMPLETE
                                        : Status::ERROR_INVALID_PARAMETER;
}

Status
MulticastGroupManager::ValidateChange(MembershipEvent event,
                                      std::string_view op,
                                      const Client& client,
                                      const InterfaceId& interface)
{
    const Ownership* ownership = m_ownership.Find(interface);
    if (!ownership)
    {
        return ValidateUnknown(event, interface);
    }
    const bool isIgmp = ownership->igmp == client.handle;
    const bool isInEnable = m_caller.GetClientInEnable() == client.handle;
    if (isInEnable || (isIgmp && ownership->IsBracketOpen()))
    {
        TraceViolation("OWN-11", op, client, interface);
        return Status::ERROR_CAN_NOT_COMPLETE;
    }
    const bool isOwner = ownership->owner == client.handle;
    const bool isStable = isIgmp || (isOwner && ownership->phase == OwnershipPhase::ENABLING) ||
                          !ownership->IsChanging();
    if (!isStable)
    {
        return Status::ERROR_CAN_NOT_COMPLETE;
    }
    if (isIgmp || isOwner)
    {
        return Status::NO_ERROR;
    }
    return ownership->owner ? Status::ERROR_INVALID_PARAMETER : Status::ERROR_CAN_NOT_COMPLETE;
}

Status
MulticastGroupManager::GroupEnumerationStart(ClientHandle client,
                                             EnumerationType type,
                                             EnumerationHandle& enumeration)
{
    TraceScope call(*m_tracer, [&]() {
        TraceRecord record = MakeCall(words::GROUP_ENUMERATION_START, client);
        record.event =
            type == EnumerationType::ALL_SOURCES ? words::ALL_SOURCES : words::ANY_SOURCE;
        return record;
    });
    if (!m_registry.Find(client))
    {
        return call.Return(Status::ERROR_INVALID_PARAMETER);
    }
    enumeration = m_enumerations.Start(client, type);
    Finish(client);
    return call.Return(Status::NO_ERROR);
}

Status
MulticastGroupManager::GroupEnumerationGetNext(EnumerationHandle enumeration,
                                               uint32_t& bufferSize,
                                               SourceGroupEntry* buffer,
                                               uint32_t& count)
{
    m_dispatcher.Drain(); // alerts that can be made now are older than the entries
    auto* found = m_enumerations.Find(enumeration);
    const ClientHandle client = found ? found->client : ClientHandle();
    TraceScope call(*m_tracer,
                    [&]() { return MakeCall(words::GROUP_ENUMERATION_GET_NEXT, client); });
    const Status status = DoGetNext(found, bufferSize, buffer, count);
    call.Explain(
        [count]() { return std::to_string(count) + (count == 1 ? " entry" : " entries"); });
    Finish(client);
    return call.Return(status);
}

Status
MulticastGroupManager::DoGetNext(GroupEnumerations::Enumeration* enumeration,
                                 uint32_t& bufferSize,
                                 SourceGroupEntry* buffer,
                                 uint32_t& count)
{
    count = 0;
    if (!enumeration)
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    const MembershipTable& table = m_memberships.GetTable();
    const uint32_t room = bufferSize / sizeof(SourceGroupEntry);
    if (room == 0 && enumeration->cursor.HasNext(table))
    {
        bufferSize = sizeof(SourceGroupEntry);
        return Status::ERROR_INSUFFICIENT_BUFFER;
    }
    count = enumeration->cursor.Read(table, buffer, room);
    m_memberships.GetPolicy().FollowEnumeration(enumeration->client);
    for (uint32_t i = 0; i < count && m_tracer->IsConnected(); ++i)
    {
        TraceEnumerated(enumeration->client, buffer[i].ToSourceGroup());
    }
    return enumeration->cursor.HasNext(table) ? Status::ERROR_MORE_DATA
                                              : Status::ERROR_NO_MORE_ITEMS;
}

Status
MulticastGroupManager::GroupEnumerationEnd(EnumerationHandle enumeration)
{
    const auto* found = m_enumerations.Find(enumeration);
    const ClientHandle client = found ? found->client : ClientHandle();
    TraceScope call(*m_tracer, [&]() { return MakeCall(words::GROUP_ENUMERATION_END, client); });
    if (!found)
    {
        return call.Return(Status::ERROR_INVALID_PARAMETER);
    }
    m_enumerations.End(enumeration);
    Finish(client);
    return call.Return(Status::NO_ERROR);
}

void
MulticastGroupManager::TraceEnumerated(ClientHandle client, const SourceGroup& entry) const
{
    TraceRecord record = MakeCall(words::ENUMERATED, client, std::nullopt, entry);
    record.kind = TraceKind::EVENT;
    m_tracer->Emit(record);
}

void
MulticastGroupManager::TraceViolation(std::string_view rule,
                                      std::string_view op,
                                      const Client& client,
                                      const InterfaceId& interface) const
{
    EmitViolation(*m_tracer, {op, interface, {}, client.id, client.name}, rule);
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// The calls of the manager that register clients and change who owns an interface.

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

/// The callbacks that a client has, as traces name them, with "+" between them.
std::string
NameCallbacks(const ClientCallbacks& callbacks)
{
    const std::pair<std::string_view, bool> offers[]{
        {words::RPF, !callbacks.rpf.IsNull()},
        {words::CREATION_ALERT, !callbacks.creationAlert.IsNull()},
        {words::PRUNE_ALERT, !callbacks.pruneAlert.IsNull()},
        {words::JOIN_ALERT, !callbacks.joinAlert.IsNull()},
        {words::WRONG_IF, !callbacks.wrongIf.IsNull()},
        {words::LOCAL_JOIN, !callbacks.localJoin.IsNull()},
        {words::LOCAL_LEAVE, !callbacks.localLeave.IsNull()},
        {words::DISABLE_IGMP, !callbacks.disableIgmp.IsNull()},
        {words::ENABLE_IGMP, !callbacks.enableIgmp.IsNull()},
    };
    std::string names;
    for (const auto& [name, isOffered] : offers)
    {
        if (isOffered)
        {
            names.append(names.empty() ? "" : "+").append(name);
        }
    }
    return names;
}

} // namespace

TraceRecord
MulticastGroupManager::MakeCall(std::string_view op,
                                ClientHandle client,
                                const std::optional<InterfaceId>& interface,
                                const std::optional<SourceGroup>& entry) const
{
    TraceRecord record = MakeTraceRecord(TraceKind::CALL, {op, interface, entry});
    if (const Client* known = m_registry.FindEver(client))
    {
        record.client = known->id;
        record.clientName = known->name;
    }
    return record;
}

void
MulticastGroupManager::Finish(ClientHandle client)
{
    if (m_registry.Find(client))
    {
        m_clock.Spend(client, m_callCost);
    }
    if (!m_dispatcher.IsIdle())
    {
        m_dispatcher.Drain();
    }
}

void
MulticastGroupManager::ForgetClient(ClientHandle client)
{
    m_enumerations.EndAll(client);
    m_memberships.GetPolicy().Forget(client);
    m_clock.Forget(client);
    m_registry.Remove(client);
}

Status
MulticastGroupManager::RegisterMProtocol(const ClientCallbacks& callbacks,
                                         ClientId id,
                                         const std::string& name,
                                         ClientHandle& client)
{
    std::string offered; // outlives the scope, whose records refer to it
    TraceScope call(*m_tracer, [&]() {
        offered = NameCallbacks(callbacks);
        TraceRecord record = MakeCall(words::REGISTER_M_PROTOCOL, {});
        record.client = id;
        record.clientName = name;
        record.event = offered;
        return record;
    });
    const Client* added = m_registry.Add(id, name, callbacks);
    if (!added)
    {
        return call.Return(Status::ERROR_ALREADY_EXISTS);
    }
    client = added->handle;
    Finish(client);
    return call.Return(Status::NO_ERROR);
}

Status
MulticastGroupManager::DeRegisterMProtocol(ClientHandle client)
{
    TraceScope call(*m_tracer, [&]() { return MakeCall(words::DEREGISTER_M_PROTOCOL, client); });
    const Client* known = m_registry.Find(client);
    if (!known)
    {
        return call.Return(Status::ERROR_INVALID_PARAMETER);
    }
    if (!known->interfaces.empty())
    {
        Finish(client);
        return call.Return(Status::ERROR_CAN_NOT_COMPLETE);
    }
    ForgetClient(client);
    return call.Return(Status::NO_ERROR);
}

Status
MulticastGroupManager::FailClient(ClientHandle client)
{
    TraceScope call(*m_tracer, [&]() { return MakeCall(words::FAIL_CLIENT, client); });
    const Client* known = m_registry.Find(client);
    if (!known)
    {
        return call.Return(Status::ERROR_INVALID_PARAMETER);
    }
    const std::vector<InterfaceId> interfaces = known->interfaces;
    ForgetClient(client);
    for (const InterfaceId& interface : interfaces)
    {
        m_changer.Abandon(client, interface);
        m_dispatcher.Drain();
    }
    return call.Return(Status::NO_ERROR);
}

void
MulticastGroupManager::Crash()
{
    const CauseScope scope(EmitEvent(*m_tracer, {words::CRASH}));
    m_dispatcher.Clear();
    m_clock.Clear();
    m_enumerations.Clear();
    m_memberships.Clear();
    m_changer.Crash();
    m_registry.Clear();
    m_mfes.RemoveAll(); // last: who hears of packets that waited may send more
}

Status
MulticastGroupManager::TakeInterfaceOwnership(ClientHandle client, const InterfaceId& interface)
{
    TraceScope call(*m_tracer,
                    [&]() { return MakeCall(words::TAKE_INTERFACE_OWNERSHIP, client, interface); });
    const Status status = DoTake(client, interface);
    Finish(client);
    return call.Return(status);
}

Status
MulticastGroupManager::DoTake(ClientHandle client, const InterfaceId& interface)
{
    const Client* known = m_registry.Find(client);
    if (!known || !IsInterfaceOfNode(interface))
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    const Ownership* ownership = m_ownership.Find(interface);
    const bool isIgmp = known->id.IsIgmp();
    const bool isTaken = ownership && (isIgmp ? ownership->igmp : ownership->owner);
    if (isTaken || (ownership && ownership->IsChanging()))
    {
        return Status::ERROR_ALREADY_EXISTS;
    }
    isIgmp ? m_changer.AddIgmp(client, interface) : m_changer.Take(client, interface);
    return Status::NO_ERROR;
}

Status
MulticastGroupManager::ReleaseInterfaceOwnership(ClientHandle client, const InterfaceId& interface)
{
    TraceScope call(*m_tracer, [&]() {
        return MakeCall(words::RELEASE_INTERFACE_OWNERSHIP, client, interface);
    });
    const Status status = DoRelease(client, interface);
    Finish(client);
    return call.Return(status);
}

Status
MulticastGroupManager::DoRelease(ClientHandle client, const InterfaceId& interface)
{
    const Client* known = m_registry.Find(client);
    const Ownership* ownership = m_ownership.Find(interface);
    if (!known || !ownership)
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    const bool isIgmp = ownership->igmp == client;
    if (!isIgmp && ownership->owner != client && ownership->nextOwner != client)
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    if (ownership->IsChanging())
    {
        return Status::ERROR_CAN_NOT_COMPLETE;
    }
    isIgmp ? m_changer.RemoveIgmp(client, interface) : m_changer.Release(client, interface);
    return Status::NO_ERROR;
}

Status
MulticastGroupManager::GetProtocolOnInterface(const InterfaceId& interface, ClientId& id)
{
    return DoGetProtocol({}, interface, id);
}

Status
MulticastGroupManager::GetProtocolOnInterface(ClientHandle client,
                                              const InterfaceId& interface,
                                              ClientId& id)
{
    const Status status = DoGetProtocol(client, interface, id);
    Finish(client);
    return status;
}

Status
MulticastGroupManager::DoGetProtocol(ClientHandle client,
                                     const InterfaceId& interface,
                                     ClientId& id)
{
    TraceScope call(*m_tracer, [&]() {
        return MakeCall(words::GET_PROTOCOL_ON_INTERFACE, client, interface);
    });
    const Ownership* ownership = m_ownership.Find(interface);
    const ClientHandle holder = !ownership         ? ClientHandle()
                                : ownership->owner ? ownership->owner
                                                   : ownership->igmp;
    const Client* found = m_registry.FindEver(holder);
    if (!found)
    {
        return call.Return(Status::ERROR_NOT_FOUND);
    }
    id = found->id;
    call.Explain([found]() { return "it is " + found->name; });
    return call.Return(Status::NO_ERROR);
}

} // namespace mgm
} // namespace ns3

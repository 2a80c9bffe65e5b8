/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-reference-model.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

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

ReferenceModel::ReferenceModel(const RandomSetup& setup)
    : m_setup(setup)
{
}

void
ReferenceModel::BeginStep()
{
    m_events.clear();
    for (auto& client : m_clients)
    {
        client.reactions = REACTIONS;
    }
}

Status
ReferenceModel::Register(uint32_t slot)
{
    if (FindAlive(SLOT_IDS[slot]) != 0)
    {
        return Status::ERROR_ALREADY_EXISTS;
    }
    m_clients.push_back({slot, true, {}, REACTIONS});
    m_history.push_back(GetDebts());
    return Status::NO_ERROR;
}

Status
ReferenceModel::DeRegister(Number client)
{
    if (!IsAlive(client))
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    if (!Get(client).interfaces.empty())
    {
        return Status::ERROR_CAN_NOT_COMPLETE;
    }
    Get(client).alive = false;
    m_history.push_back(GetDebts());
    return Status::NO_ERROR;
}

/// What the client has is released; a change that is in progress ends at once, without a new owner.
Status
ReferenceModel::Fail(Number client, const Deletions& order)
{
    if (!IsAlive(client))
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    Get(client).alive = false;
    m_history.push_back(GetDebts());
    const auto interfaces = Get(client).interfaces;
    for (const auto interface : interfaces)
    {
        if (IdOf(client).IsIgmp())
        {
            DeleteAll(client, interface, order);
            Leave(client, interface);
        }
        else if (m_changes.count(interface) != 0)
        {
            m_waiting.erase(std::find(m_waiting.begin(), m_waiting.end(), interface));
            m_changes.at(interface).takes = false;
            FinishChange(interface);
        }
        else
        {
            BeginChange(client, interface, false, order);
        }
        Drain();
    }
    return Status::NO_ERROR;
}

Status
ReferenceModel::Take(Number client, uint32_t interface, const Deletions& order)
{
    if (!IsAlive(client) || !IsInterface(interface))
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    const bool igmp = IdOf(client).IsIgmp();
    if (m_changes.count(interface) != 0 || (igmp ? GetIgmp(interface) : GetOwner(interface)) != 0)
    {
        return Status::ERROR_ALREADY_EXISTS;
    }
    Get(client).interfaces.push_back(interface);
    if (igmp)
    {
        m_igmps[interface] = client;
        return Status::NO_ERROR;
    }
    BeginChange(client, interface, true, order);
    Drain();
    return Status::NO_ERROR;
}

Status
ReferenceModel::Release(Number client, uint32_t interface, const Deletions& order)
{
    if (!IsAlive(client))
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    const auto& has = Get(client).interfaces;
    if (std::find(has.begin(), has.end(), interface) == has.end())
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    if (m_changes.count(interface) != 0)
    {
        return Status::ERROR_CAN_NOT_COMPLETE;
    }
    if (IdOf(client).IsIgmp())
    {
        DeleteAll(client, interface, order);
        Leave(client, interface);
    }
    else
    {
        BeginChange(client, interface, false, order);
    }
    Drain();
    return Status::NO_ERROR;
}

void
ReferenceModel::BeginChange(Number client, uint32_t interface, bool takes, const Deletions& order)
{
    m_changes[interface] = {client, takes, 0};
    const auto igmp = GetIgmp(interface);
    const auto change = [=]() {
        DeleteAll(igmp, interface, order);
        if (!takes)
        {
            DeleteAll(client, interface, order);
        }
        m_queue.push_back([=]() { PassTime(interface); });
    };
    if (igmp == 0)
    {
        change();
        return;
    }
    m_queue.push_back([=]() {
        Deliver(igmp, DisableIgmp(IdOf(igmp), interface));
        change();
    });
}

void
ReferenceModel::PassTime(uint32_t interface)
{
    if (!m_setup.lasting)
    {
        FinishChange(interface);
        return;
    }
    m_changes.at(interface).due = m_now + CHANGE_DURATION;
    m_waiting.push_back(interface);
}

void
ReferenceModel::FinishChange(uint32_t interface)
{
    const auto change = m_changes.at(interface);
    if (change.takes)
    {
        m_owners[interface] = change.client;
    }
    else
    {
        Leave(change.client, interface);
    }
    const auto igmp = GetIgmp(interface);
    if (igmp == 0)
    {
        m_changes.erase(interface);
        return;
    }
    m_queue.push_back([=]() {
        Deliver(igmp, EnableIgmp(IdOf(igmp), interface));
        m_changes.erase(interface);
    });
}

void
ReferenceModel::Leave(Number client, uint32_t interface)
{
    auto& has = Get(client).interfaces;
    has.erase(std::find(has.begin(), has.end(), interface));
    auto& table = IdOf(client).IsIgmp() ? m_igmps : m_owners;
    table.erase(interface);
}

void
ReferenceModel::Wait(int64_t duration)
{
    const auto end = m_now + duration;
    while (!m_waiting.empty() && m_changes.at(m_waiting.front()).due <= end)
    {
        const auto interface = m_waiting.front();
        m_waiting.erase(m_waiting.begin());
        m_now = m_changes.at(interface).due;
        FinishChange(interface);
        Drain();
    }
    m_now = end;
}

Status
ReferenceModel::Add(Number client, const RandomCall& call)
{
    return ChangeMembership(client, call, true);
}

Status
ReferenceModel::Delete(Number client, const RandomCall& call)
{
    return ChangeMembership(client, call, false);
}

Status
ReferenceModel::ChangeMembership(Number client, const RandomCall& call, bool adds)
{
    const auto status = Validate(client, call, adds);
    const Membership membership{client, call.entry.ToSourceGroup(), call.interface};
    const bool exists = m_memberships.count(membership) != 0;
    if (status == Status::NO_ERROR && (call.flags & 1) != 0 && exists != adds)
    {
        Apply(membership, adds);
    }
    Drain();
    return status;
}

Status
ReferenceModel::Validate(Number client, const RandomCall& call, bool adds) const
{
    if (!IsAlive(client) || !IsAllowed(call.entry) || call.flags == 0 || call.flags > 3)
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    if (!IsInterface(call.interface))
    {
        return adds ? Status::ERROR_INVALID_PARAMETER : Status::ERROR_NOT_FOUND;
    }
    const auto owner = GetOwner(call.interface);
    const auto igmp = GetIgmp(call.interface);
    const auto change = m_changes.find(call.interface);
    const bool isNewOwner = client == owner && change != m_changes.end() && change->second.takes;
    if (m_inEnable == client || (change != m_changes.end() && !isNewOwner))
    {
        return Status::ERROR_CAN_NOT_COMPLETE;
    }
    const bool setsForwardState = (call.flags & 2) != 0;
    if (client == owner || (client == igmp && !(setsForwardState && owner != 0)))
    {
        return Status::NO_ERROR;
    }
    if (owner != 0)
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    return adds || igmp != 0 ? Status::ERROR_CAN_NOT_COMPLETE : Status::ERROR_NOT_FOUND;
}

void
ReferenceModel::DeleteAll(Number client, uint32_t interface, const Deletions& order)
{
    std::vector<SourceGroup> keys;
    for (const auto& [id, key, where] : order)
    {
        if (client != 0 && id == IdOf(client) && where == interface)
        {
            keys.push_back(key);
        }
    }
    for (const auto& [holder, key, where] : m_memberships)
    {
        if (holder == client && where == interface)
        {
            keys.push_back(key); // if the manager has forgotten one, it shows now
        }
    }
    for (const auto& key : keys)
    {
        if (m_memberships.count({client, key, interface}) != 0)
        {
            Apply({client, key, interface}, false);
        }
    }
}

bool
ReferenceModel::IsAlive(Number client) const
{
    return client != 0 && client <= m_clients.size() && Get(client).alive;
}

std::optional<ClientId>
ReferenceModel::GetProtocolOn(uint32_t interface) const
{
    const auto owner = GetOwner(interface);
    const auto there = owner != 0 ? owner : GetIgmp(interface);
    return there == 0 ? std::nullopt : std::make_optional(IdOf(there));
}

std::vector<uint32_t>
ReferenceModel::GetInterfaces(Number client) const
{
    return client == 0 ? std::vector<uint32_t>() : Get(client).interfaces;
}

ReferenceModel::Number
ReferenceModel::GetOwner(uint32_t interface) const
{
    const auto found = m_owners.find(interface);
    return found == m_owners.end() ? 0 : found->second;
}

ReferenceModel::Number
ReferenceModel::GetIgmp(uint32_t interface) const
{
    const auto found = m_igmps.find(interface);
    return found == m_igmps.end() ? 0 : found->second;
}

const ReferenceModel::Client&
ReferenceModel::Get(Number client) const
{
    return m_clients.at(client - 1);
}

ReferenceModel::Client&
ReferenceModel::Get(Number client)
{
    return m_clients.at(client - 1);
}

ClientId
ReferenceModel::IdOf(Number client) const
{
    return SLOT_IDS[Get(client).slot];
}

ReferenceModel::Number
ReferenceModel::FindAlive(ClientId id) const
{
    for (Number client = 1; client <= GetNewest(); ++client)
    {
        if (Get(client).alive && IdOf(client) == id)
        {
            return client;
        }
    }
    return 0;
}

bool
ReferenceModel::IsInterface(uint32_t interface) const
{
    return interface >= 1 && interface <= m_setup.interfaces;
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-seen-interfaces.h"

#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

namespace
{

SeenPhase
PhaseFromString(std::string_view text)
{
    return text == words::ANNOUNCED  ? SeenPhase::ANNOUNCED
           : text == words::CHANGING ? SeenPhase::CHANGING
           : text == words::ENABLING ? SeenPhase::ENABLING
                                     : SeenPhase::STABLE;
}

} // namespace

SeenInterfaces::SeenInterfaces(const SeenClients& clients)
    : m_clients(clients)
{
}

void
SeenInterfaces::Follow(const TraceRecord& record)
{
    if (!record.interface)
    {
        return;
    }
    const bool isTake = record.op == words::TAKE_INTERFACE_OWNERSHIP;
    if (record.kind == TraceKind::STATE &&
        (record.op == words::OWNER || record.op == words::IGMP_HOLDER ||
         record.op == words::OWNERSHIP_CHANGE))
    {
        FollowState(record, m_interfaces[*record.interface]);
    }
    else if (isTake && (record.kind == TraceKind::CALL || record.kind == TraceKind::RETURN))
    {
        FollowTake(record, m_interfaces[*record.interface]);
    }
    else if (record.kind == TraceKind::CALLBACK && record.op == words::DISABLE_IGMP)
    {
        auto& interface = m_interfaces[*record.interface];
        interface.isDisabled = true;
        interface.disabled = RecordNote(record);
    }
    else if (record.kind == TraceKind::CALLBACK && record.op == words::ENABLE_IGMP)
    {
        m_interfaces[*record.interface].isDisabled = false;
    }
}

void
SeenInterfaces::FollowState(const TraceRecord& record, SeenInterface& interface)
{
    if (record.op == words::OWNERSHIP_CHANGE)
    {
        interface.phase = PhaseFromString(record.newState);
    }
    else if (record.op == words::OWNER)
    {
        interface.owner = Resolve(record, interface.taker);
        interface.taker = 0;
    }
    else
    {
        interface.igmp = Resolve(record, 0);
        interface.isDisabled = false;
    }
}

/// A second client that asks in vain does not replace the first.
void
SeenInterfaces::FollowTake(const TraceRecord& record, SeenInterface& interface)
{
    const SeenClient* client = m_clients.Find(record.client);
    if (!client || client->id.IsIgmp())
    {
        return;
    }
    if (record.kind == TraceKind::CALL)
    {
        const bool isFree = !interface.owner && interface.phase == SeenPhase::STABLE;
        interface.taker = isFree ? client->number : interface.taker;
    }
    else if (record.status != Status::NO_ERROR && interface.phase == SeenPhase::STABLE)
    {
        interface.taker = interface.taker == client->number ? 0 : interface.taker;
    }
}

/// States name clients by names, which several clients may share.
SeenParty
SeenInterfaces::Resolve(const TraceRecord& record, uint32_t preferred) const
{
    if (record.newState == words::NOBODY)
    {
        return {};
    }
    const SeenClient* likely = m_clients.Get(preferred);
    const SeenClient* client =
        likely && likely->name == record.newState ? likely : m_clients.FindByName(record.newState);
    return {client ? client->number : UNKNOWN, std::string(record.newState), RecordNote(record)};
}

void
SeenInterfaces::Clear()
{
    m_interfaces.clear();
}

const SeenInterface&
SeenInterfaces::Get(const InterfaceId& interface) const
{
    static const SeenInterface NONE;
    const auto found = m_interfaces.find(interface);
    return found == m_interfaces.end() ? NONE : found->second;
}

} // namespace mgm
} // namespace ns3

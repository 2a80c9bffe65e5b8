/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-seen-pim.h"

#include "ns3/mgm-client-life.h"
#include "ns3/mgm-pim-hello-sender.h"
#include "ns3/mgm-pim-neighbor-life.h"
#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// The state of that name; the initial one if there is none.
template <typename State>
State
ParseState(std::string_view name)
{
    for (auto i = 0U; i < static_cast<unsigned>(State::COUNT); ++i)
    {
        if (ToString(static_cast<State>(i)) == name)
        {
            return static_cast<State>(i);
        }
    }
    return State();
}

bool
IsOfDenseMode(std::string_view op)
{
    return op == words::PIM_DENSE_UPSTREAM || op == words::PIM_DENSE_DOWNSTREAM ||
           op == words::PIM_DENSE_ASSERT || op == words::PIM_DENSE_ORIGINATOR;
}

} // namespace

void
SeenPim::Follow(const TraceRecord& record)
{
    if (record.timeNs != m_nowNs)
    {
        m_nowNs = record.timeNs;
        m_receptions.clear();
        m_touched.clear();
        m_areAllTouched = false;
    }
    Touch(record);
    if (record.kind == TraceKind::STATE && record.op == words::CLIENT && record.client == m_client)
    {
        FollowLife(record);
    }
    else if (record.kind == TraceKind::STATE && words::IsOfPim(record.op))
    {
        FollowMachine(record);
    }
    else if (record.kind == TraceKind::PACKET_RX && words::IsOfPim(record.op))
    {
        m_receptions.emplace(record.seq, RecordNote(record));
    }
    else if (record.kind == TraceKind::PACKET_TX && record.op == words::PIM_HELLO &&
             record.interface)
    {
        m_links[record.interface->index].hasSaidHello = record.event != words::SAYS_GOODBYE;
    }
    else if (record.kind == TraceKind::CALLBACK)
    {
        FollowReceiver(record);
    }
    else if (record.kind == TraceKind::STATE && record.op == words::OWNER && record.interface)
    {
        m_links[record.interface->index].receivers.clear();
    }
}

/// Packets and messages as such change nothing.
void
SeenPim::Touch(const TraceRecord& record)
{
    const bool isOfLink = record.op == words::PIM_NEIGHBOR ||
                          record.op == words::PIM_HELLO_SENDER || record.op == words::OWNER ||
                          record.op == words::OWNERSHIP_CHANGE;
    if (record.kind == TraceKind::STATE && isOfLink)
    {
        m_areAllTouched = m_areAllTouched || record.oldState != record.newState;
        return;
    }
    const bool isOfPacket = record.kind == TraceKind::FORWARD || record.kind == TraceKind::DROP ||
                            record.kind == TraceKind::PACKET_TX ||
                            record.kind == TraceKind::PACKET_RX;
    if (isOfPacket || !record.sourceGroup)
    {
        return;
    }
    if (record.sourceGroup->IsAnySource())
    {
        m_areAllTouched = true;
    }
    else
    {
        m_touched.insert(*record.sourceGroup);
    }
}

/// A client that fails forgets all, and no machine tells so.
void
SeenPim::FollowLife(const TraceRecord& record)
{
    const auto state = ParseState<ClientLifeState>(record.newState);
    if (state == ClientLifeState::STOPPED)
    {
        Clear();
    }
    m_isLeaving = state == ClientLifeState::RELEASING || state == ClientLifeState::DEREGISTERING ||
                  state == ClientLifeState::RESTARTING || state == ClientLifeState::REREGISTERING;
}

void
SeenPim::Clear()
{
    m_client.reset();
    m_isLeaving = false;
    m_links.clear();
    m_routes.clear();
}

void
SeenPim::FollowMachine(const TraceRecord& record)
{
    if (IsOfDenseMode(record.op) && record.sourceGroup)
    {
        m_client = record.client;
        FollowRoute(record);
    }
    else if (record.interface)
    {
        FollowLink(record);
    }
}

void
SeenPim::FollowRoute(const TraceRecord& record)
{
    if (record.newState == words::ABSENT)
    {
        m_routes.erase(*record.sourceGroup);
        return;
    }
    auto& route = m_routes[*record.sourceGroup];
    if (record.op == words::PIM_DENSE_UPSTREAM)
    {
        route.upstream = ParseState<PimDenseUpstreamState>(record.newState);
        route.changed = RecordNote(record);
    }
    else if (record.op == words::PIM_DENSE_ORIGINATOR)
    {
        route.originator = ParseState<PimDenseOriginatorState>(record.newState);
    }
    else if (record.interface)
    {
        auto& machines = route.interfaces[record.interface->index];
        if (record.op == words::PIM_DENSE_DOWNSTREAM)
        {
            machines.prune = ParseState<PimDenseDownstreamState>(record.newState);
            machines.pruned = RecordNote(record);
        }
        else
        {
            machines.assertion = ParseState<PimDenseAssertState>(record.newState);
            machines.asserted = RecordNote(record);
        }
    }
}

void
SeenPim::FollowLink(const TraceRecord& record)
{
    auto& link = m_links[record.interface->index];
    if (record.op == words::PIM_HELLO_SENDER)
    {
        const auto state = ParseState<PimHelloState>(record.newState);
        link.isServed = state != PimHelloState::STOPPED;
        const bool isSilent = state == PimHelloState::STOPPED || state == PimHelloState::SILENT;
        link.hasSaidHello = link.hasSaidHello && !isSilent;
    }
    else if (record.op == words::PIM_NEIGHBOR && record.sourceGroup)
    {
        const auto state = ParseState<PimNeighborState>(record.newState);
        if (state == PimNeighborState::PRESENT)
        {
            link.neighbors.insert(record.sourceGroup->source);
        }
        else
        {
            link.neighbors.erase(record.sourceGroup->source);
        }
    }
}

void
SeenPim::FollowReceiver(const TraceRecord& record)
{
    const bool isJoin = record.op == words::LOCAL_JOIN;
    if ((!isJoin && record.op != words::LOCAL_LEAVE) || !record.interface || !record.sourceGroup)
    {
        return;
    }
    auto& receivers = m_links[record.interface->index].receivers;
    if (isJoin)
    {
        receivers.insert(*record.sourceGroup);
    }
    else
    {
        receivers.erase(*record.sourceGroup);
    }
}

const SeenPimRoute&
SeenPim::GetRoute(const SourceGroup& key) const
{
    static const SeenPimRoute INITIAL;
    const auto found = m_routes.find(key);
    return found == m_routes.end() ? INITIAL : found->second;
}

const SeenPimLink&
SeenPim::GetLink(uint32_t interface) const
{
    static const SeenPimLink NONE;
    const auto found = m_links.find(interface);
    return found == m_links.end() ? NONE : found->second;
}

const SeenPimInterface&
SeenPim::GetInterface(const SeenPimRoute& route, uint32_t interface)
{
    static const SeenPimInterface INITIAL;
    const auto found = route.interfaces.find(interface);
    return found == route.interfaces.end() ? INITIAL : found->second;
}

bool
SeenPim::IsAboutGroups(std::string_view op)
{
    return op == words::PIM_JOIN_PRUNE || op == words::PIM_ASSERT || op == words::PIM_GRAFT ||
           op == words::PIM_GRAFT_ACK || op == words::PIM_STATE_REFRESH;
}

bool
SeenPim::HasReceiver(const SeenPimLink& link, const SourceGroup& key)
{
    return link.receivers.count(key) != 0 || link.receivers.count({ANY_ADDRESS, key.group}) != 0 ||
           link.receivers.count(SourceGroup()) != 0;
}

bool
SeenPim::IsOutgoing(const SourceGroup& key, uint32_t interface) const
{
    const auto& route = GetRoute(key);
    const auto& machines = GetInterface(route, interface);
    const auto& link = GetLink(interface);
    if (!link.isServed || route.upstream == PimDenseUpstreamState::PRUNED ||
        machines.assertion == PimDenseAssertState::LOSER)
    {
        return false;
    }
    const bool isPruned = machines.prune == PimDenseDownstreamState::PRUNED;
    return HasReceiver(link, key) || (!link.neighbors.empty() && !isPruned);
}

const RecordNote*
SeenPim::FindReception(uint64_t seq) const
{
    const auto found = m_receptions.find(seq);
    return found == m_receptions.end() ? nullptr : &found->second;
}

} // namespace mgm
} // namespace ns3

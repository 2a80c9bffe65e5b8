/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-client-timeline.h"

#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

namespace
{

bool
IsAlert(std::string_view callback)
{
    return callback == words::JOIN_ALERT || callback == words::PRUNE_ALERT;
}

} // namespace

void
ClientTimeline::Observe(const TraceRecord& record)
{
    switch (record.kind)
    {
    case TraceKind::CALL:
        ObserveCall(record);
        break;
    case TraceKind::RETURN:
        ObserveReturn(record);
        break;
    case TraceKind::CALLBACK:
        if (record.client && IsAlert(record.op))
        {
            Reach({record.node, *record.client}, Milestone::ALERT, record.timeNs);
        }
        if (record.client && record.op == words::LOCAL_JOIN)
        {
            Reach({record.node, *record.client}, Milestone::LOCAL_JOIN, record.timeNs);
        }
        break;
    case TraceKind::STATE:
        ObserveHolder(record);
        break;
    case TraceKind::FORWARD:
        ObserveForward(record);
        break;
    default:
        break;
    }
}

void
ClientTimeline::ObserveCall(const TraceRecord& record)
{
    if (!record.client)
    {
        return;
    }
    const Key client{record.node, *record.client};
    if (record.op == words::REGISTER_M_PROTOCOL)
    {
        m_registering[client] = record.timeNs;
    }
    else if (record.op == words::TAKE_INTERFACE_OWNERSHIP)
    {
        m_openTakes[record.seq] = client;
    }
}

void
ClientTimeline::ObserveReturn(const TraceRecord& record)
{
    if (record.client && record.status == Status::NO_ERROR)
    {
        ObserveSuccess(record);
    }
    if (record.client && record.op == words::REGISTER_M_PROTOCOL)
    {
        m_registering.erase({record.node, *record.client});
    }
    m_openTakes.erase(record.cause);
}

void
ClientTimeline::ObserveSuccess(const TraceRecord& record)
{
    const Key client{record.node, *record.client};
    if (record.op == words::REGISTER_M_PROTOCOL)
    {
        Begin(record);
    }
    else if (record.op == words::TAKE_INTERFACE_OWNERSHIP && record.interface)
    {
        m_takers[{record.node, *record.interface}] = client;
    }
    else if (record.op == words::GROUP_ENUMERATION_END)
    {
        Reach(client, Milestone::ENUMERATION, record.timeNs);
    }
    else if (record.op == words::DEREGISTER_M_PROTOCOL || record.op == words::FAIL_CLIENT)
    {
        Reach(client, Milestone::GONE, record.timeNs);
        m_live.erase(client);
    }
}

void
ClientTimeline::ObserveHolder(const TraceRecord& record)
{
    const bool isOwner = record.op == words::OWNER;
    if (!record.interface || !(isOwner || record.op == words::IGMP_HOLDER))
    {
        return;
    }
    auto& holders = isOwner ? m_owners : m_igmps;
    const Place place{record.node, *record.interface};
    holders.erase(place);
    const auto taker = record.newState == words::NOBODY ? std::nullopt : FindTaker(record);
    if (taker)
    {
        holders[place] = *taker;
        Reach(*taker, Milestone::OWNERSHIP, record.timeNs);
    }
}

std::optional<ClientTimeline::Key>
ClientTimeline::FindTaker(const TraceRecord& record) const
{
    if (const auto take = m_openTakes.find(record.cause); take != m_openTakes.end())
    {
        return take->second;
    }
    const auto taker = m_takers.find({record.node, *record.interface});
    return taker == m_takers.end() ? std::nullopt : std::make_optional(taker->second);
}

void
ClientTimeline::ObserveForward(const TraceRecord& record)
{
    if (!record.interface)
    {
        return;
    }
    const Place place{record.node, *record.interface};
    // Where nobody owns an interface, it is IGMP whose entries forward there (MBR-5).
    for (const auto* holders : {&m_owners, &m_igmps})
    {
        if (const auto holder = holders->find(place); holder != holders->end())
        {
            Reach(holder->second, Milestone::PACKET, record.timeNs);
            return;
        }
    }
}

void
ClientTimeline::Begin(const TraceRecord& record)
{
    const Key client{record.node, *record.client};
    const auto call = m_registering.find(client);
    const auto registeredNs = call == m_registering.end() ? record.timeNs : call->second;
    m_live[client] = m_clients.size();
    m_clients.push_back({record.node,
                         *record.client,
                         std::string(record.clientName),
                         ++m_incarnations[client],
                         registeredNs,
                         {}});
}

void
ClientTimeline::Reach(const Key& client, Milestone milestone, int64_t timeNs)
{
    const auto live = m_live.find(client);
    if (live == m_live.end())
    {
        return;
    }
    auto& times = m_clients[live->second];
    auto& reachedNs = times.reachedNs[static_cast<std::size_t>(milestone)];
    reachedNs = reachedNs.value_or(timeNs - times.registeredNs);
}

} // namespace mgm
} // namespace ns3

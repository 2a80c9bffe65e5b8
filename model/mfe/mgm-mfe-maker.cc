/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-maker.h"

#include "mgm-mfe-outgoing-trace.h"

#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/net-device.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

MfeMaker::MfeMaker(MfeTable& table, const MfeTools& tools, Outcome outcome)
    : m_table(table),
      m_tools(tools),
      m_outcome(std::move(outcome))
{
}

void
MfeMaker::Begin(const SourceGroup& key, MfeEntry& entry, const Ipv4Header& header, Time cost)
{
    const auto making = std::make_shared<MfeMaking>();
    making->key = key;
    making->query = std::make_shared<RpfQuery>();
    making->query->entry = key;
    making->query->header = header;
    entry.making = making;
    entry.hasRoute = false;
    m_tools.dispatcher.Push([this, making]() { FindRoute(making); }, cost);
}

MfeEntry*
MfeMaker::FindCurrent(const Making& making) const
{
    MfeEntry* entry = m_table.Find(making->key);
    return entry && entry->making == making ? entry : nullptr;
}

MfeEntry*
MfeMaker::FindAsked(const Making& making, ClientHandle holder) const
{
    MfeEntry* entry = FindCurrent(making);
    return entry && m_tools.ownership.GetHolder(entry->incoming) == holder ? entry : nullptr;
}

void
MfeMaker::FindRoute(const Making& making)
{
    MfeEntry* entry = FindCurrent(making);
    if (!entry)
    {
        return;
    }
    const auto route = m_tools.paths.Find(making->key.source);
    if (!route)
    {
        m_outcome.refused(making->key, DropReason::NO_ROUTE);
        return;
    }
    const ClientHandle holder = m_tools.ownership.GetHolder(route->interface);
    if (!holder)
    {
        m_outcome.refused(making->key, DropReason::NO_OWNER);
        return;
    }
    entry->FollowRoute(*route);
    AskRpf(making, *entry, holder);
}

void
MfeMaker::AskRpf(const Making& making, const MfeEntry& entry, ClientHandle holder)
{
    RpfQuery& query = *making->query;
    query.incoming = entry.incoming;
    query.upstreamNeighbor = entry.upstreamNeighbor;
    making->neighbor = entry.upstreamNeighbor;
    const Client* client = m_tools.registry.Find(holder);
    if (client && !client->callbacks.rpf.IsNull())
    {
        query.route = m_tools.makeRoute(query);
    }
    m_tools.caller.Rpf(
        holder,
        making->query,
        {[this, making, holder]() { return FindAsked(making, holder) ? Turn::DUE : Turn::OVER; },
         [this, making, holder]() { AcceptRpf(making, holder); }});
}

void
MfeMaker::AcceptRpf(const Making& making, ClientHandle holder)
{
    MfeEntry* entry = FindAsked(making, holder);
    if (!entry)
    {
        return;
    }
    const RpfQuery& answer = *making->query;
    if (m_tools.ownership.GetHolder(answer.incoming) == holder)
    {
        entry->incoming = answer.incoming;
    }
    else
    {
        TraceViolation(*making, holder);
    }
    entry->isNeighborSet = answer.upstreamNeighbor != making->neighbor;
    if (entry->isNeighborSet)
    {
        entry->upstreamNeighbor = answer.upstreamNeighbor;
    }
    Collect(making->key, *entry);
    AlertCreation(making, *entry);
}

void
MfeMaker::Collect(const SourceGroup& key, MfeEntry& entry) const
{
    for (MfeInterface& known : entry.interfaces)
    {
        known.wanted = false;
    }
    m_tools.memberships.ForEachMatching(key, [&](const Holder& holder) {
        if (holder.counts)
        {
            entry.FindOrInsert(holder.interface).wanted = true;
        }
    });
    entry.EraseIdle();
}

void
MfeMaker::AlertCreation(const Making& making, const MfeEntry& entry)
{
    std::vector<ClientHandle> clients;
    for (const ClientHandle client : m_tools.clients())
    {
        if (!GetInterfaces(entry, client).empty())
        {
            clients.push_back(client);
        }
    }
    if (clients.empty())
    {
        m_outcome.made(making->key);
        return;
    }
    making->callbacks = static_cast<uint32_t>(clients.size());
    for (const ClientHandle client : clients)
    {
        const auto creation = std::make_shared<MfeCreation>();
        creation->client = client;
        m_tools.caller.CreationAlert(
            client,
            making->key,
            entry.incoming,
            {creation, &creation->answers},
            {[this, making, creation]() { return Show(making, *creation); },
             [this, making, creation]() { AcceptCreation(making, *creation); }});
    }
}

MfeMaker::Turn
MfeMaker::Show(const Making& making, MfeCreation& creation) const
{
    const MfeEntry* entry = FindCurrent(making);
    if (!entry)
    {
        return Turn::OVER;
    }
    creation.shown = GetInterfaces(*entry, creation.client);
    creation.answers = creation.shown;
    return creation.shown.empty() ? Turn::SKIPPED : Turn::DUE;
}

void
MfeMaker::AcceptCreation(const Making& making, const MfeCreation& creation)
{
    MfeEntry* entry = FindCurrent(making);
    if (!entry)
    {
        return;
    }
    for (const InterfaceEntry& before : creation.shown)
    {
        const auto& answers = creation.answers;
        const auto answer =
            std::find_if(answers.begin(), answers.end(), [&](const InterfaceEntry& after) {
                return after.interface == before.interface;
            });
        const bool isItsOwn = m_tools.ownership.GetHolder(before.interface) == creation.client;
        if (isItsOwn && answer != answers.end() && answer->enabled != before.enabled)
        {
            SetEnabled(*making, *entry, before.interface, answer->enabled);
        }
    }
    entry->EraseIdle();
    if (--making->callbacks == 0)
    {
        m_outcome.made(making->key);
    }
}

void
MfeMaker::SetEnabled(const MfeMaking& making,
                     MfeEntry& entry,
                     const InterfaceId& interface,
                     bool isEnabled) const
{
    MfeInterface& known = entry.FindOrInsert(interface);
    const bool wasForwarding = entry.IsForwarding(known);
    known.disabled = !isEnabled;
    known.forced = known.forced && isEnabled;
    if (entry.IsForwarding(known) != wasForwarding)
    {
        TraceOutgoing(*m_tools.tracer,
                      making.key,
                      known.interface,
                      isEnabled,
                      words::BY_CREATION_ALERT);
    }
}

std::vector<InterfaceEntry>
MfeMaker::GetInterfaces(const MfeEntry& entry, ClientHandle client) const
{
    const auto hasIgmp = [&](const InterfaceId& interface) {
        const Ownership* ownership = m_tools.ownership.Find(interface);
        return ownership && ownership->igmp && !ownership->IsBracketOpen();
    };
    std::vector<InterfaceEntry> interfaces;
    for (const MfeInterface& known : entry.interfaces)
    {
        const bool isCandidate =
            (known.wanted || known.forced) && known.interface != entry.incoming;
        if (isCandidate && m_tools.ownership.GetHolder(known.interface) == client)
        {
            interfaces.push_back({known.interface, hasIgmp(known.interface), !known.disabled});
        }
    }
    return interfaces;
}

void
MfeMaker::TraceViolation(const MfeMaking& making, ClientHandle holder) const
{
    const Client* client = m_tools.registry.FindEver(holder);
    if (client)
    {
        EmitViolation(*m_tools.tracer,
                      {words::RPF, making.query->incoming, making.key, client->id, client->name},
                      "MFE-2");
    }
}

} // namespace mgm
} // namespace ns3

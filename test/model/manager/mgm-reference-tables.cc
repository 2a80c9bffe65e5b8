/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-reference-tables.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

using Number = ReferenceTables::Number;

namespace
{

Number
Find(const std::map<uint32_t, Number>& table, uint32_t interface)
{
    const auto found = table.find(interface);
    return found == table.end() ? 0 : found->second;
}

} // namespace

const ReferenceTables::Client&
ReferenceTables::Get(Number client) const
{
    return clients.at(client - 1);
}

ClientId
ReferenceTables::IdOf(Number client) const
{
    return SLOT_IDS[Get(client).slot];
}

bool
ReferenceTables::IsAlive(Number client) const
{
    return client != 0 && client <= clients.size() && Get(client).alive;
}

Number
ReferenceTables::FindAlive(uint32_t slot) const
{
    for (Number client = 1; client <= clients.size(); ++client)
    {
        if (Get(client).alive && Get(client).slot == slot)
        {
            return client;
        }
    }
    return 0;
}

Number
ReferenceTables::FindHolder(ClientId id, uint32_t key, uint32_t interface) const
{
    Number newest = 0;
    for (Number client = 1; client <= clients.size(); ++client)
    {
        if (IdOf(client) == id)
        {
            newest = client;
        }
        if (IdOf(client) == id && memberships.count({client, key, interface}) != 0)
        {
            return client;
        }
    }
    return newest;
}

Number
ReferenceTables::GetOwner(uint32_t interface) const
{
    return Find(owners, interface);
}

Number
ReferenceTables::GetIgmp(uint32_t interface) const
{
    return Find(igmps, interface);
}

const ReferenceTables::Change*
ReferenceTables::FindChange(uint32_t interface) const
{
    const auto found = changes.find(interface);
    return found == changes.end() ? nullptr : &found->second;
}

std::vector<std::pair<Number, uint32_t>>
ReferenceTables::GetHoldings() const
{
    std::set<std::pair<Number, uint32_t>> holdings;
    for (const auto& table : {owners, igmps})
    {
        for (const auto& [interface, client] : table)
        {
            holdings.emplace(client, interface);
        }
    }
    holdings.erase(holdings.begin(), holdings.lower_bound({1, 0}));
    for (const auto& [interface, change] : changes)
    {
        if (change.takes && IsAlive(change.client))
        {
            holdings.emplace(change.client, interface);
        }
    }
    return {holdings.begin(), holdings.end()};
}

bool
ReferenceTables::HasInterface(Number client) const
{
    const auto holdings = GetHoldings();
    return std::any_of(holdings.begin(), holdings.end(), [client](const auto& holding) {
        return holding.first == client;
    });
}

std::optional<ClientId>
ReferenceTables::GetProtocolOn(uint32_t interface) const
{
    const auto owner = GetOwner(interface);
    const auto there = owner != 0 ? owner : GetIgmp(interface);
    return there == 0 ? std::nullopt : std::make_optional(IdOf(there));
}

KeySet
ReferenceTables::GetKeys() const
{
    KeySet keys;
    for (const auto& [client, key, interface] : memberships)
    {
        keys.set(key);
    }
    return keys;
}

/// MBR-5: IGMP's entries count where it is alone.
bool
ReferenceTables::Counts(const Membership& membership) const
{
    const auto [client, key, interface] = membership;
    return !IdOf(client).IsIgmp() || GetOwner(interface) == 0;
}

std::vector<Debts>
ReferenceTables::GetDebts() const
{
    std::vector<KeySet> held(clients.size() + 1);
    for (const auto& membership : memberships)
    {
        const auto [client, key, interface] = membership;
        held[client].set(key, held[client][key] || Counts(membership));
    }
    std::vector<Debts> debts(clients.size() + 1);
    for (Number client = 1; client <= clients.size(); ++client)
    {
        if (Get(client).alive)
        {
            debts[client] = DebtsOf(client, held);
        }
    }
    return debts;
}

Debts
ReferenceTables::DebtsOf(Number client, const std::vector<KeySet>& held) const
{
    Debts debts;
    KeySet others;
    for (Number other = 1; other <= clients.size(); ++other)
    {
        others |= other == client ? KeySet() : held[other];
    }
    for (uint32_t key = 0; key < KEY_COUNT; ++key)
    {
        const bool isSource = key >= FIRST_SOURCE_KEY;
        debts.groups.set(key, !isSource && others[key]);
        debts.sources[key] =
            isSource && others[key] ? TellingOf(client, SourceOfKey(key)) : Telling::NO;
    }
    for (const auto& [holder, key, interface] : memberships)
    {
        if (IdOf(holder).IsIgmp() && client == GetOwner(interface))
        {
            debts.local.set(key + KEY_COUNT * interface);
        }
    }
    return debts;
}

Telling
ReferenceTables::TellingOf(Number client, uint32_t source) const
{
    std::set<Number> answering;
    for (const auto interface : known[source])
    {
        const auto there = GetAnswering(interface);
        answering.insert(there.begin(), there.end());
    }
    if (answering.count(client) == 0)
    {
        return Telling::NO;
    }
    return answering.size() == 1 ? Telling::YES : Telling::MAYBE;
}

/**
 * Who answers for an interface: one client or nobody (0); several where the rules leave open
 * whether a change of owner has begun or is over.
 */
std::set<Number>
ReferenceTables::GetAnswering(uint32_t interface) const
{
    const auto owner = GetOwner(interface);
    const auto answers = owner != 0 ? owner : GetIgmp(interface);
    const auto* change = FindChange(interface);
    if (!change)
    {
        return {answers};
    }
    return change->phase == Phase::CHANGING ? std::set<Number>{0} : std::set<Number>{0, answers};
}

} // namespace mgm
} // namespace ns3

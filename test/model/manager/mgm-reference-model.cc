/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-reference-model.h"

#include <algorithm>
#include <sstream>

namespace ns3
{
namespace mgm
{

using Op = ClientEvent::Op;
using Phase = ReferenceTables::Phase;
using Number = ReferenceTables::Number;

namespace
{

std::string
About(const std::string& wrong, ClientId client, const std::string& what)
{
    std::ostringstream os;
    os << wrong << ": " << client << ' ' << what;
    return os.str();
}

std::string
On(const std::string& wrong, uint32_t interface)
{
    return wrong + ", interface " + std::to_string(interface);
}

} // namespace

ReferenceModel::ReferenceModel(const RandomSetup& setup)
    : m_setup(setup)
{
    m_tables.rib = setup.rib;
    NoticeRoutes();
}

void
ReferenceModel::Blame(const std::string& wrong)
{
    m_wrong = m_wrong.empty() ? wrong : m_wrong;
}

/// Whether the manager calls a client back.
bool
ReferenceModel::IsCallable(Number client) const
{
    return m_tables.IsAlive(client) && m_tables.Get(client).slot != m_setup.mute &&
           m_tables.Get(client).slot != READER;
}

Number
ReferenceModel::Register(uint32_t slot)
{
    m_tables.clients.push_back({slot, true});
    m_debts = m_tables.GetDebts();
    m_ledgers.emplace_back(m_debts.back());
    return static_cast<Number>(m_tables.clients.size());
}

/// Alerts of earlier changes may still be made before the client is gone.
void
ReferenceModel::BeginDeRegister(Number client)
{
    m_leaving.insert(client);
    m_tables.clients[client - 1].alive = false;
    Follow();
}

void
ReferenceModel::EndDeRegister(Number client)
{
    m_leaving.erase(client);
}

void
ReferenceModel::BeginFail(Number client)
{
    m_tables.clients[client - 1].alive = false;
    Follow();
}

/// REG-5: its interfaces have been released, or are being.
void
ReferenceModel::EndFail(Number client)
{
    for (const auto& [owner, interface] : m_tables.GetHoldings())
    {
        const auto* change = m_tables.FindChange(interface);
        if (owner == client && (!change || m_tables.GetIgmp(interface) == client))
        {
            Blame(On("REG-5: a client that died still has an interface", interface));
        }
    }
    for (auto& [interface, change] : m_tables.changes)
    {
        if (change.client == client && change.phase == Phase::ACCEPTED &&
            !IsCallable(m_tables.GetIgmp(interface)))
        {
            change.phase = Phase::CHANGING;
        }
    }
    Follow();
}

void
ReferenceModel::BeginOwnership(Number client, uint32_t interface, bool takes, int64_t now)
{
    if (m_tables.IdOf(client).IsIgmp())
    {
        m_igmpCalls.emplace(client, interface);
        return;
    }
    const auto duration = m_setup.lasting ? CHANGE_DURATION : 0;
    m_tables.changes[interface] = {client, takes, Phase::ACCEPTED, now + duration};
    Follow();
}

void
ReferenceModel::EndOwnership(Number client, uint32_t interface)
{
    if (m_igmpCalls.erase({client, interface}) != 0)
    {
        return;
    }
    const auto change = m_tables.changes.find(interface);
    if (change != m_tables.changes.end() && change->second.phase == Phase::ACCEPTED &&
        !IsCallable(m_tables.GetIgmp(interface)))
    {
        change->second.phase = Phase::CHANGING;
        Follow();
    }
}

void
ReferenceModel::BeginMembership(const Membership& membership, bool adds)
{
    const bool exists = m_tables.memberships.count(membership) != 0;
    m_calls.push_back({membership, adds, exists != adds, true});
}

void
ReferenceModel::EndMembership()
{
    if (m_calls.back().due && m_calls.back().valid)
    {
        Blame("MBR-1: an Add or Delete that was accepted changes nothing");
    }
    m_calls.pop_back();
}

void
ReferenceModel::Crash()
{
    for (auto& client : m_tables.clients)
    {
        client.alive = false;
    }
    for (auto& call : m_calls)
    {
        call.valid = false;
    }
    m_tables.owners.clear();
    m_tables.igmps.clear();
    m_tables.changes.clear();
    m_tables.memberships.clear();
    m_leaving.clear();
    m_igmpCalls.clear();
    Follow();
}

bool
ReferenceModel::IsMadeByCall(const Membership& membership, bool adds)
{
    if (m_calls.empty() || m_calls.back().membership != membership || m_calls.back().adds != adds ||
        !m_calls.back().due)
    {
        return false;
    }
    m_calls.back().due = false;
    return true;
}

/// Whether the changes that follow from a change of owner may be made.
bool
ReferenceModel::IsBracketOpen(uint32_t interface) const
{
    const auto* change = m_tables.FindChange(interface);
    return change &&
           (change->phase == Phase::CHANGING ||
            (change->phase == Phase::ACCEPTED && !IsCallable(m_tables.GetIgmp(interface))));
}

/// Whether a membership may be deleted without its client's Delete.
bool
ReferenceModel::MayDelete(const Membership& membership) const
{
    const auto [client, key, interface] = membership;
    if (client == m_tables.GetIgmp(interface))
    {
        return IsBracketOpen(interface) || !m_tables.IsAlive(client) ||
               m_igmpCalls.count({client, interface}) != 0;
    }
    return IsBracketOpen(interface) && !m_tables.FindChange(interface)->takes &&
           m_tables.FindChange(interface)->client == client;
}

/// Whether somebody is to be told of (s,g) who was not: the manager must look at the route.
bool
ReferenceModel::BeginsTelling(uint32_t key) const
{
    const auto debts = m_tables.GetDebts();
    return !std::equal(debts.begin(), debts.end(), m_debts.begin(), [&](auto& after, auto& before) {
        return before.sources[key] != Telling::NO || after.sources[key] == Telling::NO;
    });
}

void
ReferenceModel::SeeMembership(const Membership& membership, bool adds)
{
    const auto [client, key, interface] = membership;
    if (adds == (m_tables.memberships.count(membership) != 0))
    {
        Blame(On("MBR-3: a membership is added twice or deleted twice", interface));
    }
    if (!IsMadeByCall(membership, adds) && (adds || !MayDelete(membership)))
    {
        Blame(On("I4, OWN-3: nothing allows a change of membership", interface));
    }
    adds ? (void)m_tables.memberships.insert(membership)
         : (void)m_tables.memberships.erase(membership);
    if (key >= FIRST_SOURCE_KEY && BeginsTelling(key))
    {
        m_tables.known[SourceOfKey(key)] = {m_tables.rib[SourceOfKey(key)]};
    }
    Follow(adds ? 0 : interface);
}

/// The manager releases an interface of a client that died.
void
ReferenceModel::BeginOnBehalf(uint32_t interface, int64_t now)
{
    const auto owner = m_tables.GetOwner(interface);
    if (owner != 0 && !m_tables.IsAlive(owner) && !m_tables.FindChange(interface))
    {
        const auto duration = m_setup.lasting ? CHANGE_DURATION : 0;
        m_tables.changes[interface] = {owner, false, Phase::ACCEPTED, now + duration};
        Follow();
    }
}

/**
 * A change of owner goes from one state to the next. Mostly the callbacks and the table of owners
 * show that; but IGMP may have no callbacks, and a client that dies while it takes an interface
 * leaves no mark in the table.
 */
void
ReferenceModel::SeeChange(uint32_t interface, std::string_view state, int64_t now)
{
    if (state == "announced" || state == "changing")
    {
        BeginOnBehalf(interface, now);
    }
    const auto change = m_tables.changes.find(interface);
    if (change == m_tables.changes.end())
    {
        return;
    }
    auto& phase = change->second.phase;
    const bool isCallable = IsCallable(m_tables.GetIgmp(interface));
    const bool isAborted =
        !m_tables.IsAlive(change->second.client) && m_tables.GetOwner(interface) == 0;
    if (state == "changing" && phase == Phase::ACCEPTED && !isCallable)
    {
        phase = Phase::CHANGING;
    }
    else if (state == "enabling" && phase == Phase::CHANGING && isAborted)
    {
        phase = Phase::COMPLETE;
    }
    else if (state == "stable" && !isCallable && (phase == Phase::COMPLETE || isAborted))
    {
        m_tables.changes.erase(change);
    }
    Follow();
}

/// OWN-5, OWN-7: what belongs to the former owner and to IGMP is gone before the owner changes.
void
ReferenceModel::CheckDeleted(uint32_t interface)
{
    for (const auto& membership : m_tables.memberships)
    {
        if (std::get<2>(membership) == interface)
        {
            Blame(On("OWN-3, OWN-7: memberships are left when the owner changes", interface));
        }
    }
}

void
ReferenceModel::SeeOwner(uint32_t interface, Number owner, int64_t now)
{
    if (owner == m_tables.GetOwner(interface))
    {
        return;
    }
    BeginOnBehalf(interface, now);
    const auto change = m_tables.changes.find(interface);
    if (change == m_tables.changes.end() || !IsBracketOpen(interface))
    {
        Blame(On("I2: the owner changes outside of a bracket", interface));
        return;
    }
    const bool isAlive = m_tables.IsAlive(change->second.client);
    if (owner != (change->second.takes && isAlive ? change->second.client : 0))
    {
        Blame(On("I1: the owner becomes somebody else", interface));
    }
    if (isAlive && now != change->second.due)
    {
        Blame(On("OWN-10: a change of owner takes another time", interface));
    }
    CheckDeleted(interface);
    change->second.phase = Phase::COMPLETE;
    m_tables.owners[interface] = owner;
    Follow();
}

void
ReferenceModel::SeeIgmp(uint32_t interface, Number igmp)
{
    const auto former = m_tables.GetIgmp(interface);
    if (former == igmp)
    {
        return;
    }
    const bool comes = former == 0 && m_igmpCalls.count({igmp, interface}) != 0;
    const bool goes =
        igmp == 0 && (m_igmpCalls.count({former, interface}) != 0 || !m_tables.IsAlive(former));
    if (!comes && !goes)
    {
        Blame(On("I1: IGMP comes or goes without a call", interface));
    }
    m_tables.igmps[interface] = igmp;
    Follow();
}

void
ReferenceModel::SeeLookup(uint32_t source)
{
    if (m_tables.known[source].size() > 1)
    {
        NoticeRoute(source);
    }
}

void
ReferenceModel::MoveRoute(uint32_t source, uint32_t interface)
{
    m_tables.rib[source] = interface;
    m_tables.known[source].insert(interface);
    Follow();
}

void
ReferenceModel::NoticeRoute(uint32_t source)
{
    m_tables.known[source] = {m_tables.rib[source]};
    Follow();
}

void
ReferenceModel::NoticeRoutes()
{
    for (uint32_t source = 0; source < SOURCE_COUNT; ++source)
    {
        NoticeRoute(source);
    }
}

void
ReferenceModel::BeginDisable(Number client, uint32_t interface)
{
    const auto change = m_tables.changes.find(interface);
    if (change == m_tables.changes.end() || change->second.phase != Phase::ACCEPTED ||
        client != m_tables.GetIgmp(interface))
    {
        Blame(On("I2: DISABLE_IGMP without a change of owner", interface));
        return;
    }
    change->second.phase = Phase::DISABLING;
    Follow();
}

/// A change whose client died before it was made ends without a new owner.
void
ReferenceModel::BeginEnable(Number client, uint32_t interface)
{
    m_tables.enabling.insert(client);
    const auto change = m_tables.changes.find(interface);
    if (change == m_tables.changes.end() || client != m_tables.GetIgmp(interface) ||
        !(change->second.phase == Phase::COMPLETE ||
          (change->second.phase == Phase::CHANGING && m_tables.GetOwner(interface) == 0 &&
           !m_tables.IsAlive(change->second.client))))
    {
        Blame(On("I2: ENABLE_IGMP, although no bracket ends", interface));
        return;
    }
    change->second.phase = Phase::ENABLING;
    Follow();
}

void
ReferenceModel::EndEnable(Number client, uint32_t interface)
{
    m_tables.enabling.erase(m_tables.enabling.find(client));
    const auto change = m_tables.changes.find(interface);
    if (change != m_tables.changes.end() && change->second.phase == Phase::ENABLING)
    {
        m_tables.changes.erase(change);
        Follow();
    }
}

/// ALR-5: nobody who comes before a client waits for an alert of the same change.
void
ReferenceModel::CheckOrder(Number client)
{
    const auto change = m_ledgers[client - 1].GetTakenChange();
    const auto isBefore = [&](Number a, Number b) {
        if (m_setup.alertOrder == 2)
        {
            return m_tables.IdOf(a) < m_tables.IdOf(b);
        }
        return m_setup.alertOrder == 1 ? a > b : a < b;
    };
    for (Number other = 1; change && other <= m_ledgers.size(); ++other)
    {
        if (other != client && IsCallable(other) && isBefore(other, client) &&
            m_ledgers[other - 1].IsOrdered(*change))
        {
            Blame(About("ALR-5", m_tables.IdOf(client), "is alerted too early"));
        }
    }
}

void
ReferenceModel::SeeCallback(Number client, const ClientEvent& event)
{
    if (!IsCallable(client) && m_leaving.count(client) == 0)
    {
        Blame(About("I9, REG-5, REG-6", m_tables.IdOf(client), "is gone, and is called back"));
        return;
    }
    if (event.op == Op::DISABLE_IGMP)
    {
        BeginDisable(client, event.interface);
        return;
    }
    if (event.op == Op::ENABLE_IGMP)
    {
        BeginEnable(client, event.interface);
        return;
    }
    const auto wrong = m_ledgers[client - 1].Take(event);
    if (!wrong.empty())
    {
        std::ostringstream os;
        os << event << ": " << wrong;
        Blame(os.str());
    }
    CheckOrder(client);
}

void
ReferenceModel::SeeCallbackReturn(Number client, const ClientEvent& event)
{
    const auto change = m_tables.changes.find(event.interface);
    if (event.op == Op::DISABLE_IGMP && change != m_tables.changes.end() &&
        change->second.phase == Phase::DISABLING)
    {
        change->second.phase = Phase::CHANGING;
        Follow();
    }
    if (event.op == Op::ENABLE_IGMP)
    {
        EndEnable(client, event.interface);
    }
}

void
ReferenceModel::SeeEnumeration(Number client, bool whole, uint64_t begun)
{
    m_ledgers[client - 1].Enumerate(whole, begun);
}

/// Works out what clients are owed now.
void
ReferenceModel::Follow(uint32_t deletedOn)
{
    ++m_change;
    m_debts = m_tables.GetDebts();
    for (Number client = 1; client <= m_ledgers.size(); ++client)
    {
        if (m_tables.IsAlive(client))
        {
            m_ledgers[client - 1].Follow(m_debts[client], {m_change, deletedOn});
        }
    }
}

void
ReferenceModel::CheckReturn(uint64_t since)
{
    for (Number client = 1; client <= m_ledgers.size(); ++client)
    {
        const auto id = m_tables.IdOf(client);
        const auto missing =
            IsCallable(client) ? m_ledgers[client - 1].FindMissing(id, since) : std::string();
        if (!missing.empty())
        {
            Blame("I3: an alert is missing: " + missing);
        }
    }
}

void
ReferenceModel::Settle(int64_t now)
{
    for (const auto& [interface, change] : m_tables.changes)
    {
        if (change.phase != Phase::CHANGING || change.due <= now)
        {
            Blame(On("I2, OWN-3: a change of owner is not brought to its end", interface));
        }
    }
    CheckReturn(0);
    KeySet told;
    for (Number client = 1; client <= m_ledgers.size(); ++client)
    {
        auto& ledger = m_ledgers[client - 1];
        if (IsCallable(client) && !ledger.IsToldSources())
        {
            Blame(About("I3, ALR-3", m_tables.IdOf(client), "misses an alert of (s,g)"));
        }
        if (IsCallable(client) && (told & ledger.GetToldSources()).any())
        {
            Blame(About("ALR-3", m_tables.IdOf(client), "is told of (s,g) beside another"));
        }
        told |= IsCallable(client) ? ledger.GetToldSources() : KeySet();
        ledger.Settle();
    }
}

bool
ReferenceModel::IsWithholding(Number client) const
{
    return m_ledgers.at(client - 1).IsWithholding();
}

} // namespace mgm
} // namespace ns3

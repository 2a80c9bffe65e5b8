/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-keeper.h"

#include "mgm-mfe-outgoing-trace.h"

#include "ns3/mgm-time-variable.h"
#include "ns3/mgm-trace-context.h"
#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

MfeKeeper::MfeKeeper(const MfeTools& tools)
    : m_tools(tools),
      m_expiry(m_table,
               m_plane,
               [this](const SourceGroup& key) { Step(mfe::Event::EXPIRED, key); }),
      m_alerts(m_table, m_tools.ownership, m_tools.caller, m_expiry),
      m_routes(m_table,
               m_tools,
               m_alerts,
               [this](mfe::Event event, const SourceGroup& key, const Ipv4Header& header) {
                   Step(event, key, header);
               }),
      m_maker(m_table,
              m_tools,
              {[this](const SourceGroup& key) { Step(mfe::Event::MADE, key); },
               [this](const SourceGroup& key, DropReason reason) { Refuse(key, reason); }}),
      m_reader(m_table, m_tools.registry, m_tools.ownership, m_expiry, m_plane)
{
}

void
MfeKeeper::SetPlane(ForwardingPlane* plane)
{
    RemoveAll();
    m_plane = plane;
}

void
MfeKeeper::RemoveAll()
{
    m_table.ForEachMatching(SourceGroup(), [this](const SourceGroup& key, MfeEntry& /* entry */) {
        Step(mfe::Event::DELETED, key);
    });
}

void
MfeKeeper::SetMaxDormant(uint32_t limit)
{
    m_maxDormant = limit;
    ForgetOldest();
}

void
MfeKeeper::ForgetOldest()
{
    for (; m_table.GetExpiredSize() > m_maxDormant; ++m_forgotten)
    {
        Step(mfe::Event::FORGOTTEN, m_table.GetOldestExpired());
    }
}

void
MfeKeeper::SetUpcallCost(Ptr<RandomVariableStream> cost)
{
    m_upcallCost = cost;
}

Ptr<RandomVariableStream>
MfeKeeper::GetUpcallCost() const
{
    return m_upcallCost;
}

void
MfeKeeper::HandleMiss(const SourceGroup& key, const InterfaceId& arrival, const Ipv4Header& header)
{
    if (m_plane)
    {
        const CauseScope scope(TraceUpcall(words::NOCACHE, key, arrival));
        m_table.FindOrInsert(key);
        Step(mfe::Event::MISS, key, header);
    }
}

void
MfeKeeper::HandleWrongInterface(const SourceGroup& key,
                                const InterfaceId& arrival,
                                const Ipv4Header& header)
{
    MfeEntry* entry = m_table.Find(key);
    const bool isHeld = static_cast<bool>(m_tools.ownership.GetHolder(arrival));
    if (!entry || !isHeld || !m_wrongIf.Decide(*entry, arrival, Simulator::Now()))
    {
        return;
    }
    const CauseScope scope(TraceUpcall(words::WRONGIF, key, arrival));
    m_tools.dispatcher.Push(
        [this, key, arrival, header]() {
            m_tools.caller.WrongIf(m_tools.ownership.GetHolder(arrival), key, arrival, header);
            MfeEntry* found = m_table.Find(key);
            if (found && m_routes.Check(key, *found))
            {
                m_tools.routeMoved(key.source);
            }
        },
        DrawTime(m_upcallCost));
}

void
MfeKeeper::Step(mfe::Event event, SourceGroup key, const Ipv4Header& header, DropReason reason)
{
    MfeEntry& entry = *m_table.Find(key);
    const mfe::State before = entry.GetState();
    const auto perform = [&](mfe::Action action) {
        FollowState(key, before, entry.GetState());
        switch (action)
        {
        case mfe::Action::MAKE:
            Make(key, entry, header, event == mfe::Event::MISS ? DrawTime(m_upcallCost) : Time());
            break;
        case mfe::Action::INSTALL:
            Install(key, entry);
            break;
        case mfe::Action::RETIRE:
            m_plane->Remove(key, DropReason::ENTRY_DELETED);
            break;
        case mfe::Action::MOVE:
            m_alerts.FollowMaking(key, entry);
            break;
        case mfe::Action::REMOVE:
            Erase(key); // first: who hears of dropped packets may send one, which makes it again
            if (before != mfe::State::DORMANT)
            {
                m_plane->Remove(key, reason);
            }
            break;
        case mfe::Action::NONE:
        case mfe::Action::COUNT:
            break;
        }
    };
    const bool looksAnew = mfe::TABLE.Find(before, event)->action == mfe::Action::MAKE;
    const auto incoming =
        entry.hasRoute && !looksAnew ? std::optional(entry.incoming) : std::nullopt;
    entry.machine.Step(event, {*m_tools.tracer, words::MFE, {}, {}, incoming, key}, perform);
    if (event == mfe::Event::EXPIRED)
    {
        ForgetOldest();
    }
}

void
MfeKeeper::Erase(const SourceGroup& key)
{
    m_table.Erase(key);
    if (m_table.IsEmpty())
    {
        m_expiry.Clear();
    }
}

void
MfeKeeper::FollowState(const SourceGroup& key, mfe::State before, mfe::State after)
{
    const auto isInUse = [](mfe::State state) {
        return state == mfe::State::MAKING || state == mfe::State::LIVE;
    };
    const bool wasUsed = m_inUse > 0;
    m_inMaking += (after == mfe::State::MAKING) - (before == mfe::State::MAKING);
    m_inUse += isInUse(after) - isInUse(before);
    if (wasUsed != (m_inUse > 0))
    {
        wasUsed ? m_tools.paths.EndUse() : m_tools.paths.BeginUse();
    }
    if (isInUse(before) && after == mfe::State::DORMANT)
    {
        m_table.Retire(key);
    }
    else if (before == mfe::State::DORMANT && isInUse(after))
    {
        m_table.Revive(key);
    }
}

void
MfeKeeper::Make(const SourceGroup& key, MfeEntry& entry, const Ipv4Header& header, Time cost)
{
    m_alerts.NoteDeparture(entry);
    m_plane->Suspend(key);
    m_maker.Begin(key, entry, header, cost);
}

void
MfeKeeper::Refuse(const SourceGroup& key, DropReason reason)
{
    m_alerts.FollowDeparture(key, *m_table.Find(key));
    Step(mfe::Event::REFUSED, key, {}, reason);
}

void
MfeKeeper::Install(const SourceGroup& key, MfeEntry& entry)
{
    entry.making.reset();
    entry.made = Simulator::Now();
    m_expiry.Start(key, entry, m_expiry.GetTimeout());
    m_alerts.FollowMaking(key, entry);
    m_plane->Install(key, entry.incoming, entry.GetOutgoing()); // last: packets leave
}

void
MfeKeeper::FollowMembership(const AlertPolicy::Change& change)
{
    const bool isJoin = change.event == MembershipEvent::JOIN;
    m_table.ForEachMatching(change.entry, [&](const SourceGroup& key, MfeEntry& entry) {
        const auto follow = [&](MfeInterface& known) {
            known.wanted = isJoin || m_tools.memberships.IsWanted(key, change.interface);
            known.disabled = known.disabled && !isJoin;
        };
        ChangeInterface(key, entry, change.interface, follow, words::BY_MEMBERSHIP, change.client);
    });
    m_routes.FollowSeenMoves();
}

void
MfeKeeper::SetForwardState(MembershipEvent event,
                           const SourceGroup& membership,
                           const InterfaceId& interface,
                           ClientHandle client)
{
    const auto set = [isAdded = event == MembershipEvent::JOIN](MfeInterface& known) {
        known.forced = isAdded;
        known.disabled = !isAdded;
    };
    m_table.ForEachMatching(membership, [&](const SourceGroup& key, MfeEntry& entry) {
        ChangeInterface(key, entry, interface, set, words::FORWARD_STATE, client);
    });
    m_routes.FollowSeenMoves();
}

void
MfeKeeper::FollowLoss(const InterfaceId& interface)
{
    const Ownership* ownership = m_tools.ownership.Find(interface);
    const ClientHandle loser = ownership->GetProtocol();
    m_table.ForEachMatching(SourceGroup(), [&](const SourceGroup& key, MfeEntry& entry) {
        MfeEntry* present =
            entry.ComesFrom(interface) ? m_routes.RefreshExpired(key, entry) : &entry;
        if (present && present->belief.incoming == interface)
        {
            present->belief.servesOthers = false; // it has given up what it would be told of
        }
        if (present && present->ComesFrom(interface))
        {
            if (present->belief.client != loser)
            {
                m_alerts.NoteDeparture(*present);
                m_alerts.FollowDeparture(key, *present);
            }
            Step(mfe::Event::DELETED, key);
        }
    });
    m_routes.FollowSeenMoves();
}

void
MfeKeeper::FollowAnswerer(const InterfaceId& interface)
{
    m_table.ForEachInUse([&](const SourceGroup& key, MfeEntry& entry) {
        const InterfaceId& path = entry.route.interface;
        if (entry.hasRoute && path.index == interface.index && path != interface)
        {
            m_routes.Check(key, entry);
        }
    });
}

void
MfeKeeper::FollowClearing(const InterfaceId& interface, ClientHandle holder)
{
    const auto clear = [](MfeInterface& known) {
        known.forced = false;
        known.disabled = false;
    };
    m_table.ForEachMatching(SourceGroup(), [&](const SourceGroup& key, MfeEntry& entry) {
        const MfeInterface* known = entry.Find(interface);
        if (known && (known->forced || known->disabled))
        {
            ChangeInterface(key, entry, interface, clear, words::BY_OWNERSHIP, holder);
        }
    });
    m_routes.FollowSeenMoves();
}

template <typename Change>
void
MfeKeeper::ChangeInterface(const SourceGroup& key,
                           MfeEntry& entry,
                           const InterfaceId& interface,
                           const Change& change,
                           std::string_view why,
                           ClientHandle actor)
{
    if (MfeEntry* present = m_routes.RefreshExpired(key, entry))
    {
        MfeInterface& known = present->FindOrInsert(interface);
        const bool wasForwarding = present->IsForwarding(known);
        change(known);
        FollowChange(key, *present, interface, wasForwarding, why, actor);
    }
}

void
MfeKeeper::FollowChange(const SourceGroup& key,
                        MfeEntry& entry,
                        const InterfaceId& interface,
                        bool wasForwarding,
                        std::string_view why,
                        ClientHandle actor)
{
    const bool isForwarding = entry.IsForwarding(interface);
    entry.EraseIdle();
    if (isForwarding == wasForwarding)
    {
        return;
    }
    TraceOutgoing(*m_tools.tracer, key, interface, isForwarding, why);
    const mfe::State state = entry.GetState();
    if (state == mfe::State::LIVE)
    {
        m_plane->SetOutgoing(key, interface, isForwarding);
    }
    if (state == mfe::State::LIVE || state == mfe::State::DORMANT)
    {
        m_alerts.FollowList(key, entry, actor, interface);
    }
}

uint64_t
MfeKeeper::TraceUpcall(std::string_view op,
                       const SourceGroup& key,
                       const InterfaceId& arrival) const
{
    return EmitEvent(*m_tools.tracer, {op, arrival, key});
}

void
MfeKeeper::Clear()
{
    m_plane = nullptr;
    m_expiry.Clear();
    m_table.Clear();
    m_routes.Clear();
    m_inMaking = 0;
    if (m_inUse > 0)
    {
        m_tools.paths.EndUse();
    }
    m_inUse = 0;
}

} // namespace mgm
} // namespace ns3

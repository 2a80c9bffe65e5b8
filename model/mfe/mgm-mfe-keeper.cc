/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-keeper.h"

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
    if (!entry || !isHeld || !m_wrongIf.Decide(*entry, arrival))
    {
        return;
    }
    const CauseScope scope(TraceUpcall(words::WRONGIF, key, arrival));
    m_tools.dispatcher.Push(
        [this, key, arrival, header]() {
            m_tools.caller.WrongIf(m_tools.ownership.GetHolder(arrival), key, arrival, header);
            MfeEntry* found = m_table.Find(key);
            if (found && CheckRoute(key, *found, m_tools.paths.Find(key.source)))
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

Status
MfeKeeper::SetUpstreamNeighbor(const SourceGroup& key, ClientHandle client, Ipv4Address neighbor)
{
    MfeEntry* entry = m_table.Find(key);
    if (!entry || entry->GetState() != mfe::State::LIVE)
    {
        return Status::ERROR_NOT_FOUND;
    }
    if (m_tools.ownership.GetHolder(entry->incoming) != client)
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    SetNeighbor(key, *entry, neighbor);
    entry->isNeighborSet = true;
    return Status::NO_ERROR;
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
    m_seenMoves.clear();
    m_inMaking = 0;
    if (m_inUse > 0)
    {
        m_tools.paths.EndUse();
    }
    m_inUse = 0;
}

} // namespace mgm
} // namespace ns3

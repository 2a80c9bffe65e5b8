/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ownership-changer.h"

#include "mgm-time-variable.h"

#include "ns3/mgm-trace-context.h"
#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/simulator.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

std::string_view
ToString(OwnershipPhase phase)
{
    switch (phase)
    {
    case OwnershipPhase::STABLE:
        return words::STABLE;
    case OwnershipPhase::ANNOUNCED:
        return words::ANNOUNCED;
    case OwnershipPhase::CHANGING:
        return words::CHANGING;
    case OwnershipPhase::ENABLING:
        return words::ENABLING;
    }
    return "unknown";
}

} // namespace

OwnershipChanger::OwnershipChanger(ClientRegistry& registry,
                                   OwnershipTable& table,
                                   MembershipKeeper& memberships,
                                   ClientCaller& caller,
                                   Dispatcher& dispatcher,
                                   CallClock& clock,
                                   const Ptr<Tracer>& tracer)
    : m_registry(registry),
      m_table(table),
      m_memberships(memberships),
      m_caller(caller),
      m_dispatcher(dispatcher),
      m_clock(clock),
      m_tracer(tracer)
{
}

OwnershipChanger::~OwnershipChanger()
{
    Clear();
}

void
OwnershipChanger::SetListener(Listener listener)
{
    m_listener = std::move(listener);
}

void
OwnershipChanger::SetDuration(Ptr<RandomVariableStream> duration)
{
    m_duration = duration;
}

Ptr<RandomVariableStream>
OwnershipChanger::GetDuration() const
{
    return m_duration;
}

void
OwnershipChanger::Take(ClientHandle client, const InterfaceId& interface)
{
    m_registry.Find(client)->interfaces.push_back(interface);
    Begin(client, interface, client);
}

void
OwnershipChanger::Release(ClientHandle owner, const InterfaceId& interface)
{
    Begin(owner, interface, {});
}

void
OwnershipChanger::Begin(ClientHandle actor, const InterfaceId& interface, ClientHandle nextOwner)
{
    Ownership& ownership = m_table.FindOrInsert(interface);
    ownership.nextOwner = nextOwner;
    m_actors[interface] = actor;
    m_clock.BeginChange(actor);
    if (!ownership.igmp)
    {
        SetPhase(interface, OwnershipPhase::CHANGING);
        DeleteEntries(interface);
        return;
    }
    SetPhase(interface, OwnershipPhase::ANNOUNCED);
    m_caller.DisableIgmp(
        ownership.igmp,
        interface,
        [=]() { SetPhase(interface, OwnershipPhase::CHANGING); },
        [=]() { DeleteEntries(interface); });
}

void
OwnershipChanger::DeleteEntries(const InterfaceId& interface)
{
    if (!TellLoss(interface))
    {
        return;
    }
    const Ownership& ownership = *m_table.Find(interface);
    m_memberships.DeleteAll(ownership.igmp, interface);
    m_memberships.DeleteAll(ownership.owner, interface);
    m_listener.cleared(interface, ownership.owner ? ownership.owner : ownership.igmp);
    if (m_dispatcher.IsIdle())
    {
        Wait(interface);
    }
    else
    {
        m_dispatcher.Push([=]() { Wait(interface); }, Time());
    }
}

bool
OwnershipChanger::TellLoss(const InterfaceId& interface)
{
    const uint32_t epoch = m_dispatcher.GetEpoch();
    m_listener.lost(interface);
    return epoch == m_dispatcher.GetEpoch();
}

void
OwnershipChanger::Wait(const InterfaceId& interface)
{
    const ClientHandle nextOwner = m_table.Find(interface)->nextOwner;
    const bool isAbandoned = !m_registry.Find(m_actors[interface]) && nextOwner;
    const Time duration = DrawTime(m_duration);
    if (isAbandoned || duration.IsZero())
    {
        ChangeOwner(interface);
        return;
    }
    const uint64_t cause = TraceContext::Get().GetCause();
    m_waiting[interface] = Simulator::Schedule(duration, [=]() {
        const CauseScope scope(cause);
        ChangeOwner(interface);
        m_dispatcher.Drain();
    });
}

void
OwnershipChanger::ChangeOwner(const InterfaceId& interface)
{
    m_waiting.erase(interface);
    Ownership& ownership = *m_table.Find(interface);
    const ClientHandle before = ownership.owner;
    ownership.owner = m_registry.Find(ownership.nextOwner) ? ownership.nextOwner : ClientHandle();
    TraceHolder(words::OWNER, interface, before, ownership.owner);
    if (before)
    {
        ForgetInterface(before, interface);
    }
    if (!ownership.igmp)
    {
        End(interface);
        return;
    }
    SetPhase(interface, OwnershipPhase::ENABLING); // first: what follows from it is told before
    m_caller.EnableIgmp(ownership.igmp, interface, [=]() { End(interface); });
}

void
OwnershipChanger::End(const InterfaceId& interface)
{
    Ownership& ownership = *m_table.Find(interface);
    ownership.nextOwner = {};
    SetPhase(interface, OwnershipPhase::STABLE);
    const auto actor = m_actors.extract(interface);
    const ClientHandle owner = ownership.owner;
    if (m_table.EraseIfVacant(interface))
    {
        m_listener.answererChanged(interface); // another link may lead where it led
    }
    if (owner && !m_registry.Find(owner)) // it died while IGMP was being enabled
    {
        Release(owner, interface);
    }
    m_clock.EndChange(actor.mapped()); // last, because the client goes on from here
}

void
OwnershipChanger::Abandon(ClientHandle client, const InterfaceId& interface)
{
    const Ownership* ownership = m_table.Find(interface);
    const bool isInvolved = ownership && (ownership->igmp == client || ownership->owner == client ||
                                          ownership->nextOwner == client);
    if (!isInvolved)
    {
        return; // an earlier release has let a change of this interface come to its end
    }
    if (ownership->igmp == client)
    {
        RemoveIgmp(client, interface);
    }
    else if (!ownership->IsChanging())
    {
        Release(client, interface);
    }
    else if (const auto waiting = m_waiting.find(interface); waiting != m_waiting.end())
    {
        waiting->second.Cancel();
        ChangeOwner(interface);
    }
}

void
OwnershipChanger::AddIgmp(ClientHandle igmp, const InterfaceId& interface)
{
    m_registry.Find(igmp)->interfaces.push_back(interface);
    m_table.FindOrInsert(interface).igmp = igmp;
    TraceHolder(words::IGMP_HOLDER, interface, {}, igmp);
    m_listener.answererChanged(interface);
}

void
OwnershipChanger::RemoveIgmp(ClientHandle igmp, const InterfaceId& interface)
{
    const bool isHolder = m_table.GetHolder(interface) == igmp;
    m_memberships.DeleteAll(igmp, interface); // first: that may find routes that lead there now
    if (isHolder && !TellLoss(interface))
    {
        return;
    }
    m_table.Find(interface)->igmp = {};
    TraceHolder(words::IGMP_HOLDER, interface, igmp, {});
    ForgetInterface(igmp, interface);
    m_table.EraseIfVacant(interface);
    if (isHolder)
    {
        m_listener.answererChanged(interface);
        m_listener.cleared(interface, igmp);
    }
}

void
OwnershipChanger::ForgetInterface(ClientHandle client, const InterfaceId& interface)
{
    if (Client* known = m_registry.Find(client))
    {
        auto& interfaces = known->interfaces;
        interfaces.erase(std::find(interfaces.begin(), interfaces.end(), interface));
    }
}

void
OwnershipChanger::SetPhase(const InterfaceId& interface, OwnershipPhase phase)
{
    Ownership& ownership = *m_table.Find(interface);
    const OwnershipPhase before = std::exchange(ownership.phase, phase);
    TracePhase(interface, before, phase);
    if (before == OwnershipPhase::CHANGING || phase == OwnershipPhase::CHANGING)
    {
        m_listener.answererChanged(interface);
    }
}

void
OwnershipChanger::TracePhase(const InterfaceId& interface,
                             OwnershipPhase before,
                             OwnershipPhase after,
                             std::string_view why) const
{
    EmitState(*m_tracer,
              {words::OWNERSHIP_CHANGE, interface},
              {ToString(before), why, ToString(after)});
}

void
OwnershipChanger::TraceHolder(std::string_view op,
                              const InterfaceId& interface,
                              ClientHandle before,
                              ClientHandle after,
                              std::string_view why) const
{
    if (!m_tracer->IsConnected())
    {
        return;
    }
    const Client* old = m_registry.FindEver(before);
    const Client* now = m_registry.FindEver(after);
    const TraceChange change{old ? old->name : words::NOBODY, why, now ? now->name : words::NOBODY};
    EmitState(*m_tracer, {op, interface}, change);
}

void
OwnershipChanger::Crash()
{
    Clear();
    for (const auto& [interface, ownership] : m_table.GetAll())
    {
        if (ownership.IsChanging())
        {
            TracePhase(interface, ownership.phase, OwnershipPhase::STABLE, words::CRASHED);
        }
        if (ownership.owner)
        {
            TraceHolder(words::OWNER, interface, ownership.owner, {}, words::CRASHED);
        }
        if (ownership.igmp)
        {
            TraceHolder(words::IGMP_HOLDER, interface, ownership.igmp, {}, words::CRASHED);
        }
    }
    m_actors.clear();
    m_table.Clear();
}

void
OwnershipChanger::Clear()
{
    for (auto& [interface, event] : m_waiting)
    {
        event.Cancel();
    }
    m_waiting.clear();
}

} // namespace mgm
} // namespace ns3

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
    Step(ownership.igmp ? OwnershipEvent::BEGUN_BESIDE_IGMP : OwnershipEvent::BEGUN_ALONE,
         interface);
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
OwnershipChanger::ReleaseIgmp(const InterfaceId& interface)
{
    Step(OwnershipEvent::IGMP_LEFT, interface);
}

void
OwnershipChanger::Abandon(ClientHandle client, const InterfaceId& interface)
{
    const Ownership* ownership = m_table.Find(interface);
    const bool isInvolved = ownership && (ownership->igmp == client || ownership->owner == client ||
                                          ownership->nextOwner == client);
    if (isInvolved) // else an earlier release has let a change of this interface come to its end
    {
        Step(ownership->igmp == client ? OwnershipEvent::IGMP_LEFT : OwnershipEvent::CLIENT_FAILED,
             interface);
    }
}

void
OwnershipChanger::Crash()
{
    for (const auto& [interface, ownership] : m_table.GetAll())
    {
        Step(OwnershipEvent::CRASHED, interface);
    }
    m_actors.clear();
    m_table.Clear();
}

void
OwnershipChanger::Step(OwnershipEvent event, const InterfaceId& interface)
{
    Ownership& ownership = *m_table.Find(interface);
    const OwnershipPhase before = ownership.GetPhase();
    const OwnershipAction action = ownership.machine.Advance(event).action;
    FollowPhase(interface, before, event);
    Perform(action, interface);
}

void
OwnershipChanger::FollowPhase(const InterfaceId& interface,
                              OwnershipPhase before,
                              OwnershipEvent event)
{
    const OwnershipPhase after = m_table.Find(interface)->GetPhase();
    if (ToString(before) == ToString(after))
    {
        return;
    }
    const bool isCrash = event == OwnershipEvent::CRASHED;
    TracePhase(interface, before, after, isCrash ? words::CRASHED : "");
    if (!isCrash && (before == OwnershipPhase::CHANGING || after == OwnershipPhase::CHANGING))
    {
        m_listener.answererChanged(interface);
    }
}

void
OwnershipChanger::Perform(OwnershipAction action, const InterfaceId& interface)
{
    switch (action)
    {
    case OwnershipAction::ANNOUNCE:
        m_caller.DisableIgmp(
            m_table.Find(interface)->igmp,
            interface,
            [this, interface]() { Step(OwnershipEvent::DISABLE, interface); },
            [this, interface]() { Step(OwnershipEvent::DISABLED, interface); });
        break;
    case OwnershipAction::CLEAR:
        DeleteEntries(interface);
        break;
    case OwnershipAction::WAIT:
        Wait(interface);
        break;
    case OwnershipAction::CHANGE:
        ChangeOwner(interface);
        break;
    case OwnershipAction::ENABLE:
        m_caller.EnableIgmp(m_table.Find(interface)->igmp, interface, [this, interface]() {
            Step(OwnershipEvent::ENABLED, interface);
        });
        break;
    case OwnershipAction::END:
        End(interface);
        break;
    case OwnershipAction::RELEASE:
        Release(m_table.Find(interface)->owner, interface);
        break;
    case OwnershipAction::REMOVE_IGMP:
        RemoveIgmp(interface);
        break;
    case OwnershipAction::DROP:
        Drop(interface);
        break;
    case OwnershipAction::NONE:
    case OwnershipAction::COUNT:
        break;
    }
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
        Step(OwnershipEvent::CLEARED, interface);
    }
    else
    {
        m_dispatcher.Push([this, interface]() { Step(OwnershipEvent::CLEARED, interface); },
                          Time());
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
        Step(OwnershipEvent::TIME_OVER, interface);
        return;
    }
    const uint64_t cause = TraceContext::Get().GetCause();
    m_waiting[interface] = Simulator::Schedule(duration, [this, interface, cause]() {
        const CauseScope scope(cause);
        Step(OwnershipEvent::TIME_OVER, interface);
        m_dispatcher.Drain();
    });
}

void
OwnershipChanger::StopWaiting(const InterfaceId& interface)
{
    if (auto waiting = m_waiting.extract(interface))
    {
        waiting.mapped().Cancel();
    }
}

void
OwnershipChanger::ChangeOwner(const InterfaceId& interface)
{
    StopWaiting(interface);
    Ownership& ownership = *m_table.Find(interface);
    const ClientHandle before = ownership.owner;
    const ClientHandle next = std::exchange(ownership.nextOwner, {});
    ownership.owner = m_registry.Find(next) ? next : ClientHandle();
    TraceHolder(words::OWNER, interface, before, ownership.owner);
    if (before)
    {
        ForgetInterface(before, interface);
    }
    Step(ownership.igmp ? OwnershipEvent::CHANGED_BESIDE_IGMP : OwnershipEvent::CHANGED_ALONE,
         interface);
}

void
OwnershipChanger::End(const InterfaceId& interface)
{
    const auto actor = m_actors.extract(interface);
    const ClientHandle owner = m_table.Find(interface)->owner;
    if (m_table.EraseIfVacant(interface))
    {
        m_listener.answererChanged(interface); // another link may lead where it led
    }
    if (owner && !m_registry.Find(owner)) // it died while IGMP was being enabled
    {
        Step(OwnershipEvent::CLIENT_FAILED, interface);
    }
    m_clock.EndChange(actor.mapped()); // last, because the client goes on from here
}

void
OwnershipChanger::RemoveIgmp(const InterfaceId& interface)
{
    const ClientHandle igmp = m_table.Find(interface)->igmp;
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
OwnershipChanger::Drop(const InterfaceId& interface)
{
    StopWaiting(interface);
    const Ownership& ownership = *m_table.Find(interface);
    if (ownership.owner)
    {
        TraceHolder(words::OWNER, interface, ownership.owner, {}, words::CRASHED);
    }
    if (ownership.igmp)
    {
        TraceHolder(words::IGMP_HOLDER, interface, ownership.igmp, {}, words::CRASHED);
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

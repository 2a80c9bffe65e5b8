/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-entry.h"

#include <tuple>
#include <utility>

namespace ns3
{
namespace mgm
{

PimDenseEntry::PimDenseEntry(PimDenseOwner& owner,
                             PimDenseEnvironment& environment,
                             const SourceGroup& sourceGroup)
    : m_owner(owner),
      m_environment(environment),
      m_sourceGroup(sourceGroup),
      m_macros(environment, sourceGroup, *this),
      m_upstream(*this),
      m_originator(*this),
      m_refresher(*this),
      m_view(Look())
{
}

PimInterfaceSet
PimDenseEntry::ReceiveData(uint32_t interface, uint8_t ttl)
{
    PimInterfaceSet outgoing;
    Handle([&]() {
        if (!m_macros.Route())
        {
            return; // it must be discarded
        }
        if (!m_macros.IsRpfInterface(interface))
        {
            At(interface).assertion.Step(PimDenseAssert::Event::DATA);
            return;
        }
        if (!m_macros.HasUpstream() && GetParameters().stateRefresh)
        {
            m_originator.ReceiveData(ttl);
        }
        outgoing = GetOutgoing();
        if (!m_view.hasOlist && !m_upstream.GetPruneLimitTimer().IsRunning())
        {
            StepUpstream(PimDenseUpstream::Event::DATA);
        }
    });
    return outgoing;
}

void
PimDenseEntry::ReceivePrune(uint32_t interface, Ipv4Address upstream, uint16_t holdtime)
{
    Handle([&]() {
        const bool isUpstream = m_macros.IsRpfInterface(interface);
        if (upstream == m_environment.GetAddress(interface))
        {
            At(interface).assertion.Step(PimDenseAssert::Event::ADDRESSED);
            if (!isUpstream)
            {
                At(interface).downstream.ReceivePrune(holdtime);
            }
        }
        else if (isUpstream && m_view.hasOlist)
        {
            StepUpstream(PimDenseUpstream::Event::SEE_PRUNE);
        }
    });
}

void
PimDenseEntry::ReceiveJoin(uint32_t interface, Ipv4Address upstream)
{
    Handle([&]() {
        if (upstream == m_environment.GetAddress(interface))
        {
            At(interface).assertion.Step(PimDenseAssert::Event::ADDRESSED);
            At(interface).downstream.Step(PimDenseDownstream::Event::JOIN);
        }
        else if (m_macros.IsRpfInterface(interface) && upstream == m_macros.RpfPrime())
        {
            StepUpstream(PimDenseUpstream::Event::SEE_JOIN);
        }
    });
}

void
PimDenseEntry::ReceiveGraft(uint32_t interface)
{
    Handle([&]() {
        At(interface).assertion.Step(PimDenseAssert::Event::ADDRESSED);
        At(interface).downstream.Step(PimDenseDownstream::Event::GRAFT);
    });
}

void
PimDenseEntry::ReceiveGraftAck(uint32_t interface, Ipv4Address sender)
{
    Handle([&]() {
        if (m_macros.IsRpfInterface(interface) && sender == m_macros.RpfPrime())
        {
            StepUpstream(PimDenseUpstream::Event::GRAFT_ACK);
        }
    });
}

void
PimDenseEntry::ReceiveAssert(uint32_t interface, const PimDenseMetric& metric)
{
    Handle([&]() { At(interface).assertion.ReceiveMetric(metric, GetParameters().assertTime); });
}

void
PimDenseEntry::ReceiveRefresh(uint32_t interface,
                              Ipv4Address sender,
                              const PimStateRefresh& message)
{
    Handle([&]() {
        using Event = PimDenseUpstream::Event;
        const auto time =
            message.interval == 0 ? GetParameters().assertTime : Seconds(3 * message.interval);
        At(interface).assertion.ReceiveMetric({message.preference, message.metric, sender}, time);
        Settle();
        if (!m_macros.IsRpfInterface(interface) || sender != m_macros.RpfPrime())
        {
            return;
        }
        if (message.pruneIndicator)
        {
            StepUpstream(m_view.hasOlist ? Event::REFRESH_PRUNED : Event::REFRESH_UNWANTED);
        }
        else if (!m_upstream.GetPruneLimitTimer().IsRunning())
        {
            StepUpstream(Event::REFRESH);
        }
        m_refresher.Forward(message);
    });
}

void
PimDenseEntry::Update()
{
    Handle([]() {});
}

void
PimDenseEntry::LoseNeighbor(uint32_t interface, Ipv4Address neighbor)
{
    Handle([&]() {
        const auto found = m_interfaces.find(interface);
        if (found != m_interfaces.end())
        {
            found->second.assertion.LoseNeighbor(neighbor);
        }
    });
}

void
PimDenseEntry::RestartNeighbor(uint32_t interface, Ipv4Address neighbor)
{
    Handle([&]() {
        if (m_macros.IsRpfInterface(interface) && neighbor == m_macros.RpfPrime())
        {
            StepUpstream(PimDenseUpstream::Event::RPF_RESTARTS);
        }
        else if (!m_macros.IsRpfInterface(interface) && GetParameters().stateRefresh &&
                 GetParameters().replayRefresh)
        {
            m_refresher.Replay(interface);
        }
    });
}

void
PimDenseEntry::LoseInterface(uint32_t interface)
{
    Handle([&]() {
        const auto found = m_interfaces.find(interface);
        if (found != m_interfaces.end())
        {
            found->second.assertion.Step(PimDenseAssert::Event::INTERFACE_DOWN);
            found->second.downstream.Step(PimDenseDownstream::Event::INTERFACE_DOWN);
        }
    });
}

void
PimDenseEntry::TakeDown()
{
    for (auto& [index, interface] : m_interfaces)
    {
        interface.assertion.Step(PimDenseAssert::Event::STOP);
    }
    Stop();
}

void
PimDenseEntry::Stop()
{
    m_stopped = true;
    m_upstream.Stop();
    m_originator.Stop();
    for (auto& [index, interface] : m_interfaces)
    {
        interface.downstream.Stop();
        interface.assertion.Stop();
    }
}

const SourceGroup&
PimDenseEntry::GetSourceGroup() const
{
    return m_sourceGroup;
}

const PimDenseMacros&
PimDenseEntry::GetMacros() const
{
    return m_macros;
}

const PimDenseDownstream*
PimDenseEntry::GetDownstream(uint32_t interface) const
{
    const auto* found = Find(interface);
    return found ? &found->downstream : nullptr;
}

const PimDenseAssert*
PimDenseEntry::GetAssert(uint32_t interface) const
{
    const auto* found = Find(interface);
    return found ? &found->assertion : nullptr;
}

PimInterfaceSet
PimDenseEntry::GetOutgoing() const
{
    const bool isPruned = m_upstream.GetState() == PimDenseUpstreamState::PRUNED;
    return isPruned ? PimInterfaceSet() : m_macros.Olist();
}

PimDenseParameters
PimDenseEntry::GetParameters() const
{
    return m_owner.GetParameters();
}

const PimDenseEnvironment&
PimDenseEntry::GetEnvironment() const
{
    return m_environment;
}

Time
PimDenseEntry::DrawOverrideDelay(uint32_t interface)
{
    return m_owner.DrawDelay(m_environment.GetOverrideInterval(interface));
}

void
PimDenseEntry::Handle(const std::function<void()>& event)
{
    const auto self = shared_from_this(); // it may be forgotten
    if (m_stopped)
    {
        return;
    }
    if (m_busy)
    {
        event();
        m_again = true;
        return;
    }
    m_busy = true;
    Settle();
    event();
    m_again = true;
    while (m_again && !m_stopped)
    {
        m_again = false;
        Settle();
        IsIdle() ? Vanish() : Tell();
    }
    m_busy = false;
}

void
PimDenseEntry::Send(const PimMessage& message, uint32_t interface, Ipv4Address destination)
{
    const bool isServed = m_environment.GetInterfaces().count(interface) != 0;
    if (!m_stopped && isServed && !m_environment.IsBoundary(interface, m_sourceGroup.group))
    {
        m_environment.Send(message, interface, destination);
    }
}

void
PimDenseEntry::AckGraft()
{
    m_owner.AckGraft(m_sourceGroup);
}

void
PimDenseEntry::OriginateRefresh(uint8_t ttl, bool pruneNow)
{
    m_refresher.Originate(ttl, pruneNow);
}

void
PimDenseEntry::OnRefreshSent(uint32_t interface, Time interval)
{
    const auto found = m_interfaces.find(interface);
    if (found == m_interfaces.end())
    {
        return;
    }
    if (m_environment.IsStateRefreshCapable(interface))
    {
        found->second.downstream.Step(PimDenseDownstream::Event::SEND_REFRESH);
    }
    found->second.assertion.SendRefresh(interval);
}

MachineSubject
PimDenseEntry::GetSubject(std::string_view machine, std::optional<uint32_t> interface) const
{
    return m_environment.GetSubject(machine, m_sourceGroup, interface);
}

bool
PimDenseEntry::IsPruned(uint32_t interface) const
{
    const auto* found = Find(interface);
    return found && found->downstream.GetState() == PimDenseDownstreamState::PRUNED;
}

bool
PimDenseEntry::IsAssertLoser(uint32_t interface) const
{
    const auto* found = Find(interface);
    return found && found->assertion.GetState() == PimDenseAssertState::LOSER;
}

bool
PimDenseEntry::HasNoAssert(uint32_t interface) const
{
    const auto* found = Find(interface);
    return !found || found->assertion.GetState() == PimDenseAssertState::NO_INFO;
}

PimDenseMetric
PimDenseEntry::GetAssertWinner(uint32_t interface) const
{
    const auto* found = Find(interface);
    return found ? found->assertion.GetWinner() : PimDenseMetric();
}

PimDenseEntry::Interface&
PimDenseEntry::At(uint32_t interface)
{
    const auto found = m_interfaces.find(interface);
    if (found != m_interfaces.end())
    {
        return found->second;
    }
    PimDenseContext& context = *this;
    return m_interfaces
        .emplace(std::piecewise_construct,
                 std::forward_as_tuple(interface),
                 std::forward_as_tuple(context, interface))
        .first->second;
}

const PimDenseEntry::Interface*
PimDenseEntry::Find(uint32_t interface) const
{
    const auto found = m_interfaces.find(interface);
    return found == m_interfaces.end() ? nullptr : &found->second;
}

PimDenseEntry::View
PimDenseEntry::Look() const
{
    return {m_macros.RpfInterface(),
            m_macros.RpfPrime(),
            m_macros.HasUpstream(),
            m_macros.HasOlist()};
}

void
PimDenseEntry::Settle()
{
    SettleInterfaces();
    const auto route = m_macros.Route();
    if (m_originator.GetState() == PimDenseOriginatorState::ORIGINATOR &&
        !(route && route->IsFirstHop()))
    {
        m_originator.Step(PimDenseOriginator::Event::NOT_DIRECT);
    }
    SettleUpstream();
}

void
PimDenseEntry::SettleInterfaces()
{
    const auto rpfInterface = m_macros.RpfInterface();
    for (auto& [index, interface] : m_interfaces)
    {
        interface.assertion.SetCouldAssert(m_macros.CouldAssert(index));
        if (index == rpfInterface && index != m_view.rpfInterface)
        {
            interface.downstream.Step(PimDenseDownstream::Event::RPF_INTERFACE);
        }
    }
}

void
PimDenseEntry::SettleUpstream()
{
    using Event = PimDenseUpstream::Event;
    const auto before = std::exchange(m_view, Look());
    if (!m_view.hasUpstream)
    {
        if (before.hasUpstream)
        {
            m_upstream.Step(m_view.rpfInterface ? Event::DIRECT : Event::LOST);
        }
        if (m_view.hasOlist && m_upstream.GetState() == PimDenseUpstreamState::PRUNED)
        {
            m_upstream.Step(Event::OLIST_DIRECT);
        }
    }
    else if (!before.hasUpstream || m_view.rpfInterface != before.rpfInterface ||
             m_view.rpfPrime != before.rpfPrime)
    {
        m_upstream.Step(m_view.hasOlist ? Event::RPF_OLIST : Event::RPF_NULL);
    }
    else if (m_view.hasOlist != before.hasOlist)
    {
        m_upstream.Step(m_view.hasOlist ? Event::OLIST_NON_NULL : Event::OLIST_NULL);
    }
}

void
PimDenseEntry::StepUpstream(PimDenseUpstream::Event event)
{
    if (m_macros.HasUpstream())
    {
        m_upstream.Step(event);
    }
}

void
PimDenseEntry::Tell()
{
    const PimDenseForwarding now{m_macros.RpfInterface(), m_macros.RpfPrime(), GetOutgoing()};
    if (!(m_told == now))
    {
        m_told = now;
        m_environment.OnForwarding(m_sourceGroup, now);
    }
}

void
PimDenseEntry::Vanish()
{
    Stop();
    m_owner.Forget(m_sourceGroup);
    if (m_told)
    {
        m_environment.OnForgotten(m_sourceGroup);
    }
}

bool
PimDenseEntry::IsIdle() const
{
    for (const auto& [index, interface] : m_interfaces)
    {
        if (interface.downstream.GetState() != PimDenseDownstreamState::NO_INFO ||
            interface.assertion.GetState() != PimDenseAssertState::NO_INFO)
        {
            return false;
        }
    }
    return !m_upstream.HasTimer() &&
           m_originator.GetState() == PimDenseOriginatorState::NOT_ORIGINATOR &&
           !m_environment.IsInUse(m_sourceGroup);
}

} // namespace mgm
} // namespace ns3

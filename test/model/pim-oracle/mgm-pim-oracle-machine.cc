/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-machine.h"

#include "ns3/boolean.h"
#include "ns3/nstime.h"
#include "ns3/simulator.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

namespace ns3
{
namespace mgm
{

namespace
{

using DueKind = PimOracleDue::Kind;

/// @return whether an event changes what the node answers
bool
IsChange(const PimOracleEvent& event)
{
    using Kind = PimOracleEvent::Kind;
    return event.kind == Kind::MEMBER || event.kind == Kind::ROUTE ||
           event.kind == Kind::BOUNDARY || event.kind == Kind::INTERFACE ||
           event.kind == Kind::ELSEWHERE;
}

PimMessage
MakePimMessage(const PimOracleMessage& message)
{
    PimGroup group;
    group.address = Ipv4Address(message.key.group);
    const Ipv4Address source(message.key.source);
    if (message.kind == PimOracleKind::ASSERT)
    {
        return PimAssert{group, source, false, message.metric.preference, message.metric.metric};
    }
    if (message.kind == PimOracleKind::STATE_REFRESH)
    {
        return PimStateRefresh{group,
                               source,
                               Ipv4Address(message.originator),
                               message.metric.preference,
                               message.metric.metric,
                               static_cast<uint8_t>(message.maskLength),
                               static_cast<uint8_t>(message.ttl),
                               message.pruned,
                               message.pruneNow,
                               message.overrides,
                               static_cast<uint8_t>(message.interval)};
    }
    PimJoinPrune made;
    made.type = message.kind == PimOracleKind::GRAFT       ? PimType::GRAFT
                : message.kind == PimOracleKind::GRAFT_ACK ? PimType::GRAFT_ACK
                                                           : PimType::JOIN_PRUNE;
    made.upstreamNeighbor = Ipv4Address(message.upstream);
    made.holdtime = static_cast<uint16_t>(message.holdtime);
    made.groups.push_back({group, {}, {}});
    auto& set = made.groups.front();
    auto& sources = message.kind == PimOracleKind::PRUNE ? set.pruned : set.joined;
    sources.push_back({source, false, false, false});
    return made;
}

PimOracleInterfaces
ToInterfaces(const PimInterfaceSet& set)
{
    PimOracleInterfaces interfaces = 0;
    for (const auto interface : set)
    {
        interfaces |= PimOracleOnly(interface);
    }
    return interfaces;
}

PimOracleTime
EndOf(const DeadlineTimer& timer)
{
    return (Simulator::Now() + timer.GetRemaining()).GetNanoSeconds();
}

void
AddTimer(PimOracleView& view, DueKind kind, uint32_t interface, const DeadlineTimer& timer)
{
    if (timer.IsRunning())
    {
        view.timers[{kind, interface}] = EndOf(timer);
    }
}

} // namespace

PimOracleMachine::PimOracleMachine(const PimOracleSetup& setup, int64_t stream)
    : m_node(setup),
      m_tib(CreateObject<PimDenseTib>()),
      m_interfaces(static_cast<uint32_t>(setup.interfaces.size()))
{
    Configure(setup, stream);
    m_tib->Begin(m_node);
    for (uint32_t interface = 1; interface <= m_interfaces; ++interface)
    {
        m_node.GetLink(interface).heed = [this, interface](auto news, auto neighbor) {
            Heed(interface, news, neighbor);
        };
    }
}

PimOracleMachine::~PimOracleMachine()
{
    m_tib->Dispose();
    Simulator::Destroy();
}

void
PimOracleMachine::Configure(const PimOracleSetup& setup, int64_t stream)
{
    m_tib->SetAttribute("GraftRetryPeriod", TimeValue(NanoSeconds(setup.graftRetry)));
    m_tib->SetAttribute("GraftRetries", UintegerValue(setup.graftRetries));
    m_tib->SetAttribute("PruneLimit", TimeValue(NanoSeconds(setup.pruneLimit)));
    m_tib->SetAttribute("PruneHoldtime", TimeValue(Seconds(setup.pruneHoldtime)));
    m_tib->SetAttribute("AssertTime", TimeValue(NanoSeconds(setup.assertTime)));
    m_tib->SetAttribute("SourceLifetime", TimeValue(NanoSeconds(setup.sourceLifetime)));
    m_tib->SetAttribute("RefreshInterval", TimeValue(Seconds(setup.refreshInterval)));
    m_tib->SetAttribute("RefreshLimitInterval", TimeValue(NanoSeconds(setup.refreshLimit)));
    m_tib->SetAttribute("RecordTtl", BooleanValue(setup.refreshTtl == 0));
    m_tib->SetAttribute("StateRefresh", BooleanValue(setup.isRefreshCapable));
    m_tib->SetAttribute("ReplayRefresh", BooleanValue(false)); // a MAY that the model does not take
    if (setup.refreshTtl != 0)
    {
        m_tib->SetAttribute("RefreshTtl", UintegerValue(setup.refreshTtl));
    }
    // Often at an end of the interval: what is out of range is taken as its end.
    m_tib->SetAttribute("OverrideDelay",
                        StringValue("ns3::UniformRandomVariable[Min=-0.2|Max=1.2]"));
    m_tib->AssignStreams(stream);
}

PimOracleObservation
PimOracleMachine::Step(const PimOracleEvent& event, bool isToldLate)
{
    PimOracleObservation seen;
    if (IsChange(event))
    {
        if (isToldLate)
        {
            PassTime(event.time - 1);
            m_node.Change(event);
        }
        PassTime(event.time);
        m_node.Change(event);
    }
    PassTime(event.time);
    Happen(event, seen);
    seen.sent = m_node.TakeSent();
    seen.views = GetViews();
    return seen;
}

void
PimOracleMachine::PassTime(PimOracleTime until)
{
    const auto left = NanoSeconds(until) - Simulator::Now();
    if (left.IsStrictlyPositive())
    {
        Simulator::Stop(left);
        Simulator::Run();
    }
}

void
PimOracleMachine::Happen(const PimOracleEvent& event, PimOracleObservation& seen)
{
    const auto sourceGroup = ToSourceGroup(event.key);
    switch (event.kind)
    {
    case PimOracleEvent::Kind::MESSAGE:
        Receive(event.message);
        break;
    case PimOracleEvent::Kind::DATA: {
        const auto ttl = static_cast<uint8_t>(event.ttl);
        const auto copies = m_tib->ReceiveData(sourceGroup, event.interface, ttl);
        // A packet with a TTL of 1 goes no further: that is the forwarder's to know.
        seen.copies = ttl > 1 ? ToInterfaces(copies) : 0;
        break;
    }
    case PimOracleEvent::Kind::MEMBER:
        if (event.membership == PimOracleMembership::ALL)
        {
            m_tib->UpdateGroup(sourceGroup.group);
        }
        else
        {
            m_tib->Update(sourceGroup);
        }
        break;
    case PimOracleEvent::Kind::ROUTE:
    case PimOracleEvent::Kind::BOUNDARY:
        m_tib->Update();
        break;
    case PimOracleEvent::Kind::INTERFACE:
        if (event.isOn)
        {
            m_tib->Update();
        }
        else
        {
            m_tib->LoseInterface(event.interface);
        }
        break;
    case PimOracleEvent::Kind::ELSEWHERE:
        m_tib->Update(sourceGroup);
        break;
    case PimOracleEvent::Kind::CREATE:
        m_tib->Create(sourceGroup);
        break;
    case PimOracleEvent::Kind::STOP:
        m_tib->Stop();
        m_isStopped = true;
        break;
    case PimOracleEvent::Kind::NOTHING:
        break;
    }
}

/// As PimInterface does: messages of neighbors alone.
void
PimOracleMachine::Receive(const PimOracleMessage& message)
{
    const Ipv4Address from(message.from);
    if (!m_node.IsUp(message.interface) || from == m_node.GetAddress(message.interface))
    {
        return;
    }
    auto& link = m_node.GetLink(message.interface);
    if (message.kind == PimOracleKind::HELLO)
    {
        link.Hear(message);
    }
    else if (link.GetNeighbors().Find(from))
    {
        const auto to = message.to == 0 ? PIM_ALL_ROUTERS : Ipv4Address(message.to);
        m_tib->Receive(MakePimMessage(message), message.interface, from, to);
    }
}

/// As PimDenseInterface does.
void
PimOracleMachine::Heed(uint32_t interface, PimNeighborNews news, Ipv4Address neighbor)
{
    switch (news)
    {
    case PimNeighborNews::UP:
    case PimNeighborNews::READDRESSED:
        m_tib->Update();
        break;
    case PimNeighborNews::RESTARTED:
        m_tib->RestartNeighbor(interface, neighbor);
        break;
    case PimNeighborNews::DOWN:
        m_tib->LoseNeighbor(interface, neighbor);
        break;
    case PimNeighborNews::TOLD:
        break;
    }
}

std::map<PimOracleKey, PimOracleView>
PimOracleMachine::GetViews() const
{
    std::map<PimOracleKey, PimOracleView> views;
    if (m_isStopped)
    {
        return views;
    }
    for (const auto& sourceGroup : m_tib->GetSourceGroups())
    {
        views.emplace(PimOracleKey{sourceGroup.source.Get(), sourceGroup.group.Get()},
                      GetView(sourceGroup));
    }
    for (const auto& [sourceGroup, forwarding] : m_node.GetTold())
    {
        // What is forwarded by an entry that is not there any more is no state of the model.
        views.try_emplace({sourceGroup.source.Get(), sourceGroup.group.Get()});
    }
    return views;
}

PimOracleView
PimOracleMachine::GetView(const SourceGroup& sourceGroup) const
{
    PimOracleView view;
    const auto entry = m_tib->Find(sourceGroup);
    const auto& upstream = entry->GetUpstream();
    const auto& originator = entry->GetOriginator();
    view.upstream = static_cast<PimOracleUpstream::State>(upstream.GetState());
    view.origin = static_cast<PimOracleOrigin::State>(originator.GetState());
    view.olist = ToInterfaces(entry->GetMacros().Olist());
    for (uint32_t interface = 1; interface <= m_interfaces; ++interface)
    {
        AddInterface(*entry, interface, view);
    }
    const auto told = m_node.GetTold().find(sourceGroup);
    if (told != m_node.GetTold().end())
    {
        view.incoming = told->second.incoming.value_or(0);
        view.neighbor = told->second.upstream.Get();
        view.outgoing = ToInterfaces(told->second.outgoing);
    }
    AddTimer(view, DueKind::GRAFT_RETRY, 0, upstream.GetGraftRetryTimer());
    AddTimer(view, DueKind::PRUNE_LIMIT, 0, upstream.GetPruneLimitTimer());
    AddTimer(view, DueKind::SOURCE_ACTIVE, 0, originator.GetSourceActiveTimer());
    AddTimer(view, DueKind::STATE_REFRESH, 0, originator.GetStateRefreshTimer());
    if (upstream.GetOverrideTimer().IsRunning())
    {
        view.override = EndOf(upstream.GetOverrideTimer());
    }
    return view;
}

void
PimOracleMachine::AddInterface(const PimDenseEntry& entry,
                               uint32_t interface,
                               PimOracleView& view) const
{
    const auto* downstream = entry.GetDownstream(interface);
    const auto* assertion = entry.GetAssert(interface);
    view.downstream.push_back(downstream
                                  ? static_cast<PimOracleDownstream::State>(downstream->GetState())
                                  : PimOracleDownstream::State::NO_INFO);
    view.asserts.push_back(assertion ? static_cast<PimOracleAssert::State>(assertion->GetState())
                                     : PimOracleAssert::State::NO_INFO);
    view.winners.push_back(PIM_ORACLE_INFINITE);
    if (view.asserts.back() == PimOracleAssert::State::LOSER)
    {
        const auto& winner = assertion->GetWinner();
        view.winners.back() = {winner.preference, winner.metric, winner.address.Get()};
    }
    if (downstream)
    {
        AddTimer(view, DueKind::PRUNE_PENDING, interface, downstream->GetPrunePendingTimer());
        AddTimer(view, DueKind::PRUNE, interface, downstream->GetPruneTimer());
    }
    if (assertion)
    {
        AddTimer(view, DueKind::ASSERT, interface, assertion->GetAssertTimer());
    }
}

} // namespace mgm
} // namespace ns3

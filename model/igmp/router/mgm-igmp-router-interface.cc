/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-interface.h"

#include "mgm-igmp-membership-reporter.h"
#include "mgm-igmp-querier.h"
#include "mgm-igmp-router-groups.h"
#include "mgm-igmp-router-incarnation.h"

#include "ns3/abort.h"
#include "ns3/mgm-igmp-packer.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/node.h"
#include "ns3/simulator.h"

#include <utility>

namespace ns3
{
namespace mgm
{

IgmpRouterInterface::IgmpRouterInterface() = default;

IgmpRouterInterface::~IgmpRouterInterface() = default;

void
IgmpRouterInterface::DoDispose()
{
    m_groups.reset();
    m_querier.reset();
    m_life.reset();
    m_reporter.reset();
    m_protocol = nullptr;
    m_tracer = nullptr;
    Object::DoDispose();
}

void
IgmpRouterInterface::Attach(Ptr<Node> node,
                            uint32_t index,
                            ClientHandle client,
                            ClientId id,
                            const std::string& name)
{
    m_nodeId = node->GetId();
    m_index = index;
    m_clientId = id;
    m_clientName = name;
    m_tracer = Tracer::Of(node);
    m_protocol = IgmpL4Protocol::Of(node);
    m_reporter = std::make_shared<IgmpMembershipReporter>(node->GetObject<MulticastGroupManager>(),
                                                          client,
                                                          InterfaceId{index},
                                                          GetSubject(words::IGMP_REPORTER, {}));
}

void
IgmpRouterInterface::Serve()
{
    CheckIntervals();
    IgmpRouterLink& link = *this;
    const auto life = std::make_shared<IgmpRouterIncarnation>(link);
    m_life = life;
    m_groups = MakeIgmpRouterGroups(m_version, *life);
    m_querier = std::make_shared<IgmpQuerier>(*life);
    m_listener = m_protocol->Listen(m_index,
                                    MakeCallback(&IgmpRouterInterface::Receive, this),
                                    MakeCallback(&IgmpRouterInterface::HandleChange, this));
    for (const auto group : m_staticJoins.GetGroups())
    {
        Refresh(group);
        if (!life->IsServed())
        {
            return; // stopped in a callback
        }
    }
    TryToStart();
}

void
IgmpRouterInterface::Stop()
{
    if (m_querier)
    {
        m_querier->Stop();
    }
    Drop();
}

void
IgmpRouterInterface::Drop()
{
    if (m_listener != 0)
    {
        m_protocol->Unlisten(m_listener);
        m_listener = 0;
    }
    if (m_life)
    {
        m_life->End();
    }
    if (m_reporter)
    {
        m_reporter->Close();
        // A group may be reporting to the manager at this moment, from whose callback this is
        // called. What is dropped has to do with the interface to its end.
        Simulator::ScheduleNow([self = Ptr<IgmpRouterInterface>(this),
                                life = std::exchange(m_life, nullptr),
                                groups = std::exchange(m_groups, nullptr),
                                querier = std::exchange(m_querier, nullptr),
                                reporter = std::exchange(m_reporter, nullptr)]() {});
    }
}

bool
IgmpRouterInterface::IsInService() const
{
    return m_querier->GetState() != QuerierState::INITIAL;
}

void
IgmpRouterInterface::TryToStart()
{
    m_source = m_protocol->GetSource(m_index);
    if (m_protocol->IsUp(m_index) && m_source.Get() != 0)
    {
        m_querier->Start();
    }
}

void
IgmpRouterInterface::HandleChange(InterfaceChange change)
{
    const auto source = m_protocol->GetSource(m_index);
    const bool isUsable = change != InterfaceChange::DOWN && source.Get() != 0;
    if (!IsInService())
    {
        TryToStart();
    }
    else if (!isUsable)
    {
        m_querier->Stop();
        m_groups->StopQueries();
    }
    else if (source != m_source)
    {
        m_querier->Stop();
        TryToStart();
    }
}

bool
IgmpRouterInterface::IsServed() const
{
    return m_listener != 0;
}

void
IgmpRouterInterface::Disable()
{
    if (m_reporter)
    {
        m_reporter->Disable();
    }
}

void
IgmpRouterInterface::Enable()
{
    if (m_reporter)
    {
        m_reporter->Enable();
    }
}

bool
IgmpRouterInterface::IsQuerier() const
{
    return m_querier && m_querier->GetState() == QuerierState::QUERIER;
}

std::size_t
IgmpRouterInterface::GetNGroups() const
{
    return m_groups ? m_groups->GetSize() : 0;
}

std::optional<IgmpGroupState>
IgmpRouterInterface::GetGroup(Ipv4Address group) const
{
    return m_groups ? m_groups->GetState(group) : std::nullopt;
}

void
IgmpRouterInterface::SendQuery(const IgmpMessage& query)
{
    CheckIntervals();
    const auto group = mgm::GetGroup(query);
    const auto destination = group.Get() == 0 ? IGMP_ALL_SYSTEMS : group;
    const auto* v3 = std::get_if<IgmpV3Query>(&query);
    if (!v3)
    {
        m_protocol->Send(query, m_index, destination, m_listener);
        return;
    }
    for (const auto& part : SplitQuery(*v3, m_protocol->GetMtu(m_index)))
    {
        m_protocol->Send(part, m_index, destination, m_listener);
    }
}

void
IgmpRouterInterface::SetMembership(Ipv4Address group, FilterMode mode, const SourceSet& sources)
{
    if (m_reporter)
    {
        const auto suggestion = m_staticJoins.Merge(group, {mode, sources});
        m_reporter->SetWanted(group, suggestion.mode, suggestion.sources);
    }
}

void
IgmpRouterInterface::Forget(Ipv4Address group)
{
    if (m_groups)
    {
        m_groups->Forget(group);
    }
}

void
IgmpRouterInterface::AddStaticJoin(const SourceGroup& join)
{
    NS_ABORT_MSG_IF(join.IsAnyGroup() || !IsValidMembership(join), join << " can be no membership");
    NS_ABORT_MSG_IF(join.IsAnySource() && m_ssmRanges.Contains(join.group),
                    join << " names no source for a source-specific group");
    m_staticJoins.Add(join);
    Refresh(join.group);
}

void
IgmpRouterInterface::RemoveStaticJoin(const SourceGroup& join)
{
    m_staticJoins.Remove(join);
    Refresh(join.group);
}

void
IgmpRouterInterface::Refresh(Ipv4Address group)
{
    const auto state = GetGroup(group).value_or(IgmpGroupState());
    const bool isInclude = state.mode == FilterMode::INCLUDE;
    std::vector<Ipv4Address> sources;
    for (const auto& [source, time] : state.sources)
    {
        if (time.IsStrictlyPositive() == isInclude)
        {
            sources.push_back(source);
        }
    }
    SetMembership(group, state.mode, SourceSet(std::move(sources)));
}

bool
IgmpRouterInterface::IsForwarded(const SourceGroup& key) const
{
    return m_reporter && m_reporter->IsForwarded(key);
}

MachineSubject
IgmpRouterInterface::GetSubject(std::string_view machine,
                                std::optional<SourceGroup> sourceGroup) const
{
    return {*m_tracer, machine, m_clientId, m_clientName, InterfaceId{m_index}, sourceGroup};
}

} // namespace mgm
} // namespace ns3

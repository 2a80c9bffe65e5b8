/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-interface.h"

#include "mgm-igmp-membership-reporter.h"
#include "mgm-igmp-packer.h"
#include "mgm-igmp-querier.h"
#include "mgm-igmp-router-groups.h"

#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/node.h"
#include "ns3/simulator.h"
#include "ns3/uinteger.h"

#include <utility>

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(IgmpRouterInterface);

TypeId
IgmpRouterInterface::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::mgm::IgmpRouterInterface")
            .SetParent<Object>()
            .SetGroupName("Mgm")
            .AddConstructor<IgmpRouterInterface>()
            .AddAttribute("Version",
                          "IGMP version, 2 or 3.",
                          UintegerValue(3),
                          MakeUintegerAccessor(&IgmpRouterInterface::m_version),
                          MakeUintegerChecker<uint8_t>(2, 3))
            .AddAttribute("RobustnessVariable",
                          "Robustness Variable: one less is the number of lost packets that do "
                          "no harm.",
                          UintegerValue(2),
                          MakeUintegerAccessor(&IgmpRouterInterface::m_robustness),
                          MakeUintegerChecker<uint8_t>(1))
            .AddAttribute("QueryInterval",
                          "Query Interval: time between general queries.",
                          TimeValue(Seconds(125)),
                          MakeTimeAccessor(&IgmpRouterInterface::m_queryInterval),
                          MakeTimeChecker(Seconds(1)))
            .AddAttribute("QueryResponseInterval",
                          "Query Response Interval: the time that hosts have to answer a general "
                          "query. It must be less than the Query Interval.",
                          TimeValue(Seconds(10)),
                          MakeTimeAccessor(&IgmpRouterInterface::m_responseInterval),
                          MakeTimeChecker(MilliSeconds(100)))
            .AddAttribute("GroupMembershipInterval",
                          "Group Membership Interval: how long a group or source is wanted after "
                          "a report. 0: Robustness Variable times Query Interval plus Query "
                          "Response Interval.",
                          TimeValue(Time(0)),
                          MakeTimeAccessor(&IgmpRouterInterface::m_membershipInterval),
                          MakeTimeChecker(Time(0)))
            .AddAttribute("StartupQueryInterval",
                          "Startup Query Interval: time between the first general queries. 0: a "
                          "quarter of the Query Interval.",
                          TimeValue(Time(0)),
                          MakeTimeAccessor(&IgmpRouterInterface::m_startupQueryInterval),
                          MakeTimeChecker(Time(0)))
            .AddAttribute("StartupQueryCount",
                          "Startup Query Count: number of general queries so spaced. 0: the "
                          "Robustness Variable.",
                          UintegerValue(0),
                          MakeUintegerAccessor(&IgmpRouterInterface::m_startupQueryCount),
                          MakeUintegerChecker<uint32_t>(0, 255))
            .AddAttribute("LastMemberQueryInterval",
                          "Last Member Query Interval: time between specific queries, and the "
                          "time that hosts have to answer one.",
                          TimeValue(Seconds(1)),
                          MakeTimeAccessor(&IgmpRouterInterface::m_lastMemberInterval),
                          MakeTimeChecker(MilliSeconds(100)))
            .AddAttribute("LastMemberQueryCount",
                          "Last Member Query Count: number of specific queries. 0: the Robustness "
                          "Variable.",
                          UintegerValue(0),
                          MakeUintegerAccessor(&IgmpRouterInterface::m_lastMemberCount),
                          MakeUintegerChecker<uint32_t>(0, 255));
    return tid;
}

IgmpRouterInterface::IgmpRouterInterface() = default;

IgmpRouterInterface::~IgmpRouterInterface() = default;

void
IgmpRouterInterface::DoDispose()
{
    m_groups.reset();
    m_querier.reset();
    m_reporter.reset();
    m_protocol = nullptr;
    m_tracer = nullptr;
    Object::DoDispose();
}

IgmpRouterParameters
IgmpRouterInterface::GetParameters() const
{
    const auto orDefault = [](auto value, decltype(value) derived) {
        return value == decltype(value)(0) ? derived : value;
    };
    return {m_version,
            m_robustness,
            orDefault(m_startupQueryCount, m_robustness),
            orDefault(m_lastMemberCount, m_robustness),
            m_queryInterval,
            m_responseInterval,
            orDefault(m_membershipInterval,
                      m_queryInterval * int64_t{m_robustness} + m_responseInterval),
            orDefault(m_startupQueryInterval, m_queryInterval / 4),
            m_lastMemberInterval};
}

void
IgmpRouterInterface::Attach(Ptr<Node> node,
                            uint32_t index,
                            ClientHandle client,
                            ClientId id,
                            const std::string& name)
{
    m_index = index;
    m_clientId = id;
    m_clientName = name;
    m_tracer = Tracer::Of(node);
    m_protocol = IgmpL4Protocol::Of(node);
    m_reporter = std::make_shared<IgmpMembershipReporter>(node->GetObject<MulticastGroupManager>(),
                                                          client,
                                                          InterfaceId{index},
                                                          GetSubject("IgmpReporter", {}));
}

void
IgmpRouterInterface::Serve()
{
    IgmpRouterLink& link = *this;
    m_groups = MakeIgmpRouterGroups(m_version, link);
    m_querier = std::make_shared<IgmpQuerier>(link);
    m_listener = m_protocol->Listen(m_index, MakeCallback(&IgmpRouterInterface::Receive, this));
    m_querier->Start();
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
    if (m_reporter)
    {
        // A group may be reporting to the manager at this moment, from whose callback this is
        // called.
        Simulator::ScheduleNow([groups = std::exchange(m_groups, nullptr),
                                querier = std::exchange(m_querier, nullptr),
                                reporter = std::exchange(m_reporter, nullptr)]() {});
    }
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
IgmpRouterInterface::Receive(const IgmpReception& reception)
{
    m_groups->Receive(reception.message);
}

void
IgmpRouterInterface::SendQuery(const IgmpMessage& query)
{
    if (m_listener == 0)
    {
        return; // dropped
    }
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
        m_reporter->SetWanted(group, mode, sources);
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

MachineSubject
IgmpRouterInterface::GetSubject(std::string_view machine,
                                std::optional<SourceGroup> sourceGroup) const
{
    return {*m_tracer, machine, m_clientId, m_clientName, InterfaceId{m_index}, sourceGroup};
}

} // namespace mgm
} // namespace ns3

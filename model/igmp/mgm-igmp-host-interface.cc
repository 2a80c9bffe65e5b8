/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-host-interface.h"

#include "mgm-igmp-host-groups.h"
#include "mgm-igmp-packer.h"
#include "mgm-igmp-time-code.h"

#include "ns3/boolean.h"
#include "ns3/mgm-tracer.h"
#include "ns3/node.h"
#include "ns3/pointer.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(IgmpHostInterface);

namespace
{

/// What a Max Resp Time of 0 means in a query of 8 octets (RFC 2236 section 4).
const Time IGMP_V1_RESPONSE_TIME = Seconds(10);

IgmpHostQuery
ToHostQuery(const IgmpV2Message& query)
{
    return {query.maxResponseTime.IsZero() ? IGMP_V1_RESPONSE_TIME : query.maxResponseTime,
            query.group,
            {}};
}

/// An IGMPv2 host sees the first 8 octets alone, and reads the Max Resp Code its own way (RFC 2236
/// section 2.5).
IgmpHostQuery
ToHostQuery(const IgmpV3Query& query, uint8_t version)
{
    if (version == 2)
    {
        const auto code = EncodeMaxRespCode(query.maxResponseTime);
        return ToHostQuery(IgmpV2Message{IgmpType::QUERY, DecodeLinearTenths(code), query.group});
    }
    return {query.maxResponseTime, query.group, SourceSet(query.sources)};
}

} // namespace

TypeId
IgmpHostInterface::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::mgm::IgmpHostInterface")
            .SetParent<Object>()
            .SetGroupName("Mgm")
            .AddConstructor<IgmpHostInterface>()
            .AddAttribute("Version",
                          "IGMP version, 2 or 3.",
                          UintegerValue(3),
                          MakeUintegerAccessor(&IgmpHostInterface::m_version),
                          MakeUintegerChecker<uint8_t>(2, 3))
            .AddAttribute("RobustnessVariable",
                          "Robustness Variable: number of times that an IGMPv3 host reports a "
                          "change.",
                          UintegerValue(2),
                          MakeUintegerAccessor(&IgmpHostInterface::m_robustness),
                          MakeUintegerChecker<uint8_t>(1))
            .AddAttribute("UnsolicitedReportInterval",
                          "Unsolicited Report Interval: longest time between repetitions of a "
                          "report that no query asked for. 0: 10 s for IGMPv2, 1 s for IGMPv3.",
                          TimeValue(Time(0)),
                          MakeTimeAccessor(&IgmpHostInterface::m_unsolicitedInterval),
                          MakeTimeChecker(Time(0)))
            .AddAttribute("RequireRouterAlert",
                          "Whether queries of IGMPv2 and IGMPv3 without the Router Alert option "
                          "are ignored.",
                          BooleanValue(true),
                          MakeBooleanAccessor(&IgmpHostInterface::m_requireRouterAlert),
                          MakeBooleanChecker())
            .AddAttribute("Delay",
                          "Random delays of reports, as part of the longest possible delay: 0 to "
                          "1.",
                          StringValue("ns3::UniformRandomVariable[Min=0|Max=1]"),
                          MakePointerAccessor(&IgmpHostInterface::m_delay),
                          MakePointerChecker<RandomVariableStream>());
    return tid;
}

IgmpHostInterface::IgmpHostInterface() = default;

IgmpHostInterface::~IgmpHostInterface() = default;

void
IgmpHostInterface::DoDispose()
{
    Drop();
    m_protocol = nullptr;
    m_tracer = nullptr;
    m_delay = nullptr;
    Object::DoDispose();
}

void
IgmpHostInterface::Serve(Ptr<Node> node, uint32_t index)
{
    m_index = index;
    m_tracer = Tracer::Of(node);
    m_protocol = IgmpL4Protocol::Of(node);
    IgmpHostLink& link = *this;
    m_groups = MakeIgmpHostGroups(m_version, link);
    m_listener = m_protocol->Listen(index, MakeCallback(&IgmpHostInterface::Receive, this));
    for (const auto& [group, filter] : std::exchange(m_wanted, {}))
    {
        m_groups->SetFilter(group, filter.mode, filter.sources);
    }
}

void
IgmpHostInterface::Stop()
{
    if (m_groups)
    {
        m_groups->LeaveAll();
    }
    Drop();
}

void
IgmpHostInterface::Drop()
{
    if (m_listener != 0)
    {
        m_protocol->Unlisten(m_listener);
        m_listener = 0;
    }
    m_groups.reset();
    m_wanted.clear();
}

void
IgmpHostInterface::SetFilter(Ipv4Address group, FilterMode mode, const SourceSet& sources)
{
    if (group == IGMP_ALL_SYSTEMS)
    {
        return; // always received, never reported (RFC 3376 section 5)
    }
    if (m_groups)
    {
        m_groups->SetFilter(group, mode, sources);
    }
    else
    {
        m_wanted[group] = {mode, sources};
    }
}

int64_t
IgmpHostInterface::AssignStreams(int64_t stream)
{
    m_delay->SetStream(stream);
    return 1;
}

void
IgmpHostInterface::Receive(const IgmpReception& reception)
{
    if (const auto* v3 = std::get_if<IgmpV3Query>(&reception.message))
    {
        ReceiveQuery(ToHostQuery(*v3, m_version), reception.routerAlert, reception.destination);
    }
    else if (const auto* v2 = std::get_if<IgmpV2Message>(&reception.message))
    {
        const bool isVersion1 = v2->maxResponseTime.IsZero();
        if (v2->type == IgmpType::QUERY)
        {
            ReceiveQuery(ToHostQuery(*v2),
                         reception.routerAlert || isVersion1,
                         reception.destination);
        }
        else if (v2->type != IgmpType::V2_LEAVE)
        {
            m_groups->ReceiveReport(v2->group);
        }
    }
}

void
IgmpHostInterface::ReceiveQuery(const IgmpHostQuery& query, bool hasAlert, Ipv4Address destination)
{
    const bool general = query.group.Get() == 0;
    const bool wrongDestination = general && destination != IGMP_ALL_SYSTEMS;
    if (!wrongDestination && (hasAlert || !m_requireRouterAlert))
    {
        m_groups->ReceiveQuery(query);
    }
}

uint8_t
IgmpHostInterface::GetRobustness() const
{
    return m_robustness;
}

Time
IgmpHostInterface::GetUnsolicitedReportInterval() const
{
    if (!m_unsolicitedInterval.IsZero())
    {
        return m_unsolicitedInterval;
    }
    return m_version == 2 ? Seconds(10) : Seconds(1);
}

Time
IgmpHostInterface::DrawDelay(Time longest)
{
    const double fraction = std::clamp(m_delay->GetValue(), 0.0, 1.0);
    return TimeStep(std::llround(longest.GetTimeStep() * fraction));
}

void
IgmpHostInterface::Send(const IgmpMessage& message, Ipv4Address destination)
{
    m_protocol->Send(message, m_index, destination, m_listener);
}

void
IgmpHostInterface::SendReport(const std::vector<IgmpGroupRecord>& records)
{
    for (const auto& report : PackReports(records, m_protocol->GetMtu(m_index)))
    {
        Send(report, IGMP_ALL_V3_ROUTERS);
    }
}

void
IgmpHostInterface::Forget(Ipv4Address group)
{
    m_groups->Forget(group);
}

MachineSubject
IgmpHostInterface::GetSubject(std::string_view machine, std::optional<Ipv4Address> group) const
{
    MachineSubject subject{*m_tracer, machine, {}, {}, InterfaceId{m_index}, {}};
    if (group)
    {
        subject.sourceGroup = SourceGroup{Ipv4Address::GetZero(), *group};
    }
    return subject;
}

} // namespace mgm
} // namespace ns3

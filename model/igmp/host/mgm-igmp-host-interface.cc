/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-host-interface.h"

#include "mgm-igmp-host-compatibility.h"
#include "mgm-igmp-host-groups.h"

#include "ns3/boolean.h"
#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-igmp-packer.h"
#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-tracer.h"
#include "ns3/node.h"
#include "ns3/pointer.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <algorithm>
#include <cmath>

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(IgmpHostInterface);

namespace
{

/// Default Query Interval (RFC 3376 section 8.2).
const Time DEFAULT_QUERY_INTERVAL = Seconds(125);

/// Version 1 Router Present Timeout of a host of IGMPv2 (RFC 2236 section 8.11).
const Time V1_ROUTER_PRESENT_TIMEOUT = Seconds(400);

} // namespace

std::string_view
ToString(IgmpHostDrop drop)
{
    constexpr EnumNames<IgmpHostDrop> NAMES{drops::NO_ROUTER_ALERT, drops::WRONG_DESTINATION};
    return NAMES[drop];
}

TypeId
IgmpHostInterface::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::mgm::IgmpHostInterface")
            .SetParent<Object>()
            .SetGroupName("Mgm")
            .AddConstructor<IgmpHostInterface>()
            .AddAttribute("Version",
                          "IGMP version, 1 to 3.",
                          UintegerValue(3),
                          MakeUintegerAccessor(&IgmpHostInterface::m_version),
                          MakeUintegerChecker<uint8_t>(1, 3))
            .AddAttribute("RobustnessVariable",
                          "Robustness Variable: number of times that an IGMPv3 host reports a "
                          "change.",
                          UintegerValue(2),
                          MakeUintegerAccessor(&IgmpHostInterface::m_robustness),
                          MakeUintegerChecker<uint8_t>(1))
            .AddAttribute("UnsolicitedReportInterval",
                          "Unsolicited Report Interval: longest time between repetitions of a "
                          "report that no query asked for. 0: 10 s for IGMPv2, 1 s for IGMPv3. "
                          "IGMPv1 always takes 10 s.",
                          TimeValue(Time(0)),
                          MakeTimeAccessor(&IgmpHostInterface::m_unsolicitedInterval),
                          MakeTimeChecker(Time(0)))
            .AddAttribute("OlderVersionQuerierPresentTimeout",
                          "How long a querier of an older version is remembered. 0: 400 s for a "
                          "host of IGMPv2; for one of IGMPv3, Robustness Variable times the Query "
                          "Interval last heard, plus the Query Response Interval.",
                          TimeValue(Time(0)),
                          MakeTimeAccessor(&IgmpHostInterface::m_olderQuerierTimeout),
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
    m_queryCallback = {};
    m_delay = nullptr;
    Object::DoDispose();
}

void
IgmpHostInterface::Serve(Ptr<Node> node, uint32_t index)
{
    m_index = index;
    m_tracer = Tracer::Of(node);
    m_protocol = IgmpL4Protocol::Of(node);
    m_configured = m_version;
    m_listener = m_protocol->Listen(index,
                                    MakeCallback(&IgmpHostInterface::Receive, this),
                                    MakeCallback(&IgmpHostInterface::HandleChange, this));
    Begin();
}

void
IgmpHostInterface::Begin()
{
    if (m_groups || !m_protocol->IsUp(m_index))
    {
        return;
    }
    m_queryInterval = Time(0);
    IgmpHostLink& link = *this;
    m_compatibility =
        std::make_unique<IgmpHostCompatibility>(link, m_configured, [this]() { FollowQueriers(); });
    m_versionInUse = m_configured;
    m_groups = MakeIgmpHostGroups(m_versionInUse, link);
    for (const auto& [group, filter] : m_wanted)
    {
        m_groups->SetFilter(group, filter);
    }
}

void
IgmpHostInterface::End()
{
    m_groups.reset();
    m_compatibility.reset();
    m_versionInUse = 0;
}

void
IgmpHostInterface::HandleChange(InterfaceChange change)
{
    if (change == InterfaceChange::DOWN)
    {
        End();
    }
    else
    {
        Begin();
    }
}

void
IgmpHostInterface::ChangeVersion(uint8_t version)
{
    m_version = version;
    if (m_listener != 0 && m_configured != version)
    {
        m_configured = version;
        End();
        Begin();
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
    End();
    m_wanted.clear();
}

void
IgmpHostInterface::SetFilter(Ipv4Address group, const MulticastFilter& filter)
{
    if (group == IGMP_ALL_SYSTEMS)
    {
        return; // always received, never reported (RFC 3376 section 5)
    }
    const auto known = m_wanted.find(group);
    if (filter == (known == m_wanted.end() ? MulticastFilter() : known->second))
    {
        return; // no change to report (RFC 3376 section 5.1)
    }
    m_wanted[group] = filter;
    if (filter.IsNothing())
    {
        m_wanted.erase(group);
    }
    if (m_groups)
    {
        m_groups->SetFilter(group, filter);
    }
}

bool
IgmpHostInterface::Wants(Ipv4Address source, Ipv4Address group) const
{
    const auto filter = m_wanted.find(group);
    if (filter == m_wanted.end())
    {
        return group == IGMP_ALL_SYSTEMS;
    }
    const auto version = m_listener != 0 ? m_configured : m_version;
    return version < 3 || filter->second.Accepts(source);
}

int64_t
IgmpHostInterface::AssignStreams(int64_t stream)
{
    m_delay->SetStream(stream);
    return 1;
}

void
IgmpHostInterface::SetQueryCallback(Callback<void> callback)
{
    m_queryCallback = callback;
}

uint64_t
IgmpHostInterface::GetIgnoredCount(IgmpHostDrop drop) const
{
    return m_ignored[static_cast<std::size_t>(drop)];
}

uint8_t
IgmpHostInterface::GetVersionInUse() const
{
    return m_groups && IsV1QuerierPresent() ? 1 : m_versionInUse;
}

bool
IgmpHostInterface::IsV1QuerierPresent() const
{
    return m_compatibility->GetMode() == IgmpHostMode::V1;
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
    return m_versionInUse == 3 ? Seconds(1) : Seconds(10);
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

// What an interface does about the messages that it hears.

void
IgmpHostInterface::Receive(const IgmpReception& reception)
{
    Begin(); // the interface may just have come up
    if (!m_groups)
    {
        return; // it has just gone down
    }
    if (const auto query = ReadQuery(reception, m_configured))
    {
        if (const auto drop = JudgeQuery(*query, reception.routerAlert))
        {
            Ignore(*drop, query->group);
        }
        else
        {
            ReceiveQuery(*query);
        }
    }
    else if (const auto* v2 = std::get_if<IgmpV2Message>(&reception.message);
             v2 && v2->type != IgmpType::V2_LEAVE)
    {
        ReceiveReport(v2->group, reception.destination);
    }
}

std::optional<IgmpHostDrop>
IgmpHostInterface::JudgeQuery(const IgmpQuery& query, bool routerAlert) const
{
    // Those to the host itself count (RFC 3376 section 4.1.12), but not in RFC 1112 appendix I.
    const bool isElsewhere =
        query.destination.IsMulticast() ? query.destination != IGMP_ALL_SYSTEMS : m_configured == 1;
    if (query.IsGeneral() && isElsewhere)
    {
        return IgmpHostDrop::WRONG_DESTINATION;
    }
    if (query.version > 1 && m_requireRouterAlert && !routerAlert)
    {
        return IgmpHostDrop::NO_ROUTER_ALERT;
    }
    return std::nullopt;
}

void
IgmpHostInterface::ReceiveQuery(const IgmpQuery& query)
{
    if (!m_queryCallback.IsNull())
    {
        m_queryCallback();
    }
    if (!m_groups)
    {
        return; // stopped in the callback
    }
    NoteQuerier(query);
    FollowQueriers();
    m_groups->ReceiveQuery(query);
}

void
IgmpHostInterface::NoteQuerier(const IgmpQuery& query)
{
    if (query.version == 1 && m_configured > 1)
    {
        m_compatibility->ReceiveV1Query(GetOlderQuerierTimeout(query));
    }
    else if (query.version == 2 && query.IsGeneral() && m_configured == 3)
    {
        m_compatibility->ReceiveV2Query(GetOlderQuerierTimeout(query));
    }
    else if (query.version == 3)
    {
        m_queryInterval = query.queryInterval;
    }
}

Time
IgmpHostInterface::GetOlderQuerierTimeout(const IgmpQuery& query) const
{
    if (!m_olderQuerierTimeout.IsZero())
    {
        return m_olderQuerierTimeout;
    }
    if (m_configured < 3)
    {
        return V1_ROUTER_PRESENT_TIMEOUT;
    }
    const auto interval = m_queryInterval.IsZero() ? DEFAULT_QUERY_INTERVAL : m_queryInterval;
    return interval * static_cast<int64_t>(m_robustness) + query.maxResponseTime;
}

uint8_t
IgmpHostInterface::GetVersionToUse() const
{
    if (m_configured < 3)
    {
        return m_configured;
    }
    const auto mode = m_compatibility->GetMode();
    return mode == IgmpHostMode::V1 ? 1 : mode == IgmpHostMode::V2 ? 2 : 3;
}

void
IgmpHostInterface::FollowQueriers()
{
    if (GetVersionToUse() == m_versionInUse)
    {
        return;
    }
    m_versionInUse = GetVersionToUse();
    m_groups = MakeIgmpHostGroups(m_versionInUse, *this);
    for (const auto& [group, filter] : m_wanted)
    {
        m_groups->Adopt(group, filter);
    }
}

void
IgmpHostInterface::ReceiveReport(Ipv4Address group, Ipv4Address destination)
{
    if (m_versionInUse == 1 && destination != group)
    {
        Ignore(IgmpHostDrop::WRONG_DESTINATION, group); // RFC 1112 appendix I
    }
    else
    {
        m_groups->ReceiveReport(group);
    }
}

void
IgmpHostInterface::Ignore(IgmpHostDrop drop, Ipv4Address group)
{
    ++m_ignored[static_cast<std::size_t>(drop)];
    TraceSubject subject{words::IGMP_MESSAGE, InterfaceId{m_index}};
    if (group.Get() != 0)
    {
        subject.sourceGroup = SourceGroup{ANY_ADDRESS, group};
    }
    EmitDrop(*m_tracer, subject, ToString(drop));
}

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-interface.h"

#include "mgm-igmp-intervals.h"
#include "mgm-igmp-membership-reporter.h"
#include "mgm-igmp-querier.h"
#include "mgm-igmp-router-groups.h"
#include "mgm-igmp-router-incarnation.h"

#include "ns3/abort.h"
#include "ns3/boolean.h"
#include "ns3/enum.h"
#include "ns3/mgm-enum-accessor.h"
#include "ns3/mgm-igmp-packer.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/node.h"
#include "ns3/simulator.h"
#include "ns3/string.h"
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
                          "IGMP version, 1 to 3.",
                          UintegerValue(3),
                          MakeUintegerAccessor(&IgmpRouterInterface::m_version),
                          MakeUintegerChecker<uint8_t>(1, 3))
            .AddAttribute(
                "Profile",
                "Edition of IGMPv3: in rfc9776 the Group Membership Interval has two "
                "Query Response Intervals, and only general queries elect a querier.",
                EnumValue(IGMP_PROFILE_RFC3376),
                EnumAccessor<IgmpProfile>(&IgmpRouterInterface::m_profile),
                MakeEnumChecker(IGMP_PROFILE_RFC3376, "rfc3376", IGMP_PROFILE_RFC9776, "rfc9776"))
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
                          "query. It must be less than the Query Interval, and with version 2 at "
                          "most 25.5 s.",
                          TimeValue(Seconds(10)),
                          MakeTimeAccessor(&IgmpRouterInterface::m_responseInterval),
                          MakeTimeChecker(MilliSeconds(100)))
            .AddAttribute("GroupMembershipInterval",
                          "Group Membership Interval: how long a group or source is wanted after "
                          "a report. 0: Robustness Variable times Query Interval plus one Query "
                          "Response Interval, or two in version 3 with the profile rfc9776.",
                          TimeValue(Time(0)),
                          MakeTimeAccessor(&IgmpRouterInterface::m_membershipInterval),
                          MakeTimeChecker(Time(0)))
            .AddAttribute("OtherQuerierPresentInterval",
                          "Other Querier Present Interval: how long a querier may be silent. 0: "
                          "Robustness Variable times Query Interval plus half of a Query Response "
                          "Interval.",
                          TimeValue(Time(0)),
                          MakeTimeAccessor(&IgmpRouterInterface::m_otherQuerierInterval),
                          MakeTimeChecker(Time(0)))
            .AddAttribute("OlderHostPresentInterval",
                          "Older Host Present Interval: how long a report of an older version "
                          "counts. 0: Robustness Variable times Query Interval plus one Query "
                          "Response Interval.",
                          TimeValue(Time(0)),
                          MakeTimeAccessor(&IgmpRouterInterface::m_olderHostInterval),
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
                          "time that hosts have to answer one. With version 2 at most 25.5 s.",
                          TimeValue(Seconds(1)),
                          MakeTimeAccessor(&IgmpRouterInterface::m_lastMemberInterval),
                          MakeTimeChecker(MilliSeconds(100)))
            .AddAttribute("LastMemberQueryCount",
                          "Last Member Query Count: number of specific queries. 0: the Robustness "
                          "Variable.",
                          UintegerValue(0),
                          MakeUintegerAccessor(&IgmpRouterInterface::m_lastMemberCount),
                          MakeUintegerChecker<uint32_t>(0, 255))
            .AddAttribute("OldestHostVersion",
                          "Reports and leaves of hosts below this version are dropped: 2 or 3 "
                          "turn compatibility off.",
                          UintegerValue(1),
                          MakeUintegerAccessor(&IgmpRouterInterface::m_oldestHostVersion),
                          MakeUintegerChecker<uint8_t>(1, 3))
            .AddAttribute("MaxGroups",
                          "Number of groups that may have state; reports of others are dropped. "
                          "0: any number.",
                          UintegerValue(0),
                          MakeUintegerAccessor(&IgmpRouterInterface::m_maxGroups),
                          MakeUintegerChecker<uint32_t>())
            .AddAttribute("MaxSources",
                          "Number of source records that a group may have; new sources beyond it "
                          "are dropped. 0: any number.",
                          UintegerValue(0),
                          MakeUintegerAccessor(&IgmpRouterInterface::m_maxSources),
                          MakeUintegerChecker<uint32_t>())
            .AddAttribute("ImmediateLeave",
                          "Whether the interface stops to forward what a host leaves at once, "
                          "without specific queries.",
                          BooleanValue(false),
                          MakeBooleanAccessor(&IgmpRouterInterface::m_immediateLeave),
                          MakeBooleanChecker())
            .AddAttribute("HostTracking",
                          "Whether a host's leave is ignored while another host is known, by the "
                          "source of its reports, to want the same. Reports that IGMPv2 hosts "
                          "suppress are missed.",
                          BooleanValue(false),
                          MakeBooleanAccessor(&IgmpRouterInterface::m_hostTracking),
                          MakeBooleanChecker())
            .AddAttribute("SsmRanges",
                          "Prefixes of the groups with source-specific semantics, separated by "
                          "blanks.",
                          StringValue(IgmpSsmRanges::IANA),
                          MakeStringAccessor(&IgmpRouterInterface::SetSsmRanges,
                                             &IgmpRouterInterface::GetSsmRanges),
                          MakeStringChecker())
            .AddAttribute(
                "RouterAlert",
                "Whether messages without Router Alert option are handled.",
                EnumValue(IGMP_RECEIPT_ACCEPT),
                EnumAccessor<IgmpReceiptPolicy>(&IgmpRouterInterface::m_routerAlert),
                MakeEnumChecker(IGMP_RECEIPT_ACCEPT, "accept", IGMP_RECEIPT_REQUIRE, "require"))
            .AddAttribute(
                "Ttl1",
                "Whether messages with another TTL than 1 are handled.",
                EnumValue(IGMP_RECEIPT_ACCEPT),
                EnumAccessor<IgmpReceiptPolicy>(&IgmpRouterInterface::m_ttl1),
                MakeEnumChecker(IGMP_RECEIPT_ACCEPT, "accept", IGMP_RECEIPT_REQUIRE, "require"))
            .AddAttribute("CheckReportSource",
                          "Whether reports are dropped that come from no subnet of the interface, "
                          "but for 0.0.0.0.",
                          BooleanValue(false),
                          MakeBooleanAccessor(&IgmpRouterInterface::m_checkSource),
                          MakeBooleanChecker())
            .AddAttribute("VersionWarningInterval",
                          "Shortest time between warnings of routers of other versions.",
                          TimeValue(Seconds(60)),
                          MakeTimeAccessor(&IgmpRouterInterface::m_warningInterval),
                          MakeTimeChecker(Time(0)));
    return tid;
}

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
    Renew();
    m_listener = m_protocol->Listen(m_index,
                                    MakeCallback(&IgmpRouterInterface::Receive, this),
                                    MakeCallback(&IgmpRouterInterface::HandleChange, this));
    Begin(m_staticJoins.GetGroups());
}

void
IgmpRouterInterface::Renew()
{
    IgmpRouterLink& link = *this;
    m_life = std::make_shared<IgmpRouterIncarnation>(link);
    m_groups = MakeIgmpRouterGroups(m_version, *m_life);
    m_querier = std::make_shared<IgmpQuerier>(*m_life);
}

void
IgmpRouterInterface::Begin(const std::vector<Ipv4Address>& groups)
{
    const auto life = m_life;
    for (const auto group : groups)
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
IgmpRouterInterface::ChangeVersion(uint8_t version)
{
    if (std::exchange(m_version, version) == version || !IsServed())
    {
        return;
    }
    CheckIntervals();
    const auto groups = m_groups->GetGroups();
    m_querier->Stop();
    DropParts();
    Renew();
    Begin(groups);
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
        m_reporter->Close();
        Simulator::ScheduleNow([self = Ptr<IgmpRouterInterface>(this),
                                reporter = std::exchange(m_reporter, nullptr)]() {});
    }
    DropParts();
}

void
IgmpRouterInterface::DropParts()
{
    if (m_life)
    {
        m_life->End();
        // A group may be reporting to the manager at this moment, from whose callback this is
        // called. What is dropped has to do with the interface to its end.
        Simulator::ScheduleNow([self = Ptr<IgmpRouterInterface>(this),
                                life = std::exchange(m_life, nullptr),
                                groups = std::exchange(m_groups, nullptr),
                                querier = std::exchange(m_querier, nullptr)]() {});
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

Ipv4Address
IgmpRouterInterface::GetQuerier() const
{
    if (IsQuerier())
    {
        return m_source;
    }
    return m_querier ? m_querier->GetOther() : Ipv4Address::GetZero();
}

Time
IgmpRouterInterface::GetOtherQuerierTimer() const
{
    return m_querier ? m_querier->GetOtherQuerierTimer() : Time(0);
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

// The parameters that follow from the attributes.

IgmpRouterParameters
IgmpRouterInterface::GetParameters() const
{
    const auto orDefault = [](auto value, decltype(value) derived) {
        return value == decltype(value)(0) ? derived : value;
    };
    const auto adopted =
        m_querier && m_querier->GetAdopted() ? *m_querier->GetAdopted() : IgmpQuerierVariables();
    const auto robustness = orDefault(adopted.robustness, m_robustness);
    const auto queryInterval = orDefault(adopted.queryInterval, m_queryInterval);
    const auto queries = queryInterval * int64_t{robustness};
    const bool isRfc9776 = m_version == 3 && m_profile == IGMP_PROFILE_RFC9776;
    IgmpRouterParameters parameters;
    parameters.version = m_version;
    parameters.robustness = robustness;
    parameters.startupQueryCount = orDefault(m_startupQueryCount, robustness);
    parameters.lastMemberCount = orDefault(m_lastMemberCount, robustness);
    parameters.queryInterval = queryInterval;
    parameters.responseInterval = m_responseInterval;
    parameters.membershipInterval =
        orDefault(m_membershipInterval, queries + m_responseInterval * int64_t{isRfc9776 ? 2 : 1});
    parameters.startupQueryInterval = orDefault(m_startupQueryInterval, queryInterval / 4);
    parameters.lastMemberInterval = m_lastMemberInterval;
    parameters.otherQuerierInterval =
        orDefault(m_otherQuerierInterval, queries + m_responseInterval / 2);
    parameters.olderHostInterval = orDefault(m_olderHostInterval, queries + m_responseInterval);
    parameters.profile = m_profile;
    parameters.oldestHostVersion = m_oldestHostVersion;
    parameters.maxGroups = m_maxGroups;
    parameters.maxSources = m_maxSources;
    parameters.immediateLeave = m_immediateLeave;
    parameters.hostTracking = m_hostTracking;
    parameters.ssmRanges = &m_ssmRanges;
    return parameters;
}

void
IgmpRouterInterface::CheckIntervals() const
{
    const IgmpIntervals intervals{m_version,
                                  m_queryInterval,
                                  m_responseInterval,
                                  m_lastMemberInterval};
    const auto fault = intervals.Check();
    NS_ABORT_MSG_IF(fault,
                    "IGMP router on interface " << m_index << " of node " << m_nodeId << ": "
                                                << fault->attribute << ": found "
                                                << fault->found.GetSeconds() << "s, expected "
                                                << fault->expected);
}

void
IgmpRouterInterface::SetSsmRanges(std::string text)
{
    const auto ranges = IgmpSsmRanges::Parse(text);
    NS_ABORT_MSG_UNLESS(ranges, "\"" << text << "\" is no list of prefixes of multicast groups");
    m_ssmRanges = *ranges;
}

std::string
IgmpRouterInterface::GetSsmRanges() const
{
    return m_ssmRanges.ToString();
}

// What an interface of a router does with the messages that it hears.

void
IgmpRouterInterface::Receive(const IgmpReception& reception)
{
    if (!IsInService())
    {
        TryToStart(); // the interface may just have come up
    }
    const auto query = ReadQuery(reception, 3);
    if (const auto drop =
            IgmpRouterReception::Check(reception,
                                       query,
                                       {m_routerAlert, m_ttl1, m_checkSource},
                                       m_protocol->IsOnLink(m_index, reception.source)))
    {
        NoteDrop(*drop, mgm::GetGroup(reception.message));
    }
    else if (query)
    {
        ReceiveQuery(*query);
    }
    else
    {
        m_groups->Receive(reception.message, reception.source);
    }
}

void
IgmpRouterInterface::ReceiveQuery(const IgmpQuery& query)
{
    m_reception.WatchVersion(query,
                             m_version,
                             m_warningInterval,
                             GetSubject(words::IGMP_VERSION_MISMATCH, {}));
    if (IsElected(query))
    {
        m_querier->Yield(query);
    }
    if (!query.IsGeneral() && m_groups)
    {
        m_groups->ReceiveQuery(query);
    }
}

bool
IgmpRouterInterface::IsElected(const IgmpQuery& query) const
{
    // 0.0.0.0 is no router's address: switches that snoop send queries from it (RFC 4541).
    const bool isCandidate = query.IsGeneral() || m_profile == IGMP_PROFILE_RFC3376;
    const auto from = query.source;
    return isCandidate && from.Get() != 0 && from < m_protocol->GetSource(m_index);
}

void
IgmpRouterInterface::NoteDrop(IgmpRouterDrop cause, Ipv4Address group)
{
    std::optional<SourceGroup> sourceGroup;
    if (group.Get() != 0)
    {
        sourceGroup = SourceGroup{ANY_ADDRESS, group};
    }
    m_reception.NoteDrop(cause, GetSubject("IGMP", sourceGroup));
}

const IgmpRouterReception&
IgmpRouterInterface::GetReception() const
{
    return m_reception;
}

} // namespace mgm
} // namespace ns3

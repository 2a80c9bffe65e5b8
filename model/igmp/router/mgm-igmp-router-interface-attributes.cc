/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// The attributes of an interface of a router, and the parameters that follow from them.

#include "mgm-igmp-intervals.h"
#include "mgm-igmp-querier.h"
#include "mgm-igmp-router-interface.h"

#include "ns3/abort.h"
#include "ns3/boolean.h"
#include "ns3/enum.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

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
                MakeEnumAccessor(&IgmpRouterInterface::m_profile),
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
                MakeEnumAccessor(&IgmpRouterInterface::m_routerAlert),
                MakeEnumChecker(IGMP_RECEIPT_ACCEPT, "accept", IGMP_RECEIPT_REQUIRE, "require"))
            .AddAttribute(
                "Ttl1",
                "Whether messages with another TTL than 1 are handled.",
                EnumValue(IGMP_RECEIPT_ACCEPT),
                MakeEnumAccessor(&IgmpRouterInterface::m_ttl1),
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
    return {
        m_version,
        robustness,
        orDefault(m_startupQueryCount, robustness),
        orDefault(m_lastMemberCount, robustness),
        queryInterval,
        m_responseInterval,
        orDefault(m_membershipInterval, queries + m_responseInterval * int64_t{isRfc9776 ? 2 : 1}),
        orDefault(m_startupQueryInterval, queryInterval / 4),
        m_lastMemberInterval,
        orDefault(m_otherQuerierInterval, queries + m_responseInterval / 2),
        orDefault(m_olderHostInterval, queries + m_responseInterval),
        m_profile,
        m_oldestHostVersion,
        m_maxGroups,
        m_maxSources,
        &m_ssmRanges};
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

} // namespace mgm
} // namespace ns3

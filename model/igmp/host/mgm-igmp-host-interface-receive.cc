/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// What an interface does about the messages that it hears.

#include "mgm-igmp-host-compatibility.h"
#include "mgm-igmp-host-groups.h"
#include "mgm-igmp-host-interface.h"

#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-tracer.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// Default Query Interval (RFC 3376 section 8.2).
const Time DEFAULT_QUERY_INTERVAL = Seconds(125);

/// Version 1 Router Present Timeout of a host of IGMPv2 (RFC 2236 section 8.11).
const Time V1_ROUTER_PRESENT_TIMEOUT = Seconds(400);

} // namespace

void
IgmpHostInterface::Receive(const IgmpReception& reception)
{
    Begin(); // the interface may just have come up
    if (!m_groups)
    {
        return; // it has just gone down
    }
    if (const auto query = ReadHostQuery(reception, m_configured))
    {
        ReceiveQuery(*query);
    }
    else if (const auto* v2 = std::get_if<IgmpV2Message>(&reception.message);
             v2 && v2->type != IgmpType::V2_LEAVE)
    {
        ReceiveReport(v2->group, reception.destination);
    }
}

void
IgmpHostInterface::ReceiveQuery(const IgmpHostQuery& query)
{
    if (const auto drop = JudgeHostQuery(query, m_requireRouterAlert))
    {
        Ignore(*drop, query.group);
        return;
    }
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
IgmpHostInterface::NoteQuerier(const IgmpHostQuery& query)
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
IgmpHostInterface::GetOlderQuerierTimeout(const IgmpHostQuery& query) const
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

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// What an interface of a router does with the messages that it hears.

#include "mgm-igmp-querier.h"
#include "mgm-igmp-router-groups.h"
#include "mgm-igmp-router-interface.h"

#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

void
IgmpRouterInterface::Receive(const IgmpReception& reception)
{
    const bool isOnLink = m_protocol->IsOnLink(m_index, reception.source);
    const IgmpAdmission admission{m_routerAlert, m_ttl1, m_checkSource};
    if (!IsInService())
    {
        TryToStart(); // the interface may just have come up
    }
    if (const auto drop = admission.Check(reception, isOnLink))
    {
        NoteDrop(*drop, mgm::GetGroup(reception.message));
    }
    else if (const auto query = AsQuery(reception.message))
    {
        ReceiveQuery(*query, reception.source);
    }
    else
    {
        m_groups->Receive(reception.message);
    }
}

void
IgmpRouterInterface::ReceiveQuery(const IgmpHeardQuery& query, Ipv4Address from)
{
    if (IsVersionMismatch(query, m_version))
    {
        const auto subject = GetSubject(words::IGMP_VERSION_MISMATCH, {});
        m_versionWatch.Note(query, from, m_version, m_warningInterval, subject);
    }
    if (IsElected(query, from))
    {
        m_querier->Yield(query);
    }
    if (!query.IsGeneral() && m_groups)
    {
        m_groups->ReceiveQuery(query);
    }
}

bool
IgmpRouterInterface::IsElected(const IgmpHeardQuery& query, Ipv4Address from) const
{
    // 0.0.0.0 is no router's address: switches that snoop send queries from it (RFC 4541).
    const bool isCandidate = query.IsGeneral() || m_profile == IGMP_PROFILE_RFC3376;
    return isCandidate && from.Get() != 0 && from < m_protocol->GetSource(m_index);
}

void
IgmpRouterInterface::NoteDrop(IgmpRouterDrop cause, Ipv4Address group)
{
    ++m_drops[static_cast<std::size_t>(cause)];
    TraceSubject subject{words::IGMP_MESSAGE, InterfaceId{m_index}, {}, m_clientId, m_clientName};
    if (group.Get() != 0)
    {
        subject.sourceGroup = SourceGroup{ANY_ADDRESS, group};
    }
    EmitDrop(*m_tracer, subject, ToString(cause));
}

uint64_t
IgmpRouterInterface::GetDropCount(IgmpRouterDrop cause) const
{
    return m_drops.at(static_cast<std::size_t>(cause));
}

uint64_t
IgmpRouterInterface::GetVersionMismatchCount() const
{
    return m_versionWatch.GetCount();
}

} // namespace mgm
} // namespace ns3

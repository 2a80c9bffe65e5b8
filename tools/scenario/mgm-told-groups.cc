/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-told-groups.h"

#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/node.h"

namespace ns3
{
namespace mgm
{

ToldGroups::ToldGroups(Ptr<ManagerClient> client)
    : m_client(client),
      m_tracer(Tracer::Of(client->GetNode()))
{
    m_tracer->TraceConnectWithoutContext("Record", MakeCallback(&ToldGroups::Observe, this));
}

ToldGroups::~ToldGroups()
{
    m_tracer->TraceDisconnectWithoutContext("Record", MakeCallback(&ToldGroups::Observe, this));
}

std::set<SourceGroup>
ToldGroups::GetAll() const
{
    return m_client->GetHandle() ? m_groups.GetAll() : std::set<SourceGroup>();
}

void
ToldGroups::Observe(const TraceRecord& record)
{
    if (record.client != m_client->GetId())
    {
        return;
    }
    if (record.kind == TraceKind::RETURN && record.status == Status::NO_ERROR)
    {
        ObserveReturn(record);
    }
    else if (record.kind == TraceKind::CALLBACK && record.sourceGroup)
    {
        ObserveCallback(record);
    }
    else if (record.op == words::ENUMERATED && record.sourceGroup)
    {
        ObserveEntry(record);
    }
}

void
ToldGroups::ObserveReturn(const TraceRecord& record)
{
    if (record.op == words::REGISTER_M_PROTOCOL)
    {
        m_groups.Clear();
    }
    else if (record.op == words::RELEASE_INTERFACE_OWNERSHIP)
    {
        m_groups.ForgetInterface(*record.interface);
    }
}

void
ToldGroups::ObserveCallback(const TraceRecord& record)
{
    const auto& entry = *record.sourceGroup;
    if (record.op == words::JOIN_ALERT && record.event == words::MEMBER_UPDATE)
    {
        m_groups.Learn(entry);
    }
    else if (record.op == words::PRUNE_ALERT && record.event == words::MEMBER_DELETE)
    {
        m_groups.Unlearn(entry);
    }
    else if (record.op == words::LOCAL_JOIN)
    {
        m_groups.LearnLocal(entry, *record.interface);
    }
    else if (record.op == words::LOCAL_LEAVE)
    {
        m_groups.UnlearnLocal(entry, *record.interface);
    }
}

void
ToldGroups::ObserveEntry(const TraceRecord& record)
{
    // What only the client itself wants is no news: no alert would ever take it back (I7).
    const auto manager = m_client->GetNode()->GetObject<MulticastGroupManager>();
    if (manager->IsWantedByOthers(*record.sourceGroup, m_client->GetHandle()))
    {
        m_groups.Learn(*record.sourceGroup);
    }
}

} // namespace mgm
} // namespace ns3

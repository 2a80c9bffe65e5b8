/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// What a proxy asks of the group manager and hears from it.

#include "mgm-igmp-proxy.h"

#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/mgm-trace-context.h"
#include "ns3/node.h"
#include "ns3/simulator.h"

#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

void
IgmpProxy::Register()
{
    m_retry.Cancel(); // a refusal that came after the last Stop may have set it
    m_interface = InterfaceId{m_index};
    m_database.Clear();
    ClientCallbacks callbacks;
    callbacks.joinAlert = MakeCallback(&IgmpProxy::JoinAlert, this);
    callbacks.pruneAlert = MakeCallback(&IgmpProxy::PruneAlert, this);
    const auto status =
        GetManager()->RegisterMProtocol(callbacks, {m_protocol, m_component}, m_name, m_handle);
    if (status == Status::NO_ERROR)
    {
        StepWhenReturned(Event::REGISTERED);
    }
    else
    {
        Step(Event::REFUSED);
    }
}

void
IgmpProxy::Take()
{
    const auto handle = m_handle;
    m_isOwner = true; // before the call, in whose callbacks the proxy may be stopped
    const auto status = GetManager()->TakeInterfaceOwnership(handle, m_interface);
    if (m_handle != handle)
    {
        return; // crashed in a callback
    }
    if (status != Status::NO_ERROR)
    {
        m_isOwner = false;
    }
    StepWhenReturned(status == Status::NO_ERROR ? Event::TAKEN : Event::REFUSED);
}

void
IgmpProxy::Serve()
{
    const auto handle = m_handle;
    m_upstream->Serve(GetNode(), m_interface.index);
    GetManager()->AddGroupMembershipEntry(handle, SourceGroup{}, m_interface);
    if (!IsServing() || m_handle != handle)
    {
        return; // stopped in a callback
    }
    for (const auto& entry : Enumerate())
    {
        m_database.Add(entry);
    }
    if (!IsServing() || m_handle != handle)
    {
        return;
    }
    for (const auto& group : m_database.GetGroups())
    {
        Report(group);
    }
}

std::set<SourceGroup>
IgmpProxy::Enumerate() const
{
    constexpr uint32_t ROOM = 64;
    const auto manager = GetManager();
    std::set<SourceGroup> wanted;
    EnumerationHandle enumeration;
    manager->GroupEnumerationStart(m_handle, EnumerationType::ALL_SOURCES, enumeration);
    auto status = Status::ERROR_MORE_DATA;
    while (status == Status::ERROR_MORE_DATA)
    {
        std::vector<SourceGroupEntry> buffer(ROOM);
        uint32_t bytes = ROOM * sizeof(SourceGroupEntry);
        uint32_t count = 0;
        status = manager->GroupEnumerationGetNext(enumeration, bytes, buffer.data(), count);
        for (uint32_t i = 0; i < count; ++i)
        {
            const auto entry = buffer[i].ToSourceGroup();
            if (entry.IsAnySource() && IsReportable(entry)) // alerts tell of (s,g) (ALR-3)
            {
                wanted.insert(entry);
            }
        }
    }
    manager->GroupEnumerationEnd(enumeration);
    return wanted;
}

bool
IgmpProxy::IsReportable(const SourceGroup& entry) const
{
    return !entry.IsAnyGroup() && !(entry.IsAnySource() && m_ssmRanges.Contains(entry.group));
}

void
IgmpProxy::Release()
{
    m_retry.Cancel();
    const auto handle = m_handle;
    const auto status =
        m_isOwner ? GetManager()->ReleaseInterfaceOwnership(handle, m_interface) : Status::NO_ERROR;
    if (m_handle != handle)
    {
        return; // crashed in a callback
    }
    if (status != Status::NO_ERROR)
    {
        Step(Event::REFUSED);
        return;
    }
    m_isOwner = false;
    StepWhenReturned(Event::RELEASED);
}

void
IgmpProxy::Vanish()
{
    m_retry.Cancel();
    m_upstream->Drop();
    m_database.Clear();
    m_isOwner = false;
    const ClientHandle handle = std::exchange(m_handle, {});
    if (handle &&
        GetManager()->IsRegistered(handle)) // otherwise it has died with the manager (REG-6)
    {
        GetManager()->FailClient(handle);
    }
}

void
IgmpProxy::Wait()
{
    m_retry.Cancel();
    m_retry = Simulator::Schedule(m_retryDelay, [this, cause = TraceContext::Get().GetCause()]() {
        const CauseScope scope(cause);
        Step(Event::RETRY);
    });
}

void
IgmpProxy::StepWhenReturned(Event event)
{
    GetManager()->CallWhenReturned(m_handle, Callback<void>([this, event, handle = m_handle]() {
                                       if (m_handle == handle)
                                       {
                                           Step(event);
                                       }
                                   }));
}

void
IgmpProxy::JoinAlert(const SourceGroupEntry& entry, bool memberUpdate)
{
    const auto key = entry.ToSourceGroup();
    if (memberUpdate && IsReportable(key) && m_database.Add(key))
    {
        Report(key.group);
    }
}

void
IgmpProxy::PruneAlert(const SourceGroupEntry& entry,
                      const InterfaceId& /* interface */,
                      bool memberDelete,
                      Time& /* timeout */)
{
    const auto key = entry.ToSourceGroup();
    if (memberDelete && m_database.Remove(key))
    {
        Report(key.group);
    }
}

void
IgmpProxy::Report(Ipv4Address group)
{
    if (IsServing())
    {
        m_upstream->SetFilter(group, m_database.GetFilter(group));
    }
}

} // namespace mgm
} // namespace ns3

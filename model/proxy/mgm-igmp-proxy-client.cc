/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// What a proxy asks of the group manager and hears from it.

#include "mgm-igmp-proxy.h"

#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/node.h"

#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

using State = ClientLifeState;
using Action = ClientLifeAction;

/// The states as a proxy tells of them: those in which it makes no call of their own are not told.
std::string_view
NameForProxy(State state)
{
    switch (state)
    {
    case State::ASKING:
        return ToString(State::TAKING);
    case State::ENUMERATING:
        return ToString(State::SERVING);
    case State::DEREGISTERING:
        return ToString(State::STOPPED);
    case State::REREGISTERING:
        return ToString(State::REGISTERING);
    default:
        return ToString(state);
    }
}

/// What has happened when the calls of a state are done.
std::string_view
NameOfDone(State state)
{
    return state == State::REGISTERING ? "REGISTERED"
           : state == State::TAKING    ? "TAKEN"
                                       : "RELEASED";
}

std::string_view
NameForProxy(Action action, State from)
{
    switch (action)
    {
    case Action::ASK:
    case Action::TAKE:
        return "take upstream interface";
    case Action::ENUMERATE:
        return "start host; add (*,*); enumerate";
    case Action::LEAVE:
        return from == State::SERVING ? "stop host; release upstream interface"
                                      : "release upstream interface";
    case Action::RELEASE:
        return "release upstream interface";
    case Action::DEREGISTER:
        return from == State::RESTARTING ? "deregister; register" : "deregister";
    default:
        return ToString(action);
    }
}

} // namespace

ClientId
IgmpProxy::GetClientId() const
{
    return {m_protocol, m_component};
}

std::string_view
IgmpProxy::GetClientName() const
{
    return m_name;
}

ClientCallbacks
IgmpProxy::MakeCallbacks()
{
    const auto all = ManagerClient::MakeCallbacks();
    ClientCallbacks callbacks;
    callbacks.joinAlert = all.joinAlert;
    callbacks.pruneAlert = all.pruneAlert;
    return callbacks;
}

bool
IgmpProxy::IsAsking() const
{
    return false;
}

bool
IgmpProxy::IsEnumerating() const
{
    return false;
}

MachineSubject
IgmpProxy::GetSubject() const
{
    auto subject = ManagerClient::GetSubject();
    subject.machine = words::IGMP_PROXY;
    subject.interface = InterfaceId{m_index};
    return subject;
}

std::optional<TransitionWords>
IgmpProxy::Describe(const Row& row) const
{
    const auto from = NameForProxy(row.from);
    const auto to = NameForProxy(row.to);
    if (row.from != row.to && from == to)
    {
        return std::nullopt;
    }
    return TransitionWords{from,
                           row.event == Event::DONE ? NameOfDone(row.from) : ToString(row.event),
                           NameForProxy(row.action, row.from),
                           to,
                           row.action == Action::ENUMERATE ? "SEQ-1, RFC 4605 section 4.1"
                                                           : row.source};
}

void
IgmpProxy::OnServing()
{
    const auto handle = GetHandle();
    const InterfaceId upstream = *GetHeld().begin();
    m_upstream->Serve(GetNode(), upstream.index);
    GetManager()->AddGroupMembershipEntry(handle, SourceGroup{}, upstream);
    if (!IsServing() || GetHandle() != handle)
    {
        return; // stopped in a callback
    }
    for (const auto& entry : Enumerate())
    {
        m_database.Add(entry);
    }
    if (!IsServing() || GetHandle() != handle)
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
    manager->GroupEnumerationStart(GetHandle(), EnumerationType::ALL_SOURCES, enumeration);
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
IgmpProxy::OnStopping()
{
    m_upstream->Stop();
    m_database.Clear();
}

void
IgmpProxy::OnStopped()
{
    m_database.Clear(); // what alerts told while it gave the interface up
}

void
IgmpProxy::OnFailed()
{
    m_upstream->Drop();
    m_database.Clear();
}

void
IgmpProxy::OnJoinAlert(const SourceGroup& entry, bool memberUpdate)
{
    if (memberUpdate && IsReportable(entry) && m_database.Add(entry))
    {
        Report(entry.group);
    }
}

void
IgmpProxy::OnPruneAlert(const SourceGroup& entry,
                        const InterfaceId& /* interface */,
                        bool memberDelete,
                        Time& /* timeout */)
{
    if (memberDelete && m_database.Remove(entry))
    {
        Report(entry.group);
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

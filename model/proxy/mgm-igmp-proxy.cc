/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-proxy.h"

#include "ns3/abort.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/node.h"
#include "ns3/pointer.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <vector>

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(IgmpProxy);

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
    case State::TAKING_MORE:
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

TypeId
IgmpProxy::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::mgm::IgmpProxy")
            .SetParent<ManagerClient>()
            .SetGroupName("Mgm")
            .AddConstructor<IgmpProxy>()
            .AddAttribute("Name",
                          "Name in traces.",
                          StringValue("igmp-proxy"),
                          MakeStringAccessor(&IgmpProxy::m_name),
                          MakeStringChecker())
            .AddAttribute("ProtocolId",
                          "Protocol id of the registration with the group manager; not 10, which "
                          "is IGMP's.",
                          UintegerValue(IGMP_PROXY_PROTOCOL_ID),
                          MakeUintegerAccessor(&IgmpProxy::m_protocol),
                          MakeUintegerChecker<uint32_t>(IGMP_PROTOCOL_ID + 1))
            .AddAttribute("ComponentId",
                          "Component id of the registration with the group manager.",
                          UintegerValue(0),
                          MakeUintegerAccessor(&IgmpProxy::m_component),
                          MakeUintegerChecker<uint32_t>())
            .AddAttribute(
                "UpstreamIndex",
                "Index of the IPv4 interface that is upstream; takes effect at the next "
                "start.",
                UintegerValue(1),
                MakeUintegerAccessor(&IgmpProxy::SetUpstream, &IgmpProxy::GetUpstreamIndex),
                MakeUintegerChecker<uint32_t>(1))
            .AddAttribute("SsmRanges",
                          "Prefixes of the groups with source-specific semantics, separated by "
                          "blanks.",
                          StringValue(IgmpSsmRanges::IANA),
                          MakeStringAccessor(&IgmpProxy::SetSsmRanges, &IgmpProxy::GetSsmRanges),
                          MakeStringChecker())
            .AddAttribute("Upstream",
                          "The host part, on the upstream interface.",
                          TypeId::ATTR_GET,
                          PointerValue(),
                          MakePointerAccessor(&IgmpProxy::m_upstream),
                          MakePointerChecker<IgmpHostInterface>());
    return tid;
}

IgmpProxy::IgmpProxy()
    : m_upstream(CreateObject<IgmpHostInterface>())
{
}

IgmpProxy::~IgmpProxy() = default;

void
IgmpProxy::DoDispose()
{
    m_upstream->Dispose();
    ManagerClient::DoDispose();
}

void
IgmpProxy::SetUpstream(uint32_t index)
{
    m_index = index;
    SetInterfaces({InterfaceId{index}});
}

uint32_t
IgmpProxy::GetUpstreamIndex() const
{
    return m_index;
}

Ptr<IgmpHostInterface>
IgmpProxy::GetUpstream() const
{
    return m_upstream;
}

MulticastFilter
IgmpProxy::GetFilter(Ipv4Address group) const
{
    return m_database.GetFilter(group);
}

void
IgmpProxy::SetSsmRanges(std::string text)
{
    const auto ranges = IgmpSsmRanges::Parse(text);
    NS_ABORT_MSG_UNLESS(ranges, "\"" << text << "\" is no list of prefixes of multicast groups");
    m_ssmRanges = *ranges;
}

std::string
IgmpProxy::GetSsmRanges() const
{
    return m_ssmRanges.ToString();
}

int64_t
IgmpProxy::AssignStreams(int64_t stream)
{
    const auto used = ManagerClient::AssignStreams(stream);
    return used + m_upstream->AssignStreams(stream + used);
}

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

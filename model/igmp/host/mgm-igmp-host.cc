/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-host.h"

#include "ns3/abort.h"
#include "ns3/boolean.h"
#include "ns3/ipv4.h"
#include "ns3/log.h"
#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-tracer.h"
#include "ns3/mgm-udp-protocol-number.h"
#include "ns3/node.h"
#include "ns3/object-map.h"
#include "ns3/udp-header.h"
#include "ns3/uinteger.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

NS_LOG_COMPONENT_DEFINE("MgmIgmpHost");

NS_OBJECT_ENSURE_REGISTERED(IgmpHost);

TypeId
IgmpHost::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::mgm::IgmpHost")
            .SetParent<Application>()
            .SetGroupName("Mgm")
            .AddConstructor<IgmpHost>()
            .AddAttribute("SsmAware",
                          "Whether source-specific groups can be joined with a source only (RFC "
                          "4604 section 2.1).",
                          BooleanValue(true),
                          MakeBooleanAccessor(&IgmpHost::m_ssmAware),
                          MakeBooleanChecker())
            .AddAttribute("SsmNetwork",
                          "First of the source-specific groups.",
                          Ipv4AddressValue("232.0.0.0"),
                          MakeIpv4AddressAccessor(&IgmpHost::m_ssmNetwork),
                          MakeIpv4AddressChecker())
            .AddAttribute("SsmMask",
                          "Mask of the source-specific groups.",
                          Ipv4MaskValue("255.0.0.0"),
                          MakeIpv4MaskAccessor(&IgmpHost::m_ssmMask),
                          MakeIpv4MaskChecker())
            .AddAttribute("MaxSources",
                          "How many sources the filter of a socket may have. 0: any number.",
                          UintegerValue(0),
                          MakeUintegerAccessor(&IgmpHost::m_maxSources),
                          MakeUintegerChecker<uint32_t>())
            .AddAttribute("MaxMemberships",
                          "How many groups a socket may join. 0: any number.",
                          UintegerValue(0),
                          MakeUintegerAccessor(&IgmpHost::m_maxMemberships),
                          MakeUintegerChecker<uint32_t>())
            .AddAttribute("InterfaceList",
                          "The interfaces on which groups can be joined, by index of the IPv4 "
                          "interface.",
                          ObjectMapValue(),
                          MakeObjectMapAccessor(&IgmpHost::m_interfaces),
                          MakeObjectMapChecker<IgmpHostInterface>());
    return tid;
}

IgmpHost::IgmpHost()
{
    m_interfaceFactory.SetTypeId(IgmpHostInterface::GetTypeId());
    m_anonymous = Open(nullptr);
}

IgmpHost::~IgmpHost() = default;

void
IgmpHost::DoDispose()
{
    for (const auto& [index, interface] : m_interfaces)
    {
        interface->Dispose();
    }
    m_interfaces.clear();
    for (const auto& socket : m_sockets)
    {
        socket->Detach();
    }
    m_sockets.clear();
    Application::DoDispose();
}

Ptr<IgmpHostInterface>
IgmpHost::AddInterface(uint32_t index, uint8_t version)
{
    auto& interface = m_interfaces[index];
    if (!interface)
    {
        interface = m_interfaceFactory.Create<IgmpHostInterface>();
        interface->SetAttribute("Version", UintegerValue(version));
        interface->SetQueryCallback(MakeCallback(&IgmpHost::CloseLostSockets, this));
        if (m_running)
        {
            interface->Serve(GetNode(), index);
        }
    }
    return interface;
}

Ptr<IgmpHostInterface>
IgmpHost::GetInterface(uint32_t index) const
{
    const auto found = m_interfaces.find(index);
    return found == m_interfaces.end() ? nullptr : found->second;
}

void
IgmpHost::SetInterfaceAttribute(const std::string& name, const AttributeValue& value)
{
    m_interfaceFactory.Set(name, value);
    for (const auto& [index, interface] : m_interfaces)
    {
        interface->SetAttribute(name, value);
    }
}

IgmpSocketStatus
IgmpHost::Join(uint32_t interface, Ipv4Address group)
{
    return SetFilter(interface, group, FilterMode::EXCLUDE, {});
}

IgmpSocketStatus
IgmpHost::Leave(uint32_t interface, Ipv4Address group)
{
    return SetFilter(interface, group, FilterMode::INCLUDE, {});
}

IgmpSocketStatus
IgmpHost::SetFilter(uint32_t interface,
                    Ipv4Address group,
                    FilterMode mode,
                    const SourceSet& sources)
{
    NS_LOG_FUNCTION(this << interface << group << sources);
    NS_ABORT_MSG_UNLESS(group.IsMulticast(), group << " is no multicast group");
    const auto found = m_interfaces.find(interface);
    NS_ABORT_MSG_IF(found == m_interfaces.end(), "Interface " << interface << " was not added");
    if (mode == FilterMode::EXCLUDE && IsSourceSpecific(group))
    {
        NoteRefusal(interface, group, IgmpSocketStatus::NEEDS_SOURCE);
        return IgmpSocketStatus::NEEDS_SOURCE;
    }
    m_anonymous->Store(interface, group, {mode, sources});
    return IgmpSocketStatus::SUCCESS;
}

void
IgmpHost::NoteRefusal(uint32_t interface, Ipv4Address group, IgmpSocketStatus status) const
{
    NS_LOG_WARN("IGMP host of node " << GetNode()->GetId() << ", interface "
                                     << interface << ": filter of " << group << " refused, "
                                     << status);
    EmitEvent(*Tracer::Of(GetNode()),
              {words::IGMP_HOST, InterfaceId{interface}, SourceGroup{ANY_ADDRESS, group}},
              ToString(status),
              "filter refused: RFC 4604 section 2.1");
}

bool
IgmpHost::Wants(uint32_t interface, Ipv4Address source, Ipv4Address group) const
{
    const auto served = GetInterface(interface);
    return m_running && served && served->Wants(source, group);
}

void
IgmpHost::Start()
{
    NS_LOG_FUNCTION(this);
    if (!std::exchange(m_running, true))
    {
        for (const auto& [index, interface] : m_interfaces)
        {
            interface->Serve(GetNode(), index);
        }
    }
}

void
IgmpHost::Stop()
{
    NS_LOG_FUNCTION(this);
    m_running = false;
    for (const auto& [index, interface] : m_interfaces)
    {
        interface->Stop();
    }
    ForgetMemberships();
}

void
IgmpHost::Fail()
{
    NS_LOG_FUNCTION(this);
    m_running = false;
    for (const auto& [index, interface] : m_interfaces)
    {
        interface->Drop();
    }
    ForgetMemberships();
}

bool
IgmpHost::IsRunning() const
{
    return m_running;
}

int64_t
IgmpHost::AssignStreams(int64_t stream)
{
    int64_t used = 0;
    for (const auto& [index, interface] : m_interfaces)
    {
        used += interface->AssignStreams(stream + used);
    }
    return used;
}

void
IgmpHost::StartApplication()
{
    Start();
}

void
IgmpHost::StopApplication()
{
    Stop();
}

// What a host does for its sockets.

Ptr<IgmpSocket>
IgmpHost::Open(Ptr<Socket> socket)
{
    CloseLostSockets();
    const auto found = std::find_if(m_sockets.begin(), m_sockets.end(), [&](const auto& open) {
        return socket && open->GetSocket() == socket;
    });
    if (found != m_sockets.end())
    {
        return *found;
    }
    IgmpSocketLink& link = *this;
    m_sockets.push_back(Create<IgmpSocket>(link, socket));
    return m_sockets.back();
}

bool
IgmpHost::Accepts(Ptr<const Packet> packet, const Ipv4Header& header, uint32_t interface) const
{
    const auto group = header.GetDestination();
    if (group.IsLocalMulticast())
    {
        return true;
    }
    if (!Wants(interface, header.GetSource(), group))
    {
        return false;
    }
    const bool hasPorts =
        header.GetProtocol() == UDP_PROTOCOL_NUMBER && header.GetFragmentOffset() == 0;
    return !hasPorts || HasAcceptingReceiver(packet, header, interface);
}

bool
IgmpHost::HasAcceptingReceiver(Ptr<const Packet> packet,
                               const Ipv4Header& header,
                               uint32_t interface) const
{
    UdpHeader udp;
    if (m_sockets.size() == 1 || packet->GetSize() < udp.GetSerializedSize())
    {
        return true;
    }
    packet->PeekHeader(udp);
    const auto group = header.GetDestination();
    const auto device = GetNode()->GetObject<Ipv4>()->GetNetDevice(interface);
    bool isAccepted = true; // by a socket that is not known here
    auto best = IgmpSocket::Match::NONE;
    for (const auto& socket : m_sockets)
    {
        const auto match = socket->MatchUdp(group, udp.GetDestinationPort(), device);
        if (match > IgmpSocket::Match::NONE && match >= best)
        {
            const bool accepts = socket->Find(interface, group).Accepts(header.GetSource());
            isAccepted = accepts || (match == best && isAccepted);
            best = match;
        }
    }
    return isAccepted;
}

bool
IgmpHost::HasInterface(uint32_t interface) const
{
    return m_interfaces.count(interface) != 0;
}

bool
IgmpHost::IsSourceSpecific(Ipv4Address group) const
{
    return m_ssmAware && m_ssmMask.IsMatch(group, m_ssmNetwork);
}

uint32_t
IgmpHost::GetMaxSources() const
{
    return m_maxSources;
}

uint32_t
IgmpHost::GetMaxMemberships() const
{
    return m_maxMemberships;
}

void
IgmpHost::UpdateFilter(uint32_t interface, Ipv4Address group)
{
    std::vector<MulticastFilter> filters;
    for (const auto& socket : m_sockets)
    {
        filters.push_back(socket->Find(interface, group));
    }
    m_interfaces[interface]->SetFilter(group, MergeFilters(filters));
}

void
IgmpHost::CloseLostSockets()
{
    const auto sockets = m_sockets;
    for (const auto& socket : sockets)
    {
        if (socket->WasClosed())
        {
            socket->Close();
        }
    }
}

void
IgmpHost::RemoveSocket(const IgmpSocket& closed)
{
    m_sockets.erase(std::find_if(m_sockets.begin(), m_sockets.end(), [&](const auto& socket) {
        return PeekPointer(socket) == &closed;
    }));
}

void
IgmpHost::ForgetMemberships()
{
    for (const auto& socket : m_sockets)
    {
        socket->Forget();
    }
}

} // namespace mgm
} // namespace ns3

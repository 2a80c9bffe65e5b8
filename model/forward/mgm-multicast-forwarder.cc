/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-multicast-forwarder.h"

#include "mgm-forwardable.h"

#include "ns3/abort.h"
#include "ns3/ipv4-route.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/node.h"
#include "ns3/output-stream-wrapper.h"
#include "ns3/simulator.h"
#include "ns3/trace-source-accessor.h"
#include "ns3/uinteger.h"

#include <memory>
#include <utility>

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(MulticastForwarder);

TypeId
MulticastForwarder::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::mgm::MulticastForwarder")
            .SetParent<Ipv4RoutingProtocol>()
            .SetGroupName("Mgm")
            .AddConstructor<MulticastForwarder>()
            .AddAttribute("MaxWaitingPackets",
                          "Number of packets that wait while their forwarding entry is made; "
                          "others are dropped (MFE-9). With 0 the entry is made all the same, and "
                          "the packet it is made for is dropped.",
                          UintegerValue(ForwardingEngine::Bounds().packets),
                          MakeUintegerAccessor(&MulticastForwarder::SetMaxWaitingPackets,
                                               &MulticastForwarder::GetMaxWaitingPackets),
                          MakeUintegerChecker<uint32_t>())
            .AddAttribute("MaxWaitingEntries",
                          "Number of forwarding entries that are made at once; packets that need "
                          "more are dropped. At least 1.",
                          UintegerValue(ForwardingEngine::Bounds().entries),
                          MakeUintegerAccessor(&MulticastForwarder::SetMaxWaitingEntries,
                                               &MulticastForwarder::GetMaxWaitingEntries),
                          MakeUintegerChecker<uint32_t>(1))
            .AddTraceSource("Forward",
                            "A copy of a multicast packet leaves on an outgoing interface.",
                            MakeTraceSourceAccessor(&MulticastForwarder::m_forwardTrace),
                            "ns3::mgm::MulticastForwarder::ForwardTracedCallback")
            .AddTraceSource("Accept",
                            "A multicast packet came in on the incoming interface of its entry, "
                            "and was forwarded as the entry says, be it nowhere.",
                            MakeTraceSourceAccessor(&MulticastForwarder::m_acceptTrace),
                            "ns3::mgm::MulticastForwarder::AcceptTracedCallback")
            .AddTraceSource("Setting",
                            "The time-to-live threshold or a boundary of an interface was set.",
                            MakeTraceSourceAccessor(&MulticastForwarder::m_settingTrace),
                            "ns3::mgm::MulticastForwarder::SettingTracedCallback")
            .AddTraceSource("Drop",
                            "A multicast packet is dropped, or not sent on one interface.",
                            MakeTraceSourceAccessor(&MulticastForwarder::m_dropTrace),
                            "ns3::mgm::MulticastForwarder::DropTracedCallback");
    return tid;
}

MulticastForwarder::MulticastForwarder()
    : m_engine(*this)
{
}

MulticastForwarder::~MulticastForwarder() = default;

void
MulticastForwarder::SetIpv4(Ptr<Ipv4> ipv4)
{
    if (m_ipv4 == ipv4)
    {
        return;
    }
    NS_ABORT_MSG_IF(m_ipv4, "A multicast forwarder serves one node only");
    const auto node = ipv4->GetObject<Node>();
    NS_ABORT_MSG_UNLESS(node, "IPv4 belongs to no node");
    m_ipv4 = ipv4;
    m_engine.GetInterfaces().SetIpv4(PeekPointer(ipv4));
    m_engine.GetTracer().SetTracer(Tracer::Of(node));
    m_ipv4->TraceConnectWithoutContext("SendOutgoing",
                                       MakeCallback(&MulticastForwarder::HandleOwnPacket, this));
    if (!GetObject<Node>())
    {
        node->AggregateObject(this);
    }
}

void
MulticastForwarder::NotifyNewAggregate()
{
    if (!m_manager)
    {
        m_manager = GetObject<MulticastGroupManager>();
        if (m_manager)
        {
            m_manager->AttachForwardingPlane(&m_engine);
            auto* manager = PeekPointer(m_manager);
            SetUpcalls(MakeCallback(&MulticastGroupManager::HandleCacheMiss, manager),
                       MakeCallback(&MulticastGroupManager::HandleWrongInterface, manager));
        }
    }
    Ipv4RoutingProtocol::NotifyNewAggregate();
}

void
MulticastForwarder::DoDispose()
{
    // First of all, so that nobody is told of packets that still wait.
    m_engine.Clear();
    m_engine.GetInterfaces().RemoveAllVirtual();
    SetUpcalls({}, {});
    if (m_manager)
    {
        m_manager->AttachForwardingPlane(nullptr);
        m_manager = nullptr;
    }
    if (m_ipv4)
    {
        m_ipv4->TraceDisconnectWithoutContext(
            "SendOutgoing",
            MakeCallback(&MulticastForwarder::HandleOwnPacket, this));
        m_engine.GetInterfaces().SetIpv4(nullptr);
        m_engine.GetTracer().SetTracer(nullptr);
        m_ipv4 = nullptr;
    }
    Ipv4RoutingProtocol::DoDispose();
}

void
MulticastForwarder::SetUpcalls(Upcall cacheMiss, Upcall wrongInterface)
{
    m_cacheMiss = std::move(cacheMiss);
    m_wrongInterface = std::move(wrongInterface);
}

ForwardingPlane&
MulticastForwarder::GetPlane()
{
    return m_engine;
}

ForwardingInterface&
MulticastForwarder::GetInterface(uint32_t index)
{
    ForwardingInterface* interface = m_engine.GetInterfaces().Find(index);
    NS_ABORT_MSG_UNLESS(interface, "The node has no interface " << index);
    return *interface;
}

void
MulticastForwarder::SetTtlThreshold(uint32_t interface, uint8_t threshold)
{
    GetInterface(interface).SetTtlThreshold(threshold);
    m_settingTrace(interface);
}

void
MulticastForwarder::AddScopeBoundary(uint32_t interface, Ipv4Address network, Ipv4Mask mask)
{
    GetInterface(interface).AddScopeBoundary(network, mask);
    m_settingTrace(interface);
}

void
MulticastForwarder::RemoveScopeBoundary(uint32_t interface, Ipv4Address network, Ipv4Mask mask)
{
    GetInterface(interface).RemoveScopeBoundary(network, mask);
    m_settingTrace(interface);
}

uint8_t
MulticastForwarder::GetTtlThreshold(uint32_t interface)
{
    return GetInterface(interface).GetTtlThreshold();
}

bool
MulticastForwarder::IsBoundaryFor(uint32_t interface, Ipv4Address group)
{
    return GetInterface(interface).IsBoundaryFor(group);
}

InterfaceId
MulticastForwarder::AddRegisterInterface(RegisterCallback receiver)
{
    NS_ABORT_MSG_IF(receiver.IsNull(), "A register interface needs a receiver");
    return {m_engine.GetInterfaces().AddVirtual(std::make_unique<RegisterOutput>(receiver))};
}

void
MulticastForwarder::RemoveRegisterInterface(const InterfaceId& interface)
{
    const bool wasThere = m_engine.GetInterfaces().RemoveVirtual(interface.index);
    NS_ABORT_MSG_UNLESS(wasThere, "The node has no register interface " << interface);
}

uint64_t
MulticastForwarder::GetDrops(DropReason reason) const
{
    return m_engine.GetDrops(reason);
}

uint64_t
MulticastForwarder::GetForwarded() const
{
    return m_engine.GetForwarded();
}

void
MulticastForwarder::SetMaxWaitingPackets(uint32_t packets)
{
    m_engine.SetBounds({packets, GetMaxWaitingEntries()});
}

uint32_t
MulticastForwarder::GetMaxWaitingPackets() const
{
    return m_engine.GetBounds().packets;
}

void
MulticastForwarder::SetMaxWaitingEntries(uint32_t entries)
{
    m_engine.SetBounds({GetMaxWaitingPackets(), entries});
}

uint32_t
MulticastForwarder::GetMaxWaitingEntries() const
{
    return m_engine.GetBounds().entries;
}

// What the engine asks and tells.

void
MulticastForwarder::HandleCacheMiss(const ArrivedPacket& arrived)
{
    if (!m_cacheMiss.IsNull())
    {
        m_cacheMiss(arrived.key, arrived.arrival, arrived.header);
    }
}

void
MulticastForwarder::HandleWrongInterface(const ArrivedPacket& arrived)
{
    if (!m_wrongInterface.IsNull())
    {
        m_wrongInterface(arrived.key, arrived.arrival, arrived.header);
    }
}

void
MulticastForwarder::HandleForward(const ArrivedPacket& arrived,
                                  const InterfaceId& outgoing,
                                  const Ipv4Header& header,
                                  const Ptr<Packet>& copy)
{
    if (!m_forwardTrace.IsEmpty())
    {
        m_forwardTrace(header, copy, arrived.arrival, outgoing);
    }
}

void
MulticastForwarder::HandleAccept(const ArrivedPacket& arrived)
{
    if (!m_acceptTrace.IsEmpty())
    {
        m_acceptTrace(arrived.header, arrived.packet, arrived.arrival);
    }
}

void
MulticastForwarder::HandleDrop(const ArrivedPacket& arrived,
                               DropReason reason,
                               const InterfaceId& where)
{
    if (!m_dropTrace.IsEmpty())
    {
        m_dropTrace(arrived.header, arrived.packet, reason, where);
    }
}

// What IPv4 asks and tells a routing protocol.

bool
MulticastForwarder::RouteInput(Ptr<const Packet> packet,
                               const Ipv4Header& header,
                               Ptr<const NetDevice> device,
                               RouteInputArguments::UnicastForwardArgument /* unicastForward */,
                               RouteInputArguments::MulticastForwardArgument /* multicastForward */,
                               RouteInputArguments::LocalDeliverArgument /* localDeliver */,
                               RouteInputArguments::ErrorArgument /* error */)
{
    if (!IsForwardable(header))
    {
        return false;
    }
    const auto interface = static_cast<uint32_t>(m_ipv4->GetInterfaceForDevice(device));
    if (!CanArriveOn(interface))
    {
        return false;
    }
    m_engine.Handle({packet, header, {interface}});
    return true;
}

bool
MulticastForwarder::CanArriveOn(uint32_t interface)
{
    ForwardingInterface* arrival = m_engine.GetInterfaces().Find(interface);
    return arrival && !arrival->GetOutput().IsLoopback();
}

void
MulticastForwarder::Receive(Ptr<const Packet> packet,
                            const Ipv4Header& header,
                            const InterfaceId& arrival)
{
    if (IsForwardable(header))
    {
        m_engine.Handle({packet, header, arrival});
    }
}

void
MulticastForwarder::HandleOwnPacket(const Ipv4Header& header,
                                    Ptr<const Packet> packet,
                                    uint32_t interface)
{
    if (IsForwardable(header) && CanArriveOn(interface))
    {
        m_engine.Handle({packet, header, {interface}});
    }
}

Ptr<Ipv4Route>
MulticastForwarder::RouteOutput(Ptr<Packet> /* packet */,
                                const Ipv4Header& header,
                                Ptr<NetDevice> device,
                                Socket::SocketErrno& error)
{
    const Ipv4Address group = header.GetDestination();
    const int32_t interface =
        IsForwardableGroup(group) ? ChooseOutput(header.GetSource(), device) : -1;
    if (interface < 0)
    {
        error = Socket::ERROR_NOROUTETOHOST;
        return nullptr;
    }
    const auto route = Create<Ipv4Route>();
    route->SetDestination(group);
    route->SetSource(m_ipv4->SourceAddressSelection(interface, group));
    route->SetGateway(ANY_ADDRESS);
    route->SetOutputDevice(m_ipv4->GetNetDevice(interface));
    error = Socket::ERROR_NOTERROR;
    return route;
}

int32_t
MulticastForwarder::ChooseOutput(Ipv4Address source, Ptr<NetDevice> device) const
{
    const int32_t chosen =
        device ? m_ipv4->GetInterfaceForDevice(device) : m_ipv4->GetInterfaceForAddress(source);
    if (device || chosen >= 0)
    {
        return chosen >= 0 && m_ipv4->GetNAddresses(chosen) > 0 ? chosen : -1;
    }
    constexpr uint32_t AFTER_LOOPBACK = 1;
    for (uint32_t i = AFTER_LOOPBACK; i < m_ipv4->GetNInterfaces(); ++i)
    {
        if (m_ipv4->IsUp(i) && m_ipv4->GetNAddresses(i) > 0)
        {
            return i;
        }
    }
    return -1;
}

void
MulticastForwarder::NotifyInterfaceUp(uint32_t /* interface */)
{
    NotifyRoutesChanged();
}

void
MulticastForwarder::NotifyInterfaceDown(uint32_t /* interface */)
{
    NotifyRoutesChanged();
}

void
MulticastForwarder::NotifyAddAddress(uint32_t /* interface */, Ipv4InterfaceAddress /* address */)
{
    NotifyRoutesChanged();
}

void
MulticastForwarder::NotifyRemoveAddress(uint32_t /* interface */,
                                        Ipv4InterfaceAddress /* address */)
{
    NotifyRoutesChanged();
}

void
MulticastForwarder::NotifyRoutesChanged() const
{
    if (const auto rib = m_manager ? m_manager->GetRib() : nullptr)
    {
        rib->NotifyRoutesChanged();
    }
}

void
MulticastForwarder::PrintRoutingTable(Ptr<OutputStreamWrapper> stream, Time::Unit unit) const
{
    const auto node = m_ipv4->GetObject<Node>();
    auto& os = *stream->GetStream();
    os << "Node: " << node->GetId() << ", Time: " << Simulator::Now().As(unit)
       << ", Local time: " << node->GetLocalTime().As(unit) << ", MulticastForwarder table\n";
    m_engine.GetCache().Print(os);
    os << '\n';
}

} // namespace mgm
} // namespace ns3

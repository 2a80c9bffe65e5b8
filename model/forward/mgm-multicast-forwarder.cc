/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-multicast-forwarder.h"

#include "ns3/abort.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/node.h"
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
            m_manager->AttachForwardingPlane(this);
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
}

void
MulticastForwarder::AddScopeBoundary(uint32_t interface, Ipv4Address network, Ipv4Mask mask)
{
    GetInterface(interface).AddScopeBoundary(network, mask);
}

void
MulticastForwarder::RemoveScopeBoundary(uint32_t interface, Ipv4Address network, Ipv4Mask mask)
{
    GetInterface(interface).RemoveScopeBoundary(network, mask);
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

} // namespace mgm
} // namespace ns3

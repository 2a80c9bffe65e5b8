/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-packet-watch.h"

#include "ns3/ipv4-header.h"
#include "ns3/mgm-cause-tag.h"
#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-tracer.h"
#include "ns3/pointer.h"
#include "ns3/queue-disc.h"
#include "ns3/simulator.h"
#include "ns3/traffic-control-layer.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

/// What traces call the loss of a packet on its way to a device.
constexpr auto LOST_ON_LINK = drops::DEVICE_PHY_RX;

/// What traces call the drops by IPv4.
constexpr std::pair<Ipv4L3Protocol::DropReason, std::string_view> IP_DROPS[]{
    {Ipv4L3Protocol::DROP_TTL_EXPIRED, drops::IP_TTL_EXPIRED},
    {Ipv4L3Protocol::DROP_NO_ROUTE, drops::IP_NO_ROUTE},
    {Ipv4L3Protocol::DROP_BAD_CHECKSUM, drops::IP_BAD_CHECKSUM},
    {Ipv4L3Protocol::DROP_INTERFACE_DOWN, drops::IP_INTERFACE_DOWN},
    {Ipv4L3Protocol::DROP_ROUTE_ERROR, drops::IP_ROUTE_ERROR},
    {Ipv4L3Protocol::DROP_FRAGMENT_TIMEOUT, drops::IP_FRAGMENT_TIMEOUT}};

std::string_view
NameOfDrop(Ipv4L3Protocol::DropReason reason)
{
    const auto known = std::find_if(std::begin(IP_DROPS),
                                    std::end(IP_DROPS),
                                    [reason](const auto& each) { return each.first == reason; });
    return known == std::end(IP_DROPS) ? drops::IP_OTHER : known->second;
}

/// Number of the copy that a packet is; 0 if it is none.
uint64_t
NumberOf(Ptr<const Packet> packet)
{
    CauseTag tag;
    packet->PeekPacketTag(tag);
    return tag.GetCause();
}

} // namespace

PacketWatch::PacketWatch(const ScenarioNetwork& network,
                         const PacketCopies& copies,
                         PacketLedger& ledger)
    : m_network(network),
      m_copies(copies),
      m_ledger(ledger)
{
    const auto& nodes = network.GetNodes();
    for (std::size_t i = 0; i < nodes.size(); ++i)
    {
        WatchIpv4(i);
        WatchTrafficControl(i);
        for (std::size_t j = 0; j < nodes[i].devices.size(); ++j)
        {
            WatchDevice({i, static_cast<uint32_t>(j + 1)}, nodes[i].devices[j]);
        }
    }
}

void
PacketWatch::WatchIpv4(std::size_t node)
{
    const auto ipv4 = m_network.GetNodes()[node].node->GetObject<Ipv4L3Protocol>();
    using Arrival = Callback<void, Ptr<const Packet>, Ptr<Ipv4>, uint32_t>;
    ipv4->TraceConnectWithoutContext(
        "Rx",
        Arrival([this, node](Ptr<const Packet> packet, Ptr<Ipv4>, uint32_t interface) {
            NoteArrival(packet, {node, interface});
        }));
    using Drop = Callback<void,
                          const Ipv4Header&,
                          Ptr<const Packet>,
                          Ipv4L3Protocol::DropReason,
                          Ptr<Ipv4>,
                          uint32_t>;
    ipv4->TraceConnectWithoutContext("Drop",
                                     Drop([this, node](const Ipv4Header&,
                                                       Ptr<const Packet> packet,
                                                       Ipv4L3Protocol::DropReason reason,
                                                       Ptr<Ipv4>,
                                                       uint32_t interface) {
                                         NoteDrop(packet, {node, interface}, NameOfDrop(reason));
                                     }));
}

void
PacketWatch::WatchTrafficControl(std::size_t node)
{
    const auto& watched = m_network.GetNodes()[node];
    const auto layer = watched.node->GetObject<TrafficControlLayer>();
    layer->TraceConnectWithoutContext(
        "TcDrop",
        Callback<void, Ptr<const Packet>>([this, node](Ptr<const Packet> packet) {
            if (const auto* copy = m_copies.Find(NumberOf(packet)))
            {
                NoteDrop(packet, {node, copy->interface}, drops::DEVICE_QUEUE);
            }
        }));
    for (std::size_t i = 0; i < watched.devices.size(); ++i)
    {
        const Place place{node, static_cast<uint32_t>(i + 1)};
        if (const auto disc = layer->GetRootQueueDiscOnDevice(watched.devices[i]))
        {
            disc->TraceConnectWithoutContext(
                "Drop",
                Callback<void, Ptr<const QueueDiscItem>>(
                    [this, place](Ptr<const QueueDiscItem> item) {
                        NoteDrop(item->GetPacket(), place, drops::DEVICE_QUEUE_DISC);
                    }));
            disc->TraceConnectWithoutContext(
                "Enqueue",
                Callback<void, Ptr<const QueueDiscItem>>([this](Ptr<const QueueDiscItem> item) {
                    m_ledger.NoteQueued(NumberOf(item->GetPacket()));
                }));
        }
    }
}

void
PacketWatch::WatchDevice(const Place& place, Ptr<NetDevice> device)
{
    PointerValue queue;
    device->GetAttribute("TxQueue", queue);
    queue.GetObject()->TraceConnectWithoutContext(
        "Enqueue",
        Callback<void, Ptr<const Packet>>(
            [this](Ptr<const Packet> packet) { m_ledger.NoteQueued(NumberOf(packet)); }));
    device->TraceConnectWithoutContext(
        "PhyTxEnd",
        Callback<void, Ptr<const Packet>>([this](Ptr<const Packet> packet) {
            m_ledger.NoteSent(NumberOf(packet), Simulator::Now());
        }));
    WatchDrops(queue.GetObject(), "Drop", place, drops::DEVICE_QUEUE);
    WatchDrops(device, "MacTxDrop", place, drops::DEVICE_MAC_TX);
    WatchDrops(device, "PhyTxDrop", place, drops::DEVICE_PHY_TX);
    WatchDrops(device, "PhyRxDrop", place, LOST_ON_LINK);
}

void
PacketWatch::WatchDrops(Ptr<Object> object,
                        const std::string& source,
                        const Place& place,
                        std::string_view event)
{
    object->TraceConnectWithoutContext(
        source,
        Callback<void, Ptr<const Packet>>(
            [this, place, event](Ptr<const Packet> packet) { NoteDrop(packet, place, event); }));
}

void
PacketWatch::NoteArrival(Ptr<const Packet> packet, const Place& place)
{
    const auto number = NumberOf(packet);
    const auto* copy = m_copies.Find(number);
    if (!copy)
    {
        return;
    }
    const auto& [source, group] = copy->sourceGroup;
    const auto& node = m_network.GetNodes()[place.node];
    const bool isWanted = node.igmpHost && node.igmpHost->Wants(place.interface, source, group);
    m_ledger.NoteArrival(node.node->GetId(), number, isWanted, Simulator::Now());
}

void
PacketWatch::NoteDrop(Ptr<const Packet> packet, const Place& place, std::string_view event)
{
    const auto number = NumberOf(packet);
    const auto* copy = m_copies.Find(number);
    TraceSubject subject{words::MESSAGE, InterfaceId{place.interface}};
    if (copy)
    {
        // A device whose queue is full tells of the drop twice.
        if (m_ledger.IsDroppedBySender(number))
        {
            return;
        }
        subject.op = words::DATA;
        subject.sourceGroup = copy->sourceGroup;
    }
    else if (number == 0 || event != LOST_ON_LINK)
    {
        return; // Else it is a protocol's message, which a step of the scenario made the link lose.
    }
    EmitDrop(*Tracer::Of(m_network.GetNodes()[place.node].node), subject, event, {}, number);
}

} // namespace mgm
} // namespace ns3

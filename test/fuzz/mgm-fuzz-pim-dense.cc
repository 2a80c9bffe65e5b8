/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-fuzz-bytes.h"
#include "mgm-fuzz-router.h"
#include "mgm-fuzz-target.h"
#include "model/igmp-oracle/mgm-igmp-frame.h"
#include "model/igmp-oracle/mgm-igmp-wire-peer.h"

#include "ns3/internet-stack-helper.h"
#include "ns3/mgm-helper.h"
#include "ns3/mgm-igmp-agent-helper.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/mgm-pim-dense-helper.h"
#include "ns3/mgm-pim-header.h"
#include "ns3/mgm-static-multicast-rib.h"
#include "ns3/pointer.h"
#include "ns3/simple-channel.h"
#include "ns3/simple-net-device.h"
#include "ns3/simulator.h"
#include "ns3/udp-header.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint8_t PIM_NUMBER = 103;
constexpr uint8_t UDP_NUMBER = 17;
constexpr uint32_t DENSE_LINKS = 3;
constexpr std::array<uint32_t, 4> DENSE_GROUPS_TRIED{0xEF010101,
                                                     0xEF010102,
                                                     0xE8010101,
                                                     0xE0000001};

/// A router of dense mode and IGMP with another client beside them, and peers on its links that say
/// what the input says.
class FuzzedDense
{
  public:
    explicit FuzzedDense(std::string_view input);
    ~FuzzedDense();

    FuzzedDense(const FuzzedDense&) = delete;
    FuzzedDense& operator=(const FuzzedDense&) = delete;

    /// Does what the input says, ends everything, and lets timers expire.
    void Play();

  private:
    void MakeRouter();
    void Step();

    /// What peers say.
    /// @{
    void SayHello();
    void SayJoinPrune();
    void SayAssert();
    void SayRefresh();
    void SayAnything();
    void SendData();
    void ReportGroup();
    /// @}

    /// What happens to the router.
    /// @{
    void ChangeRoute();
    void SwitchLink();
    void SwitchPim();
    void SwitchIgmp();
    void SwitchOther();
    void Crash();
    void ChangeSettings();
    void Wait();
    /// @}

    uint32_t ChooseLink();
    Ipv4Address ChooseNeighbor(uint32_t link);
    Ipv4Address ChooseTarget(uint32_t link);
    Ipv4Address ChooseSource();
    PimGroup ChooseGroup();
    void Say(uint32_t link, const PimMessage& message, Ipv4Address destination);
    void Send(uint32_t link, Ptr<Packet> packet, Ipv4Header header);
    void Send(uint32_t link, Ptr<Packet> packet);
    void CheckSent(Ptr<const Packet> packet, Ptr<Ipv4> ipv4, uint32_t interface);
    void CheckEmpty() const;

    FuzzBytes m_bytes;
    std::array<Ptr<SimpleChannel>, DENSE_LINKS> m_channels;
    std::array<Ptr<NetDevice>, DENSE_LINKS> m_peers;
    Ptr<Node> m_node;
    Ptr<Ipv4> m_ipv4;
    Ptr<MulticastGroupManager> m_manager;
    Ptr<StaticMulticastRib> m_rib;
    Ptr<IgmpRouter> m_igmp;
    Ptr<PimDenseRouter> m_pim;
    ClientHandle m_other;
    std::unique_ptr<FuzzJudge> m_judge;
};

FuzzedDense::FuzzedDense(std::string_view input)
    : m_bytes(input)
{
    ResetSimulatorForInput();
    MakeRouter();
    for (uint32_t link = 0; link < DENSE_LINKS; ++link)
    {
        const auto device = CreateObject<SimpleNetDevice>();
        device->SetAddress(Mac48Address::Allocate());
        CreateObject<Node>()->AddDevice(device);
        device->SetChannel(m_channels.at(link));
        m_peers.at(link) = device;
    }
    m_judge = std::make_unique<FuzzJudge>(std::vector<Ptr<Node>>{m_node});
    m_ipv4->TraceConnectWithoutContext("Tx", MakeCallback(&FuzzedDense::CheckSent, this));
}

FuzzedDense::~FuzzedDense()
{
    ResetSimulatorForInput();
}

void
FuzzedDense::MakeRouter()
{
    m_node = CreateObject<Node>();
    InternetStackHelper internet;
    internet.SetIpv6StackInstall(false);
    internet.Install(m_node);
    internet.AssignStreams(NodeContainer(m_node), 1);
    m_ipv4 = m_node->GetObject<Ipv4>();
    for (uint32_t link = 0; link < DENSE_LINKS; ++link)
    {
        m_channels.at(link) = CreateObject<SimpleChannel>();
        ConnectToLink(m_node, m_channels.at(link), 0x0A000101 + (link << 8));
    }
    m_manager = MgmHelper().Install(m_node);
    m_rib = CreateObject<StaticMulticastRib>();
    m_rib->SetFallback(nullptr);
    m_manager->SetAttribute("Rib", PointerValue(m_rib));
    const auto igmp = IgmpRouterHelper().Install(m_node);
    const auto pim = PimDenseHelper().Install(m_node);
    m_igmp = DynamicCast<IgmpRouter>(igmp.Get(0));
    m_pim = DynamicCast<PimDenseRouter>(pim.Get(0));
    m_igmp->AssignStreams(100);
    m_pim->AssignStreams(200);
}

void
FuzzedDense::Play()
{
    constexpr int MOST_STEPS = 100;
    FuzzRouter::Run(TimeStep(1));
    for (int i = 0; i < MOST_STEPS && !m_bytes.IsEmpty(); ++i)
    {
        Step();
    }
    m_manager->FailClient(m_other); // if it is registered
    m_pim->Stop();
    m_igmp->Stop();
    FuzzRouter::Run(Seconds(100000)); // all timers have expired, but those that never do
    m_judge->Finish();
    CheckEmpty();
}

void
FuzzedDense::Step()
{
    constexpr std::array STEPS{
        &FuzzedDense::SayHello,     &FuzzedDense::SayHello,     &FuzzedDense::SayJoinPrune,
        &FuzzedDense::SayJoinPrune, &FuzzedDense::SayJoinPrune, &FuzzedDense::SayAssert,
        &FuzzedDense::SayAssert,    &FuzzedDense::SayRefresh,   &FuzzedDense::SayRefresh,
        &FuzzedDense::SayAnything,  &FuzzedDense::SendData,     &FuzzedDense::SendData,
        &FuzzedDense::SendData,     &FuzzedDense::ReportGroup,  &FuzzedDense::ReportGroup,
        &FuzzedDense::ChangeRoute,  &FuzzedDense::ChangeRoute,  &FuzzedDense::SwitchLink,
        &FuzzedDense::SwitchPim,    &FuzzedDense::SwitchPim,    &FuzzedDense::SwitchIgmp,
        &FuzzedDense::SwitchOther,  &FuzzedDense::Crash,        &FuzzedDense::ChangeSettings,
        &FuzzedDense::Wait,         &FuzzedDense::Wait,         &FuzzedDense::Wait};
    (this->*STEPS[m_bytes.Choose(STEPS.size())])();
}

uint32_t
FuzzedDense::ChooseLink()
{
    return m_bytes.Choose(DENSE_LINKS);
}

Ipv4Address
FuzzedDense::ChooseNeighbor(uint32_t link)
{
    return Ipv4Address(0x0A000102 + (link << 8) + m_bytes.Choose(3));
}

/// Mostly the router.
Ipv4Address
FuzzedDense::ChooseTarget(uint32_t link)
{
    return Ipv4Address(0x0A000101 + (link << 8) + (m_bytes.Take() & 3) / 2);
}

Ipv4Address
FuzzedDense::ChooseSource()
{
    constexpr std::array<uint32_t, 4> SENDERS{0x0A090009, 0x0A090109, 0x0A000109, 0};
    return Ipv4Address(SENDERS.at(m_bytes.Choose(SENDERS.size())));
}

PimGroup
FuzzedDense::ChooseGroup()
{
    PimGroup group;
    const auto choice = m_bytes.Take();
    group.address = Ipv4Address(DENSE_GROUPS_TRIED.at(choice % DENSE_GROUPS_TRIED.size()));
    group.maskLength = choice < 0xF0 ? 32 : 24;
    return group;
}

void
FuzzedDense::Send(uint32_t link, Ptr<Packet> packet, Ipv4Header header)
{
    header.SetPayloadSize(packet->GetSize());
    header.EnableChecksum();
    packet->AddHeader(header);
    Send(link, packet);
}

void
FuzzedDense::Send(uint32_t link, Ptr<Packet> packet)
{
    constexpr uint16_t IPV4 = 0x0800;
    const auto& peer = m_peers.at(link);
    Simulator::ScheduleWithContext(peer->GetNode()->GetId(), Time(0), [peer, packet]() {
        peer->Send(packet, peer->GetBroadcast(), IPV4);
    });
    FuzzRouter::Run(TimeStep(1));
}

void
FuzzedDense::Say(uint32_t link, const PimMessage& message, Ipv4Address destination)
{
    const auto packet = Create<Packet>();
    packet->AddHeader(PimHeader(message));
    Ipv4Header header;
    header.SetProtocol(PIM_NUMBER);
    header.SetTtl(1);
    header.SetSource(ChooseNeighbor(link));
    header.SetDestination(destination);
    Send(link, packet, header);
}

void
FuzzedDense::SayHello()
{
    constexpr std::array<uint16_t, 4> HOLDTIMES{105, 0, 3, PIM_HOLDTIME_FOREVER};
    const auto choice = m_bytes.Take();
    PimHello hello;
    hello.options.emplace_back(PimHoldtime{HOLDTIMES.at(choice % HOLDTIMES.size())});
    hello.options.emplace_back(PimGenerationId{1U + (choice >> 2) % 2});
    if (choice & 8)
    {
        hello.options.emplace_back(PimStateRefreshCapable{});
    }
    if (choice & 16)
    {
        hello.options.emplace_back(PimLanPruneDelay{false, 100, m_bytes.Take()});
    }
    Say(ChooseLink(), hello, Ipv4Address("224.0.0.13"));
}

/// A Join/Prune, a Graft or a GraftAck.
void
FuzzedDense::SayJoinPrune()
{
    constexpr std::array<uint16_t, 4> HOLDTIMES{210, 3, 0, PIM_HOLDTIME_FOREVER};
    constexpr std::array TYPES{PimType::JOIN_PRUNE,
                               PimType::JOIN_PRUNE,
                               PimType::GRAFT,
                               PimType::GRAFT_ACK};
    const auto choice = m_bytes.Take();
    const auto link = ChooseLink();
    PimJoinPrune message;
    message.type = TYPES.at(choice % TYPES.size());
    message.holdtime = HOLDTIMES.at((choice >> 2) % HOLDTIMES.size());
    message.upstreamNeighbor = ChooseTarget(link);
    for (auto sets = 1 + (choice >> 4) % 3; sets > 0; --sets)
    {
        PimGroupSet set;
        set.group = ChooseGroup();
        const bool joins = m_bytes.Take() % 2 != 0;
        (joins ? set.joined : set.pruned).push_back({ChooseSource(), false, false, false});
        message.groups.push_back(set);
    }
    const bool isUnicast = message.type != PimType::JOIN_PRUNE;
    Say(link, message, isUnicast ? ChooseTarget(link) : Ipv4Address("224.0.0.13"));
}

void
FuzzedDense::SayAssert()
{
    PimAssert message;
    message.group = ChooseGroup();
    message.source = ChooseSource();
    const auto choice = m_bytes.Take();
    message.isRpt = (choice & 0x70) == 0x70;
    message.preference = message.isRpt ? PIM_INFINITE_PREFERENCE : 10 * (choice & 15);
    message.metric = message.isRpt ? PIM_INFINITE_METRIC : 20;
    Say(ChooseLink(), message, Ipv4Address("224.0.0.13"));
}

void
FuzzedDense::SayRefresh()
{
    PimStateRefresh message;
    message.group = ChooseGroup();
    message.source = ChooseSource();
    message.originator = Ipv4Address("10.9.0.1");
    const auto choice = m_bytes.Take();
    message.preference = 10 * (choice & 15);
    message.metric = 20;
    message.maskLength = 24;
    message.ttl = choice >> 4;
    message.pruneIndicator = m_bytes.Take() % 2 != 0;
    message.interval = m_bytes.Take() % 100;
    Say(ChooseLink(), message, Ipv4Address("224.0.0.13"));
}

/// Any octets as a PIM message, whose checksum is mostly right.
void
FuzzedDense::SayAnything()
{
    const auto choice = m_bytes.Take();
    const auto link = ChooseLink();
    const auto text = m_bytes.TakeText(m_bytes.Choose(64));
    IgmpOctets octets(text.begin(), text.end());
    if (choice < 0xF0)
    {
        FixChecksum(octets);
    }
    Ipv4Header header;
    header.SetProtocol(PIM_NUMBER);
    header.SetTtl(1 + (choice & 1));
    header.SetSource(ChooseNeighbor(link));
    header.SetDestination(choice & 2 ? ChooseTarget(link) : Ipv4Address("224.0.0.13"));
    Send(link, Create<Packet>(octets.data(), octets.size()), header);
}

void
FuzzedDense::SendData()
{
    Ipv4Header header;
    header.SetProtocol(UDP_NUMBER);
    header.SetSource(ChooseSource());
    header.SetDestination(ChooseGroup().address);
    header.SetTtl(m_bytes.Choose(64));
    const auto packet = Create<Packet>(20);
    packet->AddHeader(UdpHeader());
    Send(ChooseLink(), packet, header);
}

/// A report of IGMPv2, or a leave.
void
FuzzedDense::ReportGroup()
{
    constexpr uint8_t REPORT = 0x16;
    constexpr uint8_t LEAVE = 0x17;
    const auto link = ChooseLink();
    const auto group = ChooseGroup().address;
    const bool leaves = m_bytes.Take() % 4 == 3;
    IgmpFrame frame;
    frame.source = 0x0A000120 + (link << 8);
    frame.destination = leaves ? ALL_ROUTERS : group.Get();
    frame.payload = {leaves ? LEAVE : REPORT, 0, 0, 0};
    for (int shift = 24; shift >= 0; shift -= 8)
    {
        frame.payload.push_back(static_cast<uint8_t>(group.Get() >> shift));
    }
    FixChecksum(frame.payload);
    const auto octets = WriteFrame(frame);
    Send(link, Create<Packet>(octets.data(), octets.size()));
}

void
FuzzedDense::ChangeRoute()
{
    const auto network = ChooseSource();
    const auto choice = m_bytes.Take();
    const auto link = ChooseLink();
    MulticastRib::Route route;
    route.interface.index = 1 + link;
    if (choice & 1)
    {
        route.nextHop = ChooseNeighbor(link);
        route.preference = 110;
        route.metric = choice >> 4;
    }
    if ((choice & 14) == 14)
    {
        m_rib->RemoveRoute(network, Ipv4Mask("/24"));
    }
    else
    {
        m_rib->AddRoute(network, Ipv4Mask("/24"), route);
    }
    FuzzRouter::Run(TimeStep(1));
}

void
FuzzedDense::SwitchLink()
{
    const auto interface = 1 + ChooseLink();
    m_ipv4->IsUp(interface) ? m_ipv4->SetDown(interface) : m_ipv4->SetUp(interface);
    m_rib->NotifyRoutesChanged();
}

void
FuzzedDense::SwitchPim()
{
    const auto interface = 1 + ChooseLink();
    switch (m_bytes.Choose(8))
    {
    case 0:
        m_pim->Stop();
        break;
    case 1:
        m_pim->Fail();
        break;
    case 2:
        m_pim->RemoveInterface(interface);
        break;
    case 3:
        m_pim->AddInterface(interface);
        break;
    default:
        m_pim->Start();
        break;
    }
}

void
FuzzedDense::SwitchIgmp()
{
    switch (m_bytes.Choose(4))
    {
    case 0:
        m_igmp->Stop();
        break;
    case 1:
        m_igmp->Fail();
        break;
    default:
        m_igmp->Start();
        break;
    }
}

/// The other client registers, takes or gives up an interface, wants a group there, or leaves.
void
FuzzedDense::SwitchOther()
{
    const InterfaceId interface {
        1 + ChooseLink()
    };
    const SourceGroup anySource{ANY_ADDRESS, ChooseGroup().address};
    switch (m_bytes.Choose(6))
    {
    case 0:
        if (ClientHandle handle;
            m_manager->RegisterMProtocol({}, {3, 0}, "other", handle) == Status::NO_ERROR)
        {
            m_other = handle;
        }
        break;
    case 1:
        m_manager->DeRegisterMProtocol(m_other);
        break;
    case 2:
        m_manager->ReleaseInterfaceOwnership(m_other, interface);
        break;
    case 3:
        m_manager->AddGroupMembershipEntry(m_other, anySource, interface);
        break;
    default:
        m_manager->TakeInterfaceOwnership(m_other, interface);
        break;
    }
}

/// The node loses its power.
void
FuzzedDense::Crash()
{
    m_manager->Crash();
    m_pim->Fail();
    m_igmp->Fail();
}

void
FuzzedDense::ChangeSettings()
{
    const auto forwarder = MgmHelper::GetForwarder(m_node);
    const auto interface = 1 + ChooseLink();
    const auto choice = m_bytes.Take();
    if (choice & 1)
    {
        forwarder->SetTtlThreshold(interface, 1 + (choice >> 1) % 64);
    }
    else if (choice & 2)
    {
        forwarder->AddScopeBoundary(interface, ChooseGroup().address, Ipv4Mask("/24"));
    }
    else
    {
        forwarder->RemoveScopeBoundary(interface, ChooseGroup().address, Ipv4Mask("/24"));
    }
}

void
FuzzedDense::Wait()
{
    constexpr std::array<double, 8> TIMES{1e-9, 0.05, 0.6, 3.1, 9, 61, 130, 400};
    FuzzRouter::Run(Seconds(TIMES.at(m_bytes.Choose(TIMES.size()))));
}

/// Data leaves on interfaces that have an owner, and PIM of this router on those that it owns.
void
FuzzedDense::CheckSent(Ptr<const Packet> packet, Ptr<Ipv4> ipv4, uint32_t interface)
{
    Ipv4Header header;
    packet->PeekHeader(header);
    ClientId owner;
    const auto status = m_manager->GetProtocolOnInterface({interface}, owner);
    const bool isMine = header.GetSource() == ipv4->GetAddress(interface, 0).GetLocal();
    RequireOfInput(!header.GetDestination().IsMulticast() || isMine || status == Status::NO_ERROR,
                   "a packet is forwarded to an interface that nobody owns");
    RequireOfInput(header.GetProtocol() != PIM_NUMBER || !isMine ||
                       (status == Status::NO_ERROR && owner == m_pim->GetId()),
                   "PIM is sent on an interface that dense mode does not own");
}

void
FuzzedDense::CheckEmpty() const
{
    RequireOfInput(m_pim->GetTib()->GetSourceGroups().empty(), "an (S,G) of dense mode is left");
    for (const auto& [handle, client] : m_manager->GetClients().GetAll())
    {
        throw FuzzFault("a client is left: protocol " + std::to_string(client.id.protocol));
    }
    RequireOfInput(m_manager->GetOwnership().GetSize() == 0, "an owner is left");
    RequireOfInput(m_manager->GetMemberships().GetSize() == 0, "a membership is left");
    const auto mfes = m_manager->GetMfes();
    RequireOfInput(!(mfes.begin() != mfes.end()), "a forwarding entry is left");
    for (const auto& [index, interface] : m_pim->GetInterfaceMap())
    {
        RequireOfInput(interface->GetNeighbors().GetSize() == 0, "a neighbor is left");
        RequireOfInput(interface->GetReceivers().empty(), "a receiver is left");
    }
    RequireOfInput(Simulator::IsFinished(), "an event is left");
}

} // namespace

void
FuzzPimDense(std::string_view input)
{
    FuzzedDense(input).Play();
}

} // namespace mgm
} // namespace ns3

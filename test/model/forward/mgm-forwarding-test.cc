/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-forwarder-fixture.h"

#include "ns3/arp-cache.h"
#include "ns3/ipv4-interface.h"
#include "ns3/ipv4-l3-protocol.h"
#include "ns3/simulator.h"
#include "ns3/socket.h"

#include <numeric>
#include <set>

namespace ns3
{
namespace mgm
{

namespace
{

using Interfaces = std::vector<uint32_t>;
using Texts = std::vector<std::string>;

/// Packets that find their entry.
class Forwarding : public ForwarderTest
{
  protected:
    /// Installs the entry for KEY.
    void Install(uint32_t incoming, const std::vector<InterfaceId>& outgoing)
    {
        m_forwarder->GetPlane().Install(KEY, {incoming}, outgoing);
    }
};

TEST_F(Forwarding, A2_3_ACopyLeavesOnEachOutgoingInterfaceAndOnNoOther)
{
    Install(1, {{4}, {2}});
    Arrive(1, MakeHeader(), 7);
    const auto sent = Sent();
    ASSERT_EQ(sent.size(), 2u);
    EXPECT_EQ(sent[0].interface, 2u);
    EXPECT_EQ(sent[1].interface, 4u);
    for (const SentPacket& packet : sent)
    {
        EXPECT_EQ(packet.header.GetTtl(), 63);
        EXPECT_EQ(packet.header.GetSource(), SOURCE);
        EXPECT_EQ(packet.header.GetDestination(), GROUP);
        EXPECT_EQ(packet.to, Address(Mac48Address::GetMulticast(GROUP)));
        std::vector<uint8_t> bytes(packet.packet->GetSize());
        packet.packet->CopyData(bytes.data(), bytes.size());
        EXPECT_EQ(bytes, std::vector<uint8_t>(100, 7));
    }
    EXPECT_EQ(Dropped(), Texts());
    EXPECT_EQ(m_forwarder->GetForwarded(), 2u);
}

TEST_F(Forwarding, A2_1_OnAnotherInterfaceItIsDroppedAndReported)
{
    Install(1, {{2}, {3}});
    Arrive(2);
    Arrive(4);
    EXPECT_EQ(SentOn(), Interfaces());
    EXPECT_EQ(Dropped(), (Texts{"wrong-interface 2", "wrong-interface 4"}));
    EXPECT_EQ(WrongInterfaces(), (Texts{"(10.0.1.9,239.1.1.1) 2", "(10.0.1.9,239.1.1.1) 4"}));
    EXPECT_EQ(Misses(), Texts());
    EXPECT_EQ(Counters().wrongInterface, 2u);
    EXPECT_EQ(Counters().packets, 0u);
}

TEST_F(Forwarding, AnEntryIsForOneSourceAndOneGroup)
{
    Install(1, {{2}});
    auto header = MakeHeader();
    header.SetSource("10.0.1.8");
    Arrive(1, header);
    header = MakeHeader();
    header.SetDestination("239.1.1.2");
    Arrive(1, header);
    EXPECT_EQ(SentOn(), Interfaces());
    EXPECT_EQ(Misses(), (Texts{"(10.0.1.8,239.1.1.1) 1", "(10.0.1.9,239.1.1.2) 1"}));
}

TEST_F(Forwarding, APacketNobodyWantsIsDropped)
{
    Install(1, {});
    Arrive(1);
    EXPECT_EQ(Dropped(), Texts{"no-outgoing 1"});
    EXPECT_EQ(Counters().noOutgoing, 1u);
    EXPECT_EQ(Counters().packets, 1u);
    EXPECT_EQ(m_forwarder->GetDrops(DropReason::NO_OUTGOING), 1u);
}

TEST_F(Forwarding, OutgoingInterfacesComeAndGo)
{
    Install(1, {{3}});
    m_forwarder->GetPlane().SetOutgoing(KEY, {2}, true);
    m_forwarder->GetPlane().SetOutgoing(KEY, {2}, true);
    Arrive(1);
    EXPECT_EQ(SentOn(), (Interfaces{2, 3}));
    m_forwarder->GetPlane().SetOutgoing(KEY, {3}, false);
    m_forwarder->GetPlane().SetOutgoing(KEY, {4}, false);
    Arrive(1);
    EXPECT_EQ(SentOn(), Interfaces{2});
    m_forwarder->GetPlane().SetOutgoing({SOURCE, Ipv4Address("239.9.9.9")}, {4}, true);
    EXPECT_EQ(m_forwarder->GetPlane().GetCounters({SOURCE, Ipv4Address("239.9.9.9")}), nullptr);
}

TEST_F(Forwarding, LinkLocalGroupsAreNotItsBusiness)
{
    for (const char* group : {"224.0.0.1", "224.0.0.5", "224.0.0.255"})
    {
        m_forwarder->GetPlane().Install({SOURCE, Ipv4Address(group)}, {1}, {{2}});
        auto header = MakeHeader();
        header.SetDestination(group);
        Arrive(1, header);
        m_forwarder->Receive(Create<Packet>(10), header, {1});
    }
    EXPECT_EQ(SentOn(), Interfaces());
    EXPECT_EQ(Dropped(), Texts());
    EXPECT_EQ(Misses(), Texts());
    auto header = MakeHeader();
    header.SetDestination("224.0.1.0");
    Arrive(1, header);
    EXPECT_EQ(Misses(), Texts{"(10.0.1.9,224.0.1.0) 1"});
}

TEST_F(Forwarding, CountersSayWhatHappened)
{
    Install(1, {{2}, {3}});
    Simulator::Schedule(Seconds(5), [] {});
    Simulator::Run();
    Arrive(1);
    Arrive(1);
    EXPECT_EQ(Counters().packets, 2u);
    EXPECT_EQ(Counters().bytes, 2 * (100u + 20u));
    EXPECT_EQ(Counters().lastUse, Seconds(5));
    m_forwarder->GetPlane().SetOutgoing(KEY, {2}, false);
    m_forwarder->GetPlane().SetOutgoing(KEY, {4}, true);
    Arrive(1);
    Install(1, {{4}, {3}, {2}}); // all go on, also the one that was gone (MFE-6)
    Arrive(1);
    ASSERT_EQ(Counters().outgoing.size(), 3u);
    EXPECT_EQ(Counters().outgoing[0].interface, InterfaceId{2});
    EXPECT_EQ(Counters().outgoing[0].packets, 3u);
    EXPECT_EQ(Counters().outgoing[1].packets, 4u);
    EXPECT_EQ(Counters().outgoing[2].packets, 2u);
    EXPECT_EQ(Counters().packets, 4u);
    m_forwarder->GetPlane().Remove(KEY, DropReason::ENTRY_DELETED);
    EXPECT_EQ(m_forwarder->GetPlane().GetCounters(KEY), nullptr);
}

TEST_F(Forwarding, ThePriorityFollowsTheTypeOfService)
{
    Install(1, {{2}});
    std::vector<uint8_t> priorities; // 0 without a tag
    m_forwarder->TraceConnectWithoutContext(
        "Forward",
        Callback<void,
                 const Ipv4Header&,
                 Ptr<const Packet>,
                 const InterfaceId&,
                 const InterfaceId&>([&priorities](const Ipv4Header&,
                                                   Ptr<const Packet> copy,
                                                   const InterfaceId&,
                                                   const InterfaceId&) {
            SocketPriorityTag tag;
            const bool isThere = copy->PeekPacketTag(tag);
            priorities.push_back(isThere ? tag.GetPriority() : 0);
        }));
    auto header = MakeHeader();
    header.SetTos(0x10); // interactive in the terms of Linux and ns-3
    Arrive(1, header);
    const auto packet = Create<Packet>(10);
    SocketPriorityTag leftOver;
    leftOver.SetPriority(Socket::NS3_PRIO_BULK);
    packet->AddPacketTag(leftOver);
    Arrive(1, MakeHeader(), packet);
    EXPECT_EQ(priorities, (std::vector<uint8_t>{Socket::NS3_PRIO_INTERACTIVE, 0}));
}

TEST_F(Forwarding, WorksForManyInterfaces)
{
    constexpr uint32_t COUNT = 120;
    MakeRouter(COUNT);
    std::vector<InterfaceId> outgoing;
    for (uint32_t i = 2; i <= COUNT; ++i)
    {
        outgoing.push_back({i});
    }
    Install(1, outgoing);
    Arrive(1);
    Interfaces expected(COUNT - 1);
    std::iota(expected.begin(), expected.end(), 2);
    EXPECT_EQ(SentOn(), expected);
}

TEST_F(Forwarding, TheNextHopNamesTheLinkOfAPointToMultipointInterface)
{
    const auto arp = DynamicCast<Ipv4L3Protocol>(m_ipv4)->GetInterface(2)->GetArpCache();
    const std::vector<std::pair<const char*, Mac48Address>> neighbors{
        {"10.0.2.7", Mac48Address("00:00:00:00:00:07")},
        {"10.0.2.8", Mac48Address("00:00:00:00:00:08")}};
    for (const auto& [address, hardware] : neighbors)
    {
        const auto entry = arp->Add(address);
        entry->SetMacAddress(hardware);
        entry->MarkPermanent();
    }
    // Packets come from a third neighbor of the same interface.
    m_forwarder->GetPlane().Install(
        KEY,
        {2, Ipv4Address("10.0.2.9")},
        {{2, Ipv4Address("10.0.2.8")}, {2, Ipv4Address("10.0.2.7")}, {3}});
    Arrive(2);
    const std::vector<SentPacket> packets = Sent();
    std::set<std::pair<uint32_t, Address>> sentTo;
    for (const SentPacket& sent : packets)
    {
        EXPECT_EQ(sent.header.GetDestination(), GROUP);
        sentTo.emplace(sent.interface, sent.to);
    }
    EXPECT_EQ(packets.size(), 3u);
    EXPECT_EQ(sentTo,
              (std::set<std::pair<uint32_t, Address>>{{2, neighbors[0].second},
                                                      {2, neighbors[1].second},
                                                      {3, Mac48Address::GetMulticast(GROUP)}}));
}

} // namespace

} // namespace mgm
} // namespace ns3

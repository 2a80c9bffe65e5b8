/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-lan.h"
#include "mgm-igmp-test-addresses.h"
#include "model/wire/mgm-octets.h"

#include "ns3/ipv4-routing-helper.h"
#include "ns3/ipv4-static-routing.h"
#include "ns3/ipv4.h"
#include "ns3/mgm-tracer.h"
#include "ns3/node.h"

namespace ns3
{
namespace mgm
{

namespace
{

const IgmpMessage LEAVE = IgmpV2Message{IgmpType::V2_LEAVE, Time(0), G};

/// @brief A record without views.
struct Seen
{
    uint64_t seq;
    uint64_t cause;
    uint32_t node;
    TraceKind kind;
    std::string op;
    std::string event;
    std::string detail;
    std::optional<SourceGroup> sourceGroup;
};

/// @brief IGMP on the wire between two nodes.
class IgmpL4 : public IgmpLan
{
  protected:
    void SetUp() override
    {
        IgmpLan::SetUp();
        m_protocol = IgmpL4Protocol::Of(m_node);
        m_listener = m_protocol->Listen(LAN, Note(m_received));
    }

    void TearDown() override
    {
        m_protocol = nullptr;
        IgmpLan::TearDown();
    }

    /// @param list where to note @return a listener that does
    static IgmpL4Protocol::Listener Note(std::vector<IgmpReception>& list)
    {
        return Callback<void, const IgmpReception&>(
            [&list](const IgmpReception& reception) { list.push_back(reception); });
    }

    /// @brief Sends a message. @param at when @param message the message
    void Send(Time at, const IgmpMessage& message = LEAVE)
    {
        At(at, [this, message]() { m_protocol->Send(message, LAN, IGMP_ALL_ROUTERS, m_listener); });
    }

    /// @brief Notes the octets of all frames that reach the peer.
    void WatchFrames()
    {
        m_peer->RegisterProtocolHandler(
            Callback<void,
                     Ptr<NetDevice>,
                     Ptr<const Packet>,
                     uint16_t,
                     const Address&,
                     const Address&,
                     NetDevice::PacketType>([this](Ptr<NetDevice>,
                                                   Ptr<const Packet> packet,
                                                   uint16_t,
                                                   const Address&,
                                                   const Address& to,
                                                   NetDevice::PacketType) {
                m_frames.push_back(ToHex(packet));
                m_frameDestinations.push_back(to);
            }),
            0x0800,
            nullptr,
            true);
    }

    /// @brief Notes the trace records of both nodes.
    void WatchTrace()
    {
        for (const auto& node : {m_node, m_peer})
        {
            Tracer::Of(node)->TraceConnectWithoutContext(
                "Record",
                Callback<void, const TraceRecord&>([this](const TraceRecord& r) {
                    m_seen.push_back({r.seq,
                                      r.cause,
                                      r.node,
                                      r.kind,
                                      std::string(r.op),
                                      std::string(r.event),
                                      std::string(r.detail),
                                      r.sourceGroup});
                }));
        }
    }

    Ptr<IgmpL4Protocol> m_protocol;
    IgmpL4Protocol::ListenerId m_listener{0};
    std::vector<IgmpReception> m_received;
    std::vector<std::string> m_frames;
    std::vector<Address> m_frameDestinations;
    std::vector<Seen> m_seen;
};

/// The IP checksum is that of the header with the checksum field 0 (RFC 1071), computed by hand:
/// 46c0+0020+0102+0a00+0001+e000+0002+9404 = 1c5e9 -> c5ea -> 3a15.
TEST_F(IgmpL4, RFC_3376_4_MessagesHaveTtl1InternetworkControlAndRouterAlert)
{
    WatchFrames();
    Send(Seconds(1));
    RunUntil(Seconds(1));
    ASSERT_EQ(m_frames.size(), 1U);
    EXPECT_EQ(m_frames[0],
              "46c000200000000001023a150a000001e0000002"
              "94040000"
              "1700f8fcef010101");
    EXPECT_EQ(m_frameDestinations[0], Mac48Address("01:00:5e:00:00:02"));
}

TEST_F(IgmpL4, RFC_791_EachPacketHasItsIdentification)
{
    WatchFrames();
    Send(Seconds(1));
    Send(Seconds(2));
    RunUntil(Seconds(2));
    ASSERT_EQ(m_frames.size(), 2U);
    EXPECT_EQ(m_frames[0].substr(8, 4), "0000");
    EXPECT_EQ(m_frames[1].substr(8, 4), "0001");
}

TEST_F(IgmpL4, MessagesReachTheListenersOfTheOtherNode)
{
    Send(Seconds(1));
    RunUntil(Seconds(1));
    EXPECT_EQ(GetHeard(), std::vector<std::string>{"1 IGMPv2 Leave 239.1.1.1 > 224.0.0.2"});
}

TEST_F(IgmpL4, WhatIsNotSentOnAnInterfaceThatIsDownIsADrop)
{
    WatchTrace();
    m_node->GetObject<Ipv4>()->SetDown(LAN);
    Send(Seconds(1));
    RunUntil(Seconds(1));
    EXPECT_TRUE(m_heard.empty());
    ASSERT_EQ(m_seen.size(), 1U);
    EXPECT_EQ(m_seen[0].kind, TraceKind::DROP);
    EXPECT_EQ(m_seen[0].op, "IGMPv2 Leave");
    EXPECT_EQ(m_seen[0].event, "interface-down");
    EXPECT_EQ(m_seen[0].sourceGroup, (SourceGroup{Ipv4Address::GetZero(), G}));
}

TEST_F(IgmpL4, ListenersHearWhatHappensToTheirInterface)
{
    const auto ipv4 = m_node->GetObject<Ipv4>();
    std::vector<InterfaceChange> changes;
    const auto listener =
        m_protocol->Listen(LAN,
                           Note(m_received),
                           Callback<void, InterfaceChange>(
                               [&changes](InterfaceChange change) { changes.push_back(change); }));
    At(Seconds(1), [=]() {
        ipv4->SetDown(LAN);
        ipv4->SetUp(LAN);
    });
    At(Seconds(2), [=]() { ipv4->AddAddress(LAN, {"10.0.0.9", "255.255.255.0"}); });
    At(Seconds(3), [=]() { ipv4->SetDown(0); });
    At(Seconds(4), [this, ipv4, listener]() {
        ipv4->RemoveAddress(LAN, 1);
        m_protocol->Unlisten(listener); // before it is told
    });
    RunUntil(Seconds(4));
    EXPECT_EQ(changes,
              (std::vector<InterfaceChange>{InterfaceChange::DOWN,
                                            InterfaceChange::UP,
                                            InterfaceChange::ADDRESS}));
}

/// The node has another routing protocol than a list.
TEST_F(IgmpL4, ListenersHearOfInterfacesWithoutAListRouting)
{
    const auto ipv4 = m_peer->GetObject<Ipv4>();
    const auto routing = CreateObject<Ipv4StaticRouting>();
    ipv4->SetRoutingProtocol(routing);
    uint32_t changes = 0;
    IgmpL4Protocol::Of(m_peer)->Listen(
        LAN,
        Note(m_received),
        Callback<void, InterfaceChange>([&changes](InterfaceChange) { ++changes; }));
    At(Seconds(1), [=]() { ipv4->SetDown(LAN); });
    RunUntil(Seconds(1));
    EXPECT_EQ(changes, 1U);
    EXPECT_EQ(Ipv4RoutingHelper::GetRouting<Ipv4StaticRouting>(ipv4->GetRoutingProtocol()),
              routing);
}

TEST_F(IgmpL4, ListenersHearTheirInterfaceUntilTheyStop)
{
    std::vector<IgmpReception> loopback;
    m_protocol->Listen(0, Note(loopback));
    Say(Seconds(1), LEAVE, IGMP_ALL_ROUTERS);
    At(Seconds(2), [this]() { m_protocol->Unlisten(m_listener); });
    Say(Seconds(3), LEAVE, IGMP_ALL_ROUTERS);
    RunUntil(Seconds(3));
    EXPECT_EQ(m_received.size(), 1U);
    EXPECT_TRUE(loopback.empty());
}

TEST_F(IgmpL4, ListenersLearnSourceDestinationAndRouterAlert)
{
    Say(Seconds(1), LEAVE, IGMP_ALL_ROUTERS);
    SayOctets(Seconds(2), "1700f8fcef010101", Ipv4Address("10.0.0.2"), false);
    RunUntil(Seconds(2));
    ASSERT_EQ(m_received.size(), 2U);
    EXPECT_EQ(m_received[0].source, Ipv4Address("10.0.0.2"));
    EXPECT_EQ(m_received[0].destination, IGMP_ALL_ROUTERS);
    EXPECT_TRUE(m_received[0].routerAlert);
    EXPECT_FALSE(m_received[1].routerAlert);
}

TEST_F(IgmpL4, RFC_3376_4_2_13_SourceZeroIsAccepted)
{
    SayOctets(Seconds(1), "1700f8fcef010101", Ipv4Address::GetZero());
    RunUntil(Seconds(1));
    EXPECT_EQ(m_received.size(), 1U);
}

TEST_F(IgmpL4, OwnPacketsAreIgnored)
{
    SayOctets(Seconds(1), "1700f8fcef010101", Ipv4Address("10.0.0.1"));
    RunUntil(Seconds(1));
    EXPECT_TRUE(m_received.empty());
}

TEST_F(IgmpL4, RFC_3376_5_OtherPartsOfTheNodeHearItsMessages)
{
    std::vector<IgmpReception> other;
    m_protocol->Listen(LAN, Note(other));
    Send(Seconds(1));
    RunUntil(Seconds(1));
    EXPECT_TRUE(m_received.empty()); // it is the sender
    ASSERT_EQ(other.size(), 1U);
    EXPECT_EQ(other[0].message, LEAVE);
    EXPECT_EQ(other[0].source, Ipv4Address("10.0.0.1"));
}

TEST_F(IgmpL4, WrongOctetsAreCountedByError)
{
    SayOctets(Seconds(1), "1700f8fc");
    SayOctets(Seconds(2), "1700f8fdef010101");
    SayOctets(Seconds(3), "2300dcff00000000");
    SayOctets(Seconds(4), "1164ee9b000000000000");
    SayOctets(Seconds(5), "2200e9fa0000000204000000ef010101");
    SayOctets(Seconds(6), "1600dffe0a000001");
    SayOctets(Seconds(7), "");
    RunUntil(Seconds(7));
    EXPECT_TRUE(m_received.empty());
    EXPECT_EQ(m_protocol->GetErrorCount(IgmpError::TOO_SHORT), 2U);
    EXPECT_EQ(m_protocol->GetErrorCount(IgmpError::BAD_CHECKSUM), 1U);
    EXPECT_EQ(m_protocol->GetErrorCount(IgmpError::UNKNOWN_TYPE), 1U);
    EXPECT_EQ(m_protocol->GetErrorCount(IgmpError::BAD_QUERY_LENGTH), 1U);
    EXPECT_EQ(m_protocol->GetErrorCount(IgmpError::TRUNCATED), 1U);
    EXPECT_EQ(m_protocol->GetErrorCount(IgmpError::BAD_GROUP), 1U);
}

TEST_F(IgmpL4, ADropSaysWhatIsWrongAndWhere)
{
    WatchTrace();
    SayOctets(Seconds(1), "2200e9fa0000000204000000ef010101");
    RunUntil(Seconds(1));
    ASSERT_EQ(m_seen.size(), 1U);
    EXPECT_EQ(m_seen[0].kind, TraceKind::DROP);
    EXPECT_EQ(m_seen[0].op, "IGMP");
    EXPECT_EQ(m_seen[0].event, "truncated");
    EXPECT_EQ(m_seen[0].detail, "at octet 16");
}

TEST_F(IgmpL4, ADropOfAPacketSaysWhy)
{
    WatchTrace();
    SayOctets(Seconds(1), "1114ec6e00000000027d0000", Ipv4Address("224.0.0.1"));
    RunUntil(Seconds(1));
    ASSERT_EQ(m_seen.size(), 1U);
    EXPECT_EQ(m_seen[0].kind, TraceKind::DROP);
    EXPECT_EQ(m_seen[0].event, "bad-source");
    EXPECT_EQ(m_seen[0].detail, "");
}

TEST_F(IgmpL4, AReceptionIsCausedByItsTransmission)
{
    WatchTrace();
    Send(Seconds(1));
    RunUntil(Seconds(1));
    ASSERT_EQ(m_seen.size(), 2U);
    EXPECT_EQ(m_seen[0].kind, TraceKind::PACKET_TX);
    EXPECT_EQ(m_seen[0].op, "IGMPv2 Leave");
    EXPECT_EQ(m_seen[0].node, m_node->GetId());
    EXPECT_EQ(m_seen[0].sourceGroup, (SourceGroup{Ipv4Address::GetZero(), G}));
    EXPECT_EQ(m_seen[1].kind, TraceKind::PACKET_RX);
    EXPECT_EQ(m_seen[1].op, "IGMPv2 Leave");
    EXPECT_EQ(m_seen[1].node, m_peer->GetId());
    EXPECT_EQ(m_seen[1].cause, m_seen[0].seq);
    EXPECT_EQ(m_seen[1].detail, "239.1.1.1");
}

/// The text takes longer than all else about a record.
TEST_F(IgmpL4, TheTextOfAMessageIsMadeOnlyIfSomebodyReadsIt)
{
    std::vector<bool> areMade;
    for (const auto& node : {m_node, m_peer})
    {
        Tracer::Of(node)->TraceConnectWithoutContext(
            "Record",
            Callback<void, const TraceRecord&>(
                [&areMade](const TraceRecord& r) { areMade.push_back(r.detail.IsMade()); }));
    }
    Send(Seconds(1));
    SayOctets(Seconds(2), "2200e9fa0000000204000000ef010101");
    RunUntil(Seconds(2));
    EXPECT_EQ(areMade, (std::vector<bool>{false, false, false})); // sent, received, dropped
}

} // namespace

} // namespace mgm
} // namespace ns3

/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-lan.h"
#include "model/wire/mgm-octets.h"

#include "ns3/ipv4.h"
#include "ns3/mgm-tracer.h"
#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// pim-vectors V07: Join (*,239.1.1.1), RP 10.255.0.1, to 10.0.1.1.
const std::string V07 = "2300cbe701000a000101000100d201000020ef01010100010000010007200aff0001";

/// V14: a Register with 44 octets of data; the checksum covers 8 octets.
const std::string V14 = "2100deff000000004500002c000100000f11adb20a0a0402ef01010113881388"
                        "0018283d6d676d2d766563746f722d3030303121";

const PimMessage JOIN = PimJoinPrune{PimType::JOIN_PRUNE,
                                     Ipv4Address("10.0.1.1"),
                                     210,
                                     {{PimGroup{Ipv4Address("239.1.1.1")},
                                       {PimSource{Ipv4Address("10.255.0.1"), true, true, true}},
                                       {}}}};

/// @brief A record without views.
struct SeenPim
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

/// @brief PIM on the wire between two nodes.
class PimL4 : public PimLan
{
  protected:
    void SetUp() override
    {
        PimLan::SetUp();
        m_protocol = PimL4Protocol::Of(m_node);
        m_listener = m_protocol->Listen(LAN, Note(m_received));
        m_protocol->ListenToRouted(Note(m_routed));
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

    void TearDown() override
    {
        m_protocol = nullptr;
        PimLan::TearDown();
    }

    /// @param list where to note @return a listener that does
    static PimL4Protocol::Listener Note(std::vector<PimReception>& list)
    {
        return PimL4Protocol::Listener(
            [&list](const PimReception& reception) { list.push_back(reception); });
    }

    /// @brief Sends a message on the LAN. @param at when @param message the message
    void Send(Time at, const PimMessage& message = JOIN)
    {
        At(at,
           [this, message]() { m_protocol->SendOnLink(message, LAN, Ipv4Address("10.0.1.1")); });
    }

    /// @return the reasons of all drops in the trace
    std::vector<std::string> GetDrops() const
    {
        std::vector<std::string> drops;
        for (const auto& seen : m_seen)
        {
            if (seen.kind == TraceKind::DROP)
            {
                drops.push_back(seen.op + ": " + seen.event);
            }
        }
        return drops;
    }

    Ptr<PimL4Protocol> m_protocol;
    PimL4Protocol::ListenerId m_listener{0};
    std::vector<PimReception> m_received;
    std::vector<PimReception> m_routed;
    std::vector<SeenPim> m_seen;
};

/// The IP checksum is that of the header with the checksum field 0 (RFC 1071), computed by hand:
/// 45c0+0036+0167+0a00+0101+e000+000d = 1326b -> 326c -> cd93.
TEST_F(PimL4, RFC_7761_4_9_MessagesOnALinkHaveTtl1AndGoToAllPimRouters)
{
    Send(Seconds(1));
    RunUntil(Seconds(1));
    EXPECT_EQ(GetFrames(),
              std::vector<std::string>{"45c00036000000000167cd930a000101e000000d" + V07});
    ASSERT_EQ(m_heard.size(), 1U);
    EXPECT_EQ(m_heard[0].destination, Ipv4Address("224.0.0.13"));
    EXPECT_EQ(m_heard[0].source, Ipv4Address("10.0.1.1"));
    EXPECT_EQ(
        GetHeard(),
        std::vector<std::string>{"1 PIM Join/Prune to 10.0.1.1 210s 239.1.1.1 join *(10.255.0.1)"});
}

TEST_F(PimL4, RFC_791_EachPacketHasItsIdentification)
{
    Send(Seconds(1));
    Send(Seconds(2));
    RunUntil(Seconds(2));
    ASSERT_EQ(GetFrames().size(), 2U);
    EXPECT_EQ(GetFrames()[0].substr(8, 4), "0000");
    EXPECT_EQ(GetFrames()[1].substr(8, 4), "0001");
}

TEST_F(PimL4, RFC_3973_4_7_GraftsAreUnicastWithTtl1)
{
    auto graft = std::get<PimJoinPrune>(JOIN);
    graft.type = PimType::GRAFT;
    At(Seconds(1), [this, graft]() {
        m_protocol->SendOnLink(graft, LAN, Ipv4Address("10.0.1.1"), Ipv4Address("10.0.1.2"));
    });
    RunUntil(Seconds(2));
    ASSERT_EQ(m_heard.size(), 1U);
    EXPECT_EQ(m_heard[0].destination, Ipv4Address("10.0.1.2"));
    EXPECT_EQ(m_heard[0].ttl, 1);
    EXPECT_EQ(GetType(m_heard[0].message), PimType::GRAFT);
}

TEST_F(PimL4, RFC_7761_4_9_3_RegistersAreUnicastWithTheUsualTtl)
{
    std::vector<PimReception> atPeer;
    PimL4Protocol::Of(m_peer)->ListenToRouted(Note(atPeer));
    At(Seconds(1), [this]() {
        m_protocol->SendRouted(PimRegister{},
                               Ipv4Address("10.0.1.1"),
                               Ipv4Address("10.0.1.2"),
                               FromHex(V14.substr(16)),
                               0x28);
    });
    RunUntil(Seconds(2));
    ASSERT_EQ(atPeer.size(), 1U);
    EXPECT_EQ(atPeer[0].ttl, 64);
    EXPECT_EQ(atPeer[0].interface, LAN);
    EXPECT_EQ(ToHex(atPeer[0].payload), V14.substr(16));
    ASSERT_EQ(GetFrames().size(), 1U);
    EXPECT_EQ(GetFrames()[0].substr(2, 2), "28");
    EXPECT_EQ(GetFrames()[0].substr(40), V14);
}

TEST_F(PimL4, WhatHasNoRouteIsADrop)
{
    At(Seconds(1), [this]() {
        m_protocol->SendRouted(PimRegister{true}, Ipv4Address("10.0.1.1"), Ipv4Address("10.9.9.9"));
    });
    RunUntil(Seconds(1));
    EXPECT_TRUE(GetFrames().empty());
    EXPECT_EQ(GetDrops(), std::vector<std::string>{"PIM Register: no-route"});
}

TEST_F(PimL4, WhatIsNotSentOnAnInterfaceThatIsDownIsADrop)
{
    m_node->GetObject<Ipv4>()->SetDown(LAN);
    Send(Seconds(1));
    RunUntil(Seconds(1));
    EXPECT_TRUE(GetFrames().empty());
    EXPECT_EQ(GetDrops(), std::vector<std::string>{"PIM Join/Prune: interface-down"});
}

TEST_F(PimL4, AReceptionIsCausedByItsTransmission)
{
    Send(Seconds(1));
    RunUntil(Seconds(1));
    ASSERT_EQ(m_seen.size(), 2U);
    EXPECT_EQ(m_seen[0].kind, TraceKind::PACKET_TX);
    EXPECT_EQ(m_seen[0].op, "PIM Join/Prune");
    EXPECT_EQ(m_seen[0].node, m_node->GetId());
    EXPECT_EQ(m_seen[0].sourceGroup,
              (SourceGroup{Ipv4Address::GetZero(), Ipv4Address("239.1.1.1")}));
    EXPECT_EQ(m_seen[0].detail, "to 10.0.1.1 210s 239.1.1.1 join *(10.255.0.1)");
    EXPECT_EQ(m_seen[1].kind, TraceKind::PACKET_RX);
    EXPECT_EQ(m_seen[1].node, m_peer->GetId());
    EXPECT_EQ(m_seen[1].cause, m_seen[0].seq);
}

/// V19 to V21 and V24 of pim-vectors are about one source and group, V11 is about three groups.
TEST_F(PimL4, ARecordNamesWhatAMessageIsAboutAlone)
{
    SayOctets(Seconds(1), "2500da4e01000020ef01010101000a0a04020000006e00000014");
    SayOctets(Seconds(2), "2500685001000020ef0101010100000000008000006e0000001e");
    SayOctets(Seconds(3),
              "2900928401000020ef01010101000a0a040201000a0001010000000000000000180f203c");
    SayOctets(Seconds(4),
              "230087c501000a000101000300d201000020ef01010100010002010007200aff0001010005200a0a0402"
              "010005200a0a040301000020ef01010200010001010004200a0a0402010004200a0a040301000020ef01"
              "010300000001010007200aff0001");
    RunUntil(Seconds(4));
    ASSERT_EQ(m_seen.size(), 4U);
    const SourceGroup one{Ipv4Address("10.10.4.2"), Ipv4Address("239.1.1.1")};
    EXPECT_EQ(m_seen[0].sourceGroup, one);
    EXPECT_EQ(m_seen[1].sourceGroup,
              (SourceGroup{Ipv4Address::GetZero(), Ipv4Address("239.1.1.1")}));
    EXPECT_EQ(m_seen[2].sourceGroup, one);
    EXPECT_FALSE(m_seen[3].sourceGroup);
}

TEST_F(PimL4, ListenersHearTheirInterfaceUntilTheyStop)
{
    std::vector<PimReception> loopback;
    m_protocol->Listen(0, Note(loopback));
    SayOctets(Seconds(1), V07);
    At(Seconds(2), [this]() { m_protocol->Unlisten(m_listener); });
    SayOctets(Seconds(3), V07);
    RunUntil(Seconds(3));
    EXPECT_EQ(m_received.size(), 1U);
    EXPECT_TRUE(loopback.empty());
}

TEST_F(PimL4, ListenersHearWhatHappensToTheirInterface)
{
    const auto ipv4 = m_node->GetObject<Ipv4>();
    std::vector<InterfaceChange> changes;
    m_protocol->Listen(LAN,
                       Note(m_received),
                       PimL4Protocol::ChangeListener(
                           [&changes](InterfaceChange change) { changes.push_back(change); }));
    At(Seconds(1), [=]() { ipv4->SetDown(LAN); });
    At(Seconds(2), [=]() { ipv4->SetUp(LAN); });
    At(Seconds(3), [=]() { ipv4->AddAddress(LAN, {"10.0.0.9", "255.255.255.0"}); });
    RunUntil(Seconds(3));
    EXPECT_EQ(changes,
              (std::vector<InterfaceChange>{InterfaceChange::DOWN,
                                            InterfaceChange::UP,
                                            InterfaceChange::ADDRESS}));
}

TEST_F(PimL4, RFC_7761_4_9_3_WhatCrossesNetworksIsHeardWhateverTheInterface)
{
    SayOctets(Seconds(1), V14, {"10.10.3.1", "10.0.1.1", 64});
    RunUntil(Seconds(1));
    EXPECT_TRUE(m_received.empty());
    ASSERT_EQ(m_routed.size(), 1U);
    EXPECT_EQ(m_routed[0].source, Ipv4Address("10.10.3.1"));
    EXPECT_EQ(ToHex(m_routed[0].payload), V14.substr(16));
}

/// V15: the checksum covers the packet as well.
TEST_F(PimL4, RFC_7761_4_9_3_ARegisterWhoseChecksumCoversAllIsAccepted)
{
    SayOctets(Seconds(1), "2100dd37" + V14.substr(8), {"10.10.3.1", "10.0.1.1", 64});
    RunUntil(Seconds(1));
    EXPECT_EQ(m_routed.size(), 1U);
}

/// X01, X02, X03, X06, X13, X14, X15, X16 and X17 of pim-vectors.
TEST_F(PimL4, RFC_7761_4_9_WrongOctetsAreCountedByError)
{
    SayOctets(Seconds(1), "2300cbe601000a000101000100d201000020ef01010100010000010007200aff0001");
    SayOctets(Seconds(2), "1300dbe701000a000101000100d201000020ef01010100010000010007200aff0001");
    SayOctets(Seconds(3), "2300cce701000a000101000100d201000020ef01010100010000010007200a");
    SayOctets(Seconds(4), "2000df3f0001000200690013004000000001");
    SayOctets(Seconds(5),
              "2400c1560009210101000a00000101000004e00000000101000001000a01010100960000");
    SayOctets(Seconds(6), "2300b0e801000a000101000100d2010000200a01010100010000010007200aff0001");
    SayOctets(Seconds(7), "2300cae702000a000101000100d201000020ef01010100010000010007200aff0001");
    SayOctets(Seconds(8), "2f00d0ff");
    SayOctets(Seconds(9), "2000");
    RunUntil(Seconds(9));
    EXPECT_TRUE(m_received.empty());
    EXPECT_EQ(GetDrops(),
              (std::vector<std::string>{"PIM: bad-checksum",
                                        "PIM: bad-version",
                                        "PIM: truncated",
                                        "PIM: bad-option",
                                        "PIM: bad-hash-mask",
                                        "PIM: bad-group",
                                        "PIM: bad-address",
                                        "PIM: unknown-type",
                                        "PIM: too-short"}));
    for (auto error = PimError::TOO_SHORT; error < PimError::COUNT;
         error = static_cast<PimError>(static_cast<int>(error) + 1))
    {
        EXPECT_EQ(m_protocol->GetErrorCount(error), 1U) << ToString(error);
    }
}

TEST_F(PimL4, ADropSaysWhere)
{
    SayOctets(Seconds(1), "2000df3f0001000200690013004000000001");
    RunUntil(Seconds(1));
    ASSERT_EQ(m_seen.size(), 1U);
    EXPECT_EQ(m_seen[0].detail, "at octet 12");
}

TEST_F(PimL4, OwnPacketsAreIgnored)
{
    SayOctets(Seconds(1), V07, {"10.0.1.1"});
    RunUntil(Seconds(1));
    EXPECT_TRUE(m_received.empty());
    EXPECT_EQ(m_protocol->GetErrorCount(PimPacketError::OWN_SOURCE), 1U);
    EXPECT_EQ(GetDrops(), std::vector<std::string>{"PIM: own-source"});
}

TEST_F(PimL4, ASourceIsAUnicastAddress)
{
    for (const auto* source : {"0.0.0.0", "224.0.0.13", "255.255.255.255", "127.0.0.1"})
    {
        SayOctets(Seconds(1), V07, {source});
    }
    RunUntil(Seconds(1));
    EXPECT_TRUE(m_received.empty());
    EXPECT_EQ(m_protocol->GetErrorCount(PimPacketError::BAD_SOURCE), 4U);
}

/// The table of section 4.9; State Refresh: RFC 3973 section 4.7, Bootstrap to one router: RFC 5059
/// section 3.5.2.
TEST_F(PimL4, RFC_7761_4_9_EachTypeHasItsDestination)
{
    const auto ofType = [](PimType type) {
        auto message = std::get<PimJoinPrune>(JOIN);
        message.type = type;
        return message;
    };
    const PimGroup group{Ipv4Address("239.1.1.1")};
    const Ipv4Address address("10.0.0.1");
    PimStateRefresh refresh;
    refresh.group = group;
    PimBootstrap bootstrap;
    bootstrap.bsr = address;
    const std::vector<std::pair<PimMessage, std::string>> cases{
        {PimHello{}, "all"},
        {PimRegister{true}, "one"},
        {PimRegisterStop{group, address}, "one"},
        {JOIN, "all"},
        {bootstrap, "both"},
        {PimAssert{group, address}, "all"},
        {ofType(PimType::GRAFT), "one"},
        {ofType(PimType::GRAFT_ACK), "one"},
        {PimCandidateRp{192, 150, address, {}}, "one"},
        {refresh, "all"},
    };
    for (const auto& [message, expected] : cases)
    {
        m_received.clear();
        m_routed.clear();
        const auto now = Simulator::Now();
        Say(now + Seconds(1), message, {"10.0.1.2", "224.0.0.13"});
        RunUntil(now + Seconds(1));
        const auto toAll = m_received.size() + m_routed.size();
        Say(now + Seconds(2), message, {"10.0.1.2", "10.0.1.1"});
        RunUntil(now + Seconds(2));
        const auto toOne = m_received.size() + m_routed.size() - toAll;
        EXPECT_EQ(toAll, expected == "one" ? 0U : 1U) << ToString(GetType(message));
        EXPECT_EQ(toOne, expected == "all" ? 0U : 1U) << ToString(GetType(message));
        Say(now + Seconds(3), message, {"10.0.1.2", "255.255.255.255"});
        RunUntil(now + Seconds(3));
        EXPECT_EQ(m_received.size() + m_routed.size(), toAll + toOne) << ToString(GetType(message));
    }
    EXPECT_EQ(m_protocol->GetErrorCount(PimPacketError::BAD_DESTINATION), 19U);
    ASSERT_FALSE(GetDrops().empty());
    EXPECT_EQ(GetDrops().front(), "PIM Hello: bad-destination");
}

} // namespace

} // namespace mgm
} // namespace ns3
